import { Parser } from 'htmlparser2';

const BLOCKS = new Set(['p', 'h2', 'h3', 'h4', 'li', 'tr', 'figure', 'hr']);
const CELLS = new Set(['td', 'th']);

/** The paragraphs of a public text as plain lines, in reading order; a table's row is one line with its cells apart. */
export function textBlocks(bodyHtml: string): string[] {
  const lines: string[] = [];
  let text = '';
  let row = 0;
  const end = () => {
    if (text.trim() !== '') lines.push(text.replaceAll(/\s*　｜　$/g, '').trim());
    text = '';
  };
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (name === 'tr') row += 1;
      if (BLOCKS.has(name) && (row === 0 || name === 'tr')) end();
      if (name === 'img' && attributes.alt) text += `［图：${attributes.alt}］`;
    },
    ontext: (part) => {
      text += part;
    },
    onclosetag: (name) => {
      if (CELLS.has(name)) text += '　｜　';
      if (name === 'tr') row -= 1;
      if (BLOCKS.has(name) && row === 0) end();
    },
  });
  parser.write(bodyHtml);
  parser.end();
  end();
  return lines;
}
