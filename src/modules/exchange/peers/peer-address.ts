import { isIP } from 'node:net';
import { innerIpv4, isWithin } from '../../../kernel/ip-network.ts';

/**
 * Where no other installation of ours can be, but machines answer that trust whoever reaches them: link-local networks with the metadata
 * services of clouds, and addresses that stand for no single machine. Loopback and private networks stay open, because two
 * installations live on one government intranet, or side by side behind one proxy.
 */
const CLOSED = [
  '0.0.0.0/8',
  '169.254.0.0/16',
  // Metadata and agents of clouds that stand outside the link-local network.
  '100.100.100.200/32',
  '168.63.129.16/32',
  '192.0.0.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '::/128',
  'fe80::/10',
  'fec0::/10',
  'fd00:ec2::/32',
  'fd20:ce::254/128',
  'ff00::/8',
];

/**
 * Whether this server may call the address on behalf of a peer's registration.
 * @param allowed networks in CIDR form that the operator opened, whatever the list says
 */
export function isPeerAddress(ip: string, allowed: readonly string[] = []): boolean {
  if (isIP(ip.replace(/%.*$/, '')) === 0) return false;
  if (allowed.some((network) => isWithin(ip, network))) return true;
  // Loopback has the form of an address that carries one.
  const inner = isWithin(ip, '::1/128') ? null : innerIpv4(ip);
  if (inner !== null) return isPeerAddress(inner, allowed);
  return !CLOSED.some((network) => isWithin(ip, network));
}

/** The address that the host of a web address is, without a name's help; null for names. */
export function literalAddress(url: string): string | null {
  const host = new URL(url).hostname.replace(/^\[|\]$/g, '');
  return isIP(host) === 0 ? null : host;
}
