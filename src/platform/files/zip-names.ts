import { type FileHandle, open } from 'node:fs/promises';

const END_RECORD = 0x06054b50;
const ENTRY_RECORD = 0x02014b50;
const END_BYTES = 22;
const COMMENT_BYTES = 65_535;
const DIRECTORY_LIMIT = 4 * 1_048_576;

/** Names in a ZIP's central directory, without unpacking anything; empty when the directory is damaged or absurdly long. */
export async function zipEntryNames(path: string): Promise<ReadonlySet<string>> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const tail = await readAt(file, Math.max(0, size - END_BYTES - COMMENT_BYTES), size);
    for (let at = tail.length - END_BYTES; at >= 0; at -= 1) {
      if (tail.readUInt32LE(at) !== END_RECORD) continue;
      const length = tail.readUInt32LE(at + 12);
      const start = tail.readUInt32LE(at + 16);
      if (length > DIRECTORY_LIMIT || start + length > size) return new Set();
      return namesIn(await readAt(file, start, start + length));
    }
    return new Set();
  } finally {
    await file.close();
  }
}

function namesIn(directory: Buffer): ReadonlySet<string> {
  const names = new Set<string>();
  let at = 0;
  while (at + 46 <= directory.length && directory.readUInt32LE(at) === ENTRY_RECORD) {
    const nameLength = directory.readUInt16LE(at + 28);
    names.add(directory.toString('utf8', at + 46, at + 46 + nameLength));
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return names;
}

async function readAt(file: FileHandle, from: number, to: number): Promise<Buffer> {
  const buffer = Buffer.alloc(Math.max(0, to - from));
  const { bytesRead } = await file.read(buffer, 0, buffer.length, from);
  return buffer.subarray(0, bytesRead);
}
