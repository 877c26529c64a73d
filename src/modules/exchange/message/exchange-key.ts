import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomUUID,
  sign,
  verify,
} from 'node:crypto';
import { link, mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError } from '../../../kernel/app-error.ts';

const KEY_BYTES = 32;

/** This installation's Ed25519 key. */
export interface OwnKey {
  /** Raw public key in Base64, as people hand it to the other side. */
  readonly publicKey: string;
  readonly keyId: string;
  sign(bytes: Uint8Array): Buffer;
}

/** Made at first use, in a file outside the database that its owner alone may read. */
export class ExchangeKeyFile {
  readonly path: string;
  #key: Promise<OwnKey> | undefined;

  constructor(folder: string) {
    this.path = join(folder, 'exchange.key');
  }

  /** @throws AppError `exchange-key-invalid` when the file is there but unfit */
  own(): Promise<OwnKey> {
    this.#key ??= this.#open().catch((error) => {
      this.#key = undefined;
      throw error;
    });
    return this.#key;
  }

  async #open(): Promise<OwnKey> {
    const text = (await this.#read()) ?? (await this.#make());
    if (process.platform !== 'win32' && ((await stat(this.path)).mode & 0o077) !== 0) {
      throw invalid(`密钥文件 ${this.path} 可被其他用户读取，请执行 chmod 600。`);
    }
    try {
      return ownKey(createPrivateKey(text));
    } catch (error) {
      throw invalid(`密钥文件 ${this.path} 已损坏，请从备份中取回。`, error);
    }
  }

  async #read(): Promise<string | undefined> {
    return readFile(this.path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw invalid(`无法读取密钥文件 ${this.path}，请检查权限。`, error);
    });
  }

  /** Two processes may come here at once: the first to link its file wins, the other takes that one. */
  async #make(): Promise<string> {
    await mkdir(dirname(this.path), { recursive: true, mode: 0o700 });
    const { privateKey } = generateKeyPairSync('ed25519');
    const temporary = `${this.path}.${randomUUID()}`;
    const file = await open(temporary, 'wx', 0o600);
    try {
      await file.writeFile(privateKey.export({ type: 'pkcs8', format: 'pem' }));
      await file.sync();
    } finally {
      await file.close();
    }
    await link(temporary, this.path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
    await rm(temporary, { force: true });
    return readFile(this.path, 'utf8');
  }
}

function ownKey(privateKey: KeyObject): OwnKey {
  if (privateKey.asymmetricKeyType !== 'ed25519') throw new Error('not an Ed25519 key');
  const publicKey = createPublicKey(privateKey).export({ format: 'jwk' }).x ?? '';
  const base64 = Buffer.from(publicKey, 'base64url').toString('base64');
  return { publicKey: base64, keyId: keyIdOf(base64), sign: (bytes) => sign(null, bytes, privateKey) };
}

/** How people compare keys and messages name them: the first 32 hex digits of the key's SHA-256. */
export function keyIdOf(publicKey: string): string {
  return createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex').slice(0, 32);
}

/** Raw Ed25519 key in Base64, nothing else. */
export function isPublicKey(text: string): boolean {
  return /^[A-Za-z0-9+/]{43}=$/.test(text) && Buffer.from(text, 'base64').length === KEY_BYTES;
}

export function verifyWith(publicKey: string, bytes: Uint8Array, signature: Uint8Array): boolean {
  if (!isPublicKey(publicKey) || signature.length !== 64) return false;
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey, 'base64').toString('base64url') };
  return verify(null, bytes, createPublicKey({ key: jwk, format: 'jwk' }), signature);
}

function invalid(message: string, cause?: unknown): AppError {
  return new AppError('exchange-key-invalid', 500, message, { cause });
}
