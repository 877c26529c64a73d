import { type CasesContext, type Known, lookUpKnown } from '../cases.context.ts';
import { refreshUrgent } from './clock.store.ts';
import { type Reckoned, reckon } from './reckon.ts';
import {
  lastStale,
  lockStaleClocks,
  type Stale,
  type StaleClock,
  type Turned,
  writeReckoned,
} from './recompute.store.ts';

const SYSTEM = { type: 'system' } as const;
const AT_ONCE = 2_000;
const FIRST = '00000000-0000-0000-0000-000000000000';
const MIDDLE = '7fffffff-ffff-ffff-ffff-ffffffffffff';
const LAST = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
const WHOLE = { after: FIRST, until: LAST };
const HALVES = [
  { after: FIRST, until: MIDDLE },
  { after: MIDDLE, until: LAST },
];
const WHY = '放假安排或办理时限规则有变，按新的日历和规则重新计算。';

interface Lane extends Pick<Stale, 'after' | 'until'> {
  readonly standing: 'alone' | 'merged';
}

interface Recomputed {
  readonly reckoned: number;
  readonly moved: number;
}

/** Reckons open clocks anew once calendar or rules have changed; found from state, in batches, old and new days kept. */
export class RecomputeService {
  readonly #context: CasesContext;

  constructor(context: CasesContext) {
    this.#context = context;
  }

  /** Job. @returns how many were looked at, and how many days moved */
  async run(signal: AbortSignal): Promise<Recomputed> {
    const known = await lookUpKnown(this.#context);
    // A case that stands alone touches no other's row, so that two lanes never wait for one another; what was merged follows in one.
    const alone = await Promise.allSettled(
      HALVES.map((half) => this.#lane(known, { ...half, standing: 'alone' }, signal)),
    );
    const done = alone.map((lane) => {
      if (lane.status === 'rejected') throw lane.reason;
      return lane.value;
    });
    done.push(await this.#lane(known, { ...WHOLE, standing: 'merged' }, signal));
    return sumOf(done);
  }

  /** Batch after batch, each in a transaction of its own. */
  async #lane(known: Known, { after, until, standing }: Lane, signal: AbortSignal): Promise<Recomputed> {
    const done: Recomputed[] = [];
    let stale: Stale = { basis: known.basis, after, until, limit: AT_ONCE };
    while (!signal.aborted) {
      const last = await lastStale(this.#context.platform.database.kysely, stale);
      if (last === null) break;
      done.push(await this.#batch(known, stale, standing));
      stale = { ...stale, after: last };
    }
    return sumOf(done);
  }

  #batch(known: Known, of: Stale, standing: Lane['standing']): Promise<Recomputed> {
    return this.#context.platform.changes.run(SYSTEM, async (change) => {
      const stale = await lockStaleClocks(change.tx, of, standing);
      const alike = Map.groupBy(stale, ({ kind, events }) => `${kind} ${events}`);
      const turned = [...alike.values()].flatMap((some) => this.#turned(some, known));
      const moved = await writeReckoned(change.tx, turned, known.basis, WHY, change.at);
      if (moved > 0) {
        await this.#refresh(change.tx, turned);
        change.record({ action: 'recompute', kind: 'case', subjectId: known.basis, detail: { cases: moved } });
        await change.emit('cases.recomputed', { cases: moved });
      }
      return { reckoned: turned.length, moved };
    });
  }

  /** Cases of one kind to which the same happened on the same days have one reading. */
  #turned(alike: readonly StaleClock[], known: Known): Turned[] {
    const reckoned = this.#reckoned(alike, known);
    return reckoned === null ? [] : alike.map((of) => ({ of, reckoned }));
  }

  /** One case that cannot be reckoned must not hold up the others. */
  #reckoned([first, ...more]: readonly StaleClock[], known: Known): Reckoned | null {
    if (!first) return null;
    try {
      const events = JSON.parse(first.events);
      return reckon(this.#context.kinds.get(first.kind).clock.ordinary, events, known, events.length);
    } catch (error) {
      const caseIds = [first, ...more].map(({ id }) => id);
      this.#context.platform.log.error({ err: error, caseIds }, 'clocks not reckoned anew');
      return null;
    }
  }

  async #refresh(tx: Parameters<typeof refreshUrgent>[0], turned: readonly Turned[]): Promise<void> {
    const whole = turned.filter(({ of, reckoned }) => of.dueOn !== reckoned.dueOn);
    const ids = new Set(whole.flatMap(({ of }) => of.mergedInto ?? (of.mergedCount > 0 ? of.id : [])));
    for (const id of [...ids].sort()) await refreshUrgent(tx, id);
  }
}

function sumOf(done: readonly Recomputed[]): Recomputed {
  const none = { reckoned: 0, moved: 0 };
  return done.reduce(
    (sum, { reckoned, moved }) => ({ reckoned: sum.reckoned + reckoned, moved: sum.moved + moved }),
    none,
  );
}
