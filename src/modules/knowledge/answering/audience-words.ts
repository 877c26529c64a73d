import { chineseNumber } from './chinese-number.ts';

/** For whom something is meant, and the words that name them in questions and in texts; longer words are taken before those that stand in them. */
const AUDIENCES = `
elderly 老年人 老人 长者 老头 老太 爷爷 奶奶 外公 外婆 老伴 老两口 爸妈 老爸 老妈 离退休人员
child 小孩 孩子 儿童 少年 未成年人 中小学生 小学生 初中生 中学生 学生 子女 幼儿 小朋友 随迁子女
infant 婴幼儿 婴儿 新生儿 宝宝 幼儿 娃 刚出生
graduate 大学生 高校毕业生 毕业生 应届生 研究生 青年职工 刚毕业
pregnant 孕妇 孕产妇 产妇
disabled 残疾人 重残 残疾
veteran 退役军人 退役士兵 退伍军人 退伍 复员 优抚对象 当兵 现役军人
`;

/** 娃 may be of any age under school's end, and who says 小孩 may mean a baby. */
const NEAR: Readonly<Record<string, readonly string[]>> = { infant: ['child'], child: ['infant'] };

const AUDIENCE_OF: ReadonlyMap<string, readonly string[]> = (() => {
  const found = new Map<string, string[]>();
  for (const line of AUDIENCES.trim().split('\n')) {
    const [audience = '', ...words] = line.split(' ');
    for (const word of words) found.set(word, [...(found.get(word) ?? []), audience]);
  }
  return found;
})();
const WORDS = [...AUDIENCE_OF.keys()].sort((a, b) => b.length - a.length);
const ANY = new RegExp(WORDS.join('|'), 'gu');

/** Years of age from the first to the last, both included. */
export type Ages = readonly [from: number, to: number];

export interface Audience {
  readonly groups: ReadonlySet<string>;
  readonly ages: readonly Ages[];
}

const NUMBER = '[\\d一二三四五六七八九十]{1,4}';
const AGE = new RegExp(
  `(?:(${NUMBER})(?:周?岁)?(?:至|到|-|—|～))?(${NUMBER})(多)?周?岁(以上|及以上|以下|及以下|出头)?`,
  'gu',
);
const OLDEST = 130;
const ADULT = 18;
const ELDERLY = 60;

/** Whom a question or a passage names: by words, and by age. */
export function audienceOf(text: string): Audience {
  const groups = new Set([...text.matchAll(ANY)].flatMap(([word]) => AUDIENCE_OF.get(word) ?? []));
  const ages = [...text.matchAll(AGE)].map(([, from, to, more, way]): Ages => {
    const last = chineseNumber(to ?? '');
    if (from !== undefined) return [chineseNumber(from), last];
    if (way?.endsWith('以上')) return [last, OLDEST];
    if (way?.endsWith('以下')) return [0, last];
    return more || way ? [last, last + 9] : [last, last];
  });
  return { groups, ages };
}

export function namesAudience({ groups, ages }: Audience): boolean {
  return groups.size > 0 || ages.length > 0;
}

/** Whether what is said to the one cannot be meant for the other: both name somebody, and never the same. */
export function isForOthers(asking: Audience, told: Audience): boolean {
  if (asking.ages.length > 0 && told.ages.length > 0) {
    return !asking.ages.some((one) => told.ages.some((other) => one[0] <= other[1] && other[0] <= one[1]));
  }
  const [who, whom] = [groupsOf(asking), groupsOf(told)];
  return who.size > 0 && whom.size > 0 && ![...who].some((one) => whom.has(one));
}

function groupsOf({ groups, ages }: Audience): ReadonlySet<string> {
  const aged = ages.flatMap(([from, to]) => (from >= ELDERLY ? ['elderly'] : to < ADULT ? ['child'] : ['adult']));
  const all = [...groups, ...aged];
  return new Set([...all, ...all.flatMap((group) => NEAR[group] ?? [])]);
}
