import { isLocalDate } from '../../../kernel/local-date.ts';

/** Columns of a table of cases, with the headings that other systems use for them. */
const COLUMNS = {
  externalNumber: ['来件编号', '工单编号', '编号', '受理编号'],
  kind: ['类型', '来件类型', '渠道类型'],
  title: ['标题', '主题'],
  text: ['内容', '来件内容', '诉求内容', '留言内容'],
  receivedOn: ['收到日期', '受理日期', '留言日期'],
  dueOn: ['办理期限', '办结期限', '截止日期'],
  unit: ['承办单位', '责任单位'],
  name: ['姓名', '来信人'],
  phone: ['联系电话', '电话'],
  email: ['电子邮箱', '邮箱'],
} as const;
type Column = keyof typeof COLUMNS;
const REQUIRED: readonly Column[] = ['externalNumber', 'kind', 'text', 'receivedOn'];
const APPLICANT: readonly Column[] = ['name', 'phone', 'email'];

/** @returns the columns in the order of the cells, and the headings that are missing */
export function readHead(cells: readonly string[]): {
  readonly columns: readonly (Column | null)[];
  readonly missing: readonly string[];
} {
  const columns = cells.map((cell) => {
    const word = cell.replaceAll(/[\s*＊（）()：:]/g, '');
    const found = Object.entries(COLUMNS).find(([, names]) => (names as readonly string[]).includes(word));
    return (found?.[0] as Column | undefined) ?? null;
  });
  return { columns, missing: REQUIRED.filter((one) => !columns.includes(one)).map((one) => COLUMNS[one][0]) };
}

/** A row as another system would hand it over; what is wrong with it is found where those are checked. */
export function rowInput(columns: readonly (Column | null)[], cells: readonly string[]): Record<string, unknown> {
  const values = new Map<Column, string>();
  for (const [at, column] of columns.entries()) {
    const text = cells[at]?.trim() ?? '';
    if (column && text !== '' && !values.has(column)) values.set(column, text);
  }
  const has = APPLICANT.some((column) => values.has(column));
  return {
    externalNumber: values.get('externalNumber') ?? '',
    kind: values.get('kind') ?? '',
    title: values.get('title') ?? null,
    text: values.get('text') ?? '',
    receivedOn: dayOf(values.get('receivedOn')) ?? '',
    dueOn: dayOf(values.get('dueOn')) ?? null,
    unit: values.get('unit') ?? null,
    applicant: has ? Object.fromEntries(APPLICANT.map((column) => [column, values.get(column) ?? null])) : null,
  };
}

/** 2026-3-2, 2026/03/02, 2026年3月2日, 2026.3.2, also with a time behind; else as it stands, for the check to refuse. */
function dayOf(text: string | undefined): string | undefined {
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T].*)?$/.exec(text ?? '');
  const day = match && `${match[1]}-${match[2]?.padStart(2, '0')}-${match[3]?.padStart(2, '0')}`;
  return day && isLocalDate(day) ? day : text;
}
