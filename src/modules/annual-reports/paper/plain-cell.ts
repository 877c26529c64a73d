const DANGEROUS = /^[\s]*[=+\-@|%＝＋－＠]|^[\t\r]/;

/** A text that a spreadsheet could take for a formula (also later, when saved as CSV) gets an apostrophe before it. */
export function plainText(text: string): string {
  return DANGEROUS.test(text) ? `'${text}` : text;
}
