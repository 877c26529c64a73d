import type { PublicationKind } from '../../publications/index.ts';
import type { SitemapShares } from '../feeds/sitemap-shares.ts';
import type { DocumentParts } from './document-parts.ts';
import type { OpenLibrary } from './open-library.service.ts';
import type { SearchBoxHelp } from './search-box-help.ts';

/** What every page of the library is made from. */
export interface PortalContext {
  readonly open: OpenLibrary;
  readonly kinds: { has(code: string): boolean; get(code: string): PublicationKind };
  readonly parts: DocumentParts;
  readonly sitemapShares: SitemapShares;
  readonly searchBoxHelp: SearchBoxHelp;
  /** Public address of the site, without slash at the end. */
  readonly origin: string;
}

export const FEEDS = [
  { href: '/library/feed.rss', type: 'application/rss+xml', title: '最新政策文件（RSS）' },
  { href: '/library/feed.atom', type: 'application/atom+xml', title: '最新政策文件（Atom）' },
];
