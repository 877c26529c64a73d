import { crc32, deflateRawSync } from 'node:zlib';

export interface RawEntry {
  readonly name: string | Buffer;
  readonly data: Uint8Array | string;
  readonly stored?: boolean;
  /** General purpose bits. */
  readonly flags?: number;
  /** Unix mode, for symbolic links. */
  readonly mode?: number;
  /** What the headers claim instead of the truth. */
  readonly claimedSize?: number;
  readonly claimedCrc?: number;
  /** Name in the local header alone. */
  readonly localName?: string;
  /** Packed bytes as they are, with `claimedSize` and `claimedCrc`. */
  readonly packed?: Uint8Array;
  /** Stands where the entry of this index stands. */
  readonly sameAs?: number;
}

const bytesOf = (value: string | Uint8Array) => (typeof value === 'string' ? Buffer.from(value) : Buffer.from(value));

/** A ZIP with every field at hand, also those that lie. */
export function rawZip(
  entries: readonly RawEntry[],
  more: { before?: Uint8Array; after?: Uint8Array; comment?: string; count?: number } = {},
): Buffer {
  const pieces: Buffer[] = [bytesOf(more.before ?? '')];
  const directory: Buffer[] = [];
  const offsets: number[] = [];
  let at = pieces[0]?.length ?? 0;
  for (const entry of entries) {
    const data = bytesOf(entry.data);
    const packed = entry.packed ? Buffer.from(entry.packed) : entry.stored ? data : deflateRawSync(data);
    const local = header(entry, data, packed, false);
    const offset = entry.sameAs === undefined ? at : (offsets[entry.sameAs] ?? 0);
    offsets.push(offset);
    directory.push(header(entry, data, packed, true, offset));
    if (entry.sameAs !== undefined) continue;
    pieces.push(local, packed);
    at += local.length + packed.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE((more.count ?? entries.length) & 0xffff, 8);
  end.writeUInt16LE((more.count ?? entries.length) & 0xffff, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  end.writeUInt16LE(more.comment?.length ?? 0, 20);
  return Buffer.concat([...pieces, list, end, bytesOf(more.comment ?? ''), bytesOf(more.after ?? '')]);
}

function header(entry: RawEntry, data: Buffer, packed: Buffer, central: boolean, offset = 0): Buffer {
  const name = bytesOf(central ? entry.name : (entry.localName ?? entry.name));
  const start = central ? 46 : 30;
  const shift = central ? 2 : 0;
  const bytes = Buffer.alloc(start + name.length);
  bytes.writeUInt32LE(central ? 0x02014b50 : 0x04034b50, 0);
  if (central) bytes.writeUInt16LE((3 << 8) | 20, 4);
  bytes.writeUInt16LE(20, 4 + shift);
  bytes.writeUInt16LE(entry.flags ?? 0x0800, 6 + shift);
  bytes.writeUInt16LE(entry.stored ? 0 : 8, 8 + shift);
  bytes.writeUInt32LE(0x5a210000, 10 + shift);
  bytes.writeUInt32LE((entry.claimedCrc ?? crc32(data)) >>> 0, 14 + shift);
  bytes.writeUInt32LE(packed.length, 18 + shift);
  bytes.writeUInt32LE(entry.claimedSize ?? data.length, 22 + shift);
  bytes.writeUInt16LE(name.length, 26 + shift);
  if (central) {
    bytes.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 38);
    bytes.writeUInt32LE(offset, 42);
  }
  name.copy(bytes, start);
  return bytes;
}
