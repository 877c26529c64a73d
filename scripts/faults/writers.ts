import { type Office, RefusedWrite, type Unit } from './office.ts';

/** Each edits a unit of its own, one write after the other: the unit's version tells how many of them are kept. */
interface Writer {
  readonly code: string;
  /** As the last acknowledged write left it. */
  unit: Unit;
  sort: number;
}

export interface Losses {
  readonly lost: number;
  /** Writes that took effect though the answer was cut off: allowed, at most one per writer. */
  readonly unacknowledged: number;
}

export class Writers {
  readonly #office: Office;
  readonly #writers: Writer[] = [];
  #going = false;
  #running: Promise<unknown> = Promise.resolve();
  acknowledged = 0;
  /** Writes answered with "not kept". */
  refused = 0;
  /** Requests that were sent and have no answer yet. */
  inFlight = 0;

  constructor(office: Office) {
    this.#office = office;
  }

  async prepare(count: number): Promise<void> {
    for (let n = 0; n < count; n += 1) {
      const code = `writer-${String.fromCharCode(97 + n)}`;
      this.#writers.push({ code, unit: await this.#office.createUnit(code), sort: 0 });
    }
  }

  start(): void {
    this.#going = true;
    this.#running = Promise.all(this.#writers.map((writer) => this.#write(writer)));
  }

  async stop(): Promise<void> {
    this.#going = false;
    await this.#running;
  }

  async #write(writer: Writer): Promise<void> {
    while (this.#going) {
      writer.sort = (writer.sort + 1) % 100_000;
      this.inFlight += 1;
      try {
        writer.unit = await this.#office.editUnit(writer.code, writer.unit, writer.sort);
        this.acknowledged += 1;
      } catch (error) {
        if (!(error instanceof RefusedWrite)) return;
        this.refused += 1;
        await new Promise((resolve) => setTimeout(resolve, 50));
      } finally {
        this.inFlight -= 1;
      }
    }
  }

  /** Compares what the server has with what it acknowledged, and goes on from there. */
  async check(): Promise<Losses> {
    let lost = 0;
    let unacknowledged = 0;
    for (const writer of this.#writers) {
      const found = await this.#office.readUnit(writer.unit.id);
      const ahead = found.version - writer.unit.version;
      if (ahead < 0) lost -= ahead;
      else if (ahead === 0 && found.sort !== writer.unit.sort) lost += 1;
      else unacknowledged += ahead;
      writer.unit = found;
    }
    return { lost, unacknowledged };
  }
}
