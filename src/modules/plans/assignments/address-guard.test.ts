import { describe, expect, it } from 'vitest';
import { isAllowedAddress } from './address-guard.ts';

describe('addresses that the server may ask', () => {
  it.each([
    '8.8.8.8',
    '202.96.209.5',
    '172.32.0.1',
    '100.128.0.1',
    '2400:3200::1',
    '2002:0808:0808::1',
    '::ffff:8.8.8.8',
  ])('%s is public', (ip) => expect(isAllowedAddress(ip)).toBe(true));

  it.each([
    '127.0.0.1',
    '127.255.255.254',
    '0.0.0.0',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fe80::1%eth0',
    'fd00::1',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '64:ff9b::10.0.0.1',
    '64:ff9b::a00:1',
    '2002:0a00:0001::',
    '::10.0.0.1',
    '2001:db8::1',
    'not an address',
    '',
    '999.1.1.1',
  ])('%s is closed', (ip) => expect(isAllowedAddress(ip)).toBe(false));

  it('opens a network that the operator allows, and only that one', () => {
    expect(isAllowedAddress('10.20.3.4', ['10.20.0.0/16'])).toBe(true);
    expect(isAllowedAddress('10.21.3.4', ['10.20.0.0/16'])).toBe(false);
    expect(isAllowedAddress('::ffff:10.20.3.4', ['10.20.0.0/16'])).toBe(true);
  });
});
