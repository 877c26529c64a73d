import type { SettableClock } from '../../src/kernel/clock.ts';

interface Moment {
  readonly at: number;
  readonly run: () => Promise<void>;
}

/**
 * What happened, in the order in which it happened: the services are called with the clock standing at each act, so that history,
 * audit chain and outbox read as if the district had worked with the program all year. Acts may add later acts.
 */
export class Timeline {
  readonly #moments: Moment[] = [];

  /** @param minute of the day in Asia/Shanghai, for example 9 * 60 + 30 */
  add(on: string, minute: number, run: () => Promise<void>): void {
    const at = Date.parse(`${on}T00:00:00+08:00`) + minute * 60_000;
    if (Number.isNaN(at)) throw new Error(`The demonstration has an act on a day that does not exist: ${on}.`);
    this.#moments.splice(this.#placeFor(at), 0, { at, run });
  }

  /** Acts that have not run yet. */
  get length(): number {
    return this.#moments.length;
  }

  /** Runs everything up to that instant. */
  async run(clock: SettableClock, until: Date, told: (left: number) => void = () => undefined): Promise<void> {
    for (let next = this.#moments[0]; next && next.at <= until.getTime(); next = this.#moments[0]) {
      this.#moments.shift();
      clock.set(new Date(next.at));
      await next.run();
      told(this.#moments.length);
    }
  }

  /** After everything of the same minute, so that acts keep the order in which they were told. */
  #placeFor(at: number): number {
    let [low, high] = [0, this.#moments.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#moments[middle]?.at ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
