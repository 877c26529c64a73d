import { type LocalDate, localDateAt } from '../../kernel/local-date.ts';
import type { UnitRef } from '../../kernel/route.contract.ts';
import type { WorkdayCalendar } from '../../kernel/workdays.ts';
import type { Change } from '../../platform/change/change.ts';
import type { Queryable } from '../../platform/db/database.ts';
import type { Platform } from '../../platform/platform.ts';
import type { AttachmentsService } from '../attachments/index.ts';
import type { CalendarService } from '../calendar/index.ts';
import type { Organisations, Unit } from '../organisations/index.ts';
import type { LogService } from '../transparency/index.ts';
import type { EntitledIssuer } from './element-checks/element-reasons.ts';
import { IssuerNames } from './element-checks/issuer-standing.ts';
import type { KindRegister } from './kinds/kind-register.ts';
import { listIssuerCodes } from './reviews/reviews.store.ts';

/** What every service of this module is handed. */
export interface PublicationsContext {
  readonly platform: Platform;
  readonly organisations: Organisations;
  readonly calendar: Pick<CalendarService, 'current'>;
  readonly kinds: KindRegister;
  readonly attachments: AttachmentsService;
  /** Knows bytes only; a leaf stands in the same transaction as what it tells. */
  readonly log: Pick<LogService, 'append' | 'proofOf' | 'receiptOf'>;
}

/** Other modules' knowledge that a rule needs; looked up once for each piece of work. */
export interface Lookups {
  readonly today: LocalDate;
  readonly calendar: WorkdayCalendar;
  readonly units: Units;
  readonly issuerCodes: readonly EntitledIssuer[];
  readonly kinds: KindRegister;
}

/** Ask before a transaction begins, never inside one: the embedded database has one connection. */
export async function lookups(context: PublicationsContext): Promise<Lookups> {
  return {
    today: localDateAt(context.platform.clock.now()),
    calendar: await context.calendar.current(),
    units: await unitsIn(context, context.platform.database.kysely),
    issuerCodes: await listIssuerCodes(context.platform.database.kysely),
    kinds: context.kinds,
  };
}

const KEPT_MS = 2000;
const kept = new WeakMap<PublicationsContext, { readonly at: number; readonly units: Units }>();

/**
 * The units inside a change or outside; two seconds old at most, since the register changes a few times a year and every act asks.
 * @param wanted a unit that has to be in it, should it be younger than that
 */
export async function unitsIn(context: PublicationsContext, db: Queryable | Change, wanted?: string): Promise<Units> {
  const known = kept.get(context);
  const isFresh = known !== undefined && Date.now() - known.at < KEPT_MS && known.units.officeId !== null;
  if (isFresh && (wanted === undefined || known.units.has(wanted))) return known.units;
  const units = new Units(await context.organisations.units.all('tx' in db ? db.tx : db));
  kept.set(context, { at: Date.now(), units });
  return units;
}

export class Units {
  readonly #byId: ReadonlyMap<string, Unit>;
  /** The supervising office, if the district has one. */
  readonly officeId: string | null;
  #issuers: IssuerNames | undefined;

  constructor(units: readonly Unit[]) {
    this.#byId = new Map(units.map((unit) => [unit.id, unit]));
    this.officeId = units.find((unit) => unit.isOffice && unit.toOn === null)?.id ?? null;
  }

  get issuers(): IssuerNames {
    this.#issuers ??= new IssuerNames([...this.#byId.values()]);
    return this.#issuers;
  }

  has(id: string): boolean {
    return this.#byId.has(id);
  }

  ref(id: string): UnitRef {
    const unit = this.#byId.get(id);
    if (!unit) return { id, code: '', name: '（已撤销的单位）', shortName: '（已撤销的单位）' };
    return { id, code: unit.code, name: unit.name, shortName: unit.shortName };
  }
}
