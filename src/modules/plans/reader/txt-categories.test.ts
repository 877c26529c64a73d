import { expect, test } from 'vitest';
import { diceFrom } from './plan-document.fixtures.ts';
import { readPlan } from './read-plan.ts';

interface Row {
  readonly category: string;
  readonly name: string;
  readonly content: string;
  readonly units: string;
  readonly deadline: string;
}

const CATEGORIES = ['推进重点领域信息公开', '优化政策公开服务', '强化组织保障'];
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
const UNITS = ['区教育局、区民政局', '区发改委牵头，各相关单位配合', '区政府各部门、各街镇（园区）', '区市场监管局'];
const DEADLINES = ['全年', '10月', '6月底前', '上半年'];
const WIDTHS = { category: 4, name: 6, content: 17, units: 9, deadline: 5 };

function rows(seed: number): Row[] {
  const dice = diceFrom(seed);
  let name = '';
  return Array.from({ length: 24 }, (_, index) => {
    if (index % 8 === 0 || dice.chance(0.5)) name = `${dice.pick(NAMES)}${dice.pick(['工作', '机制', ''])}`;
    const category = CATEGORIES[Math.floor(index / 8)] ?? '';
    const content = `及时公开本区${dice.pick(THINGS)}、${dice.pick(THINGS)}等信息，定期更新办理进展和结果，方便社会公众查询。`;
    return { category, name, content, units: dice.pick(UNITS), deadline: dice.pick(DEADLINES) };
  });
}

/** As PDF libraries write a table's text: each cell's lines in turn, joined cells once, nothing between them. */
function dump(all: readonly Row[]): string {
  const lines = ['2024年青浦河区政务公开工作要点任务分解表', '序号 类别 任务名称 任务内容 责任单位 时间节点'];
  const cell = (row: Row, kind: keyof Row) => row[kind].match(new RegExp(`.{1,${WIDTHS[kind]}}`, 'gu')) ?? [];
  all.forEach((row, index) => {
    const before = all[index - 1];
    lines.push(String(index + 1));
    if (before?.category !== row.category) lines.push(...cell(row, 'category'));
    if (before?.name !== row.name || before.category !== row.category) lines.push(...cell(row, 'name'));
    lines.push(...cell(row, 'content'), ...cell(row, 'units'), ...cell(row, 'deadline'));
  });
  return lines.join('\n');
}

test.each([1, 2, 3, 4, 5, 6])(
  'categories and names of plan %i stay apart in a dump without blank lines',
  async (seed) => {
    const truth = rows(seed);
    const { tasks } = await readPlan(new TextEncoder().encode(dump(truth)), { fileName: 'plan.txt' });
    expect(tasks.map(({ category, name, content }) => ({ category, name, content }))).toEqual(
      truth.map(({ category, name, content }) => ({ category, name, content })),
    );
  },
);

test('a deadline in the last line of a unit cell that ends in brackets', async () => {
  const truth = rows(7).map((row) => ({ ...row, units: '区政府各部门、各街镇（园区）', deadline: '10月' }));
  const text = dump(truth).replaceAll('（园区）\n10月', '（园区） 10月');
  expect(text).toContain('（园区） 10月');
  const { tasks } = await readPlan(new TextEncoder().encode(text), { fileName: 'plan.txt' });
  expect(new Set(tasks.map((task) => task.deadlineText))).toEqual(new Set(['10月']));
  const units = new Set(tasks.map((task) => task.units.map((unit) => unit.name).join(' ')));
  expect(units).toEqual(new Set(['区政府各部门 各街镇（园区）']));
});
