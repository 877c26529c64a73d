import type { LocalDate } from '../../kernel/local-date.ts';
import type { Change } from '../../platform/change/change.ts';
import type { Queryable } from '../../platform/db/database.ts';

/** One thing in a module that waits for a person and must not be lost when that person leaves (TEAM-6). */
export interface OpenWorkItem {
  readonly id: string;
  /** Chinese, as the checklist shows it. */
  readonly title: string;
  readonly detail: string | null;
  readonly unitId: string | null;
  readonly dueOn: LocalDate | null;
}

/** How a module takes part in a hand-over. Both calls run inside the hand-over's transaction: use its `db` only. */
export interface OpenWorkProvider {
  /** Stable word, for example `plans`. */
  readonly name: string;
  /** Chinese heading of the checklist's part, for example 工作要点任务. */
  readonly title: string;
  /** Everything unfinished that names the person. */
  list(db: Queryable, personId: string): Promise<readonly OpenWorkItem[]>;
  /** Gives each to its new person; what was finished in the meantime is passed over. */
  move(change: Change, fromPersonId: string, items: readonly MovedItem[]): Promise<void>;
}

export interface MovedItem {
  readonly id: string;
  readonly toPersonId: string;
}

/** Modules above register what they hold; organisations itself knows none of them. */
export class OpenWork {
  readonly #providers = new Map<string, OpenWorkProvider>();

  /** @throws Error when the name is taken */
  register(provider: OpenWorkProvider): void {
    if (this.#providers.has(provider.name)) throw new Error(`open work of ${provider.name} is registered twice`);
    this.#providers.set(provider.name, provider);
  }

  get providers(): readonly OpenWorkProvider[] {
    return [...this.#providers.values()];
  }
}
