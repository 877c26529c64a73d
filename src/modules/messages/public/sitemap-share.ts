import type { SitemapEntry } from '../../library/index.ts';
import type { OpenPublications } from '../../publications/index.ts';

const PAGES = ['/messages', '/messages/selected'];
const AT_ONCE = 1000;

/** The pages of this column and every selected message. */
export async function messageAddresses(open: OpenPublications): Promise<SitemapEntry[]> {
  const found: SitemapEntry[] = PAGES.map((path) => ({ path, changedAt: null }));
  for (let page = 1, left = true; left; page += 1) {
    const { items, total } = await open.items({ kinds: ['selectedReply'], sort: 'number', page, pageSize: AT_ONCE });
    for (const { number, changedAt } of items) found.push({ path: `/documents/${number}`, changedAt });
    left = items.length > 0 && page * AT_ONCE < total;
  }
  return found;
}
