import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { PageCache } from './page-cache.ts';

const html = (text: string) => async () => ({ type: 'text/html', text });

describe('PageCache', () => {
  it('makes a page once for each version of the data', async () => {
    const cache = new PageCache();
    let made = 0;
    const make = async () => ({ type: 'text/html', text: `page ${++made}` });
    const first = await cache.get('/', 'v1', make);
    expect(await cache.get('/', 'v1', make)).toBe(first);
    const second = await cache.get('/', 'v2', make);
    expect((await second.body('identity')).toString()).toBe('page 2');
    expect(second.etag).not.toBe(first.etag);
    expect(made).toBe(2);
  });

  it('renders once for visitors who come together', async () => {
    const cache = new PageCache();
    let made = 0;
    const make = async () => ({ type: 'text/html', text: `page ${++made}` });
    await Promise.all(Array.from({ length: 20 }, () => cache.get('/', 'v1', make)));
    expect(made).toBe(1);
  });

  it('does not keep a failure', async () => {
    const cache = new PageCache();
    const failing = async () => {
      throw new Error('database down');
    };
    await expect(cache.get('/', 'v1', failing)).rejects.toThrow('database down');
    expect((await (await cache.get('/', 'v1', html('back'))).body('identity')).toString()).toBe('back');
  });

  it('keeps the same bytes in every encoding', async () => {
    const page = await new PageCache().get('/', 'v1', html('政务公开'.repeat(500)));
    const plain = await page.body('identity');
    expect(brotliDecompressSync(await page.body('br'))).toEqual(plain);
    expect(gunzipSync(await page.body('gzip'))).toEqual(plain);
  });

  it('lets the oldest pages go when the limit is reached', async () => {
    const cache = new PageCache(10_000);
    for (let i = 0; i < 20; i += 1) await cache.get(`/${i}`, 'v1', html('x'.repeat(1_000)));
    await new Promise(setImmediate);
    expect(cache.bytes).toBeLessThanOrEqual(10_000);
    let made = false;
    await cache.get('/0', 'v1', async () => {
      made = true;
      return { type: 'text/html', text: 'x' };
    });
    expect(made).toBe(true);
  });
});
