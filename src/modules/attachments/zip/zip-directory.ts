import { broken, refusal } from '../opening/refusal.ts';
import type { ZipEntry } from './zip-entry.ts';

const END = 0x06054b50;
const END_BYTES = 22;
const END_64 = 0x06064b50;
const END_64_LOCATOR = 0x07064b50;
const ENTRY = 0x02014b50;
const ENTRY_BYTES = 46;
const MOST_COMMENT = 65_535;
const MOST_ENTRIES = 20_000;
const UTF8_FLAG = 0x0800;
const ENCRYPTED_FLAGS = 0x0001 | 0x0040 | 0x2000;
const SYMBOLIC_LINK = 0o12;

export interface ZipDirectory {
  readonly entries: readonly ZipEntry[];
  /** Where the directory begins. */
  readonly start: number;
  /** Where the end record with its comment ends. */
  readonly end: number;
}

interface EndRecord {
  readonly count: number;
  readonly start: number;
  readonly length: number;
  readonly end: number;
}

/** The central directory of a ZIP, read once and strictly. @throws AppError `file-refused` */
export function readDirectory(bytes: Buffer): ZipDirectory {
  const record = endRecord(bytes);
  if (record.count > MOST_ENTRIES)
    throw refusal(
      'too-many-entries',
      `文件内含 ${record.count} 个部件，远超正常文档，已停止读取。请在原软件中另存后再上传。`,
    );
  if (record.start + record.length > bytes.length) throw broken();
  const entries: ZipEntry[] = [];
  let at = record.start;
  while (entries.length < record.count) {
    if (at + ENTRY_BYTES > bytes.length || bytes.readUInt32LE(at) !== ENTRY) throw broken();
    entries.push(entryAt(bytes, at));
    at += ENTRY_BYTES + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return { entries, start: record.start, end: record.end };
}

export function hasEndRecord(bytes: Buffer): boolean {
  return endAt(bytes) !== undefined;
}

function endAt(bytes: Buffer): number | undefined {
  const least = Math.max(0, bytes.length - END_BYTES - MOST_COMMENT);
  for (let at = bytes.length - END_BYTES; at >= least; at -= 1) {
    if (bytes.readUInt32LE(at) === END && at + END_BYTES + bytes.readUInt16LE(at + 20) <= bytes.length) return at;
  }
  return undefined;
}

function endRecord(bytes: Buffer): EndRecord {
  const at = endAt(bytes);
  if (at === undefined) throw broken();
  const end = at + END_BYTES + bytes.readUInt16LE(at + 20);
  const short = {
    count: bytes.readUInt16LE(at + 10),
    length: bytes.readUInt32LE(at + 12),
    start: bytes.readUInt32LE(at + 16),
    end,
  };
  return short.start === 0xffffffff || short.count === 0xffff ? longEndRecord(bytes, at, end) : short;
}

/** ZIP64, which some programs write even for small files. */
function longEndRecord(bytes: Buffer, shortAt: number, end: number): EndRecord {
  const locator = shortAt - 20;
  if (locator < 0 || bytes.readUInt32LE(locator) !== END_64_LOCATOR) throw broken();
  const at = number64(bytes, locator + 8);
  if (at + 56 > bytes.length || bytes.readUInt32LE(at) !== END_64) throw broken();
  return { count: number64(bytes, at + 32), length: number64(bytes, at + 40), start: number64(bytes, at + 48), end };
}

function entryAt(bytes: Buffer, at: number): ZipEntry {
  const flags = bytes.readUInt16LE(at + 8);
  const nameEnd = at + ENTRY_BYTES + bytes.readUInt16LE(at + 28);
  const extra = bytes.subarray(nameEnd, nameEnd + bytes.readUInt16LE(at + 30));
  const long = longFields(extra, [
    bytes.readUInt32LE(at + 24),
    bytes.readUInt32LE(at + 20),
    bytes.readUInt32LE(at + 42),
  ]);
  return {
    name: nameOf(bytes.subarray(at + ENTRY_BYTES, nameEnd), flags),
    method: bytes.readUInt16LE(at + 10),
    encrypted: (flags & ENCRYPTED_FLAGS) !== 0,
    symbolicLink: bytes.readUInt16LE(at + 40) >>> 12 === SYMBOLIC_LINK,
    crc: bytes.readUInt32LE(at + 16),
    size: long[0],
    packedSize: long[1],
    offset: long[2],
  };
}

/** Fields that are all ones stand, in this order, in the ZIP64 extra field. */
function longFields(extra: Buffer, short: readonly [number, number, number]): [number, number, number] {
  const field = extraField(extra, 1);
  let at = 0;
  return short.map((value) => {
    if (value !== 0xffffffff) return value;
    if (!field || at + 8 > field.length) throw broken();
    at += 8;
    return number64(field, at - 8);
  }) as [number, number, number];
}

function extraField(extra: Buffer, id: number): Buffer | undefined {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) === id) return extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2));
  }
  return undefined;
}

function number64(bytes: Buffer, at: number): number {
  if (at + 8 > bytes.length) throw broken();
  const value = bytes.readBigUInt64LE(at);
  if (value > 0xffff_ffff_ffffn) throw broken();
  return Number(value);
}

function nameOf(raw: Buffer, flags: number): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch {
    // Old Chinese programs write their own encoding and leave the flag unset.
    return (flags & UTF8_FLAG) !== 0 ? raw.toString('latin1') : new TextDecoder('gb18030').decode(raw);
  }
}
