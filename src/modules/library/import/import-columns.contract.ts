/** Columns of an import table, with the headings that existing libraries use for them. */
export const IMPORT_COLUMNS = {
  title: ['标题', '名称', '文件名称', '公文名称', 'title'],
  documentNumber: ['发文字号', '文号', 'documentNumber'],
  indexNumber: ['索引号', '索取号', 'indexNumber'],
  unit: ['公开单位', '公开主体', '责任单位', 'unit'],
  issuer: ['发文机关', '发文单位', '制发机关', 'issuer'],
  issuedOn: ['成文日期', '生成日期', '发文日期', 'issuedOn'],
  publishedOn: ['发布日期', '公开日期', 'publishedOn'],
  documentType: ['文种', '体裁', 'documentType'],
  normative: ['规范性文件', '是否规范性文件', 'normative'],
  takesEffectOn: ['施行日期', '生效日期', 'takesEffectOn'],
  expiresOn: ['有效期至', '失效日期', 'expiresOn'],
  closesOn: ['截止日期', '申报截止日期', 'closesOn'],
  topic: ['主题分类', '主题', 'topic'],
  tags: ['标签', '政策标签', '关键词', 'tags'],
  audiences: ['适用对象', 'audiences'],
  summary: ['内容概述', '摘要', 'summary'],
  recipients: ['主送机关', 'recipients'],
  statutoryClass: ['法定公开事项', 'statutoryClass'],
  body: ['正文', '内容', 'body'],
  attachments: ['附件', '附件文件名', 'attachments'],
  repeals: ['废止的文件', 'repeals'],
  amends: ['修改的文件', 'amends'],
} as const;
export type ImportColumn = keyof typeof IMPORT_COLUMNS;

export const COLUMN_NAMES = Object.fromEntries(
  Object.entries(IMPORT_COLUMNS).map(([column, names]) => [column, names[0]]),
) as Readonly<Record<ImportColumn, string>>;

export type ImportValues = Readonly<Partial<Record<ImportColumn, string>>>;

const REQUIRED: readonly ImportColumn[] = ['title', 'issuedOn'];

/**
 * Columns without which no row of policy documents can be brought in; 公开单位 may be told by 发文机关 instead, so its heading may
 * be missing.
 */
export const MANDATORY_COLUMNS: readonly ImportColumn[] = [
  'title',
  'documentNumber',
  'unit',
  'issuedOn',
  'topic',
  'tags',
  'body',
];

/** A row that shows how each column is written; its unit is in no register, so that it cannot be brought in by mistake. */
const EXAMPLE: Readonly<Record<ImportColumn, string>> = {
  title: '示例：关于做好转学工作的通知（导入前请删去本行）',
  documentNumber: '示教规〔2021〕3号',
  indexNumber: '',
  unit: '示例单位（请写单位全称）',
  issuer: '示例单位',
  issuedOn: '2021-03-05',
  publishedOn: '2021-03-08',
  documentType: '通知',
  normative: '是',
  takesEffectOn: '2021-04-01',
  expiresOn: '2026-03-31',
  closesOn: '',
  topic: '教育',
  tags: '入学、转学',
  audiences: '学生、家长',
  summary: '转学的条件、材料和办理时间。',
  recipients: '各中小学',
  statutoryClass: '',
  body: '第一段文字\n第二段文字',
  attachments: '名单.docx、申请表.docx',
  repeals: '示教规〔2016〕1号',
  amends: '',
};

/** Headings, the mandatory ones starred, and one example row: a table to fill in. */
export function templateRows(): string[][] {
  const columns = Object.keys(IMPORT_COLUMNS) as ImportColumn[];
  return [
    columns.map((column) => `${COLUMN_NAMES[column]}${MANDATORY_COLUMNS.includes(column) ? '*' : ''}`),
    columns.map((column) => EXAMPLE[column]),
  ];
}

export interface ReadHead {
  /** Column of each cell; null: not used. */
  readonly columns: readonly (ImportColumn | null)[];
  readonly missing: readonly string[];
  readonly unused: readonly string[];
}

/** Recognises a table's heading row; blanks and marks of necessity do not matter. */
export function readHead(cells: readonly string[]): ReadHead {
  const columns = cells.map((cell) => columnOf(cell));
  const missing = REQUIRED.filter((column) => !columns.includes(column)).map((column) => COLUMN_NAMES[column]);
  return { columns, missing, unused: cells.filter((cell, at) => columns[at] === null && cell.trim() !== '') };
}

function columnOf(cell: string): ImportColumn | null {
  const word = cell.replaceAll(/[\s*＊（）()：:]/g, '').toLowerCase();
  const found = Object.entries(IMPORT_COLUMNS).find(([, names]) => names.some((name) => name.toLowerCase() === word));
  return (found?.[0] as ImportColumn | undefined) ?? null;
}

/** A row's cells by column; a column that stands twice keeps its first value. */
export function valuesOf(head: ReadHead, cells: readonly string[]): ImportValues {
  const values: Partial<Record<ImportColumn, string>> = {};
  for (const [at, column] of head.columns.entries()) {
    const text = cells[at]?.trim() ?? '';
    if (column && text !== '' && values[column] === undefined) values[column] = text;
  }
  return values;
}
