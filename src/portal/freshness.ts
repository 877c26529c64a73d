/**
 * Tells which version of the data a page must show. It asks at most once per `maxAgeMs` however many visitors come, and goes on
 * with the last known version when the database does not answer in time, so that visitors still get the pages made before.
 */
export class Freshness {
  readonly #ask: () => Promise<string>;
  readonly #maxAgeMs: number;
  readonly #patienceMs: number;
  #known: string | undefined;
  #askedAt = Number.NEGATIVE_INFINITY;
  #asking: Promise<string> | undefined;

  constructor(ask: () => Promise<string>, options: { maxAgeMs?: number; patienceMs?: number } = {}) {
    this.#ask = ask;
    this.#maxAgeMs = options.maxAgeMs ?? 1_000;
    this.#patienceMs = options.patienceMs ?? 1_000;
  }

  /** @throws what `ask` throws, only while no version is known at all */
  async current(): Promise<string> {
    if (this.#known !== undefined && this.#isFresh) return this.#known;
    this.#asking ??= this.#refresh();
    if (this.#known === undefined) return this.#asking;
    const known = this.#known;
    return Promise.race([this.#asking.catch(() => known), delay(this.#patienceMs, known)]);
  }

  /** Whether this is the version to show; a promise once it has to be asked for. */
  is(version: string): boolean | Promise<boolean> {
    if (this.#isFresh) return this.#known === version;
    return this.current().then((current) => current === version);
  }

  get #isFresh(): boolean {
    return this.#known !== undefined && performance.now() - this.#askedAt < this.#maxAgeMs;
  }

  async #refresh(): Promise<string> {
    try {
      this.#known = await this.#ask();
      return this.#known;
    } finally {
      this.#askedAt = performance.now();
      this.#asking = undefined;
    }
  }
}

function delay<T>(ms: number, value: T): Promise<T> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms, value).unref();
  });
}
