import { Parser } from 'htmlparser2';
import { day } from './calendar-days.ts';

/** How cells of each style show a number: the date pattern, or null for an ordinary number. Index is the cell's `s`. */
export type DatePatterns = readonly (string | null)[];

/** Built-in patterns as Chinese Excel shows them (ECMA-376 18.8.30). */
const BUILT_IN: Readonly<Record<number, string>> = {
  14: 'yyyy/m/d',
  15: 'd-m-yy',
  16: 'm月d日',
  17: 'yyyy年m月',
  22: 'yyyy/m/d',
  27: 'yyyy年m月',
  28: 'm月d日',
  29: 'm月d日',
  30: 'm-d-yy',
  31: 'yyyy年m月d日',
  36: 'yyyy年m月',
  50: 'yyyy年m月',
  51: 'm月d日',
  52: 'yyyy年m月',
  53: 'm月d日',
  54: 'm月d日',
  57: 'yyyy年m月',
  58: 'm月d日',
};

export function readDatePatterns(stylesXml: string | undefined): DatePatterns {
  const custom = new Map<number, string>();
  const patterns: (string | null)[] = [];
  let inCellFormats = false;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const local = name.replace(/^.*:/, '');
        if (local === 'numFmt') custom.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
        if (local === 'cellXfs') inCellFormats = true;
        if (local === 'xf' && inCellFormats) patterns.push(patternOf(Number(attributes.numFmtId ?? 0), custom));
      },
      onclosetag(name) {
        if (name.replace(/^.*:/, '') === 'cellXfs') inCellFormats = false;
      },
    },
    { xmlMode: true },
  );
  parser.end(stylesXml ?? '');
  return patterns;
}

function patternOf(id: number, custom: ReadonlyMap<number, string>): string | null {
  const code = custom.get(id);
  if (code === undefined) return BUILT_IN[id] ?? null;
  const plain = code
    .split(';')[0]
    ?.replace(/\[[^\]]*\]/g, '')
    .replace(/"([^"]*)"/g, '$1')
    .replace(/\\(.)/g, '$1')
    .replace(/[@*_]/g, '');
  return plain && /y|d|月|m.*日/i.test(plain) && !/[#0]/.test(plain) ? plain.replace(/\s*h+.*$/i, '') : null;
}

/** Shows a serial day number by its pattern; serial 60 is the day that Excel invents (29 February 1900). */
export function showDate(serial: number, pattern: string, from1904: boolean): string {
  const epoch = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  const date = new Date(epoch + Math.floor(serial) * 86_400_000);
  const [year, month, dayOfMonth] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  if (!/[md]/i.test(pattern)) return /y/i.test(pattern) ? String(year) : day(year, month, dayOfMonth);
  return pattern.replace(/y+|m+|d+/gi, (token) => {
    if (/y/i.test(token)) return String(year);
    return pad(/m/i.test(token) ? month : dayOfMonth, token.length === 2);
  });
}

function pad(value: number, two: boolean): string {
  return two ? String(value).padStart(2, '0') : String(value);
}
