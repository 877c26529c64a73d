import { findPersonalData } from '../../redaction/index.ts';
import type { FoundInText } from '../publication-tables.store.ts';

export function searchText(
  text: string,
  context: { readonly heading?: string; readonly kind?: 'body' | 'table' | 'attachment' },
): FoundInText[] {
  return findPersonalData(text, context).map(({ type, start, end, masked, certainty, why }) => ({
    type,
    start,
    end,
    words: text.slice(start, end),
    masked,
    certainty,
    why,
  }));
}
