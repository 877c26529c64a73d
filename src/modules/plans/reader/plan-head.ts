import { day, isRealDay } from './calendar-days.ts';
import type { PlanHead, PlanLevel } from './plan-reading.ts';
import type { SourceDocument } from './source-document.ts';
import { chineseNumeral, foldWidth, joinLines } from './source-text.ts';

const TABLE_SUFFIX =
  /(?:主要|重点)?(?:工作)?(?:任务|责任|工作|目标)*(?:分解|分工|责任|清单|任务)+(?:一览|明细|安排|汇总|落实)*(?:表|清单|单|方案)?(?:[（(].*[）)])?$/;
/** A draft keeps its mark in the title: whoever reads it must see that it is none yet. */
const PLAN_NAME =
  /(?:要点|工作计划|实施方案|工作方案|工作安排|行动方案|重点工作|行动计划|工作任务)(?:[（(](?:[一二三四五六七八九]次|公开)?(?:征求意见|征求意见稿|讨论稿|送审稿|审议稿|修改稿|草案|初稿|草稿|试行|暂行)[）)])?$/;
const DATE = /(20\d{2})年(\d{1,2})月(\d{1,2})日/;
const DOCUMENT_NUMBER = /[\u4e00-\u9fff]{1,12}[〔[(【（［](?:20\d{2})[〕\])】）］](?:第)?\d{1,4}号/;
const ISSUER =
  /(?:人民政府(?:办公厅|办公室)?|委员会(?:办公室)?|管委会(?:办公室)?|领导小组(?:办公室)?|办公厅|办公室|局|街道办事处|镇政府|厅)$/;

/**
 * Title, issuer, 发文字号, 成文日期, year and level from the caption of the breakdown, the narrative, the page's table of
 * facts and, last, the file name.
 */
export function readPlanHead(document: SourceDocument, captions: readonly string[], fileName: string | null): PlanHead {
  const lines = linesOf(document);
  const title = titleFrom(captions, lines, stem(fileName));
  const issuedOn = issueDate(lines);
  const documentNumber = documentNumberIn(lines);
  const year =
    yearIn(title) ??
    yearIn(captions.join(' ')) ??
    yearIn(documentNumber) ??
    numberOf(issuedOn?.slice(0, 4)) ??
    yearIn(stem(fileName));
  const issuer = issuerIn(lines);
  return { title, issuer, documentNumber, issuedOn, year, level: levelOf(title, issuer) };
}

function stem(fileName: string | null): string | null {
  return fileName === null ? null : fileName.replace(/^.*[\\/]/, '').replace(/\.[A-Za-z0-9]{1,5}$/, '');
}

const FACT = String.raw`索\s*引\s*号|发\s*文\s*字\s*号|文\s*号|文件编号|发文机关|发文单位|发布机构|发布机关|制发机关|成文日期|印发日期|发文日期|生成日期|发布日期|公开日期|主题分类|有效性|名\s*称|标\s*题`;
const FACT_LABEL = new RegExp(`^(?:${FACT})[:：]?$`);
/** Where lines of the letterhead or the signature that stand close to each other ran together. */
const LINE_ENDS = [
  /(?<=^.{4,30}文\s*件)\s*(?=[\u4e00-\u9fff]{1,12}[〔[(【（［]20\d{2}[〕\])】）］]\s*\d{1,4}\s*号$)/,
  /(?<=^.{4,30}(?:办公[室厅]|政府|委员会|局))\s*(?=20\d{2}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日(?:附\s*件|$))/,
  /(?<=20\d{2}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日)\s*(?=附\s*件)/,
];
const BEFORE_FACT = new RegExp(`(?=(?<![\\u4e00-\\u9fff])(?:${FACT})[:：])`);

/** Every line of the document's text; facts of a page (发文字号：某府办〔2023〕1号) each as a line of its own. */
function linesOf(document: SourceDocument): string[] {
  const lines = document.blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return block.text.split('\n').flatMap(partedLines);
    return block.columnCount > 8 || block.rowCount > 20 ? [] : factLines(block.cells.map((cell) => cell.text));
  });
  return lines.map(joinLines).filter((line) => line !== '');
}

function partedLines(line: string): string[] {
  return [BEFORE_FACT, ...LINE_ENDS].reduce((parts, end) => parts.flatMap((part) => part.split(end)), [line]);
}

function factLines(texts: readonly string[]): string[] {
  const lines: string[] = [];
  for (const [i, text] of texts.entries()) {
    if (FACT_LABEL.test(text.trim())) lines.push(`${text.trim().replace(/[:：]$/, '')}：${texts[i + 1] ?? ''}`);
    else lines.push(text);
  }
  return lines;
}

function titleFrom(captions: readonly string[], lines: readonly string[], fileStem: string | null): string | null {
  return (
    captionTitle(captions) ??
    standaloneTitle(lines) ??
    noticeTitle(lines) ??
    (fileStem && captionTitle([fileStem])) ??
    null
  );
}

/** 2023年某区政务公开工作要点任务分解表 names the plan once its tail is cut; a caption may run over two lines. */
function captionTitle(captions: readonly string[]): string | null {
  const texts = captions.map(foldCaption);
  for (let i = texts.length - 1; i >= 0; i -= 1) {
    for (let from = i; from >= Math.max(0, i - 2); from -= 1) {
      const whole = texts.slice(from, i + 1).join('');
      const cut = whole.replace(TABLE_SUFFIX, '').replace(/[——:：《》-]+$/g, '');
      if (isPlanTitle(cut)) return cut;
    }
  }
  return null;
}

function foldCaption(text: string): string {
  return joinLines(text)
    .replace(/\s+/g, '')
    .replace(/^附(?:件|表)?\d*[:：、]?/, '')
    .replace(/^[《]|[》]$/g, '');
}

function isPlanTitle(text: string): boolean {
  return (
    text.length >= 6 && text.length <= 60 && PLAN_NAME.test(text) && !/[。；，]/.test(text) && !/通知$|^关于/.test(text)
  );
}

function standaloneTitle(lines: readonly string[]): string | null {
  const texts = lines.map(foldCaption);
  const found = texts.find((text) => isPlanTitle(text) && /20\d{2}/.test(text) && !/印发|转发/.test(text));
  return found ?? null;
}

/** 关于印发《…》的通知, also broken over lines. */
function noticeTitle(lines: readonly string[]): string | null {
  const texts = lines.slice(0, 60).map((line) => line.replace(/\s+/g, ''));
  for (let i = 0; i < texts.length; i += 1) {
    const whole = texts.slice(i, i + 3).join('');
    const match = /(?:印发|下发|转发|发布)[《]?([^《》。，]{4,50}?)[》]?的通知/.exec(whole);
    if (match?.[1] && PLAN_NAME.test(match[1])) return match[1];
  }
  return null;
}

function yearIn(text: string | null): number | null {
  if (text === null) return null;
  const folded = foldWidth(text).replace(/\s+/g, '');
  const found = /(20\d{2})(?=年|\D|$)/.exec(folded)?.[1];
  if (found) return Number(found);
  const chinese = /([二][〇○零][一二三四五六七八九〇○零]{2})年/.exec(folded)?.[1];
  return chinese ? chineseNumeral(chinese.replaceAll('零', '〇')) : null;
}

function numberOf(text: string | undefined): number | null {
  return text === undefined ? null : Number(text);
}

function documentNumberIn(lines: readonly string[]): string | null {
  const labelled = lines
    .map((line) => line.replace(/\s+/g, ''))
    .find((line) => /^(?:发文字号|文号|文件编号)/.test(line));
  for (const line of labelled ? [labelled, ...lines.slice(0, 40)] : lines.slice(0, 40)) {
    const squeezed = line.replace(/\s+/g, '').replace(/^.*?(?:发文字号|文件编号|文号)[:：]/, '');
    const match = DOCUMENT_NUMBER.exec(squeezed);
    // Inside a sentence or brackets it is somebody else's number (国办发〔2016〕80号).
    if (
      match &&
      match.index === 0 &&
      /^(?:签发人.*|[^\u4e00-\u9fff]*|.*关于.*)$/.test(squeezed.slice(match[0].length))
    ) {
      return match[0].replace(/[[(【（［]/, '〔').replace(/[\])】）］]/, '〕');
    }
  }
  return null;
}

/** 成文日期 by its label, else the first line that is a date alone, else the 印发 line at the foot. */
function issueDate(lines: readonly string[]): string | null {
  const texts = lines.map((line) => hanDate(foldWidth(line).replace(/\s+/g, '')));
  const labelled = texts.find((t) => /^(?:成文日期|印发日期|发文日期|生成日期|发布日期)/.test(t) && isoIn(t));
  const alone = texts.find(isDateLine);
  const imprint = texts.findLast((t) => new RegExp(`${DATE.source}印发`).test(t));
  for (const text of [labelled, alone, imprint]) {
    const iso = text === undefined ? null : isoIn(text);
    if (iso) return iso;
  }
  return null;
}

/** A date alone; PDFs often run the disclosure note 此件公开发布 of the next line on to it. */
function isDateLine(text: string): boolean {
  return DATE.test(text) && /^(?:[（(]此件.{2,12}[）)])?$/.test(text.replace(DATE, ''));
}

function hanDate(text: string): string {
  return text.replace(/[〇○零一二三四五六七八九十]+(?=年|月|日)/g, (n) =>
    String(chineseNumeral(n.replaceAll('零', '〇')) ?? n),
  );
}

function isoIn(text: string): string | null {
  const match = DATE.exec(text) ?? /(20\d{2})[-/.](\d{1,2})[-/.](\d{1,2})/.exec(text);
  if (!match) return null;
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return isRealDay(year, month, date) ? day(year, month, date) : null;
}

function issuerIn(lines: readonly string[]): string | null {
  const texts = lines.map((line) => joinLines(line).replace(/\s+/g, ''));
  for (const text of texts) {
    const labelled = /^(?:发文机关|发布机构|发文单位|制发机关|发布机关)[:：](.{2,40})$/.exec(text)?.[1];
    if (labelled) return labelled;
  }
  for (const [i, text] of texts.entries()) {
    const letterhead = /^(.{4,30})文件$/.exec(text)?.[1];
    if (letterhead && ISSUER.test(letterhead)) return letterhead;
    const imprint = new RegExp(`^(.{4,30}?)(?:${DATE.source})印发$`).exec(hanDate(foldWidth(text)))?.[1];
    if (imprint && ISSUER.test(imprint)) return imprint;
    const next = hanDate(foldWidth(texts[i + 1] ?? ''));
    if (ISSUER.test(text) && text.length <= 30 && isDateLine(next)) return text;
  }
  return null;
}

function levelOf(title: string | null, issuer: string | null): PlanLevel | null {
  for (const text of [issuer, title]) {
    if (text === null) continue;
    const place = text.replace(/20\d{2}年度?/, '');
    if (/(?:街道|镇|乡)(?:办事处|人民政府|政府)?(?!.*区政府)/.test(place) && !/各(?:街道|镇)/.test(place))
      return 'unit';
    if (/(?:局|委员会|委|分局)(?:办公室)?(?:$|政务|政府信息)/.test(place) && !/管(?:理)?委/.test(place)) return 'unit';
    if (/[区县旗](?!域)/.test(place)) return 'district';
    if (/市/.test(place)) return 'city';
  }
  return null;
}
