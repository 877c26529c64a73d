import { describe, expect, it } from 'vitest';
import { isPeerAddress, literalAddress } from './peer-address.ts';

describe('where a peer may be', () => {
  it.each([
    '203.0.114.7',
    '10.20.3.4',
    '172.16.0.9',
    '192.168.1.1',
    '127.0.0.1',
    '::1',
    'fd12:3456::1',
    '2400:3200::1',
  ])('on the internet, on an intranet, beside us: %s', (ip) => {
    expect(isPeerAddress(ip)).toBe(true);
  });

  it.each([
    '169.254.169.254',
    '169.254.0.1',
    '100.100.100.200',
    '168.63.129.16',
    '192.0.0.192',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    'fe80::1',
    'fe80::1%eth0',
    'fd00:ec2::254',
    'ff02::1',
    '::ffff:169.254.169.254',
    '::ffff:a9fe:a9fe',
    '64:ff9b::a9fe:a9fe',
    '2002:a9fe:a9fe::1',
    'metadata.google.internal',
    '',
  ])('not where metadata services and nobody in particular answer: %s', (ip) => {
    expect(isPeerAddress(ip)).toBe(false);
  });

  it('unless the operator opened the network', () => {
    expect(isPeerAddress('169.254.10.1', ['169.254.10.0/24'])).toBe(true);
    expect(isPeerAddress('169.254.169.254', ['169.254.10.0/24'])).toBe(false);
    expect(isPeerAddress('fe80::7', ['fe80::/10'])).toBe(true);
  });

  it('is read from a web address in every way of writing it', () => {
    expect(literalAddress('http://[fe80::1]:8080')).toBe('fe80::1');
    expect(literalAddress('http://2852039166')).toBe('169.254.169.254');
    expect(literalAddress('http://0xa9.254.0251.254')).toBe('169.254.169.254');
    expect(literalAddress('https://zwgk.example.gov.cn')).toBeNull();
  });
});
