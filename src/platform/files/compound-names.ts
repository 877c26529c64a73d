import { type FileHandle, open } from 'node:fs/promises';

const MAGIC = 'd0cf11e0a1b11ae1';
const HEADER_BYTES = 512;
const ENTRY_BYTES = 128;
/** A chain this long holds tens of thousands of names; offices' files have a dozen. */
const LONGEST_CHAIN = 256;

/** Names of the streams in a compound file (.doc, .xls, .wps, but .msi too), from its directory; empty when it is damaged. */
export async function compoundNames(path: string): Promise<ReadonlySet<string>> {
  const file = await open(path);
  try {
    const header = await readAt(file, 0, HEADER_BYTES);
    if (header.length < HEADER_BYTES || header.toString('hex', 0, 8) !== MAGIC) return new Set();
    const sectorBytes = 2 ** Math.min(header.readUInt16LE(30), 12);
    const names = new Set<string>();
    let sector = header.readInt32LE(48);
    for (let step = 0; sector >= 0 && step < LONGEST_CHAIN; step += 1) {
      for (const name of namesIn(await readAt(file, (sector + 1) * sectorBytes, sectorBytes))) names.add(name);
      sector = await nextSector(file, header, sector, sectorBytes);
    }
    return names;
  } finally {
    await file.close();
  }
}

/** From the allocation table, whose first 109 sectors the header names: 6.8 MB of file at 512 bytes, enough for where directories lie. */
async function nextSector(file: FileHandle, header: Buffer, sector: number, sectorBytes: number): Promise<number> {
  const perSector = sectorBytes / 4;
  const index = Math.floor(sector / perSector);
  if (index >= 109) return -1;
  const table = header.readInt32LE(76 + index * 4);
  if (table < 0) return -1;
  const entry = await readAt(file, (table + 1) * sectorBytes + (sector % perSector) * 4, 4);
  return entry.length === 4 ? entry.readInt32LE(0) : -1;
}

function* namesIn(sector: Buffer): Iterable<string> {
  for (let at = 0; at + ENTRY_BYTES <= sector.length; at += ENTRY_BYTES) {
    const bytes = Math.min(sector.readUInt16LE(at + 64), 64);
    if (bytes >= 2) yield sector.toString('utf16le', at, at + bytes - 2);
  }
}

async function readAt(file: FileHandle, from: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, from);
  return buffer.subarray(0, bytesRead);
}
