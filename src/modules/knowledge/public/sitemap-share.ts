import type { SitemapEntry } from '../../library/index.ts';
import type { OpenPublications } from '../../publications/index.ts';
import { FAQ_KINDS } from '../entries/open-entries.ts';

const AT_ONCE = 1000;

export async function faqAddresses(open: OpenPublications): Promise<SitemapEntry[]> {
  const found: SitemapEntry[] = ['/faq', '/ask-policy'].map((path) => ({ path, changedAt: null }));
  for (let page = 1, left = true; left; page += 1) {
    const { items, total } = await open.items({ kinds: FAQ_KINDS, sort: 'number', page, pageSize: AT_ONCE });
    for (const { number, changedAt } of items) found.push({ path: `/documents/${number}`, changedAt });
    left = items.length > 0 && page * AT_ONCE < total;
  }
  return found;
}
