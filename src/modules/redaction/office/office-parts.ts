import { unzipSync, type Zippable, zipSync } from 'fflate';
import { maskRefusal } from '../refusal.ts';

export type OfficeParts = Map<string, Uint8Array>;

const MOST_BYTES = 300_000_000;
const MOST_PARTS = 5000;

/**
 * Parts of an office file by name. No more is inflated than the directory says, and no more than the limit.
 * @throws AppError `mask-refused` for a damaged, locked or oversized file
 */
export function openParts(bytes: Uint8Array): OfficeParts {
  let [total, count] = [0, 0];
  try {
    const files = unzipSync(bytes, {
      filter: ({ originalSize }) => {
        total += originalSize;
        count += 1;
        if (total > MOST_BYTES || count > MOST_PARTS) throw new RangeError('too large');
        return true;
      },
    });
    return new Map(Object.entries(files).filter(([name]) => !name.endsWith('/')));
  } catch (error) {
    if (error instanceof RangeError) throw maskRefusal('too-big', '文件展开后过大，已停止处理。请拆分后再试。', error);
    throw maskRefusal('broken', '文件已损坏或加了密码，无法遮盖。请在原软件中重新保存后再上传。', error);
  }
}

/** Every part bears the same date: the hours at which a file was worked on are nobody's business. */
export function closeParts(parts: OfficeParts): Uint8Array {
  const files: Zippable = {};
  const first = ['[Content_Types].xml', '_rels/.rels'];
  for (const name of [...first, ...[...parts.keys()].filter((one) => !first.includes(one))]) {
    const content = parts.get(name);
    if (content) files[name] = content;
  }
  return zipSync(files, { level: 6, mtime: new Date(2000, 0, 1) });
}

export function textOf(parts: OfficeParts, name: string): string {
  return new TextDecoder().decode(parts.get(name));
}

export function setText(parts: OfficeParts, name: string, text: string): void {
  parts.set(name, new TextEncoder().encode(text));
}
