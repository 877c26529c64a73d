/** What is hidden before publication. A unified social credit code is public and therefore no type of its own. */
export const findingTypes = [
  'identityNumber',
  'phone',
  'bankCard',
  'email',
  'licencePlate',
  'address',
  'name',
  'passport',
  'travelPermit',
  'militaryId',
  'birthDate',
  'health',
] as const;

export type FindingType = (typeof findingTypes)[number];

/** `sure` is proved by a checksum or a form that nothing else has; `likely` rests on context and a person decides. */
export type Certainty = 'sure' | 'likely';

export interface Finding {
  readonly type: FindingType;
  /** Offsets in UTF-16 units of the text that was searched; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  /** The official masked form, as long as what it replaces, so that other offsets stay true. */
  readonly masked: string;
  readonly certainty: Certainty;
  /** Chinese sentence for the officer who decides. */
  readonly why: string;
}

/** What a detector says; the mask is added when overlapping candidates are settled. */
export type Candidate = Omit<Finding, 'masked'>;

export interface FindingContext {
  /** Of a cell that is searched by itself (`kind: 'table'`): the head of its column. Otherwise the title above, for people. */
  readonly heading?: string;
  readonly kind?: 'body' | 'table' | 'attachment';
}

/** Names of the types as officers read them. */
export const findingNames: Readonly<Record<FindingType, string>> = {
  identityNumber: '身份证号',
  phone: '电话号码',
  bankCard: '银行卡号',
  email: '电子邮箱',
  licencePlate: '车牌号',
  address: '家庭住址',
  name: '姓名',
  passport: '护照号',
  travelPermit: '出入境通行证号',
  militaryId: '军人证件号',
  birthDate: '出生日期',
  health: '健康信息',
};
