/** Words that say nothing about what a text is about; a query made of them alone keeps them. */
const STOP_WORDS = new Set(
  `的 了 和 与 及 或 在 是 为 以 于 对 等 并 其 该 本 各 之 由 从 向 到 把 被 将 所 而 且 但 也 都 就 又 还 不 有 我 你 他 她 它 们 这 那 吗 呢 吧 啊 呀 请 请问 我们 你们 我要 我想 想 要 怎么 怎样 如何 怎么办 什么 哪里 哪儿 哪些 哪个 多少 为什么 是否 能否 可以 可不可以 能不能 有没有 需要 关于 根据 按照 以及 进行 有关 相关 一个 几个 谁 上 下 中 里 年 月 日 第 号`.split(
    ' ',
  ),
);

export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word);
}
