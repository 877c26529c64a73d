import { Readable } from 'node:stream';
import { CSV_MARK, csvLine } from '../../../kernel/csv.ts';
import { localDateAt, yearOf } from '../../../kernel/local-date.ts';
import { type Actor, demand } from '../../../kernel/permissions.ts';
import { begun } from '../../../platform/http/begun.ts';
import type { Platform } from '../../../platform/platform.ts';
import { existsOn, type Organisations } from '../../organisations/index.ts';
import { unitRef } from '../registers/record-views.service.ts';
import { sumByUnit } from '../registers/records.store.ts';
import { CHECKS, type CheckCode } from './check-words.ts';
import type { FigureRecord, FiguresView } from './figures.contract.ts';
import { type CheckEntry, type CheckedWorld, checkEntries, checkFigures } from './interpretation-checks.ts';
import type { ThresholdsService } from './thresholds.service.ts';
import { readWorld, type WorldSources } from './world.service.ts';

const READ = { kind: 'interpretationRecord' } as const;
const EARLIEST_YEAR = 2024;

/** Figures of interpretation work per unit and year (ITP-C1..C7, ITP-18), each with the records behind it. */
export class FiguresService {
  readonly #platform: Platform;
  readonly #organisations: Organisations;
  readonly #thresholds: ThresholdsService;
  readonly #sources: WorldSources;

  constructor(
    platform: Platform,
    below: {
      readonly organisations: Organisations;
      readonly thresholds: ThresholdsService;
      readonly sources: WorldSources;
    },
  ) {
    this.#platform = platform;
    this.#organisations = below.organisations;
    this.#thresholds = below.thresholds;
    this.#sources = below.sources;
  }

  async figures(actor: Actor, year: number): Promise<FiguresView> {
    demand(actor, 'read', READ);
    const world = await this.#world(year);
    const entries = checkEntries(world);
    const spread = await sumByUnit(this.#platform.database.kysely, { register: 'reprint', year });
    const today = localDateAt(this.#platform.clock.now());
    const byUnit = Map.groupBy(entries, (entry) => entry.unitId);
    const units = (await this.#organisations.units.all()).filter(
      (unit) => (existsOn(unit, today) && unit.kind !== 'government') || byUnit.has(unit.id),
    );
    const figuresOf = (own: readonly CheckEntry[], isOwn: (unitId: string) => boolean) => ({
      figures: checkFigures(own),
      ...ratingsOf(world, own),
      reprints: total(spread.filter((one) => isOwn(one.unitId)).map((one) => one.count)),
      reach: total(spread.filter((one) => isOwn(one.unitId)).map((one) => one.amount)),
    });
    const known = new Map(units.map((unit) => [unit.id, unit]));
    return {
      year,
      years: this.#years(),
      all: figuresOf(entries, () => true),
      units: units.map((unit) => ({
        unit: unitRef(known, unit.id),
        ...figuresOf(byUnit.get(unit.id) ?? [], (id) => id === unit.id),
      })),
      thresholds: { ...world.thresholds },
    };
  }

  async records(
    actor: Actor,
    query: {
      readonly year: number;
      readonly check: CheckCode;
      readonly unitId?: string | undefined;
      readonly meets?: 'true' | 'false' | undefined;
      readonly page: number;
      readonly pageSize: number;
    },
  ) {
    demand(actor, 'read', READ);
    const found = checkEntries(await this.#world(query.year)).filter(
      (entry) =>
        entry.check === query.check &&
        (!query.unitId || entry.unitId === query.unitId) &&
        (query.meets === undefined || String(entry.meets) === query.meets),
    );
    const units = await this.#unitsById();
    const items = found
      .sort((a, b) => Number(a.meets) - Number(b.meets) || b.number - a.number)
      .slice((query.page - 1) * query.pageSize, query.page * query.pageSize)
      .map(({ unitId, ...entry }): FigureRecord => ({ ...entry, unit: unitRef(units, unitId) }));
    return { items, total: found.length, page: query.page, pageSize: query.pageSize };
  }

  /** Every record behind every figure of the year, as a table. */
  async export(actor: Actor, year: number): Promise<Readable> {
    demand(actor, 'read', READ);
    return Readable.from(await begun(this.#lines(year)));
  }

  async *#lines(year: number): AsyncGenerator<string> {
    yield CSV_MARK + csvLine(['指标', '单位', '文件或解读', '编号', '是否达到', '说明']);
    const units = await this.#unitsById();
    for (const entry of checkEntries(await this.#world(year))) {
      const { name } = CHECKS[entry.check];
      const unit = units.get(entry.unitId)?.name ?? '';
      yield csvLine([name, unit, entry.title, entry.number, entry.meets ? '是' : '否', entry.note]);
    }
  }

  async #world(year: number): Promise<CheckedWorld> {
    return readWorld(this.#sources, year, await this.#thresholds.current());
  }

  async #unitsById() {
    return new Map((await this.#organisations.units.all()).map((unit) => [unit.id, unit]));
  }

  /** Newest first. */
  #years(): number[] {
    const now = yearOf(localDateAt(this.#platform.clock.now()));
    return Array.from({ length: Math.max(1, now - EARLIEST_YEAR + 1) }, (_, back) => now - back);
  }
}

function ratingsOf(world: CheckedWorld, entries: readonly CheckEntry[]) {
  const own = new Set(entries.filter((entry) => entry.check === 'rated').map((entry) => entry.number));
  const rated = world.interpretations.filter((one) => own.has(one.number) && one.mean !== null);
  const ratings = total(rated.map((one) => one.ratings));
  const points = total(rated.map((one) => one.ratings * (one.mean ?? 0)));
  return { ratings, mean: ratings === 0 ? null : Math.round((points / ratings) * 100) / 100 };
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
