import type { SitemapEntry } from './sitemap.ts';

/** Addresses that another module has for the sitemap, asked whenever it is made. */
export type SitemapShare = () => Promise<readonly SitemapEntry[]>;

/** Filled when the program is composed; the library itself knows none of them. */
export class SitemapShares {
  readonly #shares: SitemapShare[] = [];

  register(share: SitemapShare): void {
    this.#shares.push(share);
  }

  async entries(): Promise<SitemapEntry[]> {
    return (await Promise.all(this.#shares.map((share) => share()))).flat();
  }
}
