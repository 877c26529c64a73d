import type { NarrativeSection } from './plans.contract.ts';

const HEADING = /^[一二三四五六七八九十]{1,3}、/;
const LONGEST_HEADING = 60;

/**
 * The plan's running text in its printed sections (PLAN-1): 一、…, 二、…; what stands before the first heading is a section without one.
 * @param paragraphs in reading order, tables left out
 * @param leftOut lines of the head that are stored as fields of their own, such as the title
 */
export function narrativeSections(
  paragraphs: readonly string[],
  leftOut: readonly (string | null)[],
): NarrativeSection[] {
  const skip = new Set(leftOut.filter((line) => line !== null).map(plain));
  const sections: { heading: string; text: string[] }[] = [];
  for (const paragraph of paragraphs) {
    const text = paragraph.replace(/\s*\n\s*/g, '').trim();
    if (text === '' || skip.has(plain(text)) || isAnnexLine(plain(text), skip)) continue;
    if (HEADING.test(text) && text.length <= LONGEST_HEADING) sections.push({ heading: text, text: [] });
    else if (sections.length > 0) sections.at(-1)?.text.push(text);
    else sections.push({ heading: '', text: [text] });
  }
  return sections
    .filter((section) => section.text.length > 0)
    .map((section) => ({ heading: section.heading.slice(0, 300), text: section.text.join('\n').slice(0, 20_000) }));
}

/** The line above the breakdown, and its caption: the plan's title with 任务分解表. */
function isAnnexLine(text: string, titles: ReadonlySet<string>): boolean {
  const tail = [...titles].find((title) => text.startsWith(title));
  return (
    /^附(?:件|表)\d{0,2}[:.]?$/.test(text) ||
    (tail !== undefined && /^.{0,12}(?:表|清单)$/.test(text.slice(tail.length)))
  );
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '');
}
