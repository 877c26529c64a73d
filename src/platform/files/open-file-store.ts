import { join } from 'node:path';
import type { Config } from '../config.ts';
import type { FileStore } from './file-store.ts';
import { LocalFileStore } from './local-file-store.ts';

/** As the configuration says; the S3 client, which is large, is loaded only when it is wanted. */
export async function openFileStore(config: Pick<Config, 'dataFolder' | 's3'>): Promise<FileStore> {
  const folder = join(config.dataFolder, 'files');
  if (config.s3 === undefined) return new LocalFileStore(folder);
  const { S3FileStore } = await import('./s3-file-store.ts');
  return new S3FileStore(config.s3, join(folder, 'incoming'));
}
