import { element } from './xml.ts';

/** The protocol's limit for one file (sitemaps.org). */
export const ADDRESSES_A_SITEMAP = 50_000;

export interface SitemapEntry {
  readonly path: string;
  readonly changedAt: Date | null;
}

/** One file of addresses. @throws RangeError above the protocol's limit */
export function sitemap(origin: string, entries: readonly SitemapEntry[]): string {
  if (entries.length > ADDRESSES_A_SITEMAP)
    throw new RangeError(`A sitemap holds at most ${ADDRESSES_A_SITEMAP} addresses.`);
  const rows = entries.map(
    (entry) => `<url>${element('loc', origin + entry.path)}${element('lastmod', entry.changedAt?.toISOString())}</url>`,
  );
  return wrap('urlset', rows);
}

/** The file that lists the files, when one is not enough. */
export function sitemapIndex(origin: string, paths: readonly string[]): string {
  return wrap(
    'sitemapindex',
    paths.map((path) => `<sitemap>${element('loc', origin + path)}</sitemap>`),
  );
}

function wrap(name: string, rows: readonly string[]): string {
  const open = `<${name} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`;
  return ['<?xml version="1.0" encoding="UTF-8"?>', open, ...rows, `</${name}>`, ''].join('\n');
}

/** How many files so many addresses need; at least one. */
export function sitemapFiles(addresses: number): number {
  return Math.max(1, Math.ceil(addresses / ADDRESSES_A_SITEMAP));
}
