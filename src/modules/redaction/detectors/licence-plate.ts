import type { Candidate } from '../finding.ts';
import type { TextScan } from '../text-scan.ts';

const PROVINCES = '京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新';
const SERIAL = '[A-HJ-NP-Z0-9]';
const PLATES = [
  // Ordinary and new-energy plates; 挂 trailers, 学 learners, 警 police, 港澳 crossing, 领使 consular, 应急 fire and rescue.
  `[${PROVINCES}] ?[A-HJ-Z][·•.\\- ]?(?:[DF]${SERIAL}\\d{4}|\\d{5}[DF]|${SERIAL}{5}|${SERIAL}{4}[挂学警港澳领使试超]|${SERIAL}{3,4}应急)`,
  '(?<![A-Za-z0-9])WJ[\\u4e00-\\u9fff]?[·• ]?\\d{4}[\\dA-Z]',
  `[${PROVINCES}]军?[A-Z][·•]\\d{5}`,
];
const PLATE = new RegExp(`(?:${PLATES.join('|')})(?![A-Za-z0-9〔[*])`, 'gi');

/** 号牌号码: GA 36. A serial has five or six places and at least two digits: 苏EPPP is a word, 苏E2024 a file. */
export function licencePlates(scan: TextScan): Candidate[] {
  const found: Candidate[] = [];
  for (const { 0: plate, index } of scan.plain.matchAll(PLATE)) {
    const label = scan.labelAt(index);
    const isLabelled = label === 'plate';
    const serial = plate
      .replace(' ', '')
      .slice(2)
      .replaceAll(/[^A-Za-z0-9]/g, '');
    if (!isLabelled && (label === 'serial' || scan.inAddressOfPage(index) || (serial.match(/\d/g) ?? []).length < 2))
      continue;
    if (
      !isLabelled &&
      (/^\d? ?(?:股|号文|字第|备|证)/.test(scan.plain.slice(index + plate.length)) || isRoad(scan.plain, index, plate))
    )
      continue;
    const why = '机动车号牌号码。';
    found.push({ type: 'licencePlate', start: index, end: index + plate.length, certainty: 'sure', why });
  }
  return found;
}

// 宁G12345 is a plate, 京G2 and 沪G60 with a number of kilometres after it are roads.
function isRoad(plain: string, index: number, plate: string): boolean {
  return /^[GSXYC]\d/.test(plate.slice(1)) && /^(?:高速|国道|省道|线|公路)/.test(plain.slice(index + plate.length));
}
