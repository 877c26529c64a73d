import { openAsBlob } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';

/** What the worker is started with. */
export interface EmbeddedWorkerData {
  /** Folder of the database; absent: in memory. */
  readonly folder?: string;
  /** Dumped data folder to begin with. */
  readonly snapshot?: string;
}

/** `opened` once, then one answer per request, in order. */
export type EmbeddedAnswer =
  | { readonly type: 'opened' }
  | { readonly type: 'bytes'; readonly bytes: Uint8Array }
  | { readonly type: 'closed' }
  | { readonly type: 'failed'; readonly message: string };

/** Bytes of PostgreSQL's protocol, or the wish to close. */
export type EmbeddedRequest = Uint8Array | 'close';

// PGlite's default of 128 MB only costs memory: it serves one connection from one process.
const START_PARAMETERS = [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB'];

if (parentPort !== null) await serve(parentPort, workerData as EmbeddedWorkerData);

async function serve(port: NonNullable<typeof parentPort>, data: EmbeddedWorkerData): Promise<void> {
  const lite = await PGlite.create({
    ...(data.folder === undefined ? {} : { dataDir: data.folder }),
    ...(data.snapshot === undefined ? {} : { loadDataDir: await openAsBlob(data.snapshot) }),
    startParams: START_PARAMETERS,
  });
  const answer = (message: EmbeddedAnswer) =>
    port.postMessage(message, message.type === 'bytes' ? [message.bytes.buffer as ArrayBuffer] : []);
  let queue = Promise.resolve();
  port.on('message', (request: EmbeddedRequest) => {
    queue = queue
      .then(() => handle(lite, request))
      .then(answer, (error: unknown) => {
        answer({ type: 'failed', message: error instanceof Error ? error.message : String(error) });
      });
  });
  answer({ type: 'opened' });
}

async function handle(lite: PGlite, request: EmbeddedRequest): Promise<EmbeddedAnswer> {
  if (request !== 'close') {
    // PGlite gives a view of its buffer of a megabyte, and posting a view copies the whole buffer: cut out what was said.
    return { type: 'bytes', bytes: (await lite.execProtocolRaw(request)).slice() };
  }
  await lite.exec('checkpoint');
  await lite.close();
  return { type: 'closed' };
}
