import { getElementsByTagName, textContent } from 'domutils';
import { parseDocument } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { atom, type Feed, rfc822, rss } from './feed.ts';
import { ADDRESSES_A_SITEMAP, sitemap, sitemapFiles, sitemapIndex } from './sitemap.ts';
import { xml } from './xml.ts';

const HOSTILE = '关于“A&B”<script>alert(1)</script>\u0000\u001f\ud800 的通知 𠮷';

const feed: Feed = {
  title: '明湖区政策文件',
  description: '最新公开的政策文件',
  origin: 'https://www.minghu.example',
  path: '/library/feed.rss',
  entries: [
    {
      path: '/documents/12',
      title: HOSTILE,
      summary: '摘要 & 说明',
      author: '明湖区教育局',
      topics: ['教育', '就业<创业>'],
      publishedAt: new Date('2026-11-20T16:30:00Z'),
      changedAt: new Date('2026-11-21T01:00:00Z'),
    },
    {
      path: '/documents/3',
      title: '较早的文件',
      summary: '',
      author: '',
      topics: [],
      publishedAt: new Date('2025-01-02T02:00:00Z'),
      changedAt: new Date('2025-01-02T02:00:00Z'),
    },
  ],
};

const read = (text: string) => parseDocument(text, { xmlMode: true });
const texts = (text: string, name: string) => getElementsByTagName(name, read(text)).map((found) => textContent(found));

describe('RSS', () => {
  it('gives back what was put in, without what XML forbids', () => {
    expect(texts(rss(feed), 'title').slice(1)).toEqual(['关于“A&B”<script>alert(1)</script> 的通知 𠮷', '较早的文件']);
    expect(texts(rss(feed), 'category')).toEqual(['教育', '就业<创业>']);
    expect(rss(feed)).not.toContain('<script');
  });

  it('has permanent whole addresses and its own', () => {
    expect(texts(rss(feed), 'guid')).toEqual([
      'https://www.minghu.example/documents/12',
      'https://www.minghu.example/documents/3',
    ]);
    expect(rss(feed)).toContain('href="https://www.minghu.example/library/feed.rss" rel="self"');
  });

  it('tells the time of Shanghai, whose day may be the next', () => {
    expect(texts(rss(feed), 'pubDate')[0]).toBe('Sat, 21 Nov 2026 00:30:00 +0800');
    expect(rfc822(new Date('2025-12-31T16:00:00Z'))).toBe('Thu, 01 Jan 2026 00:00:00 +0800');
  });
});

describe('Atom', () => {
  const text = atom({ ...feed, path: '/library/feed.atom' });

  it('keeps the id and tells the last change', () => {
    expect(texts(text, 'id')).toEqual([
      'https://www.minghu.example/library/feed.atom',
      'https://www.minghu.example/documents/12',
      'https://www.minghu.example/documents/3',
    ]);
    expect(texts(text, 'updated')).toEqual([
      '2026-11-21T01:00:00.000Z',
      '2026-11-21T01:00:00.000Z',
      '2025-01-02T02:00:00.000Z',
    ]);
  });

  it('has an author for every entry and no empty elements', () => {
    expect(texts(text, 'name')).toEqual(['明湖区教育局', '明湖区政策文件']);
    expect(text).not.toContain('<summary></summary>');
  });

  it('stands without entries', () => {
    expect(texts(atom({ ...feed, entries: [] }), 'updated')).toEqual(['1970-01-01T00:00:00.000Z']);
  });
});

describe('the sitemap', () => {
  it('lists whole addresses with their last change', () => {
    const text = sitemap('https://www.minghu.example', [
      { path: '/documents/1?a=1&b=2', changedAt: new Date('2026-01-01T00:00:00Z') },
      { path: '/library', changedAt: null },
    ]);
    expect(texts(text, 'loc')).toEqual([
      'https://www.minghu.example/documents/1?a=1&b=2',
      'https://www.minghu.example/library',
    ]);
    expect(texts(text, 'lastmod')).toEqual(['2026-01-01T00:00:00.000Z']);
  });

  it('is split at the protocol’s limit', () => {
    expect([0, 1, ADDRESSES_A_SITEMAP, ADDRESSES_A_SITEMAP + 1].map(sitemapFiles)).toEqual([1, 1, 1, 2]);
    const many = Array.from({ length: ADDRESSES_A_SITEMAP + 1 }, (_, at) => ({
      path: `/documents/${at}`,
      changedAt: null,
    }));
    expect(() => sitemap('', many)).toThrow(RangeError);
    expect(texts(sitemapIndex('https://a', ['/sitemap-1.xml', '/sitemap-2.xml']), 'loc')).toEqual([
      'https://a/sitemap-1.xml',
      'https://a/sitemap-2.xml',
    ]);
  });
});

describe('XML text', () => {
  it('drops forbidden signs and keeps rare characters', () => {
    expect(xml('a\u0008b\ufffe𠀀\n"\'')).toBe('ab𠀀\n&quot;&#39;');
  });
});
