import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import type { FileStore } from '../../../platform/files/file-store.ts';
import type { Content } from '../content/content.contract.ts';
import { picturesOf } from '../versions/content-files.ts';
import { type ManifestEntry, saltedHash } from './freeze.ts';

/** Every file of a content, attachments first in their order, then pictures; the log calls them files/1, files/2, … */
export function filesOf(content: Content): readonly string[] {
  return [...new Set([...content.attachments.map((file) => file.sha256), ...picturesOf(content)])];
}

/** Salted hashes of the bytes that are served, in the order of the manifest. */
export async function manifestOf(
  files: FileStore,
  salt: Buffer,
  form: { readonly record: Buffer; readonly bodyHtml: string; readonly content: Content },
): Promise<ManifestEntry[]> {
  const manifest: ManifestEntry[] = [
    { path: 'record.json', hash: saltedHash(salt, form.record) },
    { path: 'text', hash: saltedHash(salt, form.bodyHtml) },
  ];
  for (const [index, sha256] of filesOf(form.content).entries()) {
    manifest.push({ path: `files/${index + 1}`, hash: await saltedFileHash(files, salt, sha256) });
  }
  return manifest;
}

async function saltedFileHash(files: FileStore, salt: Buffer, sha256: string): Promise<string> {
  const hash = createHash('sha256').update(salt);
  await pipeline(await files.read(sha256), hash);
  return hash.digest('hex');
}
