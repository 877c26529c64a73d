import { isIP } from 'node:net';
import { innerIpv4, isWithin } from '../../../kernel/ip-network.ts';

/**
 * Whether a server of ours may ask that IP address: public addresses only, so that an officer's link can never make the server
 * visit what lies behind the firewall (SSRF). Forms that carry an IPv4 address inside IPv6 are judged by the address inside.
 * @param allowed networks the operator allows besides, in CIDR form, for example a government intranet 10.20.0.0/16
 */
export function isAllowedAddress(ip: string, allowed: readonly string[] = []): boolean {
  const family = isIP(ip.replace(/%.*$/, ''));
  if (family === 0) return false;
  if (allowed.some((network) => isWithin(ip, network))) return true;
  const inner = innerIpv4(ip);
  if (inner) return isAllowedAddress(inner, allowed);
  return !(family === 4 ? CLOSED_4 : CLOSED_6).some((network) => isWithin(ip, network));
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
