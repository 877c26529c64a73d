const DANGEROUS = /^[\s]*[=+\-@|%]|^[\t\r]/;

/** A text that a spreadsheet could take for a formula (also later, when saved as CSV) gets an apostrophe before it. */
export function safeCell(text: string): string {
  return DANGEROUS.test(text) ? `'${text}` : text;
}

/** The text as it was before `safeCell`. */
export function plainCell(text: string): string {
  return text.startsWith("'") && DANGEROUS.test(text.slice(1)) ? text.slice(1) : text;
}
