import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { describeDatabases } from '../../platform/db/database.fixtures.ts';
import { APPLICANT_CATEGORIES, REQUEST_RESULTS } from '../disclosure-requests/index.ts';
import {
  madeRequests,
  openTestReports,
  putDocuments,
  putFees,
  putProceedings,
  putRequests,
  sixtyUnits,
  type TestReports,
} from './annual-reports.fixtures.ts';
import { RESULT_ROWS } from './counting/count-requests.ts';
import { cellOf, cellsOf, FEE_CELL } from './form/cells.ts';
import { FORM_2021 } from './form/statutory-form.ts';

const COUNT = 5_000;
/** Every cell that the platform has records of, and its totals. */
const COUNTED = cellsOf(FORM_2021).filter(({ isCounted }) => isCounted);

describeDatabases([], (database) => {
  let test: TestReports;
  let unitIds: string[];

  beforeAll(async () => {
    test = await openTestReports(database());
    unitIds = await sixtyUnits(test);
    await putRequests(database(), madeRequests(COUNT, unitIds));
    await putProceedings(database(), 400, unitIds);
    await putFees(database());
    await putDocuments(database(), 1_200, unitIds);
  });

  /** Counted by the database alone: `row` × category → number, for the whole district or one unit. */
  async function bySql(unitId?: string): Promise<Map<string, number>> {
    const where = unitId ? sql`c.unit_id = ${unitId}` : sql`true`;
    const { rows } = await sql<{ row: string; category: string; count: number }>`
      with of_year as (
        select r.* from requests.request r join cases."case" c on c.id = r.case_id where ${where}
      )
      select '1' as row, category, count(*)::int as count from of_year
        where confirmed_on between '2025-01-01' and '2025-12-31' group by category
      union all
      select '2', category, count(*)::int from of_year
        where confirmed_on < '2025-01-01' and (decided_on is null or decided_on >= '2025-01-01') group by category
      union all
      select result, category, count(*)::int from of_year
        where extract(year from decided_on) = 2025 group by result, category
      union all
      select '3.7', category, count(*)::int from of_year
        where extract(year from decided_on) = 2025 group by category
      union all
      select '4', category, count(*)::int from of_year
        where confirmed_on <= '2025-12-31' and (decided_on is null or decided_on > '2025-12-31') group by category
    `.execute(database().kysely);
    const counts = new Map<string, number>();
    const add = (key: string, count: number) => counts.set(key, (counts.get(key) ?? 0) + count);
    for (const { row, category, count } of rows) {
      const of = RESULT_ROWS[row as keyof typeof RESULT_ROWS] ?? row;
      add(cellOf('p3', of, category), count);
      add(cellOf('p3', of, 'total'), count);
    }
    for (const { kind, ended, count } of await proceedingsBySql(unitId)) {
      add(cellOf('p4', kind, ended), count);
      add(cellOf('p4', kind, 'total'), count);
    }
    for (const [column, count] of Object.entries(await documentsBySql(unitId)))
      add(cellOf('p2', 'normative', column), count);
    const { rows: fees } = await sql<{ yuan: number; payments: number }>`
      select coalesce(sum(f.amount), 0)::int as yuan, count(*)::int as payments
      from requests.fee f join cases."case" c on c.id = f.case_id
      where ${where} and extract(year from f.paid_on) = 2025`.execute(database().kysely);
    counts.set(FEE_CELL, fees[0]?.yuan ?? 0);
    return counts;
  }

  /** Part two: a term is what the text says, or five years; an extension moves it; a repeal counts only for what had not lapsed. */
  async function documentsBySql(unitId?: string) {
    const where = unitId ? sql`unit_id = ${unitId}` : sql`true`;
    const { rows } = await sql<{ made: number; repealed: number; inForce: number }>`
      with life as (
        select dated_on, coalesce(takes_effect_on, dated_on) as effect,
          coalesce(expires_on, (coalesce(takes_effect_on, dated_on) + interval '5 years' - interval '1 day')::date) as last_day,
          (relations -> 0 ->> 'on')::date as happened, relations -> 0 ->> 'type' as what, (relations -> 0 ->> 'until')::date as until
        from library.document where ${where}
      ), day as (
        select *, what = 'repealedBy' and happened <= last_day as is_repealed,
          case when what = 'extendedBy' and happened <= '2025-12-31' then until else last_day end as ends_on
        from life
      )
      select
        count(*) filter (where dated_on between '2025-01-01' and '2025-12-31')::int as made,
        count(*) filter (where is_repealed and happened between '2025-01-01' and '2025-12-31')::int as repealed,
        count(*) filter (where effect <= '2025-12-31' and ends_on >= '2025-12-31'
          and not coalesce(is_repealed and happened <= '2025-12-31', false))::int as "inForce"
      from day`.execute(database().kysely);
    return rows[0] as { made: number; repealed: number; inForce: number };
  }

  async function proceedingsBySql(unitId?: string) {
    const where = unitId ? sql`unit_id = ${unitId}` : sql`true`;
    const { rows } = await sql<{ kind: string; ended: string; count: number }>`
      select kind, case when closed_on is null or closed_on > '2025-12-31' then 'pending' else result end as ended,
        count(*)::int as count
      from requests.proceeding
      where ${where} and received_on <= '2025-12-31' and (closed_on is null or closed_on >= '2025-01-01')
      group by 1, 2`.execute(database().kysely);
    return rows;
  }

  describe('a year of 5,000 requests in 60 units (RPT-2)', () => {
    it('has every result, every category and requests carried over and on', async () => {
      const counts = await bySql();
      for (const result of REQUEST_RESULTS)
        expect(counts.get(cellOf('p3', RESULT_ROWS[result], 'total')), result).toBeGreaterThan(20);
      for (const category of APPLICANT_CATEGORIES) {
        for (const row of ['1', '2', '3.7', '4'])
          expect(counts.get(cellOf('p3', row, category)), `${row} ${category}`).toBeGreaterThan(0);
      }
    });

    it('every cell of the district equals the count of the database, and its list has exactly that many records', async () => {
      const { service, people, units } = test;
      const { id } = await service.reports.create(people.office, {
        unitId: units.office.id,
        year: 2025,
        scope: 'district',
      });
      const counts = await bySql();
      const { figures, faults } = await service.views.get(people.office, id);
      const wrong: string[] = [];
      for (const { cell, label } of COUNTED) {
        const expected = counts.get(cell) ?? 0;
        if (figures[cell]?.value !== expected) wrong.push(`${label}: ${figures[cell]?.value} instead of ${expected}`);
      }
      expect(wrong).toEqual([]);
      expect(
        faults.filter(({ code }) => ['balance', 'row-totals', 'results-total', 'proceedings-total'].includes(code)),
      ).toEqual([]);
      const total = cellOf('p3', '1', 'total');
      const seen = new Set<string>();
      const last = Math.ceil((counts.get(total) ?? 0) / 200);
      for (let page = 1; page <= last; page += 1) {
        const { items } = await service.records.of(people.office, id, total, { page, pageSize: 200 });
        for (const item of items) seen.add(item.id);
      }
      expect(seen.size).toBe(counts.get(total));
      const { units: shares, total: all } = await service.records.of(people.office, id, total, {
        page: 1,
        pageSize: 1,
      });
      expect(shares.reduce((sum, one) => sum + one.counted, 0)).toBe(all);
      expect(shares).toHaveLength(unitIds.length);
    });

    it('each of the cells of a unit has a list of exactly its number', async () => {
      const { service, people, units } = test;
      const { id } = await service.reports.create(people.officer, {
        unitId: units.education.id,
        year: 2025,
        scope: 'unit',
      });
      const counts = await bySql(units.education.id);
      for (const { cell } of COUNTED) {
        const { figure, total, items } = await service.records.of(people.officer, id, cell, { page: 1, pageSize: 200 });
        const expected = counts.get(cell) ?? 0;
        expect(figure.value, cell).toBe(expected);
        const listed =
          cell === FEE_CELL ? items.reduce((sum, { note }) => sum + Number(/缴纳 (\d+) 元/.exec(note)?.[1]), 0) : total;
        expect([listed, items.length], cell).toEqual([expected, total]);
      }
    });

    it('the sum of all units is the district', async () => {
      const { service, people } = test;
      const sums = new Map<string, number>();
      for (const unitId of unitIds) {
        for (const [cell, count] of await bySql(unitId)) sums.set(cell, (sums.get(cell) ?? 0) + count);
      }
      const { district } = await service.list.list(people.office, 2025);
      const { figures } = await service.views.get(people.office, district?.report?.id ?? '');
      for (const [cell, sum] of sums) expect(figures[cell]?.value, cell).toBe(sum);
    });
  });
});
