export type Encoding = 'br' | 'gzip' | 'identity';

/** @param accept the request's Accept-Encoding; `br;q=0` is a refusal */
export function chooseEncoding(accept: string | undefined): Encoding {
  const offers = (accept ?? '').split(',').map((part) => part.trim().split(/\s*;\s*/));
  const takes = (name: string) => offers.some(([token, q]) => token === name && !/^q=0(\.0*)?$/.test(q ?? ''));
  if (takes('br')) return 'br';
  return takes('gzip') ? 'gzip' : 'identity';
}
