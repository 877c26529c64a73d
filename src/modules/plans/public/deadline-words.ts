/** The end of one deadline (6月底, 9月底前) with the month of the next one right behind it. */
const BETWEEN_DEADLINES = /(?<=[月日]底?前?|季度|半年)(?<![0-9]月)\s*(?=\d{1,2}月)/gu;

/** The plan's words for its deadlines; those that stood on lines of their own are parted as a sentence parts them. */
export function deadlineWords(text: string): string {
  return text.replace(BETWEEN_DEADLINES, '、');
}
