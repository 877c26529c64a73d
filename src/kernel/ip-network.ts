import { isIP } from 'node:net';

/** @param network in CIDR form. @returns false also for what is no address, and for an address of the other family */
export function isWithin(ip: string, network: string): boolean {
  const bits = bitsOf(ip);
  return bits !== null && within(bits, network);
}

/** The IPv4 address that an IPv6 address carries (mapped, NAT64, 6to4 …), dotted; null when it carries none. */
export function innerIpv4(ip: string): string | null {
  const bits = bitsOf(ip);
  if (bits?.length !== 128) return null;
  const inner = embeddedIpv4(bits);
  return inner && dotted(inner);
}

const CARRIERS = ['::ffff:0:0/96', '64:ff9b::/96', '64:ff9b:1::/96', '::/96'];

/** 6to4 carries its IPv4 address after 2002:, the others at the end. */
function embeddedIpv4(bits: string): string | null {
  if (within(bits, '2002::/16')) return bits.slice(16, 48);
  return CARRIERS.some((network) => within(bits, network)) ? bits.slice(96) : null;
}

function within(bits: string, network: string): boolean {
  const [base = '', length = ''] = network.split('/');
  const other = bitsOf(base);
  return (
    other !== null && other.length === bits.length && other.slice(0, Number(length)) === bits.slice(0, Number(length))
  );
}

function dotted(bits: string): string {
  return [0, 8, 16, 24].map((start) => Number.parseInt(bits.slice(start, start + 8), 2)).join('.');
}

/** Address as 32 or 128 binary digits; null when it is none. */
function bitsOf(ip: string): string | null {
  const text = ip.replace(/%.*$/, '');
  const kind = isIP(text);
  if (kind === 4)
    return text
      .split('.')
      .map((part) => binary(Number(part), 8))
      .join('');
  if (kind !== 6) return null;
  const plain = text.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, a, b, c, d) => `${hex(a, b)}:${hex(c, d)}`);
  const [head = '', tail] = plain.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const middle = tail === undefined ? [] : Array<string>(8 - left.length - right.length).fill('0');
  return [...left, ...middle, ...right].map((group) => binary(Number.parseInt(group, 16), 16)).join('');
}

function hex(high: string, low: string): string {
  return (Number(high) * 256 + Number(low)).toString(16);
}

function binary(value: number, width: number): string {
  return value.toString(2).padStart(width, '0');
}
