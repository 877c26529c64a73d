import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { buildScripts, buildStylesheet, minifyCss } from './assets.ts';

describe('minifyCss', () => {
  it('drops comments and white space but keeps what separates words', () => {
    expect(minifyCss('/* why */\n.a > .b,\n.c {\n  margin: 0 auto;\n  color: red;\n}\n')).toBe(
      '.a>.b,.c{margin:0 auto;color:red}',
    );
  });

  it('keeps the blanks of calc and of descendant selectors', () => {
    expect(minifyCss('.a .b { width: calc(1rem + 2px); }')).toBe('.a .b{width:calc(1rem + 2px)}');
    expect(minifyCss('.a :is(.b, .c) { x: y; }')).toBe('.a :is(.b,.c){x:y}');
    expect(minifyCss('a[href^="http"]::after { content: "（" attr(href) "）"; }')).toBe(
      'a[href^="http"]::after{content:"（" attr(href) "）"}',
    );
  });
});

describe('buildStylesheet', () => {
  const sheet = buildStylesheet();

  it('names the file by its content', () => {
    expect(sheet.path).toMatch(/^\/assets\/portal-[0-9a-f]{12}\.css$/);
    expect(buildStylesheet().path).toBe(sheet.path);
  });

  it('has the same content in every encoding', () => {
    expect(brotliDecompressSync(sheet.brotli)).toEqual(sheet.body);
    expect(gunzipSync(sheet.gzip)).toEqual(sheet.body);
  });

  it('asks nothing of other hosts and closes every brace', () => {
    const text = sheet.body.toString();
    expect(text).not.toMatch(/https?:|@import|url\(/);
    expect(text.split('{').length).toBe(text.split('}').length);
  });
});

describe.each(buildScripts())('the script $path', ({ path, type, body }) => {
  it('is a file named by its content that asks nothing of other hosts and keeps nothing', () => {
    expect(path).toMatch(/^\/assets\/[a-z]+-[0-9a-f]{12}\.js$/);
    expect(type).toBe('text/javascript; charset=utf-8');
    expect(body.toString()).not.toMatch(/https?:|innerHTML|eval\(|document\.cookie|localStorage|sessionStorage/);
    expect(body.length).toBeLessThan(8_000);
  });
});
