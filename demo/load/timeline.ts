import type { SettableClock } from '../../src/kernel/clock.ts';
import type { LocalDate } from '../../src/kernel/local-date.ts';

/**
 * What happened, in the order in which it happened: the services are called with the clock standing at each act, so that history,
 * audit chain and outbox read as if the district had worked with the program all year.
 */
export class Timeline {
  readonly #acts: { readonly at: Date; readonly order: number; readonly run: () => Promise<void> }[] = [];

  /** @param minute of the day in Asia/Shanghai, for example 9 * 60 + 30 */
  add(on: LocalDate | string, minute: number, run: () => Promise<void>): void {
    const at = new Date(Date.parse(`${on}T00:00:00+08:00`) + minute * 60_000);
    this.#acts.push({ at, order: this.#acts.length, run });
  }

  get length(): number {
    return this.#acts.length;
  }

  /** Runs everything up to that instant. @returns how many acts ran */
  async run(clock: SettableClock, until: Date, told: (done: number) => void): Promise<number> {
    const due = this.#acts.filter((act) => act.at <= until);
    due.sort((a, b) => a.at.getTime() - b.at.getTime() || a.order - b.order);
    for (const [place, act] of due.entries()) {
      clock.set(act.at);
      await act.run();
      told(place + 1);
    }
    return due.length;
  }
}
