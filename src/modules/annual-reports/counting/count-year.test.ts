import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type LocalDate, localDate } from '../../../kernel/local-date.ts';
import { APPLICANT_CATEGORIES, REQUEST_RESULTS } from '../../disclosure-requests/index.ts';
import { cellOf, cellsOf, FEE_CELL } from '../form/cells.ts';
import { figuresOf } from '../form/figures.ts';
import { formFaults } from '../form/form-checks.ts';
import { FORM_2021 } from '../form/statutory-form.ts';
import { countsOf, countYear, mergedRecords, recordsBehind } from './count-year.ts';
import type { CountedCells } from './counted-record.ts';
import type { NormativeFacts, ProceedingFact, RequestFact, YearFacts } from './facts.ts';

const TODAY = localDate('2026-02-01');

const request = (more: Partial<RequestFact> = {}): RequestFact => ({
  caseId: 'a',
  number: 'YS-1',
  unitId: 'u',
  category: 'natural',
  receivedOn: localDate('2025-05-06'),
  decidedOn: localDate('2025-06-03'),
  result: 'open',
  ...more,
});

const normative = (number: number, more: Partial<NormativeFacts> = {}): NormativeFacts => ({
  number,
  unitId: 'u',
  documentNumber: `明教规〔2025〕${number}号`,
  title: '转学办法',
  normative: true,
  issuedOn: localDate('2025-03-01'),
  takesEffectOn: null,
  expiresOn: null,
  closesOn: null,
  relations: [],
  ...more,
});

function counted(facts: Partial<YearFacts>, today = TODAY, year = 2025) {
  return countYear({ requests: [], proceedings: [], documents: [], fees: [], ...facts }, year, today, undefined);
}

const filled = (cells: CountedCells) => [...cells].filter(([, records]) => records.length > 0).map(([cell]) => cell);

describe('a request (part three)', () => {
  it('stands once at the top and once below', () => {
    expect(filled(counted({ requests: [request()] }).cells)).toEqual(['p3:1:natural', 'p3:3.1:natural']);
  });

  it('of the year before that was still open is carried over', () => {
    const carried = request({ receivedOn: localDate('2024-12-31'), decidedOn: localDate('2025-01-01') });
    expect(filled(counted({ requests: [carried] }).cells)).toEqual(['p3:2:natural', 'p3:3.1:natural']);
  });

  it('that is open on the last day is carried on, though it be decided since', () => {
    const open = ['2026-01-01', null].map((day) =>
      request({ caseId: `${day}`, decidedOn: day as LocalDate | null, result: day ? 'partial' : null }),
    );
    const { cells } = counted({ requests: open });
    expect(filled(cells)).toEqual(['p3:1:natural', 'p3:4:natural']);
    expect(cells.get(cellOf('p3', '4', 'natural'))).toHaveLength(2);
  });

  it('of another year counts nothing', () => {
    const others = [
      request({ receivedOn: localDate('2026-01-01'), decidedOn: null, result: null }),
      request({ receivedOn: localDate('2024-05-06'), decidedOn: localDate('2024-12-31') }),
    ];
    expect(filled(counted({ requests: others }).cells)).toEqual([]);
  });

  it('decided without a result is named, and the balance shows it', () => {
    const found = counted({ requests: [request({ result: null })] });
    expect(found.faults.map(({ message }) => message)).toEqual(['YS-1 已经答复，没有记载办理结果，请补登。']);
    const codes = formFaults(FORM_2021, figuresOf(FORM_2021, countsOf(found), new Map()), undefined);
    expect(codes.map(({ code }) => code)).toContain('balance');
  });

  it('decided before it came is named', () => {
    const [fault] = counted({ requests: [request({ decidedOn: localDate('2025-05-05') })] }).faults;
    expect(fault?.message).toContain('早于收到日期');
  });

  const day = fc.integer({ min: 0, max: 1200 }).map((days) => addDays(localDate('2024-01-01'), days));
  const anyRequest = fc
    .record({
      received: day,
      days: fc.option(fc.integer({ min: 0, max: 400 }), { nil: null }),
      category: fc.constantFrom(...APPLICANT_CATEGORIES),
      result: fc.constantFrom(...REQUEST_RESULTS),
    })
    .map(({ received, days, category, result }) =>
      request({
        receivedOn: received,
        decidedOn: days === null ? null : addDays(received, days),
        result: days === null ? null : result,
        category,
      }),
    );

  it('whatever its days: the sums of every column meet', () => {
    fc.assert(
      fc.property(fc.array(anyRequest, { maxLength: 60 }), fc.constantFrom(2024, 2025, 2026), (drawn, year) => {
        const requests = drawn.map((one, at) => ({ ...one, caseId: String(at) }));
        const found = counted({ requests }, localDate('2028-01-01'), year);
        const figures = figuresOf(FORM_2021, countsOf(found), new Map());
        const faults = formFaults(FORM_2021, figures, undefined).filter(({ code }) => code !== 'unstated');
        expect(faults).toEqual([]);
        for (const { cell } of cellsOf(FORM_2021).filter((one) => one.cell.startsWith('p3')))
          expect(recordsBehind(FORM_2021, found.cells, cell)).toHaveLength(figures.get(cell)?.value ?? -1);
      }),
    );
  });

  it('what one year carries on is what the next one carries over', () => {
    fc.assert(
      fc.property(fc.array(anyRequest, { maxLength: 60 }), (drawn) => {
        const requests = drawn.map((one, at) => ({ ...one, caseId: String(at) }));
        const of = (year: number) => {
          const found = counted({ requests }, localDate('2028-01-01'), year);
          return figuresOf(FORM_2021, countsOf(found), new Map());
        };
        const codes = formFaults(FORM_2021, of(2025), of(2024)).map(({ code }) => code);
        expect(codes).not.toContain('carried-over');
      }),
    );
  });
});

describe('a proceeding (part four)', () => {
  const proceeding = (more: Partial<ProceedingFact>): ProceedingFact => ({
    id: 'p',
    caseId: 'a',
    unitId: 'u',
    kind: 'reconsideration',
    receivedOn: localDate('2025-05-06'),
    closedOn: localDate('2025-08-01'),
    result: 'upheld',
    ...more,
  });
  const cellsOfOne = (more: Partial<ProceedingFact>) => filled(counted({ proceedings: [proceeding(more)] }).cells);

  it('counts by how it ended, and as not ended while it goes on', () => {
    expect(cellsOfOne({})).toEqual(['p4:reconsideration:upheld']);
    expect(cellsOfOne({ kind: 'directSuit', result: 'corrected' })).toEqual(['p4:directSuit:corrected']);
    expect(cellsOfOne({ closedOn: null, result: null })).toEqual(['p4:reconsideration:pending']);
    expect(cellsOfOne({ closedOn: localDate('2026-01-05') })).toEqual(['p4:reconsideration:pending']);
  });

  it('of an earlier year counts in the year in which it ended', () => {
    const old = localDate('2023-05-06');
    expect(cellsOfOne({ receivedOn: old })).toEqual(['p4:reconsideration:upheld']);
    expect(cellsOfOne({ receivedOn: old, closedOn: localDate('2024-12-31') })).toEqual([]);
  });

  it('ended without a result is named', () => {
    expect(counted({ proceedings: [proceeding({ result: null })] }).faults).toHaveLength(1);
  });
});

describe('a normative document (part two)', () => {
  const columns = (more: Partial<NormativeFacts>, today = TODAY) =>
    filled(counted({ documents: [normative(1, more)] }, today).cells).map((cell) => cell.split(':')[2]);
  const by = { title: '废止的决定', documentNumber: '明教〔2025〕9号', number: 9 };

  it('made in the year and in force at its end counts twice', () => {
    expect(columns({})).toEqual(['made', 'inForce']);
  });

  it('made before counts while it is in force', () => {
    expect(columns({ issuedOn: localDate('2023-03-01') })).toEqual(['inForce']);
  });

  it('repealed in the year is counted as such, once', () => {
    const relations = [{ type: 'repealedBy', on: localDate('2025-07-01'), by }] as const;
    expect(columns({ issuedOn: localDate('2023-03-01'), relations })).toEqual(['repealed']);
    expect(columns({ relations })).toEqual(['made', 'repealed']);
  });

  it('repealed after the year was in force at its end', () => {
    const relations = [{ type: 'repealedBy', on: localDate('2026-01-01'), by }] as const;
    expect(columns({ relations })).toEqual(['made', 'inForce']);
  });

  it('that lapsed is neither repealed nor in force', () => {
    expect(columns({ issuedOn: localDate('2020-03-01'), expiresOn: localDate('2025-06-30') })).toEqual([]);
    expect(columns({ issuedOn: localDate('2020-03-01'), expiresOn: localDate('2025-12-31') })).toEqual(['inForce']);
  });

  it('amended is still in force', () => {
    const relations = [{ type: 'amendedBy', on: localDate('2025-07-01'), by }] as const;
    expect(columns({ issuedOn: localDate('2023-03-01'), relations })).toEqual(['inForce']);
  });

  it('not yet in force, of a later year, or not normative, counts not there', () => {
    expect(columns({ takesEffectOn: localDate('2026-03-01') })).toEqual(['made']);
    expect(columns({ issuedOn: localDate('2026-01-02') })).toEqual([]);
    expect(columns({ normative: false })).toEqual([]);
  });

  it('is judged by today while the year is running', () => {
    const relations = [{ type: 'repealedBy', on: localDate('2025-07-01'), by }] as const;
    expect(columns({ relations }, localDate('2025-06-30'))).toEqual(['made', 'inForce']);
  });
});

describe('several reports together', () => {
  it('count a record once, for the first that has it, in whichever cell', () => {
    const [earlier, later] = [request(), request({ unitId: 'v', decidedOn: null, result: null })].map(
      (one) => counted({ requests: [one] }).cells,
    );
    const merged = mergedRecords([earlier as CountedCells, later as CountedCells]);
    expect(filled(merged)).toEqual(['p3:1:natural', 'p3:3.1:natural']);
    expect(recordsBehind(FORM_2021, merged, cellOf('p3', '1', 'total')).map(({ unitId }) => unitId)).toEqual(['u']);
  });

  it('keep all records of one report, which may stand in two cells', () => {
    expect(filled(mergedRecords([counted({ requests: [request()] }).cells]))).toHaveLength(2);
  });
});

it('the fee is told as yuan, payment by payment, beside the request that it was paid for', () => {
  const fee = (caseId: string, amount: number) => ({
    caseId,
    number: caseId,
    unitId: 'u',
    paidOn: localDate('2025-05-06'),
    amount,
  });
  const year = counted({ requests: [request({ caseId: 'c1' })], fees: [fee('c1', 100), fee('c2', 300)] });
  expect(countsOf(year).get(FEE_CELL)).toBe(400);
  expect(year.cells.get(FEE_CELL)?.map(({ note }) => note)).toEqual([
    '2025-05-06 缴纳 100 元',
    '2025-05-06 缴纳 300 元',
  ]);
  expect(mergedRecords([year.cells]).get(FEE_CELL)).toHaveLength(2);
});
