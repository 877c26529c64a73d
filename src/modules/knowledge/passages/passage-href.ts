const SHORTEST_START = 6;
const PUNCTUATION = /[，。；：、！？,;:!?（）()《》“”]/u;

/**
 * Address of a passage on the document's page: browsers that know text fragments go to its words and mark them, others to the text. The page is
 * shown byte for byte as it was frozen, so no mark of ours can stand in it; words are found wherever they stand in a later form.
 */
export function passageHref(number: number, anchor: string): string {
  const [start, end] = endsOf(anchor.trim());
  if (start === '') return `/documents/${number}#text`;
  return `/documents/${number}#text:~:text=${encoded(start)}${end === '' ? '' : `,${encoded(end)}`}`;
}

/** Cut where a sentence is cut: browsers match whole words, and the ends of a clause are ends of words. */
function endsOf(text: string): [start: string, end: string] {
  const clauses = text
    .split(PUNCTUATION)
    .map((clause) => clause.trim())
    .filter(Boolean);
  const [first = '', ...rest] = clauses;
  const last = rest.at(-1) ?? '';
  if (first.length >= SHORTEST_START || rest.length === 0) return [first, last === first ? '' : last];
  const from = text.indexOf(first);
  const second = rest[0] ?? '';
  const start = text.slice(from, text.indexOf(second, from + first.length) + second.length);
  return [start, rest.length > 1 && last !== second ? last : ''];
}

function encoded(text: string): string {
  return encodeURIComponent(text).replaceAll('-', '%2D');
}
