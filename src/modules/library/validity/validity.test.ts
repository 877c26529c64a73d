import { describe, expect, it } from 'vitest';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { addMonths, lastDayOfTerm, ruleFor, TERM_RULES, type TermRule } from './term-rules.ts';
import { type DatedRelation, type ValidityFacts, validityOn } from './validity.ts';

const day = (text: string) => text as LocalDate;

function facts(more: Partial<ValidityFacts> = {}): ValidityFacts {
  return {
    title: '明湖区既有多层住宅加装电梯管理办法',
    normative: true,
    issuedOn: day('2021-02-10'),
    takesEffectOn: day('2021-03-01'),
    expiresOn: null,
    closesOn: null,
    relations: [],
    ...more,
  };
}

const later = (type: DatedRelation['type'], on: string, more: Partial<DatedRelation> = {}): DatedRelation => ({
  type,
  on: day(on),
  by: { title: '关于修改部分文件的决定', documentNumber: '明府规〔2023〕2号', number: 77 },
  ...more,
});

const stateOn = (today: string, more: Partial<ValidityFacts> = {}) => validityOn(facts(more), day(today)).state;

describe('a normative document that states no term', () => {
  it('waits for its first day', () => {
    expect(stateOn('2021-02-28')).toBe('notYetInForce');
    expect(stateOn('2021-03-01')).toBe('inForce');
  });

  it('holds five years to the day and then lapses by itself', () => {
    expect(validityOn(facts(), day('2026-02-28'))).toMatchObject({
      state: 'inForce',
      lastDay: '2026-02-28',
      lastDayFrom: 'rule',
    });
    const lapsed = validityOn(facts(), day('2026-03-01'));
    expect(lapsed).toMatchObject({ state: 'expired', since: '2026-03-01' });
    expect(lapsed.reason).toBe('文件没有写明有效期，行政规范性文件有效期为5年，期满自动失效');
    expect(lapsed.basis).toContain('2019年市政府令第17号');
  });

  it.each([
    ['明湖区共享单车停放管理试行办法', '2023-02-28', '试行'],
    ['明湖区人才公寓租赁暂行规定', '2023-02-28', '暂行'],
    ['关于柳浪路实行单向通行的通告', '2022-02-28', '通告'],
    ['明湖区社区食堂补贴办法', '2026-02-28', ''],
  ])('takes the term from its name: %s until %s', (title, lastDay, word) => {
    const end = validityOn(facts({ title }), day('2027-01-01'));
    expect(end.lastDay).toBe(lastDay);
    expect(end.reason).toContain(word);
  });

  it('counts from the day of issue when no first day is written', () => {
    const found = validityOn(facts({ takesEffectOn: null }), day('2021-02-10'));
    expect(found).toMatchObject({ state: 'inForce', since: '2021-02-10', lastDay: '2026-02-09' });
    expect(found.reason).toContain('按成文日期2021年2月10日起算');
  });

  it('is under the regulation of its own time, and under none before the first', () => {
    expect(ruleFor(day('2019-07-31'), TERM_RULES)?.basis).toContain('第26号');
    expect(ruleFor(day('2019-08-01'), TERM_RULES)?.basis).toContain('第17号');
    const old = validityOn(facts({ issuedOn: day('2008-01-02'), takesEffectOn: day('2008-02-01') }), day('2026-11-21'));
    expect(old).toMatchObject({ state: 'inForce', lastDay: null, reminders: [] });
    expect(old.reason).toContain('没有写明有效期');
  });

  it('follows the installation’s own terms', () => {
    const own: TermRule[] = [
      { from: day('2000-01-01'), basis: '本市规定', terms: [{ words: [], years: 3 }], duties: [] },
    ];
    expect(validityOn(facts(), day('2024-03-01'), own)).toMatchObject({
      state: 'expired',
      basis: '本市规定',
      since: '2024-03-01',
    });
  });
});

describe('a stated term', () => {
  it('beats the rule, and the last day still counts', () => {
    const more = { expiresOn: day('2023-12-31') };
    expect(stateOn('2023-12-31', more)).toBe('inForce');
    expect(stateOn('2024-01-01', more)).toBe('expired');
    expect(validityOn(facts(more), day('2024-01-01')).basis).toBeNull();
  });

  it('holds for other documents as well, which have none by rule', () => {
    expect(stateOn('2035-01-01', { normative: false })).toBe('notRepealed');
    expect(stateOn('2024-01-01', { normative: false, expiresOn: day('2023-12-31') })).toBe('expired');
  });
});

describe('what later documents do (LIB-5)', () => {
  it('amends from its own day on, and names the document', () => {
    const more = { relations: [later('amendedBy', '2023-06-01', { what: '第三条、第七条' })] };
    expect(stateOn('2023-05-31', more)).toBe('inForce');
    const amended = validityOn(facts(more), day('2023-06-01'));
    expect(amended.state).toBe('amended');
    expect(amended.reason).toBe(
      '自2023年6月1日起按《关于修改部分文件的决定》（明府规〔2023〕2号）修改后的内容执行（第三条、第七条）',
    );
    expect(amended.steps.at(-2)?.relation?.by.number).toBe(77);
  });

  it('repeals for ever, whatever is said afterwards', () => {
    const more = {
      relations: [
        later('repealedBy', '2024-01-01'),
        later('extendedBy', '2025-01-01', { until: day('2030-12-31') }),
        later('amendedBy', '2025-01-01'),
      ],
    };
    expect(stateOn('2023-12-31', more)).toBe('inForce');
    for (const today of ['2024-01-01', '2025-06-01', '2029-01-01']) expect(stateOn(today, more)).toBe('repealed');
  });

  it('cannot repeal or amend what has lapsed', () => {
    const more = {
      expiresOn: day('2022-12-31'),
      relations: [later('repealedBy', '2024-01-01'), later('amendedBy', '2024-01-01')],
    };
    expect(stateOn('2025-01-01', more)).toBe('expired');
  });

  it('extends in time without a gap, an amended text staying amended', () => {
    const more = {
      relations: [later('extendedBy', '2026-02-01', { until: day('2028-12-31') }), later('amendedBy', '2022-01-01')],
    };
    expect(stateOn('2026-03-01', more)).toBe('amended');
    expect(stateOn('2028-12-31', more)).toBe('amended');
    expect(stateOn('2029-01-01', more)).toBe('expired');
    expect(validityOn(facts(more), day('2027-01-01')).lastDayFrom).toBe('extension');
  });

  it('revives a lapsed document only from the day of the extension', () => {
    const more = {
      expiresOn: day('2023-12-31'),
      relations: [later('extendedBy', '2024-03-01', { until: day('2025-12-31') })],
    };
    expect(
      ['2023-12-31', '2024-01-01', '2024-02-29', '2024-03-01', '2026-01-01'].map((on) => stateOn(on, more)),
    ).toEqual(['inForce', 'expired', 'expired', 'inForce', 'expired']);
  });

  it('before the first day: repealed never was in force; amended begins amended', () => {
    const repealed = { relations: [later('repealedBy', '2021-02-20')] };
    expect(stateOn('2021-02-15', repealed)).toBe('notYetInForce');
    expect(stateOn('2021-03-02', repealed)).toBe('repealed');
    expect(stateOn('2021-03-01', { relations: [later('amendedBy', '2021-02-20')] })).toBe('amended');
  });

  it('gives the same answer in whatever order it is told', () => {
    const relations = [
      later('amendedBy', '2022-05-01'),
      later('extendedBy', '2025-10-01', { until: day('2027-06-30') }),
      later('repealedBy', '2027-01-01'),
    ];
    const orders = [
      [0, 1, 2],
      [2, 1, 0],
      [1, 0, 2],
      [2, 0, 1],
    ];
    const lives = orders.map(
      (order) =>
        validityOn(facts({ relations: order.map((at) => relations[at] as DatedRelation) }), day('2026-11-21')).steps,
    );
    for (const life of lives) expect(life).toEqual(lives[0]);
  });
});

describe('what is still to come', () => {
  it('tells the next turn', () => {
    expect(validityOn(facts(), day('2021-02-15')).next).toMatchObject({ on: '2021-03-01', state: 'inForce' });
    expect(validityOn(facts(), day('2025-02-15')).next).toMatchObject({ on: '2026-03-01', state: 'expired' });
    expect(validityOn(facts(), day('2026-04-01')).next).toBeNull();
  });

  it('reminds of the duties 6, 2 and 1 months before the last day', () => {
    const { reminders } = validityOn(facts({ expiresOn: day('2026-08-31') }), day('2026-01-01'));
    expect(reminders.map((one) => [one.on, one.monthsBefore])).toEqual([
      ['2026-02-28', 6],
      ['2026-06-30', 2],
      ['2026-07-31', 1],
    ]);
    expect(reminders[0]?.duty).toContain('评估');
  });

  it('does not remind of what is over, nor of documents that are no normative ones', () => {
    expect(validityOn(facts(), day('2026-03-01')).reminders).toEqual([]);
    const other = facts({ normative: false, expiresOn: day('2026-08-31') });
    expect(validityOn(other, day('2026-01-01')).reminders).toEqual([]);
  });
});

describe('terms in months and years', () => {
  it('end on the day before the anniversary, leap days included', () => {
    expect(lastDayOfTerm(day('2020-02-29'), 5)).toBe('2025-02-28');
    expect(lastDayOfTerm(day('2024-01-01'), 1)).toBe('2024-12-31');
    expect(addMonths(day('2026-01-31'), 1)).toBe('2026-02-28');
    expect(addMonths(day('2026-01-15'), -1)).toBe('2025-12-15');
    expect(addMonths(day('2026-12-31'), 2)).toBe('2027-02-28');
  });
});

describe('a document that never was a rule', () => {
  const call = { normative: false, takesEffectOn: null, closesOn: day('2026-04-20') };

  it('is told by its own last day when it is a call', () => {
    const open = validityOn(facts({ issuedOn: day('2026-03-02'), ...call }), day('2026-04-20'));
    expect(open).toMatchObject({ state: 'accepting', lastDay: '2026-04-20', lastDayFrom: 'call', reminders: [] });
    expect(open.next).toMatchObject({ on: '2026-04-21', state: 'closed' });
    const over = validityOn(facts({ issuedOn: day('2026-03-02'), ...call }), day('2026-04-21'));
    expect(over).toMatchObject({ state: 'closed', reason: '截止日期为2026年4月20日，已经截止', next: null });
  });

  it('is open again from the day on which the last day was put off', () => {
    const relations = [later('extendedBy', '2026-04-25', { until: day('2026-05-10') })];
    const of = (today: string) => validityOn(facts({ issuedOn: day('2026-03-02'), ...call, relations }), day(today));
    expect(of('2026-04-22').state).toBe('closed');
    expect(of('2026-04-25').state).toBe('accepting');
    expect(of('2026-05-11')).toMatchObject({ state: 'closed', since: '2026-05-11' });
    expect(of('2026-04-26').reason).toContain('将截止日期延长至2026年5月10日');
  });

  it('is said not to be repealed, and no more, when it names no term', () => {
    const notice = { normative: false, takesEffectOn: null };
    expect(stateOn('2031-01-01', notice)).toBe('notRepealed');
    expect(stateOn('2026-01-01', { ...notice, relations: [later('repealedBy', '2025-05-01')] })).toBe('repealed');
    expect(stateOn('2026-01-01', { ...notice, relations: [later('amendedBy', '2025-05-01')] })).toBe('amended');
  });

  it('holds and lapses by the term that its text states', () => {
    const scheme = { normative: false, expiresOn: day('2025-12-31') };
    expect(stateOn('2025-12-31', scheme)).toBe('inForce');
    expect(stateOn('2026-01-01', scheme)).toBe('expired');
  });

  it('stays a rule when a rule has a window for applications', () => {
    expect(stateOn('2022-01-01', { closesOn: day('2021-06-30') })).toBe('inForce');
    expect(stateOn('2026-03-01', { closesOn: day('2027-06-30') })).toBe('expired');
  });
});
