import { csv } from '../../../kernel/csv.ts';
import { localDateAt } from '../../../kernel/local-date.ts';
import type { Page } from '../../../kernel/page.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Organisations, Unit } from '../../organisations/index.ts';
import type { OpenPublications } from '../../publications/index.ts';
import { classFigures, columnFigures, titlesOf } from '../public/open-library.store.ts';
import type { ColumnFigure } from '../public/open-library.ts';
import type { Shelf } from '../shelf/shelf.service.ts';
import { dateField, textField } from '../shelf/shelf-entry.ts';
import { type AlikeTexts, alikeTexts } from './alike-texts.ts';
import { CHECK_WORDS } from './check-words.ts';
import type { Finding, FindingQuery, OpennessReport } from './inspection.contract.ts';
import { type AlikePair, hasColumns, type OpennessFacts, opennessChecks } from './openness-checks.ts';
import { mayBeAlike, sameTexts, signaturesOf } from './text-prints.store.ts';

const MOST_ITEMS = 5_000;
/** The class that tells of functions, addresses, hours, telephone numbers and heads. */
const UNIT_FACTS = 'cat20.2';
/** Every unit has to have its own, in one form for all: much alike is no fault there, the same is. */
const OWN_OF_EACH_UNIT = new Set(['opennessGuide', 'opennessReport']);

/** Looks through the statutory columns of all units at once: a dozen statements, however many units there are (GIP-C1..C5). */
export class InspectionService {
  readonly #platform: Platform;
  readonly #organisations: Organisations;
  readonly #shelf: Shelf;
  readonly #open: OpenPublications;

  constructor(
    platform: Platform,
    below: { readonly organisations: Organisations; readonly shelf: Shelf; readonly open: OpenPublications },
  ) {
    this.#platform = platform;
    this.#organisations = below.organisations;
    this.#shelf = below.shelf;
    this.#open = below.open;
  }

  async report(): Promise<OpennessReport> {
    const { facts, units, checks, findings } = await this.#look();
    const byUnit = units.flatMap(({ id, shortName }) => {
      const own = findings.filter((one) => one.unitId === id);
      if (own.length === 0) return [];
      const counts = Object.fromEntries(
        checks.map(({ code }) => [code, own.filter((one) => one.check === code).length]),
      ) as OpennessReport['byUnit'][number]['counts'];
      return [{ unitId: id, name: shortName, counts }];
    });
    return {
      on: facts.today,
      units: facts.units.length,
      checks: checks.map(({ code, value, of, isMet }) => ({
        code,
        ...CHECK_WORDS[code],
        figure: of === null ? String(value) : `${value}/${of}`,
        isMet,
        findings: findings.filter((one) => one.check === code).length,
      })),
      byUnit,
    };
  }

  async findings({ check, unitId, page, pageSize }: FindingQuery): Promise<Page<Finding>> {
    const all = (await this.#named()).filter(
      (one) => (!check || one.check === check) && (!unitId || one.unitId === unitId),
    );
    return { items: all.slice((page - 1) * pageSize, page * pageSize), total: all.length, page, pageSize };
  }

  /** Everything found, as a table to send to the units. */
  async file(origin: string): Promise<string> {
    const rows = (await this.#named()).map((one) => [
      CHECK_WORDS[one.check].name,
      one.unitName,
      one.title,
      one.what,
      one.number === null ? '' : `${origin}/documents/${one.number}`,
    ]);
    return csv([['检查', '单位', '栏目或文件', '问题', '网址'], ...rows]);
  }

  async #named(): Promise<Finding[]> {
    const { units, findings } = await this.#look();
    const names = new Map(units.map((unit) => [unit.id, unit.shortName]));
    return findings.map((one) => ({ ...one, unitName: names.get(one.unitId) ?? '（已撤销的单位）' }));
  }

  async #look() {
    await this.#shelf.catchUp();
    const { facts, units } = await this.#facts();
    return { facts, units, ...opennessChecks(facts) };
  }

  async #facts(): Promise<{ facts: OpennessFacts; units: readonly Unit[] }> {
    const db = this.#platform.database.kysely;
    const today = localDateAt(this.#platform.clock.now());
    const all = await this.#organisations.units.all();
    const units = all.filter((unit) => unit.toOn === null || unit.toOn >= today);
    const classes = (await classFigures(db)).map(placeOf);
    const listed = { page: 1, pageSize: MOST_ITEMS } as const;
    const guides = (await this.#open.items({ ...listed, kinds: ['opennessGuide'] })).items;
    const rules = (await this.#open.items({ ...listed, column: 'rules' })).items;
    const published = classes
      .filter((one) => one.place === UNIT_FACTS)
      .map(({ unitId, newest }) => ({ unitId, on: newest, what: '公布了新的机构职能信息' }));
    return {
      units,
      facts: {
        today,
        units: units.filter(hasColumns),
        columns: (await columnFigures(db)).map(placeOf),
        classes,
        guides: guides.map((one) => ({
          unitId: one.unitId,
          number: one.number,
          title: one.title,
          revisedOn: dateField(one.fields, 'revisedOn'),
        })),
        unitChanges: [...(await this.#organisations.units.factChanges()), ...published],
        rules: rules.map((one) => ({
          unitId: one.unitId,
          number: one.number,
          title: one.title,
          ruleKind: textField(one.fields, 'ruleKind') ?? '',
        })),
        alike: await this.#alike(),
      },
    };
  }

  async #alike(): Promise<AlikePair[]> {
    const db = this.#platform.database.kysely;
    const [same, near] = [await sameTexts(db), await mayBeAlike(db)];
    const pairs = alikeTexts(same, near, await signaturesOf(db, [...new Set(near.flat())]));
    const titles = await titlesOf(db, [...new Set(pairs.flatMap((pair) => [pair.first, pair.second]))]);
    return pairs.flatMap((pair) => pairOf(pair, titles));
  }
}

function pairOf({ first, second, share }: AlikeTexts, titles: Awaited<ReturnType<typeof titlesOf>>): AlikePair[] {
  const [one, other] = [titles.get(first), titles.get(second)];
  if (!one || !other) return [];
  const ownOfEach = OWN_OF_EACH_UNIT.has(other.kind) && one.kind === other.kind && one.unitId !== other.unitId;
  if (share < 1 && ownOfEach) return [];
  const { title, unitId } = other;
  return [{ first: { number: first, title: one.title }, second: { number: second, title, unitId }, share }];
}

function placeOf({ unitId, column, count, newest }: ColumnFigure) {
  return { unitId, place: column, count, newest };
}
