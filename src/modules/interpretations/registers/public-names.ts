import type { OpenItemSummary, OpenPublications } from '../../publications/index.ts';

/** Kinds that count as documents to be explained. */
export const DOCUMENT_KINDS = ['policyDocument'];
export const INTERPRETATION_KINDS = ['interpretation'];
const MOST = 500;

/** Public items by number, those that were withdrawn too, so that old rows keep their names. */
export async function publicItems(
  open: OpenPublications,
  numbers: Iterable<number>,
): Promise<ReadonlyMap<number, OpenItemSummary>> {
  const asked = [...new Set(numbers)];
  const found = new Map<number, OpenItemSummary>();
  for (let from = 0; from < asked.length; from += MOST) {
    const page = await open.items({
      numbers: asked.slice(from, from + MOST),
      statuses: ['public', 'withdrawn'],
      page: 1,
      pageSize: MOST,
    });
    for (const item of page.items) found.set(item.number, item);
  }
  return found;
}
