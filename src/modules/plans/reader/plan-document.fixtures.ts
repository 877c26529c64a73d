import type { DeadlineKind, UnitRole } from './plan-reading.ts';

/**
 * Invented plans for tests: every text, unit and layout is drawn from a seed, and the truth is written down before the
 * document is laid out, so that reading it back can be compared field by field.
 */
export interface InventedPlan {
  readonly seed: number;
  readonly title: string;
  readonly year: number;
  readonly tasks: readonly InventedTask[];
  readonly layout: Layout;
}

export interface InventedTask {
  readonly number: number;
  readonly category: string | null;
  readonly name: string | null;
  readonly content: string;
  readonly units: readonly { readonly name: string; readonly role: UnitRole }[];
  /** Lead, support and responsible units as the cells print them. */
  readonly unitCell: string;
  readonly leadCell: string;
  readonly supportCell: string;
  readonly deadlineText: string;
  readonly deadline: { readonly kind: DeadlineKind; readonly from: string | null; readonly to: string | null };
}

export type ColumnKind =
  | 'number'
  | 'category'
  | 'name'
  | 'content'
  | 'units'
  | 'lead'
  | 'support'
  | 'deadline'
  | 'remark';

export interface Layout {
  readonly columns: readonly ColumnKind[];
  /** Null: no heading row. */
  readonly headings: Readonly<Record<ColumnKind, string>> | null;
  readonly number: (n: number) => string;
  /** Categories stand in rows across the table. */
  readonly categoryRows: boolean;
  /** Equal neighbours in name, category, units and deadline are one joined cell; otherwise each row repeats them. */
  readonly joins: boolean;
  /** Rows after which a page ends; the next piece repeats the headings or not. */
  readonly breaks: readonly number[];
  readonly repeatsHeadings: boolean;
  readonly narrative: boolean;
  readonly decoy: boolean;
  readonly note: boolean;
}

export interface Dice {
  (): number;
  pick<T>(items: readonly T[]): T;
  chance(share: number): boolean;
  between(low: number, high: number): number;
}

export function diceFrom(seed: number): Dice {
  let state = seed * 2_654_435_761 + 1;
  const roll = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return Object.assign(roll, {
    pick: <T>(items: readonly T[]): T => items[Math.floor(roll() * items.length)] as T,
    chance: (share: number) => roll() < share,
    between: (low: number, high: number) => low + Math.floor(roll() * (high - low + 1)),
  });
}

const UNITS = [
  '区府办',
  '区发改委',
  '区教育局',
  '区民政局',
  '区财政局',
  '区人力资源和社会保障局',
  '区规划资源局',
  '区生态环境局',
  '区建设管理委',
  '区商务委',
  '区卫生健康委',
  '区市场监管局（区知识产权局）',
  '区城管执法局',
  '区融媒体中心',
  '区政务服务中心',
  '区大数据中心',
  '区税务局',
  '区司法局',
  '青桥镇',
  '柳浦街道',
  '临河新区管委会',
  '区国资委',
  '区医保局',
  '区信访办',
  '区机管局',
  '区新闻办',
  '区消防救援支队',
  '区推进办',
] as const;
const GROUPS = ['各街镇', '区政府各部门', '各相关单位', '各单位', '园区', '重大行政决策涉及部门'] as const;
const VERBS = ['推进', '做好', '加强', '优化', '完善', '及时公开', '规范', '健全', '落实', '持续深化'] as const;
const OBJECTS = [
  '惠企政策集中发布',
  '重点民生信息公开',
  '政策解读质量',
  '公共企事业单位信息公开',
  '依申请公开办理流程',
  '政务公开专区建设',
  '基层政务公开标准目录',
  '政府网站信息维护',
  '社会救助和养老服务信息',
  '重大建设项目批准和实施信息',
  '“一网通办”专栏内容',
  '行政规范性文件集中清理',
  '公众代表列席会议机制',
] as const;
const TAILS = [
  '。',
  '，做到应公开尽公开。',
  '，每年不少于2次。',
  '；建立台账，逐项销号',
  '，提升公众知晓度和满意度。',
  '，确保2小时内响应、5个工作日内答复。',
  '，覆盖率达到100%',
  '。对照《条例》第二十条逐项核对。',
] as const;
const CATEGORIES = [
  '深化重点领域信息公开',
  '提升政策公开质量',
  '强化政民互动',
  '夯实公开平台',
  '加强组织保障',
] as const;
const HAN = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

export function inventPlan(seed: number): InventedPlan {
  const dice = diceFrom(seed);
  const year = dice.between(2019, 2027);
  const columns = drawColumns(dice);
  const categoryRows = !columns.includes('category') && dice.chance(0.3);
  const style: RoleStyle = columns.includes('lead')
    ? 'columns'
    : dice.pick<RoleStyle>(['plain', 'words', 'star', 'brackets', 'labels']);
  const tasks = drawTasks(dice, year, { columns, categoryRows, style });
  const title = `${year}年${dice.pick(['临江市青浦河区', '云州区', '海东县', '南屏市'])}政务公开工作要点`;
  return { seed, title, year, tasks, layout: drawLayout(dice, columns, categoryRows, style, tasks.length) };
}

function drawColumns(dice: Dice): ColumnKind[] {
  const texts: ColumnKind[] = dice.pick<ColumnKind[]>([
    ['content'],
    ['name', 'content'],
    ['category', 'name', 'content'],
    ['category', 'content'],
  ]);
  const units: ColumnKind[] = dice.chance(0.2) ? ['lead', 'support'] : ['units'];
  const remark: ColumnKind[] = dice.chance(0.15) ? ['remark'] : [];
  if (dice.chance(0.65)) return ['number', ...texts, ...units, 'deadline', ...remark];
  // Any order, as long as the text columns keep theirs.
  const groups: ColumnKind[][] = [['number'], texts, units, ['deadline'], remark];
  return groups
    .map((group) => ({ group, at: dice() }))
    .sort((a, b) => a.at - b.at)
    .flatMap(({ group }) => group);
}

type RoleStyle = 'plain' | 'words' | 'star' | 'brackets' | 'labels' | 'columns';

function drawTasks(
  dice: Dice,
  year: number,
  look: { columns: readonly ColumnKind[]; categoryRows: boolean; style: RoleStyle },
): InventedTask[] {
  const count = dice.between(8, 45);
  const withCategory = look.columns.includes('category') || look.categoryRows;
  const withName = look.columns.includes('name');
  const deadlines = deadlineChoices(year);
  const tasks: InventedTask[] = [];
  const categories = Math.min(CATEGORIES.length, Math.ceil(count / 6));
  let name = '';
  for (let i = 0; i < count; i += 1) {
    const before = tasks.at(-1);
    const at = Math.floor((i * categories) / count);
    const category = withCategory ? `${look.categoryRows ? `${HAN[at]}、` : ''}${CATEGORIES[at]}` : null;
    const sameGroup = before !== undefined && before.category === category && dice.chance(0.35);
    if (!sameGroup)
      name = `${dice.pick(VERBS)}${dice.pick(OBJECTS)}${i}`.replace(/\d+/g, (n) => HAN[Number(n) % 10] ?? n);
    const sameUnits = sameGroup && dice.chance(0.3);
    const units = sameUnits && before ? before : drawUnits(dice, look.style);
    const [deadlineText, kind, from, to] = dice.chance(0.5) ? (deadlines[0] as Choice) : dice.pick(deadlines);
    tasks.push({
      number: i + 1,
      category,
      name: withName ? name : null,
      content: `${dice.pick(VERBS)}${dice.pick(OBJECTS)}，${dice.pick(VERBS)}${dice.pick(OBJECTS)}${dice.pick(TAILS)}`,
      units: units.units,
      unitCell: units.unitCell,
      leadCell: units.leadCell,
      supportCell: units.supportCell,
      deadlineText,
      deadline: { kind, from, to },
    });
  }
  return tasks;
}

function drawUnits(
  dice: Dice,
  style: RoleStyle,
): Pick<InventedTask, 'units' | 'unitCell' | 'leadCell' | 'supportCell'> {
  const pool = [...UNITS].map((name) => ({ name, at: dice() })).sort((a, b) => a.at - b.at);
  const leads: string[] = pool.slice(0, dice.between(1, 2)).map((u) => u.name);
  const others: string[] = pool.slice(5, 5 + dice.between(style === 'columns' ? 1 : 0, 4)).map((u) => u.name);
  if (dice.chance(0.4)) others.push(dice.pick(GROUPS));
  const comma = dice.pick(['、', '，', '、\n', '；\n']);
  const join = (names: readonly string[]) => names.join(comma === '；\n' ? '、' : comma);
  const given = (names: readonly string[], role: UnitRole) => names.map((name) => ({ name, role }));
  const cells = { leadCell: leads.join('、'), supportCell: others.join(dice.pick(['、', '\n'])) };
  const second = dice.pick<[string, UnitRole]>([
    ['配合', 'support'],
    ['落实', 'responsible'],
    ['负责落实', 'responsible'],
    ['协助', 'support'],
  ]);
  const ending = others.length > 1 && dice.chance(0.25) ? dice.pick(['等', '等单位', '等相关部门']) : '';
  const rest = given(others, 'responsible');
  const helped = others.length > 0 ? `，${join(others)}${ending}${second[0]}` : '';
  if (style === 'columns')
    return { units: [...given(leads, 'lead'), ...given(others, 'support')], unitCell: '', ...cells };
  if (style === 'plain')
    return {
      units: given([...leads, ...others], 'responsible'),
      unitCell: join([...leads, ...others]) + ending,
      ...cells,
    };
  if (style === 'words')
    return {
      units: [...given(leads, 'lead'), ...given(others, second[1])],
      unitCell: `${join(leads)}牵头${helped}`,
      ...cells,
    };
  if (style === 'star') {
    const starred = leads.map((name) => `*${name}`).join('、');
    return {
      units: [...given(leads, 'lead'), ...rest],
      unitCell: [starred, ...(others.length > 0 ? [join(others)] : [])].join(dice.pick(['；', '\n', '；\n'])),
      ...cells,
    };
  }
  if (style === 'brackets')
    return {
      units: [...given(leads, 'lead'), ...rest],
      unitCell: [...leads.map((name) => `${name}（牵头）`), ...others].join('、'),
      ...cells,
    };
  const support = others.length > 0 ? `${dice.pick(['；', '\n'])}配合单位：${join(others).replaceAll('；', '、')}` : '';
  return {
    units: [...given(leads, 'lead'), ...given(others, 'support')],
    unitCell: `牵头单位：${leads.join('、')}${support}`,
    ...cells,
  };
}

type Choice = readonly [string, DeadlineKind, string | null, string | null];

function deadlineChoices(y: number): Choice[] {
  return [
    ['全年', 'year', `${y}-01-01`, `${y}-12-31`],
    ['6月底', 'date', null, `${y}-06-30`],
    ['9月底前', 'date', null, `${y}-09-30`],
    ['10月前', 'date', null, `${y}-09-30`],
    ['１１月底前', 'date', null, `${y}-11-30`],
    ['4月', 'month', `${y}-04-01`, `${y}-04-30`],
    ['上半年', 'halfyear', `${y}-01-01`, `${y}-06-30`],
    ['三季度', 'quarter', `${y}-07-01`, `${y}-09-30`],
    ['第四季度', 'quarter', `${y}-10-01`, `${y}-12-31`],
    ['实时', 'realtime', null, null],
    ['持续推进', 'realtime', null, null],
    ['6月底\n9月底', 'multi', null, `${y}-09-30`],
    ['3-6月 9-10月', 'multi', `${y}-03-01`, `${y}-10-31`],
    ['4月、10月', 'multi', `${y}-04-01`, `${y}-10-31`],
    ['每季度', 'multi', `${y}-01-01`, `${y}-12-31`],
    [`${y + 1}年1月`, 'month', `${y + 1}-01-01`, `${y + 1}-01-31`],
    [`${y}年12月31日前`, 'date', null, `${y}-12-31`],
    ['年底前', 'date', null, `${y}-12-31`],
    ['印发后30日内', 'relative', null, null],
    ['1个月内', 'relative', null, null],
  ];
}

const HEADINGS: Readonly<Record<ColumnKind, readonly string[]>> = {
  number: ['序号', '序 号', '编号', '序'],
  category: ['类别', '任务类别', '工作分类', '领域'],
  name: ['任务名称', '工作事项', '重点任务', '工作任务'],
  content: ['任务内容', '具体举措', '主要内容', '工作要求', '任务分解'],
  units: ['责任单位', '责 任 单 位', '责任部门', '牵头单位（*）/责任单位', '责任分工'],
  lead: ['牵头单位', '主办单位', '牵头部门'],
  support: ['配合单位', '协办单位', '配合部门'],
  deadline: ['时间节点', '完成时限', '完成时间', '时 限', '时间要求'],
  remark: ['备注', '完成情况'],
};

const NUMBERS: readonly ((n: number) => string)[] = [
  (n) => String(n),
  (n) => `${n}.`,
  (n) => `（${n}）`,
  (n) => `${n}、`,
  (n) => String(n).replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)),
  (n) => `${n >= 20 ? HAN[Math.floor(n / 10) - 1] : ''}${n >= 10 ? '十' : ''}${n % 10 > 0 ? HAN[(n % 10) - 1] : ''}`,
];

function drawLayout(
  dice: Dice,
  columns: readonly ColumnKind[],
  categoryRows: boolean,
  style: RoleStyle,
  count: number,
): Layout {
  const names = Object.fromEntries(Object.entries(HEADINGS).map(([kind, words]) => [kind, dice.pick(words)])) as Record<
    ColumnKind,
    string
  >;
  if (names.units.includes('*') && style !== 'star') names.units = '责任单位';
  // Without headings a lone short column may be names or categories: nobody could tell.
  const open = columns.includes('category') && !columns.includes('name');
  const headless = style !== 'columns' && !columns.includes('remark') && !open && dice.chance(0.2);
  const breaks = dice.chance(0.4) ? [dice.between(3, count - 3), dice.between(3, count - 3)] : [];
  return {
    columns,
    headings: headless ? null : names,
    number: dice.pick(categoryRows ? NUMBERS.slice(0, 5) : NUMBERS),
    categoryRows,
    joins: dice.chance(0.6),
    breaks: [...new Set(breaks)].sort((a, b) => a - b),
    repeatsHeadings: dice.chance(0.5),
    narrative: dice.chance(0.6),
    decoy: dice.chance(0.3),
    note: dice.chance(0.25),
  };
}
