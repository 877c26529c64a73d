import { z } from 'zod';
import { AppError } from '../../../kernel/app-error.ts';
import { type FileRoute, fileRoute, type PageRoute, pageRoute } from '../../../portal/index.ts';
import type { Unit } from '../../organisations/index.ts';
import { COMMON_COLUMNS, columnState, OPENNESS_COLUMNS } from '../columns/openness-columns.ts';
import { classesFor, statutoryName } from '../columns/statutory-content.ts';
import { addMonths } from '../validity/term-rules.ts';
import { catalogueCsv } from './catalogue-csv.ts';
import type { OpenLibrary } from './open-library.service.ts';
import { CatalogueBody, OpennessListBody, OpennessUnitBody, type ShownColumn } from './openness-pages.portal.tsx';
import type { PortalContext } from './portal-context.ts';

const access = { kind: 'portal', action: 'read' };
const UnitParams = z.object({ unit: z.string().max(64) });
const ClassQuery = z.object({
  class: z
    .string()
    .regex(/^cat2[01]\.\d{1,2}$/)
    .optional()
    .catch(undefined),
});
const SHOWN = 6;
const TRAIL = [{ href: '/openness', label: '信息公开专栏' }];
const COLUMN = {
  name: '政府信息公开专栏',
  description: '各单位政府信息公开指南、制度、法定主动公开内容和年报',
  keywords: '政府信息公开,公开指南,主动公开目录',
  type: '信息公开',
};
export function opennessPages({ open }: PortalContext): PageRoute[] {
  return [
    pageRoute({
      url: '/openness',
      access,
      make: async () => ({
        head: { title: '政府信息公开专栏', trail: [], column: COLUMN, description: COLUMN.description },
        body: <OpennessListBody lines={await lines(open)} />,
      }),
    }),
    pageRoute({
      url: '/openness/:unit',
      access,
      params: UnitParams,
      make: async ({ params }) => {
        const unit = await demandUnit(open, params.unit);
        const counts = new Map((await open.statutoryCounts(unit.id)).map((one) => [one.value, one.count]));
        const classes = classesFor(unit.kind).map((one) => ({ class: one, count: counts.get(one.code) ?? 0 }));
        return {
          head: { title: `${unit.name}信息公开专栏`, trail: TRAIL, column: { ...COLUMN, name: unit.name } },
          body: <OpennessUnitBody unit={unit} columns={await columnsOf(open, unit)} classes={classes} />,
        };
      },
    }),
    pageRoute({
      url: '/openness/:unit/catalogue',
      access,
      params: UnitParams,
      query: ClassQuery,
      make: async ({ params, query }) => {
        const unit = await demandUnit(open, params.unit);
        const documents = await open.catalogue(unit.id, query.class);
        const trail = [...TRAIL, { href: `/openness/${unit.code}`, label: unit.shortName }];
        return {
          head: { title: '主动公开目录', trail, column: { ...COLUMN, name: '主动公开目录' } },
          body: (
            <CatalogueBody unit={unit} documents={documents} className={query.class && statutoryName(query.class)} />
          ),
        };
      },
    }),
  ];
}

export function opennessFiles({ open, origin }: PortalContext): FileRoute[] {
  return [
    fileRoute({
      url: '/openness/:unit/catalogue.csv',
      access,
      summary: '主动公开目录（CSV）',
      params: UnitParams,
      make: async ({ params }) => {
        const unit = await demandUnit(open, params.unit);
        return {
          type: 'text/csv; charset=utf-8',
          text: catalogueCsv(await open.catalogue(unit.id), origin),
          fileName: `${unit.name}主动公开目录.csv`,
        };
      },
    }),
  ];
}

/** Units that have duties of openness: all but the governments above and public enterprises with nothing public. */
async function lines(open: OpenLibrary) {
  const figures = await open.columnFigures();
  const guides = new Map((await open.inColumn('guide', null, 1_000)).map((one) => [one.unitId, one]));
  const reports = new Map((await open.inColumn('annualReport', null, 1_000)).reverse().map((one) => [one.unitId, one]));
  const countOf = (unit: Unit) =>
    figures
      .filter((one) => one.unitId === unit.id && !['onRequest', 'normative', 'converted'].includes(one.column))
      .reduce((sum, one) => sum + one.count, 0);
  return (await open.units())
    .map((unit) => ({ unit, guide: guides.get(unit.id), report: reports.get(unit.id), documents: countOf(unit) }))
    .filter(({ unit, documents }) => documents > 0 || (unit.kind !== 'government' && unit.kind !== 'enterprise'));
}

async function columnsOf(open: OpenLibrary, unit: Unit): Promise<ShownColumn[]> {
  const figures = await open.columnFigures();
  const shown: ShownColumn[] = [];
  for (const column of OPENNESS_COLUMNS) {
    const isCommon = COMMON_COLUMNS.has(column.code);
    const own = figures.filter((one) => one.column === column.code && (isCommon || one.unitId === unit.id));
    const newest =
      own
        .map((one) => one.newest)
        .sort()
        .at(-1) ?? null;
    const filed = own.reduce((sum, one) => sum + one.count, 0);
    const { items, total } = await contentOf(open, unit, column.code, filed);
    const before = column.updateMonths === null ? null : addMonths(open.today, -column.updateMonths);
    shown.push({
      column,
      count: total,
      state: columnState(column, total, newest, before),
      documents: items,
    });
  }
  return shown;
}

/** @param filed how many stand in the column by their own choice */
async function contentOf(open: OpenLibrary, unit: Unit, column: string, filed: number) {
  if (column === 'statutory') return open.statutory(unit.id, SHOWN);
  const items = filed === 0 ? [] : await open.inColumn(column, COMMON_COLUMNS.has(column) ? null : unit.id, SHOWN);
  return { items, total: filed };
}

async function demandUnit(open: OpenLibrary, code: string): Promise<Unit> {
  const unit = (await open.units()).find((one) => one.code === code);
  if (!unit) throw new AppError('not-found', 404, '没有找到这个单位，请从“信息公开专栏”重新查找。');
  return unit;
}
