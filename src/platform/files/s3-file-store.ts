import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  type S3ClientConfig,
} from '@aws-sdk/client-s3';
import { AppError } from '../../kernel/app-error.ts';
import { checkHash, missing } from './file-errors.ts';
import type { FileStore, PutOptions, StoredFile } from './file-store.ts';
import { stage } from './staging.ts';

/** Files in an S3-compatible store; staged locally first, because the name is the hash of the whole. */
export class S3FileStore implements FileStore {
  readonly #client: S3Client;
  readonly #bucket: string;
  readonly #prefix: string;
  readonly #staging: string;

  /**
   * @param address s3://[key:secret@]bucket?endpoint=…&region=…&prefix=…; without key the environment's usual credentials are used
   * @param staging local folder for files that are on their way
   */
  constructor(address: string, staging: string) {
    const url = new URL(address);
    this.#client = new S3Client(clientConfig(url));
    this.#bucket = url.hostname;
    this.#prefix = url.searchParams.get('prefix') ?? '';
    this.#staging = staging;
  }

  async put(bytes: Readable, options: PutOptions): Promise<StoredFile> {
    return stage(this.#staging, bytes, options, async (path, file) => {
      if (await this.has(file.hash)) return;
      const upload = new PutObjectCommand({
        ...this.#object(file.hash),
        Body: createReadStream(path),
        ContentLength: file.size,
        ContentType: file.mediaType,
      });
      await available(this.#client.send(upload));
    });
  }

  async read(hash: string): Promise<Readable> {
    const download = new GetObjectCommand(this.#object(hash));
    try {
      const { Body } = await this.#client.send(download);
      return Body as Readable;
    } catch (error) {
      throw isMissing(error) ? missing() : away(error);
    }
  }

  async has(hash: string): Promise<boolean> {
    return (await this.#sizeOf(hash)) !== undefined;
  }

  async size(hash: string): Promise<number> {
    const size = await this.#sizeOf(hash);
    if (size === undefined) throw missing();
    return size;
  }

  async *list(): AsyncIterable<string> {
    let token: string | undefined;
    do {
      const page = await available(
        this.#client.send(
          new ListObjectsV2Command({
            Bucket: this.#bucket,
            Prefix: this.#prefix,
            ...(token === undefined ? {} : { ContinuationToken: token }),
          }),
        ),
      );
      for (const { Key = '' } of page.Contents ?? []) {
        const hash = Key.slice(this.#prefix.length);
        if (/^[0-9a-f]{64}$/.test(hash)) yield hash;
      }
      token = page.NextContinuationToken;
    } while (token !== undefined);
  }

  async delete(hash: string): Promise<void> {
    await available(this.#client.send(new DeleteObjectCommand(this.#object(hash))));
  }

  async #sizeOf(hash: string): Promise<number | undefined> {
    const question = new HeadObjectCommand(this.#object(hash));
    try {
      return (await this.#client.send(question)).ContentLength ?? 0;
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw away(error);
    }
  }

  close(): void {
    this.#client.destroy();
  }

  #object(hash: string): { Bucket: string; Key: string } {
    return { Bucket: this.#bucket, Key: this.#prefix + checkHash(hash) };
  }
}

function clientConfig(url: URL): S3ClientConfig {
  const endpoint = url.searchParams.get('endpoint');
  return {
    region: url.searchParams.get('region') ?? 'us-east-1',
    maxAttempts: 3,
    // Stores other than Amazon's rarely take the newer trailing checksums; the name itself is the checksum.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
    ...(url.username
      ? {
          credentials: {
            accessKeyId: decodeURIComponent(url.username),
            secretAccessKey: decodeURIComponent(url.password),
          },
        }
      : {}),
  };
}

async function available<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw away(error);
  }
}

function isMissing(error: unknown): boolean {
  const { name, $metadata } = error as { name?: string; $metadata?: { httpStatusCode?: number } };
  return name === 'NoSuchKey' || name === 'NotFound' || $metadata?.httpStatusCode === 404;
}

function away(cause: unknown): AppError {
  return new AppError('storage-unavailable', 503, '文件存储暂时没有响应，文件没有保存或读出。请稍后重试。', { cause });
}
