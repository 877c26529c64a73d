import type { Relevant } from '../../search/index.ts';

/** What a question asks for, beside what it is about; texts answer it in words of another kind. */
export type Wanted = 'amount' | 'time' | 'way' | 'who';

const ASKS: readonly (readonly [Wanted, RegExp])[] = [
  [
    'amount',
    /多少(?!天|个工作日|时间|小时)|几个(?!工作日|月)|几次|几成|多大|标准|比例|最高|上限|限额|几只|几套|几折|价格|收费/u,
  ],
  [
    'time',
    /什么时候|何时|几号|哪天|几月|多久|几天|多少天|多长时间|工作日|小时|期限|截止|时间|几点|几年|有效期|到什么/u,
  ],
  ['way', /怎么|怎样|如何|哪里|在哪|哪儿|去哪|材料|流程|手续|渠道|能在网上|到什么地方/u],
  ['who', /谁|哪些人|什么人|条件|资格|对象|哪些情况|哪些家庭|哪些企业|能不能申请|可以申请吗/u],
];
const ANSWERS: Readonly<Record<Wanted, RegExp>> = {
  amount:
    /[\d一二三四五六七八九十百千万]+(?:\.\d+)?\s*(?:元|万|%|％|成|倍|个|次|只|套|张|折|平方米|年|吨|千瓦|亩|处)|百分之|三分之|（(?:万)?元）|免费|不超过|不低于|不少于/u,
  time: /\d+月|\d+日|工作日|个月|年内|[日月时]前|[一二三四五六七八九十]+[日天]|小时|分钟|每年|每季|每周|起施行|有效期|至.{1,12}[日月]|\d+:\d+|\d+时|[一二三四五六七八九十]年/u,
  way: /申请|办理|预约|通过|提交|提出|登记|缴费|领取|举报|投诉|窗口|一网通办|派出所|服务中心|热线/u,
  who: /对象|符合|条件|资格|人员|家庭|企业|单位|居民|户籍|周岁|的，可以|应当具有|优先/u,
};

export function wantedOf(question: string): readonly Wanted[] {
  return ASKS.flatMap(([wanted, pattern]) => (pattern.test(question) ? [wanted] : []));
}

export function answersTo(wanted: Wanted, text: string): boolean {
  return ANSWERS[wanted].test(text);
}

/** The words of asking, which stand in no text that answers; longer ones first. */
const ASKING =
  /请问一?下?|我想(?:问|知道|咨询|了解)一?下?|想(?:问|知道|咨询|了解)一?下?|您好|你好|谢谢|麻烦|到底|究竟|什么时候|什么时间|什么地方|什么|哪几天|哪天|哪些|哪里|哪儿|哪个|多长时间|多少|多久|多大|多长|几(?:个|年|天|号|月|点|次|只|张|套|户|岁|种|家|人|成|折|针|块)?(?:工作日|小时|月)?|怎么(?:样|办|算|定的|弄|处理)?|怎样|如何|为什么|是不是|有没有|能不能|可不可以|会不会|要不要|行不行|能否|可否|是否|可以|才能|才行|能够|需要|应该|必须|[吗呢吧啊呀么]|[？?！!。，,]|谁|咋|啥/gu;

/** What the question is about, as a search takes it. */
export function withoutAsking(question: string): string {
  const about = question.normalize('NFKC').replaceAll(ASKING, ' ').replaceAll(/\s+/g, ' ').trim();
  return about === '' ? question : about;
}

/** Say how something is asked or meant; they must not count as words that no text knows. */
const EMPTY = new Set(
  `时候 时间 天 年 月 个 次 元 钱 能 会 要 后 前 内 里 上 下 中 出 到 从 在 给 找 去 来 做 弄 搞 拿 让 用 算 最 起 得 着 过 都 自己 别人 家里 我家 我 一下 具体 一般 现在 目前 今年 最近 大概 左右 东西 事情 情况 问题 政府 明湖 明湖区 本区 区里 澄川 没有 不 未 没 有 是 的 了 人 一 些 型 每个 下来 发下来 完 好 办 各 向 哪 带 包括 要求 所有 一个 照顾 好处 天内 在 进去 到手 交上去 上去 下去 这个 那个 不能 再 还 才 就 也 很 把 被 和 与 或 由 之后 以后 以前 之前`.split(
    ' ',
  ),
);

/** Says how something is asked or meant, never what about. */
export function isEmptyWord(word: string): boolean {
  return EMPTY.has(word);
}

export type AskedTerm = Relevant['terms'][number];

/** The words of a question that say what it is about; all of them when it has no others. */
export function tellingTerms(terms: readonly AskedTerm[]): readonly AskedTerm[] {
  const telling = terms.filter((term) => !EMPTY.has(term.text) && !/^\d{1,2}$/.test(term.text));
  return telling.length > 0 ? telling : terms;
}
