import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** In the order of the cascade. */
const SHEETS = [
  'tokens',
  'base',
  'frame',
  'components',
  'error-page',
  'log',
  'pictures',
  'plan-figures',
  'plans',
  'home',
  'library',
  'document',
  'openness',
  'library-narrow',
  'search',
  'interpretations',
  'messages',
  'disclosure-requests',
  'knowledge',
  'large-type',
  'contrast',
  'print',
];

export interface Asset {
  /** Holds the hash of the content, so browsers may keep it for ever. */
  readonly path: string;
  readonly type: string;
  readonly body: Buffer;
  readonly brotli: Buffer;
  readonly gzip: Buffer;
}

/** One stylesheet out of `styles/`, read once at start. */
export function buildStylesheet(): Asset {
  const text = SHEETS.map((name) => readFileSync(new URL(`./styles/${name}.css`, import.meta.url), 'utf8')).join('\n');
  return assetOf('portal', 'css', 'text/css', Buffer.from(minifyCss(text)));
}

/** Each script with the attribute of what it enhances: our own files, never anything inline. */
const SCRIPTS = { 'data-suggest': 'suggest', 'data-answered': 'answered' } as const;

export interface ScriptAsset extends Asset {
  readonly mark: string;
}

export function buildScripts(): ScriptAsset[] {
  return Object.entries(SCRIPTS).map(([mark, name]) => {
    const body = readFileSync(new URL(`./scripts/${name}.js`, import.meta.url));
    return { mark, ...assetOf(name, 'js', 'text/javascript', body) };
  });
}

function assetOf(name: string, ending: string, type: string, body: Buffer): Asset {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 12);
  return {
    path: `/assets/${name}-${hash}.${ending}`,
    type: `${type}; charset=utf-8`,
    body,
    brotli: brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
    gzip: gzipSync(body, { level: 9 }),
  };
}

/** Drops comments and needless white space; our sheets keep strings free of both braces and double blanks. */
export function minifyCss(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/\s*([{};,>])\s*/g, '$1')
    .replace(/([{;][\w-]+): /g, '$1:')
    .replaceAll(';}', '}')
    .trim();
}
