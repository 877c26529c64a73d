import { describe, expect, it } from 'vitest';
import { outsideReason, ownHosts } from './own-hosts.ts';

describe('addresses of errors (SITE-3)', () => {
  const hosts = ownHosts({ origin: 'https://zwgk.mh.example/', ownHosts: ['*.mh.example', 'Old.example', ''] });

  it('are ours with every subdomain of the hosts that are set', () => {
    expect(hosts).toEqual(['zwgk.mh.example', 'mh.example', 'old.example']);
    for (const address of [
      'https://zwgk.mh.example/documents/1',
      'http://www.mh.example',
      'https://old.example:8443/a',
    ])
      expect(outsideReason(address, hosts), address).toBeNull();
    expect(outsideReason('/documents/1', hosts)).toBeNull();
  });

  it('elsewhere are told where to go', () => {
    for (const address of ['https://evilmh.example/a', 'https://mh.example.cn', 'http://zwgk.mh.example.evil.example'])
      expect(outsideReason(address, hosts)?.message, address).toContain('不是我们管理的网站');
  });
});
