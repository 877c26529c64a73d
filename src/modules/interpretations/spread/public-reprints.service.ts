import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Queryable } from '../../../platform/db/database.ts';
import { countPublicReprints, lastPublicChange, publicReprintsOf } from './public-reprints.store.ts';

const SHOWN = 20;

export interface PublicReprint {
  readonly medium: string;
  readonly mediumKind: string;
  readonly day: LocalDate;
  readonly address: string;
}

/** Who took an interpretation over, as a second person confirmed it (ITP-18); reads the public rows alone. */
export class PublicReprints {
  readonly #db: Queryable;

  constructor(db: Queryable) {
    this.#db = db;
  }

  /** Newest first. */
  async of(number: number): Promise<{ readonly shown: readonly PublicReprint[]; readonly total: number }> {
    const rows = await publicReprintsOf(this.#db, number, SHOWN);
    const shown = rows.map(({ medium, medium_kind: mediumKind, day, address }) => ({
      medium,
      mediumKind,
      day,
      address,
    }));
    return { shown, total: rows.length < SHOWN ? rows.length : await countPublicReprints(this.#db, number) };
  }

  /** Part of the version of public pages. */
  async dataVersion(): Promise<string> {
    return String(await lastPublicChange(this.#db));
  }
}
