import type { AffectedEntry } from '../../publications.contract.ts';

/** What becomes of another public thing, as a sentence. @param word 撤回 or 移除 or 合并 */
export function effectWords(
  { effect, kind, label }: Pick<AffectedEntry, 'effect' | 'kind' | 'label'>,
  word: string,
): string {
  if (effect === 'partner')
    return `这份${kind}不会随之${word}，仍然公开，但不再链接到本信息；不宜单独保留的，请一并${word}。`;
  if (effect === 'explained') return `这份${kind}仍然公开，但不再有这份解读，请安排新的解读。`;
  if (effect === 'holding') return `${word}后，它不再算作本文件“${label}”，有效性将重新推算。`;
  return '仍然公开，两边不再互相链接。';
}
