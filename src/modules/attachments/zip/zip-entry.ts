import { crc32, inflateRawSync } from 'node:zlib';
import { broken, tooBig } from '../opening/refusal.ts';

/** One entry as the central directory describes it. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly symbolicLink: boolean;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** Of the local header in the file. */
  readonly offset: number;
}

const LOCAL_HEADER = 0x04034b50;
const LOCAL_HEADER_BYTES = 30;
const STORED = 0;
const DEFLATED = 8;

/** Where the packed bytes of an entry stand. @throws AppError when the local header contradicts the directory */
export function packedRange(bytes: Buffer, entry: ZipEntry): { readonly from: number; readonly to: number } {
  const at = entry.offset;
  if (at + LOCAL_HEADER_BYTES > bytes.length || bytes.readUInt32LE(at) !== LOCAL_HEADER) throw broken();
  const from = at + LOCAL_HEADER_BYTES + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  const to = from + entry.packedSize;
  if (to > bytes.length || bytes.readUInt16LE(at + 8) !== entry.method) throw broken();
  return { from, to };
}

/** The local header's own name, as bytes: some programs believe it instead of the directory. */
export function localName(bytes: Buffer, entry: ZipEntry): Buffer {
  const start = entry.offset + LOCAL_HEADER_BYTES;
  return bytes.subarray(start, start + bytes.readUInt16LE(entry.offset + 26));
}

/** Unpacks one entry; never gives more bytes than the directory declared. @throws AppError */
export function unpackEntry(bytes: Buffer, entry: ZipEntry): Buffer {
  const { from, to } = packedRange(bytes, entry);
  const content = unpack(bytes.subarray(from, to), entry);
  if (content.length !== entry.size || crc32(content) !== entry.crc) throw broken();
  return content;
}

function unpack(packed: Buffer, entry: ZipEntry): Buffer {
  if (entry.method === STORED) return packed;
  if (entry.method !== DEFLATED) throw broken();
  if (entry.size === 0) return Buffer.alloc(0);
  try {
    return inflateRawSync(packed, { maxOutputLength: entry.size });
  } catch (error) {
    // More comes out than was declared: the directory lies, as in bombs.
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooBig();
    throw broken(error);
  }
}
