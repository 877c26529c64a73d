/**
 * An address of which the path can be decoded: bytes that are no UTF-8 become U+FFFD, as browsers show them, and a sign of percent that
 * begins nothing becomes one. The router answers what it cannot decode by itself, in English and past every hook; so nothing
 * undecodable reaches it, and what stands for it is found nowhere.
 *
 * @param url path with its query, as sent; the query is left alone
 */
export function readableAddress(url: string): string {
  const end = url.search(/[?#]/);
  const path = end < 0 ? url : url.slice(0, end);
  if (!path.includes('%') || isDecodable(path)) return url;
  return path.replace(/(?:%[0-9a-f]{2})+|%/gi, mended) + url.slice(path.length);
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

function mended(escaped: string): string {
  if (escaped === '%') return '%25';
  return encodeURIComponent(Buffer.from(escaped.replaceAll('%', ''), 'hex').toString('utf8'));
}
