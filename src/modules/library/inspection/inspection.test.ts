import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestLibrary, SYSTEM, type TestLibrary } from '../library.fixtures.ts';

let library: TestLibrary;
beforeAll(async () => {
  library = await openTestLibrary();
});
afterAll(() => library?.close());

describe('the inspection of the columns', () => {
  const inspection = () => library.modules.library.service.inspection;

  it('opens every figure to its records, by check and by unit (GIP-C1, GIP-C5)', async () => {
    const report = await inspection().report();
    expect(report.checks.map((check) => check.code)).toEqual(['GIP-C1', 'GIP-C2', 'GIP-C3', 'GIP-C4', 'GIP-C5']);
    for (const check of report.checks) {
      const { total } = await inspection().findings({ check: check.code, page: 1, pageSize: 5 });
      expect(total, check.code).toBe(check.findings);
    }
    const [unit] = report.byUnit;
    if (!unit) throw new Error('some unit has an empty column');
    const own = await inspection().findings({ unitId: unit.unitId, page: 1, pageSize: 200 });
    expect(own.total).toBe(Object.values(unit.counts).reduce((sum, count) => sum + count, 0));
  });

  it('finds a text that was published twice, until one of them is gone (GIP-C4)', async () => {
    const text = '各学校应当在每学期开学前公布收费项目和标准，接受家长和社会监督，不得以任何名目收取其他费用。'.repeat(
      4,
    );
    const first = await library.adopt('明教〔2026〕91号', '2026-02-03', { title: '收费公示', text });
    const second = await library.adopt('明教〔2026〕92号', '2026-02-04', { text: `${text}　` });
    const look = async () => (await inspection().findings({ check: 'GIP-C4', page: 1, pageSize: 50 })).items;
    expect(await look()).toEqual([
      expect.objectContaining({
        number: second,
        what: expect.stringContaining(`与第${first}号《收费公示》正文相同`),
      }),
    ]);
    expect(await inspection().file('https://open.example')).toContain(`https://open.example/documents/${second}`);
    const id = await library.idOf(second);
    const { version } = await library.modules.publications.service.view.get(SYSTEM, id);
    await library.modules.publications.service.ends.remove(library.office, id, {
      version,
      reason: '同一内容重复发布，只留一份',
    });
    expect(await look()).toEqual([]);
  });
});
