import type { Candidate } from '../finding.ts';
import type { TextScan } from '../text-scan.ts';

const NUMBER = '[\\d一二三四五六七八九十A-Za-z]{1,5}';
const PLACE = '[\\u4e00-\\u9fff\\dA-Za-z()-]{2,40}';
// Down to the household: building with entrance or room, or hamlet and house number.
const HOUSEHOLD = new RegExp(
  `${PLACE}?(?:\\d{1,5}弄[ -]?\\d{1,4}号[ -]?\\d{1,5}室|${NUMBER}(?:号?楼|幢|栋|座|弄|#)[ -]?(?:${NUMBER}(?:单元|门|梯)[ -]?)?(?:${NUMBER}(?:层|楼)[ -]?)?(?:${NUMBER}(?:室|户|号房|房|号)(?!楼)|\\d{3,4}(?![\\d年元号楼幢栋㎡.]|平方))|${NUMBER}单元[ -]?${NUMBER}(?:室|户|号)?|\\d{1,3}[-幢栋][\\d]{1,2}[-单元]{1,2}\\d{3,4}(?:室)?)`,
  'g',
);
/** In every household there is one of these; looking for it first spares most texts the search. */
const DOOR = /[\d一二三四五六七八九十A-Za-z](?:号?楼|[幢栋座弄#]|单元)|\d[-幢栋]\d/;
const HOME = /小区|花园|新村|公寓|家园|苑|里弄|宿舍|住宅|家属|佳园|名邸|华庭|雅居|嘉园|新城|府$|庭|园|村|社区|弄|里\d/;
/** 我住…, 住在…: people who write of themselves. */
const LIVED = /^(?:我|我家|本人|现|家)?住(?:在|于)?/;
const OFFICE =
  /办公|行政|大厦|写字楼|政府|服务中心|大厅|广场|会议|公司|科技园|产业园|工业园|创业园|园区|商务|酒店|宾馆|学校|医院|教室|大学|中学|小学|会展|市场|商铺|商场|银行|机关|局|法院|仓库|厂|实验楼|教学楼|门诊|综合楼|考场|开标/;

/** Addresses down to the door of a home; those of offices, firms and projects are public. */
export function addresses(scan: TextScan): Candidate[] {
  return [...labelled(scan), ...inColumns(scan), ...households(scan)];
}

const LABELLED =
  /(?:(?:家庭|现|常住|户籍|居住|户口|住宅|现居住|实际居住)(?:所在)?(?:地址|住址|住所地?|地)|(?:被征收)?房屋(?:坐落|座落|位置|地址)|住址|现住|家住|户籍地|居住地)[ \t]*(?:[::为于在]|是)?[ \t]*([\u4e00-\u9fff][\u4e00-\u9fff\dA-Za-z()#·-]{3,60})/g;
const DETAIL = /\d+ ?(?:号|室|幢|栋|楼|单元|组|弄|户|#|-)|[一二三四五六七八九十]+(?:组|号|单元|幢|栋|队)/;

function labelled(scan: TextScan): Candidate[] {
  const found: Candidate[] = [];
  for (const { 0: whole, 1: place = '', index } of scan.plain.matchAll(LABELLED)) {
    if (!DETAIL.test(place) || (whole.includes('房屋') && !namesPerson(scan.plain, index))) continue;
    const start = index + whole.length - place.length;
    found.push(address(start, start + place.length, 'sure', '写在住址处、具体到门牌的地址。'));
  }
  return found;
}

// Houses are also let and sold by agencies: only beside a person is one a home.
function namesPerson(plain: string, index: number): boolean {
  const line =
    plain
      .slice(Math.max(0, index - 80), index)
      .split('\n')
      .at(-1) ?? '';
  return /(?:被征收(?:人|户)|产权人|所有权人|权利人|申请人|户主|姓名|承租人|被拆迁人)/.test(line);
}

function inColumns(scan: TextScan): Candidate[] {
  return scan.tables.flatMap(({ labels, cells }) => {
    if (labels.length > 1 && !labels.some((label) => label === 'name' || label === 'identity')) return [];
    return cells
      .filter((cell) => cell.label === 'home' && DETAIL.test(scan.plain.slice(cell.start, cell.end)))
      .map((cell) => address(cell.start, cell.end, 'sure', '个人名单“住址”栏中具体到门牌的地址。'));
  });
}

function households(scan: TextScan): Candidate[] {
  const found: Candidate[] = [];
  if (!DOOR.test(scan.plain)) return found;
  for (const { 0: place, index } of scan.plain.matchAll(HOUSEHOLD)) {
    const label = scan.labelAt(index);
    const before = scan.plain.slice(Math.max(0, index - 20), index);
    if (label === 'publicPlace' || label === 'serial' || OFFICE.test(place)) continue;
    if (/(?:地点|会议|办公|咨询|受理|注册|经营|公司|单位|房源|现场)[^\n]{0,12}$/.test(before)) continue;
    if (label !== 'home' && !HOME.test(place) && !LIVED.test(place)) continue;
    found.push(address(index, index + place.length, 'likely', '具体到楼栋、单元、房号的住宅地址。'));
  }
  return found;
}

function address(start: number, end: number, certainty: Candidate['certainty'], why: string): Candidate {
  return { type: 'address', start, end, certainty, why };
}
