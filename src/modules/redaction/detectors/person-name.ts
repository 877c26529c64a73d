import type { Candidate } from '../finding.ts';
import { isPersonName } from '../surnames.ts';
import type { TextTable } from '../table-text.ts';
import type { TextScan } from '../text-scan.ts';
import { identityNumbersOf } from './identity-number.ts';

const LIST_MARK = /[、,，;；/\s]+/g;

/** Names in lists of persons: under the head 姓名, after 申请人：, beside sex and birth or an identity number. */
export function personNames(scan: TextScan): Candidate[] {
  return [
    ...scan.tables.flatMap((table) => namesInTable(scan, table)),
    ...labelledNames(scan),
    ...describedNames(scan),
  ];
}

/** People who act for an office or a firm are public: a table with posts, or where 联系人 stands, is no list of persons. */
function namesInTable(scan: TextScan, { labels, cells }: TextTable): Candidate[] {
  if (labels.includes('position')) return [];
  return cells.filter((cell) => cell.label === 'name').flatMap(({ start, end }) => namesIn(scan, start, end));
}

function namesIn(scan: TextScan, start: number, end: number): Candidate[] {
  const cell = scan.plain.slice(start, end);
  // 王 芳 is one name set wide, not two.
  const wide = /^([\u4e00-\u9fff]) {1,4}([\u4e00-\u9fff])$/.exec(cell);
  if (wide && isPersonName(`${wide[1]}${wide[2]}`)) return [name(start, end, '名单“姓名”栏中的个人姓名。')];
  return parts(cell)
    .filter(({ text }) => isPersonName(text))
    .map(({ text, at }) => name(start + at, start + at + text.length, '名单“姓名”栏中的个人姓名。'));
}

function parts(text: string): { text: string; at: number }[] {
  const found: { text: string; at: number }[] = [];
  let from = 0;
  for (const match of [...text.matchAll(LIST_MARK), null]) {
    const part = text.slice(from, match?.index ?? text.length).replace(/\(.*$/, '');
    if (part !== '') found.push({ text: part, at: from });
    from = (match?.index ?? 0) + (match?.[0].length ?? 0);
  }
  return found;
}

const LABELLED =
  /(?:姓 {0,4}名|(?<!专家|委员|成员|代表|干部|单位|企业|机构|部门|执法人员|监督员)名单(?:如下)?|申请人|户 {0,2}主|产权人|所有权人|权利人|使用权人|被征收人|被征收户|承租人|监护人|家长|学生|患者|病人|当事人|被处罚人|违法行为人|低保对象|救助对象|保障对象|补助对象|受助人|受益人|家庭成员|共有人|被拆迁人|购房人|投诉人|举报人|信访人|反映人|考生|残疾人|死者|借款人|被执行人|持证人|持卡人|收款人|领款人|车主|驾驶人|参保人|配偶|子女|父亲|母亲|抚养人|赡养人|户名)(?:\([^()\n]{1,8}\))?[ \t]*[:\t\ue002|]?[ \t\ue002|]*\n?[ \t]*/g;
// What may follow a name without any mark between.
const AFTER =
  /^(?:$|[^\u4e00-\u9fff]|[男女]|性别|身份|公民|居民|证件|住址|家住|现住|户籍|电话|手机|联系|年龄|出生|民族|汉族|等|与|和|及|于|因|为|系|在|的|向|已|未|持|将|[一二三四五六七八九十]+人)/;
// Without a colon the words of a rule look the same: what follows must speak of a person.
const PERSONAL =
  /^[ ,，、((]{0,2}(?:[男女](?![\u4e00-\u9fff])|(?:公民)?身份|居民身份|证件号|\d{15}|联系电话|手机|电话|住址|家住|现住)/;
const ROOM = 160;

/** A mark after the label, or the name alone on what is left of the line. */
function isOpened(label: string, next: string): boolean {
  return /[:\t\ue002|]|名\s*$/.test(label) || (/\s$/.test(label) && /^(?:|\n|[,。;、(])$/.test(next));
}

function labelledNames(scan: TextScan): Candidate[] {
  const found: Candidate[] = [];
  for (const { 0: label, index } of scan.plain.matchAll(LABELLED)) {
    const start = index + label.length;
    const why = `“${label.replaceAll(/[\s:|\ue002]/g, '')}”后的个人姓名。`;
    const spans = label.includes('\n') ? namesByLine(scan.plain, start) : namesInRow(scan.plain, start, label);
    found.push(...spans.map(({ at, length }) => name(at, at + length, why)));
  }
  return found;
}

interface NameSpan {
  readonly at: number;
  readonly length: number;
}

/** 申请人：张三、李四（女）、王五 */
function namesInRow(plain: string, start: number, label: string): NameSpan[] {
  const spans: NameSpan[] = [];
  const stop = Math.min(plain.length, start + ROOM);
  for (let at = start; at < stop; ) {
    const length = nameLengthAt(plain, at);
    const isNamed =
      length > 0 &&
      (isOpened(label, plain.charAt(at + length)) || PERSONAL.test(plain.slice(at + length, at + length + 20)));
    if (!isNamed) break;
    spans.push({ at, length });
    at += length;
    const gap = /^(?:\([^()\n]{1,12}\))?[、,，;； /\t\ue002]{1,4}(?=[\u4e00-\u9fff])/.exec(plain.slice(at, at + 18));
    if (!gap) break;
    at += gap[0].length;
  }
  return spans;
}

const MOST_LINES = 2000;

/** Lines that begin with a name, numbered or not; some lines hold several. */
function namesByLine(plain: string, start: number): NameSpan[] {
  const spans: NameSpan[] = [];
  for (let at = start, line = 0; line < MOST_LINES && at < plain.length; line++) {
    const number = /^[ \t]*(?:\(?\d{1,4}[.、,) \t]{1,2})?[ \t]*/.exec(plain.slice(at, at + 12))?.[0].length ?? 0;
    const names = namesInRow(plain, at + number, ':');
    if (names.length === 0) break;
    spans.push(...names);
    const end = plain.indexOf('\n', at);
    if (end < 0) break;
    at = end + 1;
  }
  return spans;
}

/** The longest name at this place after which something stands that can follow a name. */
export function nameLengthAt(plain: string, at: number): number {
  const dotted = /^[\u4e00-\u9fff]{1,8}(?:[·•・‧∙][\u4e00-\u9fff]{1,8}){1,4}?(?![\u4e00-\u9fff·•])/.exec(
    plain.slice(at, at + 50),
  );
  if (dotted && isPersonName(dotted[0])) return dotted[0].length;
  const foreign = /^[A-Z][a-z]+(?: [A-Z][a-z]+){1,3}(?![A-Za-z])/.exec(plain.slice(at, at + 50));
  if (foreign) return foreign[0].length;
  const wide = /^[\u4e00-\u9fff] {1,2}[\u4e00-\u9fff](?![\u4e00-\u9fff])/.exec(plain.slice(at, at + 6));
  if (wide && isPersonName(wide[0].replaceAll(' ', ''))) return wide[0].length;
  for (const length of [4, 3, 2]) {
    const text = plain.slice(at, at + length);
    // What a colon follows is a label itself: 班级：三班.
    if (plain.charAt(at + length) === ':') continue;
    if (text.length === length && isPersonName(text) && AFTER.test(plain.slice(at + length, at + length + 4)))
      return length;
  }
  return 0;
}

const DESCRIBED =
  /(?<![\u4e00-\u9fff])([\u4e00-\u9fff·•]{2,16})[ \t]*[,，、((][ \t]*(?:[男女](?![\u4e00-\u9fff])|(?:公民)?身份(?:证|号))/g;
const BESIDE =
  /(?<![\u4e00-\u9fff·])([\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{1,8}[·•][\u4e00-\u9fff]{1,10})[\s:,、|(【"]{0,4}$/;

/** 王某，男，1975年生 or a name directly before an identity number. */
function describedNames(scan: TextScan): Candidate[] {
  const beside = identityNumbersOf(scan).flatMap(({ start }) => {
    const from = Math.max(0, start - 24);
    const match = BESIDE.exec(scan.plain.slice(from, start));
    return match ? [{ 1: match[1], index: from + match.index }] : [];
  });
  return [...scan.plain.matchAll(DESCRIBED), ...beside]
    .filter(({ 1: text = '' }) => isPersonName(text))
    .map(({ 1: text = '', index }) => name(index, index + text.length, '与性别、身份证号写在一起的个人姓名。'));
}

function name(start: number, end: number, why: string): Candidate {
  return { type: 'name', start, end, certainty: 'likely', why };
}
