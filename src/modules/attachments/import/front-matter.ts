import { type DocumentBody, type PlacedText, textBlocks } from '../../../kernel/document-body.ts';
import type { Proposal } from '../imported-document.contract.ts';
import { dayIn, daysIn } from './chinese-day.ts';

const NUMBER = /([\p{Script=Han}]{1,14})[〔[(【（［]\s*((?:19|20)\d{2})\s*[〕\])】）］]\s*第?\s*(\d{1,4})\s*号/u;
const ISSUER_END =
  /(?:人民政府(?:办公厅|办公室)?|委员会(?:办公室)?|管委会(?:办公室)?|领导小组(?:办公室)?|指挥部(?:办公室)?|办公厅|办公室|局|厅|街道办事处|总队|支队|中心)$/;
const TITLE_END =
  /(?:通知|通告|公告|意见|决定|办法|规定|细则|方案|要点|计划|规划|报告|批复|函|纪要|规则|指南|制度|目录|清单|解读|公报|命令|令|说明|标准)(?:[（(].{1,12}[）)])?$/;
const HEAD_BLOCKS = 15;
const LONGEST_TITLE = 120;

export interface FrontMatter {
  readonly proposals: readonly Proposal[];
  /** Blocks at the head that only repeat what is proposed. */
  readonly headBlockIds: readonly string[];
}

/**
 * What an official document (GB/T 9704-2012) tells of itself: 发文字号, title, 发文机关, 成文日期, 印发日期, in force from and to.
 * Proposals for somebody to confirm, each with the words it was read from.
 */
export function readFrontMatter(body: DocumentBody): FrontMatter {
  const lines = textBlocks(body).filter((line) => line.type !== 'image' && line.text.trim() !== '');
  const head = lines.slice(0, HEAD_BLOCKS);
  const number = findNumber(head);
  const letterhead = head.find((line) => letterheadOf(line) !== undefined);
  const title = findTitle(head, number?.line, letterhead, centredIds(body));
  const signed = findSignature(lines);
  const printed = lines.findLast(
    (line) => /印发/.test(line.text) && /20\d{2}年|二[〇○零]/.test(line.text) && squeezed(line).length < 60,
  );
  const printedOn = printed && dayIn(squeezed(printed));
  const issuer = letterhead ? letterheadOf(letterhead) : signed?.issuer && squeezed(signed.issuer);
  const proposals = [
    title && proposal('title', title.text, title.lines[0], title.text),
    number && proposal('documentNumber', number.value, number.line),
    issuer && proposal('issuer', issuer, letterhead ?? signed?.issuer),
    signed && proposal('issuedOn', signed.day, signed.line),
    printed && printedOn && proposal('printedOn', printedOn, printed),
    ...periodsIn(lines),
  ].filter((one): one is Proposal => Boolean(one));
  const repeated = [letterhead, number?.line, ...(title?.lines ?? [])].flatMap((line) => (line ? [line.id] : []));
  return { proposals, headBlockIds: body.content.map((block) => block.attrs.id).filter((id) => repeated.includes(id)) };
}

function findNumber(head: readonly PlacedText[]): { value: string; line: PlacedText } | undefined {
  for (const line of head) {
    const match = NUMBER.exec(arabicDigits(squeezed(line)));
    // Within a sentence or brackets it is the number of another document.
    if (!match || line.text.length > 60 || /《|根据|按照/.test(line.text)) continue;
    const words = (match[1] ?? '').replace(/^.*?(?:发文字号|文号)[:：]?/, '');
    return { value: `${words}〔${match[2]}〕${Number(match[3])}号`, line };
  }
  return undefined;
}

/** 版头: the agency's name and 文件, in a line of its own. */
function letterheadOf(line: PlacedText): string | undefined {
  const name = /^(.{4,40}?)文件$/.exec(squeezed(line))?.[1];
  return name && ISSUER_END.test(name) ? name : undefined;
}

/** The title follows number and letterhead; it may run over some centred lines until the addressees or the text begin. */
function findTitle(
  head: readonly PlacedText[],
  number: PlacedText | undefined,
  letterhead: PlacedText | undefined,
  centred: ReadonlySet<string>,
): { text: string; lines: PlacedText[] } | undefined {
  const after = Math.max(head.indexOf(number as PlacedText), head.indexOf(letterhead as PlacedText)) + 1;
  // Web pages put the number below the title.
  return titleFrom(head, after, centred) ?? (after > 0 ? titleFrom(head.slice(0, after), 0, centred) : undefined);
}

function titleFrom(
  head: readonly PlacedText[],
  from: number,
  centred: ReadonlySet<string>,
): { text: string; lines: PlacedText[] } | undefined {
  for (let index = from; index < Math.min(head.length, from + 6); index++) {
    const lines: PlacedText[] = [];
    for (const line of head.slice(index, index + 4)) {
      if (line.kind === 'table' || /[：:。]$/.test(line.text.trim())) break;
      lines.push(line);
      const text = lines.map(squeezed).join('');
      if (text.length > LONGEST_TITLE) break;
      const next = head[index + lines.length];
      const goesOn = next !== undefined && centred.has(line.id) && centred.has(next.id) && !/^[（(]/.test(next.text);
      if (text.length >= 5 && TITLE_END.test(text) && !goesOn && !/^附件?\d*$/.test(text)) return { text, lines };
    }
  }
  return undefined;
}

/** 发文机关署名 and 成文日期: a day alone in a line; the agency stands above it. The first that is not in a table counts. */
function findSignature(
  lines: readonly PlacedText[],
): { day: string; line: PlacedText; issuer: PlacedText | undefined } | undefined {
  for (const [index, line] of lines.entries()) {
    const text = squeezed(line).replace(/^[（(]|[）)]$/g, '');
    const day = dayIn(text);
    if (!day || line.kind === 'table' || text.length > 14) continue;
    const above = lines[index - 1];
    return {
      day,
      line,
      issuer: above && squeezed(above).length <= 40 && ISSUER_END.test(squeezed(above)) ? above : undefined,
    };
  }
  return undefined;
}

function periodsIn(lines: readonly PlacedText[]): Proposal[] {
  const found: Proposal[] = [];
  for (const line of lines) {
    const text = squeezed(line);
    const from = /自(.{6,16}?)起(?:施行|实施|执行|生效)/.exec(text);
    const to = /(?:有效期(?:至|到|截止?至?)|有效期.{0,6}年[，,]?至|施行至)(.{6,16}?)(?:止|。|，|$)/.exec(text);
    const start = from?.[1] && dayIn(from[1]);
    const end = to?.[1] && daysIn(to[1]).at(-1);
    if (start && !found.some((one) => one.field === 'effectiveOn'))
      found.push(proposal('effectiveOn', start, line, from?.[0]));
    if (end && !found.some((one) => one.field === 'expiresOn')) found.push(proposal('expiresOn', end, line, to?.[0]));
  }
  return found;
}

function proposal(field: Proposal['field'], value: string, line: PlacedText | undefined, excerpt?: string): Proposal {
  return { field, value, excerpt: (excerpt ?? line?.text ?? '').trim().slice(0, 120), blockId: line?.id ?? '' };
}

function centredIds(body: DocumentBody): ReadonlySet<string> {
  return new Set(
    body.content.flatMap((block) => ('align' in block.attrs && block.attrs.align === 'center' ? [block.attrs.id] : [])),
  );
}

function arabicDigits(text: string): string {
  return text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}

function squeezed(line: PlacedText): string {
  return line.text.replace(/[\s\u3000]+/g, '');
}
