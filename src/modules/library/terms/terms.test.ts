import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { openTestLibrary, type TestLibrary } from '../library.fixtures.ts';
import { TERM_RULES } from '../validity/term-rules.ts';

let library: TestLibrary;
beforeAll(async () => {
  library = await openTestLibrary();
});
afterAll(() => library?.close());

describe('the terms of validity', () => {
  const rule = {
    fromOn: '2021-01-01' as LocalDate,
    basis: '《澄川市行政规范性文件管理办法》第三十条',
    terms: [
      { words: [], years: 6 },
      { words: ['办法'], years: 3 },
    ],
    duties: [{ monthsBefore: 3, duty: '组织评估并提出意见' }],
    reason: '市里的规定自2021年起施行',
  };

  it('begin with Shanghai’s, are tried out, and then hold everywhere at once (LIB-5)', async () => {
    const { terms, open } = library.modules.library.service;
    const number = library.numbers.get('明教规〔2021〕1号') ?? 0;
    expect([...(await terms.current())].reverse()).toEqual(TERM_RULES);
    expect((await open.document(number))?.lastDay).toBe('2026-04-30');
    const { items } = await terms.preview({ ...rule, id: null });
    expect(items).toContainEqual(
      expect.objectContaining({
        number,
        before: { state: '有效', lastDay: '2026-04-30' },
        after: { state: '已失效', lastDay: '2024-04-30' },
      }),
    );
    await terms.create(library.office, rule);
    expect(await open.document(number)).toMatchObject({ validity: 'expired', lastDay: '2024-04-30' });
    await library.settled();
    const { body } = await library.get(`/documents/${number}`);
    expect(body).toContain('名称中有“办法”，有效期为3年');
    expect(body).toContain('《澄川市行政规范性文件管理办法》第三十条');
    await expect(terms.create(library.office, rule)).rejects.toMatchObject({ code: 'term-rule-taken' });
  });

  it('are changed by one at a time, each change standing in the audit chain', async () => {
    const { terms, open } = library.modules.library.service;
    const made = (await terms.list()).find((one) => one.fromOn === rule.fromOn);
    if (!made) throw new Error('the rule was made before');
    const corrected = { ...rule, terms: [{ words: [], years: 5 }], reason: '法制机构核对后更正' };
    await terms.edit(library.office, made.id, { ...corrected, version: made.version });
    await expect(terms.edit(library.office, made.id, { ...corrected, version: made.version })).rejects.toMatchObject({
      code: 'stale',
    });
    expect((await open.document(library.numbers.get('明教规〔2021〕1号') ?? 0))?.lastDay).toBe('2026-04-30');
    const { rows } = await library.platform.database.pool.query(
      "select action, detail ->> 'reason' as reason from audit.entry where kind = 'termRule' order by seq",
    );
    expect(rows).toEqual([
      { action: 'create', reason: rule.reason },
      { action: 'edit', reason: corrected.reason },
    ]);
  });
});
