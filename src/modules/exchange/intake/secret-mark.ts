export const LINES_OF_HEAD = 12;

const LEVEL = '(?:绝密|机密|秘密)级?';
const STAR = '[★☆⭐✩✪✫✬✭✮✯✰🌟]';
const TERM = '(?:(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})个?(?:年|月|天|日)|长期)';
/** Nothing but the mark stands on the line: with or without its heading, star and term. */
const ALONE = new RegExp(
  `^(?:(?:密级|保密期限|密级和保密期限):?)?(?:${STAR}|\\*)?${LEVEL}(?:(?:${STAR}|\\*).{0,12}|\\(.{0,12}\\)|${TERM})?$`,
  'u',
);
/** With a star it is a mark wherever it stands, beside the number of the copy or the urgency. */
const STARRED = new RegExp(`${LEVEL}${STAR}`, 'u');
const QUOTES = /["'“”‘’「」『』【】[\]〔〕《》<>〈〉]/g;

/** A mark of secrecy at the head of the first page (GB/T 9704-2012, 7.2.2); such a document is not registered (DOC-1). */
export function bearsSecretMark(text: string): boolean {
  return text
    .split(/[\n\f\u2028\u2029]/)
    .map(plain)
    .filter(Boolean)
    .slice(0, LINES_OF_HEAD)
    .some((line) => ALONE.test(line) || STARRED.test(line));
}

/** One way of writing: no spaces or invisible signs, narrow colons and brackets, no quotation marks, simplified characters. */
function plain(line: string): string {
  return line
    .normalize('NFKC')
    .replace(/\s|\p{Cf}|\p{Variation_Selector}/gu, '')
    .replace(QUOTES, '')
    .replaceAll('絕', '绝')
    .replaceAll('機', '机')
    .replaceAll('級', '级');
}
