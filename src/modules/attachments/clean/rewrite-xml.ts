import { bareName, walkRaw } from '../office/xml-walk.ts';

/** `unwrap` keeps what is inside; `unlink` keeps the element without its references to other parts. */
export type Rewrite = 'keep' | 'drop' | 'unwrap' | 'unlink';

/**
 * Writes XML anew with elements left out. Attributes that name editing sessions go as well.
 * @param rule gets names without their prefix, and the bare names of the elements around
 */
export function rewriteXml(
  xml: string,
  rule: (tag: string, attributes: Readonly<Record<string, string>>, path: readonly string[]) => Rewrite,
): string {
  const pieces = ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'];
  const path: string[] = [];
  const unwrapped: boolean[] = [];
  let dropped = 0;
  walkRaw(xml, {
    open: (name, attributes) => {
      const what = dropped > 0 ? 'drop' : rule(bareName(name), attributes, path);
      path.push(bareName(name));
      unwrapped.push(what === 'unwrap');
      if (what === 'drop') dropped += 1;
      else if (what !== 'unwrap') pieces.push(`<${name}${written(attributes, what === 'unlink')}>`);
    },
    text: (text) => {
      if (dropped === 0 && path.length > 0) pieces.push(escaped(text));
    },
    close: (name) => {
      path.pop();
      const wasUnwrapped = unwrapped.pop();
      if (dropped > 0) dropped -= 1;
      else if (!wasUnwrapped) pieces.push(`</${name}>`);
    },
  });
  return pieces.join('');
}

function written(attributes: Readonly<Record<string, string>>, unlink: boolean): string {
  return Object.entries(attributes)
    .filter(([name]) => !/:rsid\w*$|^w14:(?:paraId|textId)$/.test(name) && !(unlink && name === 'r:id'))
    .map(([name, value]) => ` ${name}="${escaped(value).replaceAll('"', '&quot;')}"`)
    .join('');
}

function escaped(text: string): string {
  return text
    .replace(/(?![\t\n\r])\p{Cc}/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}
