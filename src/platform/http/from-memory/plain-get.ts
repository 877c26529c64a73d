export interface PlainGet {
  /** As in the request line, for example `/documents/12`. */
  readonly target: string;
  readonly acceptEncoding: string;
  readonly ifNoneMatch: string | undefined;
}

const REQUEST_LINE = /^GET (\/[\x21-\x7e]*) HTTP\/1\.1\r\n/;
const FIELD = /([!#$%&'*+\-.^_`|~0-9A-Za-z]+):([\t\x20-\x7e\x80-\xff]*)\r\n/y;
const MOST_BYTES = 8_192;

/** Whoever sends one of these wants more than a page that everybody sees alike. */
const MORE = new Set([
  'authorization',
  'content-length',
  'cookie',
  'expect',
  'if-match',
  'if-range',
  'if-unmodified-since',
  'range',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/**
 * One whole GET without cookies and without a body, or undefined: whatever is unusual, cut in two or sent together with the next request is left
 * to the real parser, so that nobody can be answered here what would be understood otherwise there.
 */
export function plainGet(bytes: Buffer): PlainGet | undefined {
  if (bytes.length > MOST_BYTES) return undefined;
  const text = bytes.toString('latin1');
  const line = REQUEST_LINE.exec(text);
  if (!line?.[1]) return undefined;
  let hosts = 0;
  let acceptEncoding = '';
  let ifNoneMatch: string | undefined;
  FIELD.lastIndex = line[0].length;
  let end = line[0].length;
  for (let field = FIELD.exec(text); field; field = FIELD.exec(text)) {
    end = FIELD.lastIndex;
    const name = (field[1] ?? '').toLowerCase();
    const value = (field[2] ?? '').trim();
    if (MORE.has(name)) return undefined;
    if (name === 'connection' && value.toLowerCase() !== 'keep-alive') return undefined;
    if (name === 'host') hosts += value === '' ? 2 : 1;
    else if (name === 'accept-encoding') acceptEncoding = acceptEncoding ? `${acceptEncoding},${value}` : value;
    else if (name === 'if-none-match') ifNoneMatch = ifNoneMatch ? `${ifNoneMatch},${value}` : value;
  }
  if (hosts !== 1 || text.length !== end + 2 || !text.endsWith('\r\n')) return undefined;
  return { target: line[1], acceptEncoding, ifNoneMatch };
}
