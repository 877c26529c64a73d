import { broken, refusal, tooBig } from '../opening/refusal.ts';
import { readDirectory, type ZipDirectory } from './zip-directory.ts';
import { localName, packedRange, unpackEntry, type ZipEntry } from './zip-entry.ts';

const MOST_BYTES = 400 * 1_048_576;
const MOST_ENTRY_BYTES = 150 * 1_048_576;
const SUSPICIOUS_BYTES = 20 * 1_048_576;
/** Deflate's own bound is 1032; sheets of one repeated row reach about 200. */
const MOST_RATIO = 400;

/** A ZIP whose directory was checked as a whole before anything is unpacked. */
export class ZipArchive {
  readonly #bytes: Buffer;
  readonly #entries: ReadonlyMap<string, ZipEntry>;

  /** @throws AppError `file-refused` for damage, locks, bombs, paths that leave the archive and contradictions */
  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const directory = readDirectory(this.#bytes);
    checkSizes(directory.entries);
    checkNames(directory.entries);
    checkPlaces(this.#bytes, directory);
    this.#entries = new Map(directory.entries.map((entry) => [entry.name, entry]));
  }

  /** Files, without folders, in the order of the directory. */
  get names(): string[] {
    return [...this.#entries.keys()].filter((name) => !name.endsWith('/'));
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  size(name: string): number {
    return this.#entries.get(name)?.size ?? 0;
  }

  /** @throws AppError when the entry is damaged */
  bytes(name: string): Buffer | undefined {
    const entry = this.#entries.get(name);
    return entry && unpackEntry(this.#bytes, entry);
  }
}

function checkSizes(entries: readonly ZipEntry[]): void {
  if (entries.some((entry) => entry.encrypted))
    throw refusal('encrypted', '文件设有打开密码，无法检查。请取消密码保护后再上传。');
  let total = 0;
  for (const { size, packedSize } of entries) {
    total += size;
    if (size > MOST_ENTRY_BYTES || total > MOST_BYTES) throw tooBig();
    if (size > SUSPICIOUS_BYTES && size > packedSize * MOST_RATIO) throw tooBig();
  }
}

/** Names that lead out of the archive, or mean different files to different programs. */
function checkNames(entries: readonly ZipEntry[]): void {
  const seen = new Set<string>();
  for (const { name, symbolicLink } of entries) {
    const path = name.replaceAll('\\', '/');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    const leaves = /^\/|^[a-z]:|(?:^|\/)\.\.(?:\/|$)|[\u0000-\u001f]/i.test(path);
    if (leaves || symbolicLink)
      throw refusal(
        'dangerous-paths',
        '文件内部含有指向文件以外的路径，可能是恶意文件，不能上传。请在原软件中另存后再试。',
      );
    const key = path.toLowerCase();
    if (seen.has(key) && !path.endsWith('/'))
      throw refusal('ambiguous', '文件内部有同名的部件，不同软件会看到不同内容，不能上传。请在原软件中另存后再试。');
    seen.add(key);
  }
}

/** Entries that share bytes unpack to far more than the file holds; bytes before or between them may be another file. */
function checkPlaces(bytes: Buffer, { entries, start, end }: ZipDirectory): void {
  const ranges = entries.map((entry) => ({ entry, from: entry.offset, to: packedRange(bytes, entry).to }));
  ranges.sort((a, b) => a.from - b.from);
  let reached = 0;
  for (const { entry, from, to } of ranges) {
    if (from < reached || to > start) throw tooBig();
    reached = to;
    if (!nameAgrees(localName(bytes, entry), entry.name)) throw broken();
  }
  const first = ranges[0]?.from ?? start;
  if (first > 0 || end < bytes.length) {
    throw refusal(
      'polyglot',
      '文件前后混有其他内容（同一文件可被当作两种文件打开），不能上传。请在原软件中另存后再试。',
    );
  }
}

function nameAgrees(raw: Buffer, name: string): boolean {
  return (
    raw.toString('utf8') === name || raw.toString('latin1') === name || new TextDecoder('gb18030').decode(raw) === name
  );
}
