/** What two spellings of one unit's name share: 明湖区发展和改革委员会, 区发展改革委 and 区发改委 have one key. */
export interface NameKey {
  /** 省 市 区 县, or empty when the name does not say. */
  readonly level: string;
  readonly core: string;
}

/**
 * Official abbreviations, long form first; both sides of a comparison are rewritten, so only sameness matters.
 * A unit that follows no rule gets an alias in the register.
 */
const REWRITES: readonly (readonly [RegExp, string])[] = [
  [/人民政府/g, '政府'],
  // 上海市公安局某某分局 is 区公安分局; 国家税务总局某某区税务局 is 区税务局.
  [/^国家.{2,6}总局/, ''],
  [/^(.{2,6})局.{1,6}分局$/, '$1分局'],
  [/^政府办(公室|公厅)?$/, '府办'],
  [/^(.+[镇乡])政府$/, '$1'],
  [/街道(办事处|办)$/, '街道'],
  [/^政府(?=..)/, ''],
  [/^委(?=(组织|宣传|统战|政法|网信|编|老干部|社会工作))/, ''],
  [/办公(室|厅)$/, '办'],
  [/委员会/g, '委'],
  [/管委会/g, '管委'],
  [/管理委/g, '管委'],
  [/监督管理/g, '监管'],
  [/发展改革/g, '发改'],
  [/卫生健康/g, '卫健'],
  [/文化旅游/g, '文旅'],
  [/广播电视/g, '广电'],
  [/人力资源社会保障/g, '人社'],
  [/规划自然资源|规划资源/g, '规资'],
  [/自然资源规划/g, '资规'],
  [/住房城乡建设/g, '住建'],
  [/建设管(?=委)/g, '建管'],
  [/建设管理/g, '建管'],
  [/住房保障房屋管理|住房保障房管|房屋管理/g, '房管'],
  [/机关事务管理|机关事务|机关管理/g, '机管'],
  [/国有资产监管|国有资产/g, '国资'],
  [/城市管理行政执法|城市管理综合执法|城管行政执法/g, '城管执法'],
  [/城市运行管理|城市运行/g, '城运'],
  [/城市管理/g, '城管'],
  [/医疗保障/g, '医保'],
  [/退役军人事务/g, '退役军人'],
  [/民族宗教(事务)?/g, '民宗'],
  [/人民防空/g, '人防'],
  [/投资促进/g, '投促'],
  [/经济信息化/g, '经信'],
  [/工业信息化/g, '工信'],
  [/金融(工作|服务|发展)(?=[局办])/g, '金融'],
  [/交通运输/g, '交通'],
  [/科学技术|科技/g, '科技'],
  [/^科技委/, '科委'],
  [/^教育委/, '教委'],
  [/^经济委/, '经委'],
  [/^农业委/, '农委'],
  // 应急管理局 is 应急局, 绿化市容管理局 is 绿化市容局; 房管, 建管, 城管 are settled above.
  [/(?<=..)管理(?=(局|委|办|中心)$)/, ''],
];

const LEVEL = /^(省|市(?!场|容|域|民(?!政|防|宗|族)|政(?!府|协|务|数|策))|区(?!域|块|划)|县)(?=.)/;

/** Width, blanks and ornaments that printing adds; what remains is the name as people say it. */
export function foldName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s*·•"“”'‘’「」]/g, '')
    .replace(/等(部门|单位|有关部门)?$/, '');
}

/**
 * @param areas full names of the areas the register serves, for example 明湖区, 澄川市; at the front of a name they say no more
 *   than 区 or 市
 */
export function nameKey(name: string, areas: readonly string[] = []): NameKey {
  let text = foldName(name)
    .replace(/^中共/, '')
    .replace(/\(.*?\)/g, '');
  for (const area of [...areas].sort((a, b) => b.length - a.length)) {
    // 澄川市明湖区教育局: the lower area decides the level.
    const at = text.indexOf(area);
    if (at === 0 && text.length > area.length)
      text = `${area.at(-1)}${text.slice(area.length)}`.replace(/^市(?=区.)/, '');
    else if (at === 1) text = `${area.at(-1)}${text.slice(at + area.length)}`;
  }
  const level = LEVEL.exec(text)?.[1] ?? '';
  const core = REWRITES.reduce(
    (rest, [pattern, short]) => rest.replace(pattern, short),
    text.slice(level.length).replace(/[和与及、]/g, ''),
  );
  return { level: /分局$/.test(core) && level === '市' ? '区' : level, core };
}

const FAMILY = /(管委办|管委|中心|街道|分局|支队|大队|公司|集团|[局委办厅部镇乡院馆站所署会])$/;

/** 教育局 → 教育 + 局. */
export function splitFamily(core: string): { readonly stem: string; readonly family: string } {
  const family = FAMILY.exec(core)?.[1] ?? '';
  return { stem: core.slice(0, core.length - family.length), family };
}

/** 0 to 1: how likely two keys that differ mean the same unit. Below 0.5 nobody should be bothered with it. */
export function likeness(a: NameKey, b: NameKey): number {
  const alike = coreLikeness(a.core, b.core);
  const levelsDiffer = a.level !== '' && b.level !== '' && a.level !== b.level;
  return Math.round(alike * (levelsDiffer ? 0.6 : 1) * 100) / 100;
}

function coreLikeness(a: string, b: string): number {
  if (a === b) return 1;
  const [left, right] = [splitFamily(a), splitFamily(b)];
  if (left.stem === right.stem && left.stem.length >= 2) return 0.85;
  const lengths = [a.length, b.length] as const;
  if (Math.min(...lengths) >= 2 && isAbbreviation(a, b)) {
    return 0.55 + 0.25 * (Math.min(...lengths) / Math.max(...lengths)) + (left.family === right.family ? 0.1 : 0);
  }
  // 教委 and 教育局: what one district runs as a commission another runs as a bureau.
  const bodies = /^[局委办厅]$/;
  if (bodies.test(left.family) && bodies.test(right.family) && isAbbreviation(left.stem, right.stem)) return 0.6;
  return 0.8 * sharedPairs(a, b);
}

function isAbbreviation(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short !== '' && short[0] === long[0] && isSubsequence(short, long);
}

function isSubsequence(short: string, long: string): boolean {
  let found = 0;
  for (const character of long) if (character === short[found]) found += 1;
  return found === short.length;
}

/** Dice coefficient of neighbouring characters: 投资促进中心 and 投资促进服务中心 share most. */
function sharedPairs(a: string, b: string): number {
  const [left, right] = [pairs(a), pairs(b)];
  if (left.length === 0 || right.length === 0) return 0;
  const rest = [...right];
  let shared = 0;
  for (const pair of left) {
    const at = rest.indexOf(pair);
    if (at >= 0) {
      rest.splice(at, 1);
      shared += 1;
    }
  }
  return (2 * shared) / (left.length + right.length);
}

function pairs(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2));
}
