/**
 * The uniform columns of 政府信息公开专栏 (GIP-1; 国办公开办函〔2019〕61号), with 政策文件 first as Shanghai has them. Every unit has all of them, in
 * this order; none can be added per unit.
 */
export interface OpennessColumn {
  readonly code: string;
  readonly name: string;
  readonly description: string;
  readonly keywords: string;
  /** What an empty column means: a `must` column that is empty is a fault of the unit (GIP-C1). */
  readonly must: boolean;
  /** Months after which a column without anything new is overdue; null: changes when facts change. */
  readonly updateMonths: number | null;
}

export const OPENNESS_COLUMNS: readonly OpennessColumn[] = [
  {
    code: 'policy',
    name: '政策文件',
    description: '主动公开的政策文件，行政规范性文件单独列出',
    keywords: '政策文件,公文,规范性文件',
    must: true,
    updateMonths: 6,
  },
  {
    code: 'guide',
    name: '政府信息公开指南',
    description: '公开信息的分类、获取方式和公开工作机构的联系方式',
    keywords: '政府信息公开指南,工作机构,联系方式',
    must: true,
    updateMonths: null,
  },
  {
    code: 'rules',
    name: '政府信息公开制度',
    description: '政府信息公开条例、国务院办公厅解释性文件和本市政府信息公开规定',
    keywords: '政府信息公开条例,制度',
    must: true,
    updateMonths: null,
  },
  {
    code: 'statutory',
    name: '法定主动公开内容',
    description: '政府信息公开条例第二十条、第二十一条列明的主动公开内容',
    keywords: '法定主动公开,主动公开目录',
    must: true,
    updateMonths: 12,
  },
  {
    code: 'annualReport',
    name: '政府信息公开年报',
    description: '每年1月31日前公布的政府信息公开工作年度报告',
    keywords: '政府信息公开年度报告',
    must: true,
    updateMonths: 12,
  },
  {
    code: 'onRequest',
    name: '依申请公开',
    description: '申请获取政府信息的条件、方式和答复期限',
    keywords: '依申请公开,申请方式',
    must: true,
    updateMonths: null,
  },
];

/** Stored once by the office, shown in every unit's column (GIP-6). */
export const COMMON_COLUMNS: ReadonlySet<string> = new Set(['rules']);

export type ColumnState = 'filled' | 'empty' | 'overdue';

/** @param count public items in the column @param newest day of the newest one @param before first day that is still in time */
export function columnState(
  column: OpennessColumn,
  count: number,
  newest: string | null,
  before: string | null,
): ColumnState {
  if (count === 0) return 'empty';
  return column.updateMonths !== null && newest !== null && before !== null && newest < before ? 'overdue' : 'filled';
}
