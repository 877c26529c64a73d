import { expect, test } from 'vitest';
import { diceFrom } from './plan-document.fixtures.ts';
import { readPlan } from './read-plan.ts';

const CATEGORIES = ['推进重点领域信息公开', '深化政策全生命周期公开', '强化组织保障'];
const NAMES = ['助力优化营商环境', '做好民生保障领域公开', '提升政策解读质量', '完善常见问题解答', '加强队伍建设'];
const THINGS = [
  '义务教育招生',
  '惠企政策申报',
  '养老服务补贴',
  '重大项目批准结果',
  '公共交通线路',
  '食品抽检',
  '就业培训',
];
const LEAD = ['区教育局', '区发展改革委', '区民政局、区财政局', '区市场监管局'];
const SUPPORT = ['各街镇', '区司法局、区审计局', '区政府各部门', ''];
const DEADLINES = ['全年', '10月', '6月底前', '上半年'];

interface Row {
  readonly category: string;
  readonly name: string;
  readonly content: string;
  readonly lead: string;
  readonly support: string;
  readonly deadline: string;
}

type Column = keyof Row | 'number';

const WIDTHS: Record<keyof Row, number> = { category: 4, name: 6, content: 17, lead: 9, support: 9, deadline: 5 };
const HEADINGS: Record<Column, string> = {
  number: '序号',
  category: '类别',
  name: '任务名称',
  content: '任务内容',
  lead: '牵头单位',
  support: '配合单位',
  deadline: '完成时限',
};

function rows(seed: number): Row[] {
  const dice = diceFrom(seed);
  let name = '';
  return Array.from({ length: 30 }, (_, index) => {
    if (index % 10 === 0 || dice.chance(0.5)) name = `${dice.pick(NAMES)}${dice.pick(['工作', '机制', ''])}`;
    return {
      category: CATEGORIES[Math.floor(index / 10)] ?? '',
      name,
      content: `及时公开本区${dice.pick(THINGS)}、${dice.pick(THINGS)}等信息，定期更新办理进展和结果，方便社会公众查询。`,
      lead: dice.pick(LEAD),
      support: dice.pick(SUPPORT),
      deadline: dice.pick(DEADLINES),
    };
  });
}

/** Each cell's lines in turn, joined cells once, as PDF libraries write a table's text. */
function dump(all: readonly Row[], columns: readonly Column[], header: string, between = ''): string {
  const lines = ['2024年青浦河区政务公开工作要点任务分解表', header];
  all.forEach((row, index) => {
    const before = all[index - 1];
    const isOld = (column: Column) =>
      before !== undefined &&
      before.category === row.category &&
      (column === 'category' || (column === 'name' && before.name === row.name));
    for (const column of columns) {
      if (column === 'number') lines.push(String(index + 1));
      else if (!isOld(column)) lines.push(...(row[column].match(new RegExp(`.{1,${WIDTHS[column]}}`, 'gu')) ?? []));
    }
  });
  return lines.join(`\n${between}`);
}

async function readText(text: string) {
  return readPlan(new TextEncoder().encode(text), { fileName: 'plan.txt' });
}

const headerOf = (columns: readonly Column[]) => columns.map((column) => HEADINGS[column]).join(' ');

test.each([1, 2, 3, 4])('categories that stand before the numbers (plan %i)', async (seed) => {
  const truth = rows(seed);
  const columns: Column[] = ['category', 'number', 'name', 'content', 'lead', 'deadline'];
  const { tasks } = await readText(dump(truth, columns, headerOf(columns)));
  expect(tasks.map(({ category, name, content, deadlineText }) => [category, name, content, deadlineText])).toEqual(
    truth.map(({ category, name, content, deadline }) => [category, name, content, deadline]),
  );
});

test.each([1, 2, 3, 4])(
  'units that lead and units that support, and a blank line below every line (plan %i)',
  async (seed) => {
    const truth = rows(seed);
    const columns: Column[] = ['number', 'category', 'name', 'content', 'lead', 'support', 'deadline'];
    const { tasks } = await readText(dump(truth, columns, headerOf(columns), '\n'));
    const unitsOf = (index: number, role: string) =>
      (tasks[index]?.units ?? []).filter((unit) => unit.role === role).map((unit) => unit.name);
    expect(truth.map((_, index) => [unitsOf(index, 'lead').join('、'), unitsOf(index, 'support').join('、')])).toEqual(
      truth.map(({ lead, support }) => [lead, support]),
    );
  },
);

test.each(['序号 类别 任务名称 任务内容 牵头单位 完成\n时限', '序号 类别 任务名称 任务内容 牵头单位\n完成时\n限'])(
  'headings that wrap: %j',
  async (header) => {
    const truth = rows(5);
    const columns: Column[] = ['number', 'category', 'name', 'content', 'lead', 'deadline'];
    const { tasks } = await readText(dump(truth, columns, header));
    expect(tasks.map(({ category, deadlineText }) => [category, deadlineText])).toEqual(
      truth.map(({ category, deadline }) => [category, deadline]),
    );
  },
);

test('a row number that follows the last line of a name', async () => {
  const truth = rows(6).map((row) => ({ ...row, name: '做好民生保障领域公开' }));
  const columns: Column[] = ['number', 'category', 'name', 'content', 'lead', 'deadline'];
  const text = dump(truth, columns, headerOf(columns)).replace('\n领域公开\n', '\n').replace('\n2\n', '\n领域公开2\n');
  expect(text).toContain('领域公开2');
  const { tasks } = await readText(text);
  expect(tasks).toHaveLength(truth.length);
  expect(tasks[1]?.content).toBe(truth[1]?.content);
});

test('a dump whose order is not that of the rows is doubted as a whole', async () => {
  const columns: Column[] = ['number', 'category', 'name', 'content', 'lead', 'deadline'];
  const [title = '', header = '', ...lines] = dump(rows(7), columns, headerOf(columns)).split('\n');
  const dice = diceFrom(7);
  const shuffled = lines.map((line) => [dice.chance(0.5) ? 1 : 0, line] as const).toSorted((a, b) => a[0] - b[0]);
  const text = [title, header, ...shuffled.map(([, line]) => line)].join('\n');
  const { warnings } = await readText(text);
  expect(warnings.filter(({ taskNumber, message }) => taskNumber === null && /先后顺序/.test(message))).toHaveLength(1);
});
