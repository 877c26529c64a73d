import type { Relevant } from '../../search/index.ts';

/** What a question asks for, beside what it is about; texts answer it in words of another kind. */
export type Wanted = 'amount' | 'time' | 'place' | 'way' | 'who';

const ASKS: readonly (readonly [Wanted, RegExp])[] = [
  [
    'amount',
    /多少(?!天|个工作日|时间|小时)|几个(?!工作日|月)|[几多]少?(?:块|元|万|成|折|钱)|几次|多大|比例|最高|上限|限额|几只|几套|价格|怎么(?:收|算|定)/u,
  ],
  [
    'time',
    /什么时候|何时|几号|哪天|几月|哪个月|多久|几天|多少天|多长时间|几个(?:工作日|月|礼拜|小时)|多少个?工作日|多少小时|期限|截止|几点|几年|有效期|到什么时候|[早晚]一班/u,
  ],
  ['place', /哪里|在哪|哪儿|去哪|到什么地方|什么地方|哪家|哪个(?:窗口|部门|单位|医院)/u],
  ['way', /怎么(?!收|算|定)|怎样|如何|材料|流程|手续|渠道|能在网上|找谁|向谁/u],
  ['who', /谁(?!出)|哪些人|什么人|条件|资格|对象|哪些情况|哪些家庭|哪些企业|能不能申请|可以申请吗/u],
];
const ANSWERS: Readonly<Record<Wanted, RegExp>> = {
  amount:
    /[\d一二两三四五六七八九十百千万]+(?:\.\d+)?\s*(?:元|万|亿|%|％|成|倍|个(?!工作日|月|小时|自然日)|次|只|套|张|折|户|台|辆|家|种|处|平方米|米|吨|千瓦|亩|人|名)|百分之|[三四]分之|（(?:万)?元）|[：；]\d|免费|免收|减半|不收|全额|全免|一处|一户|不超过|不低于|不少于/u,
  time: /\d+月|\d+日|[一二三四五六七八九十]+月|工作日|个月|年内|[日月时]前|[一二两三四五六七八九十百]+(?:[日天年周]|个月|自然日)|学期|节假日|小时|分钟|每年|每月|每季|每半年|半年|每周|每日|每次|当日|当场|即时|随时|起施行|有效期|渐退期|至.{1,12}[日月]|\d+[:：]\d+|\d+时|[一二三四五六七八九十]年/u,
  place:
    /中心|窗口|派出所|服务[点站台处]|受理|街道|镇人民政府|村民|医院|门诊|大厅|网上|一网通办|平台|网站|门户|小程序|银行|[路街]|小区|公告栏|社区|地点|场馆|场所|学校|居住地|点位|岸线|集中居住点|宅基地/u,
  way: /申请|办理|预约|通过|提交|提出|登记|缴费|缴纳|领取|举报|投诉|反映|协商|窗口|一网通办|派出所|服务中心|服务台|热线|备案|提供|公布|公示|凭|改正|安排|排序|录取|应当|可以|确定|按/u,
  who: /对象|符合|条件|资格|人员|家庭|企业|单位|居民|户籍|周岁|的，可以|应当具有|优先|业主|财政|政府|局|部门|能。/u,
};

export function wantedOf(question: string): readonly Wanted[] {
  return ASKS.flatMap(([wanted, pattern]) => (pattern.test(question) ? [wanted] : []));
}

export function answersTo(wanted: Wanted, text: string): boolean {
  return ANSWERS[wanted].test(text);
}

/** The words of asking, which stand in no text that answers; longer ones first. */
const ASKING =
  /请问一?下?|我想(?:问|知道|咨询|了解)一?下?|想(?:问|知道|咨询|了解)一?下?|您好|你好|谢谢|麻烦|到底|究竟|什么时候|什么时间|什么地方|什么|哪几天|哪天|哪些|哪里|哪儿|哪个|多长时间|多少|多久|多大|多长|几(?:个|年|天|号|月|点|次|只|张|套|户|岁|种|家|人|成|折|针|块)?(?:工作日|小时|月)?|怎么(?:样|办|算|定的|弄|处理)?|怎样|如何|咋办|几个?(?:礼拜|工作日|小时)|几(?:块|毛|百|十)钱?|要多长|为什么|是不是|有没有|能不能|可不可以|会不会|要不要|行不行|能否|可否|是否|可以|才能|才行|能够|需要|应该|必须|[吗呢吧啊呀么]|[？?！!。，,]|谁|咋|啥/gu;

/** What the question is about, as a search takes it. */
export function withoutAsking(question: string): string {
  const about = question.normalize('NFKC').replaceAll(ASKING, ' ').replaceAll(/\s+/g, ' ').trim();
  return about === '' ? question : about;
}

/** Say how something is asked or meant; they must not count as words that no text knows. */
const EMPTY = new Set(
  `时候 时间 天 年 月 个 次 元 钱 能 会 要 后 前 内 里 上 下 中 出 到 从 在 给 找 去 来 做 弄 搞 拿 让 用 算 最 起 得 着 过 都 自己 别人 家里 我家 我 一下 具体 一般 现在 目前 今年 最近 大概 左右 东西 事情 情况 问题 政府 明湖 明湖区 本区 区里 澄川 没有 不 未 没 有 是 的 了 人 一 些 型 每个 下来 发下来 完 好 办 各 向 哪 带 包括 要求 所有 一个 照顾 好处 天内 在 进去 到手 交上去 上去 下去 这个 那个 不能 再 还 才 就 也 很 把 被 和 与 或 由 我们 咱们 咱 那栋 那 这 里头 国家 区里 政府 想 家 一共 花 家里人 之后 以后 以前 之前 之内 以内 地方 用处 事 每次`.split(
    ' ',
  ),
);

/** Says how something is asked or meant, never what about. */
export function isEmptyWord(word: string): boolean {
  return EMPTY.has(word);
}

/** 十分钟, 两块, 65: how much of it, never what. */
const COUNTED =
  /^(?:\d{1,2}|[\d一二两三四五六七八九十百几]+(?:个|分钟|小时|天|年|月|块|家|次|种|层|户|岁|元|万|套|只|张|台|位|场|遍|趟|礼拜|多岁)?)$/u;

export type AskedTerm = Relevant['terms'][number];

/** The words of a question that say what it is about; all of them when it has no others. */
export function tellingTerms(terms: readonly AskedTerm[]): readonly AskedTerm[] {
  const telling = terms.filter((term) => !EMPTY.has(term.text) && !COUNTED.test(term.text));
  return telling.length > 0 ? telling : terms;
}
