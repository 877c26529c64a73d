import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { EmbeddedAnswer, EmbeddedRequest, EmbeddedWorkerData } from './embedded-worker.ts';

interface Waiting {
  readonly since: number;
  resolve(bytes: Uint8Array): void;
  reject(error: Error): void;
}

/**
 * PGlite in a thread of its own: it computes synchronously, so in our thread one slow query, or a full disk on which it never comes
 * back, would stop every answer, the one about readiness included.
 */
export class EmbeddedHost {
  readonly #worker: Worker;
  readonly #waiting: Waiting[] = [];
  #broken: Error | undefined;

  private constructor(worker: Worker) {
    this.#worker = worker;
    worker.on('message', (answer: EmbeddedAnswer) => this.#settle(answer));
    worker.on('error', (error) => this.#break(error instanceof Error ? error : new Error(String(error))));
    worker.on('exit', () => this.#break(new Error('the embedded database has stopped')));
  }

  static async start(data: EmbeddedWorkerData): Promise<EmbeddedHost> {
    const script = new URL(`./embedded-worker${extname(import.meta.url)}`, import.meta.url);
    const host = new EmbeddedHost(new Worker(script, { workerData: data, name: 'embedded database' }));
    await host.#next();
    return host;
  }

  /** Sends messages of PostgreSQL's protocol and gives back what they are answered with; one exchange after the other. */
  exchange(bytes: Uint8Array): Promise<Uint8Array> {
    const answered = this.#next();
    // A copy of its own, handed over: posting a view of Node's pool would copy the whole pool.
    const request = new Uint8Array(bytes);
    this.#worker.postMessage(request satisfies EmbeddedRequest, [request.buffer]);
    return answered;
  }

  /** Milliseconds since the oldest request that has no answer yet; 0 when nothing is asked. */
  get silence(): number {
    const oldest = this.#waiting[0];
    return oldest === undefined ? 0 : performance.now() - oldest.since;
  }

  get broken(): Error | undefined {
    return this.#broken;
  }

  async close(): Promise<void> {
    if (this.#broken === undefined) {
      const closed = this.#next();
      this.#worker.postMessage('close' satisfies EmbeddedRequest);
      await closed.catch(() => undefined);
    }
    await this.#worker.terminate();
  }

  #next(): Promise<Uint8Array> {
    if (this.#broken) return Promise.reject(this.#broken);
    return new Promise((resolve, reject) => this.#waiting.push({ since: performance.now(), resolve, reject }));
  }

  #settle(answer: EmbeddedAnswer): void {
    const first = this.#waiting.shift();
    if (answer.type === 'failed') first?.reject(new Error(`embedded database: ${answer.message}`));
    else first?.resolve(answer.type === 'bytes' ? answer.bytes : new Uint8Array());
  }

  #break(error: Error): void {
    this.#broken ??= error;
    for (const waiting of this.#waiting.splice(0)) waiting.reject(this.#broken);
  }
}
