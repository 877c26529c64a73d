import { element, xml } from './xml.ts';

export interface Feed {
  readonly title: string;
  readonly description: string;
  /** Of the site, without slash at the end: https://www.example.gov.cn */
  readonly origin: string;
  /** Path of the feed itself. */
  readonly path: string;
  /** Newest first. */
  readonly entries: readonly FeedEntry[];
}

export interface FeedEntry {
  /** Path of the page, permanent. */
  readonly path: string;
  readonly title: string;
  readonly summary: string;
  readonly author: string;
  readonly topics: readonly string[];
  readonly publishedAt: Date;
  readonly changedAt: Date;
}

/** RSS 2.0 with the feed's own address, as validators ask. */
export function rss(feed: Feed): string {
  const items = feed.entries.map((entry) => {
    const address = xml(feed.origin + entry.path);
    return [
      '<item>',
      element('title', entry.title),
      `<link>${address}</link><guid isPermaLink="true">${address}</guid>`,
      element('dc:creator', entry.author),
      element('description', entry.summary),
      ...entry.topics.map((topic) => element('category', topic)),
      element('pubDate', rfc822(entry.publishedAt)),
      '</item>',
    ].join('');
  });
  const newest = lastChange(feed);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>',
    element('title', feed.title),
    element('link', `${feed.origin}/library`),
    `<atom:link href="${xml(feed.origin + feed.path)}" rel="self" type="application/rss+xml"/>`,
    element('description', feed.description),
    '<language>zh-cn</language>',
    newest ? element('lastBuildDate', rfc822(newest)) : '',
    ...items,
    '</channel></rss>',
    '',
  ].join('\n');
}

/** Atom (RFC 4287): an amended document keeps its id and gets a newer `updated`. */
export function atom(feed: Feed): string {
  const entries = feed.entries.map((entry) => {
    const address = xml(feed.origin + entry.path);
    return [
      '<entry>',
      element('title', entry.title),
      `<id>${address}</id><link rel="alternate" type="text/html" href="${address}"/>`,
      element('published', entry.publishedAt.toISOString()),
      element('updated', entry.changedAt.toISOString()),
      `<author>${element('name', entry.author || feed.title)}</author>`,
      element('summary', entry.summary),
      ...entry.topics.map((topic) => `<category term="${xml(topic)}"/>`),
      '</entry>',
    ].join('');
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">',
    element('title', feed.title),
    element('subtitle', feed.description),
    element('id', feed.origin + feed.path),
    `<link rel="self" type="application/atom+xml" href="${xml(feed.origin + feed.path)}"/>`,
    `<link rel="alternate" type="text/html" href="${xml(`${feed.origin}/library`)}"/>`,
    element('updated', (lastChange(feed) ?? new Date(0)).toISOString()),
    ...entries,
    '</feed>',
    '',
  ].join('\n');
}

/** Sat, 21 Nov 2026 09:30:00 +0800: official times are Shanghai's. */
export function rfc822(instant: Date): string {
  const shifted = new Date(instant.getTime() + 8 * 3_600_000).toUTCString();
  return shifted.replace('GMT', '+0800');
}

function lastChange(feed: Feed): Date | undefined {
  return feed.entries.map((entry) => entry.changedAt).sort((a, b) => b.getTime() - a.getTime())[0];
}
