import { isIP } from 'node:net';

/**
 * Whether a server of ours may ask that IP address: public addresses only, so that an officer's link can never make the server
 * visit what lies behind the firewall (SSRF). Forms that carry an IPv4 address inside IPv6 are judged by the address inside.
 * @param allowed networks the operator allows besides, in CIDR form, for example a government intranet 10.20.0.0/16
 */
export function isAllowedAddress(ip: string, allowed: readonly string[] = []): boolean {
  const bits = bitsOf(ip);
  if (bits === null) return false;
  if (allowed.some((network) => within(bits, network))) return true;
  const inner = bits.length === 128 ? embeddedIpv4(bits) : null;
  if (inner) return isAllowedAddress(dotted(inner), allowed);
  return !(bits.length === 32 ? CLOSED_4 : CLOSED_6).some((network) => within(bits, network));
}

/** IANA special-purpose registries: nothing of these is a public web server. */
const CLOSED_4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];
const CLOSED_6 = [
  '::/8',
  '100::/64',
  '2001::/23',
  '2001:db8::/32',
  '3fff::/20',
  'fc00::/7',
  'fe80::/10',
  'fec0::/10',
  'ff00::/8',
];
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
