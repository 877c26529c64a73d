import type { DocumentBody } from '../../../kernel/document-body.ts';

/** Links inside the sender's site lead there, not to pages of ours that happen to have the same address. @param origin without slash at the end */
export function withOutsideLinks(body: DocumentBody, origin: string): DocumentBody {
  return turned(body, origin) as DocumentBody;
}

function turned(value: unknown, origin: string): unknown {
  if (Array.isArray(value)) return value.map((one) => turned(one, origin));
  if (typeof value !== 'object' || value === null) return value;
  const node = value as Readonly<Record<string, unknown>>;
  const href = node.type === 'link' ? (node.attrs as { href?: unknown } | undefined)?.href : undefined;
  if (typeof href === 'string' && href.startsWith('/')) return { ...node, attrs: { href: origin + href } };
  return Object.fromEntries(Object.entries(node).map(([key, one]) => [key, turned(one, origin)]));
}
