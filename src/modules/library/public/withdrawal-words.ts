import { localDateAt } from '../../../kernel/local-date.ts';
import type { OpenItem } from '../../publications/index.ts';
import { chineseDay } from '../validity/validity-words.ts';

/** What a download of a withdrawn document says on top; null while the document stands. */
export function withdrawalWords({ status, endedAt, reason }: Pick<OpenItem, 'status' | 'endedAt' | 'reason'>) {
  if (status !== 'withdrawn') return null;
  const day = endedAt ? `（${chineseDay(localDateAt(endedAt))}）` : '';
  const why = reason ? `理由：${reason.replace(/。$/, '')}。` : '';
  return `已撤回${day}。${why}以下为撤回前的文本，仅供查考。`;
}
