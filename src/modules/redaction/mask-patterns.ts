import type { FindingType } from './finding.ts';

/** How much of a value stays; every other letter and digit becomes the mark, separators stay in place. */
export interface MaskPattern {
  readonly keepFirst: number;
  readonly keepLast: number;
  readonly mark: '*' | '某';
  /** Who published the pattern; null: our choice, nothing official found. */
  readonly source: string | null;
}

const YONGAN = '永安市人民政府办公室 2023年1月4日通报（2022年第四季度市人民政府网站信息错情）';
const COURT = '最高人民法院关于人民法院在互联网公布裁判文书的规定（法释〔2016〕19号）第九条、第十条';

/** The one table of masks. Names, addresses and mailboxes have rules of their own in mask.ts. */
export const maskPatterns: Readonly<Record<FindingType, MaskPattern>> = {
  // 35*************123: the first six and the last four together would leave the birth date to be guessed by the checksum.
  identityNumber: { keepFirst: 2, keepLast: 3, mark: '*', source: YONGAN },
  // 138****1234
  phone: { keepFirst: 3, keepLast: 4, mark: '*', source: YONGAN },
  // A home address stays down to the township or street office only.
  address: { keepFirst: 0, keepLast: 0, mark: '*', source: YONGAN },
  // The surname stays, 某 for each further character; of a name of several parts its first character stays.
  name: { keepFirst: 1, keepLast: 0, mark: '某', source: COURT },
  bankCard: { keepFirst: 0, keepLast: 4, mark: '*', source: null },
  email: { keepFirst: 1, keepLast: 0, mark: '*', source: null },
  licencePlate: { keepFirst: 2, keepLast: 2, mark: '*', source: null },
  passport: { keepFirst: 1, keepLast: 2, mark: '*', source: null },
  travelPermit: { keepFirst: 1, keepLast: 2, mark: '*', source: null },
  militaryId: { keepFirst: 0, keepLast: 2, mark: '*', source: null },
  birthDate: { keepFirst: 4, keepLast: 0, mark: '*', source: null },
  health: { keepFirst: 0, keepLast: 0, mark: '*', source: COURT },
};
