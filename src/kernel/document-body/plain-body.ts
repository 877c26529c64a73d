import type { Body } from './nodes.ts';

/** Plain text as a body: a paragraph for each line that says something, blanks at its ends left out. Null when no line does. */
export function plainBody(text: string): Body | null {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
  if (lines.length === 0) return null;
  return {
    type: 'doc',
    content: lines.map((line, at) => ({
      type: 'paragraph',
      attrs: { id: `p${at + 1}` },
      content: [{ type: 'text', text: line }],
    })),
  };
}
