import type { SitemapEntry } from '../../library/index.ts';
import type { OpenPublications } from '../../publications/index.ts';

const PAGES = ['/interpretations', '/live-room', '/interpretation-contests'];
const KINDS = ['interpretation', 'liveSession', 'interpretationContest'];
const AT_ONCE = 1000;

/** Addresses of interpretations, live sessions and contests; a contest is read on the page where it is voted. */
export async function interpretationAddresses(open: OpenPublications): Promise<SitemapEntry[]> {
  const found: SitemapEntry[] = PAGES.map((path) => ({ path, changedAt: null }));
  for (let page = 1, left = true; left; page += 1) {
    const { items, total } = await open.items({ kinds: KINDS, sort: 'number', page, pageSize: AT_ONCE });
    for (const { kind, number, changedAt } of items) {
      const folder = kind === 'interpretationContest' ? '/interpretation-contests' : '/documents';
      found.push({ path: `${folder}/${number}`, changedAt });
    }
    left = items.length > 0 && page * AT_ONCE < total;
  }
  return found;
}
