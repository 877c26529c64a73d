/** What every application says, whatever it is about. */
const EMPTY_WORDS = /申请公开|依申请|政府信息|相关|有关|信息|材料|文件|内容|全文|关于|请问|以及|情况/gu;
/** Of what is asked for, so much has to stand in a text that it may be the one. */
const LEAST = 0.6;

/** Whether the text may hold what these words ask for. */
export function mayHold(words: string, text: string): boolean {
  return shareIn(words, text) >= LEAST;
}

/** How much of the words stands in the text, 0 to 1, by pairs of letters. */
export function shareIn(words: string, text: string): number {
  const pairs = [...pairsOf(words)];
  if (pairs.length === 0) return 0;
  const plain = folded(text);
  return pairs.filter((pair) => plain.includes(pair)).length / pairs.length;
}

/** 学区划分 → 学区, 区划, 划分; letters and figures stay together. */
function pairsOf(words: string): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (const run of folded(words)
    .replace(EMPTY_WORDS, ' ')
    .match(/\p{Script=Han}+|[a-z0-9]{2,}/gu) ?? []) {
    if (/^[a-z0-9]/.test(run)) {
      pairs.add(run);
      continue;
    }
    const letters = [...run];
    for (let at = 0; at + 1 < letters.length; at += 1) pairs.add(`${letters[at]}${letters[at + 1]}`);
  }
  return pairs;
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
