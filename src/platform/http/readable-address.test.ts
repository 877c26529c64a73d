import { expect, it } from 'vitest';
import { readableAddress } from './readable-address.ts';

it('leaves every address alone that can be decoded, with its query', () => {
  for (const url of ['/', '/documents/3', '/units/%E6%95%99%E8%82%B2', '/files/a%2Fb?q=%ED%A0%80', '*'])
    expect(readableAddress(url)).toBe(url);
});

it('replaces what is no UTF-8 and nothing else', () => {
  expect(readableAddress('/%ED%A0%80')).toBe('/%EF%BF%BD%EF%BF%BD%EF%BF%BD');
  expect(readableAddress('/api/%ff/a%2Fb?q=%ff')).toBe('/api/%EF%BF%BD/a%2Fb?q=%ff');
  expect(readableAddress('/%E6%95%99%80')).toBe('/%E6%95%99%EF%BF%BD');
  expect(readableAddress('/100%')).toBe('/100%25');
  expect(readableAddress('/%zz%E6')).toBe('/%25zz%EF%BF%BD');
});

it('makes a decodable address of every two bytes', () => {
  for (let byte = 0; byte < 65_536; byte += 1) {
    const hex = byte.toString(16).padStart(4, '0');
    const url = readableAddress(`/%${hex.slice(0, 2)}%${hex.slice(2)}%`);
    expect(() => decodeURIComponent(url)).not.toThrow();
  }
});
