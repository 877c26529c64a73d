const LENGTH_BYTES = 2;

/** An entry's length is written in two bytes. */
export const LONGEST_ENTRY = 65_535;

/** Entries one after the other, each behind its length, big-endian (C2SP tlog-tiles). */
export function encodeBundle(entries: readonly Uint8Array[]): Buffer {
  return Buffer.concat(
    entries.flatMap((entry) => {
      const length = Buffer.alloc(LENGTH_BYTES);
      length.writeUInt16BE(entry.length);
      return [length, entry];
    }),
  );
}

/** @returns undefined when the bytes end within an entry */
export function decodeBundle(bytes: Uint8Array): Uint8Array[] | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: Uint8Array[] = [];
  let at = 0;
  while (at < buffer.length) {
    if (at + LENGTH_BYTES > buffer.length) return undefined;
    const end = at + LENGTH_BYTES + buffer.readUInt16BE(at);
    if (end > buffer.length) return undefined;
    entries.push(buffer.subarray(at + LENGTH_BYTES, end));
    at = end;
  }
  return entries;
}
