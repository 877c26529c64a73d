import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readPlan } from './read-plan.ts';

const text = (content: string) => new TextEncoder().encode(content);
const csv = (units: string, deadline: string) =>
  text(
    `2024年工作要点任务分解表\n序号,任务内容,责任单位,时限\n1,做好公开工作,"${units}","${deadline}"\n2,做好解读工作,各单位,全年\n3,加强培训工作,区府办,6月底\n`,
  );

/** Each of these once took time that grows with the square of the length; all must end within a few seconds. */
const FILES: [string, () => Uint8Array][] = [
  ['units without end', () => csv('区府办 '.repeat(20_000), '全年')],
  ['role words without end', () => csv(`${'负责'.repeat(20_000)}甲`, '全年')],
  ['dates without end', () => csv('各单位', '3-6月、'.repeat(20_000))],
  ['line ends without end', () => csv('区府办\n'.repeat(20_000), '6月底\n'.repeat(20_000))],
  ['blanks without end', () => text(`${' '.repeat(1_000_000)}文`)],
  ['a page of tables in tables', () => text(`<html><body>${'<table><tr><td>'.repeat(50_000)}文`)],
  [
    'spans without end',
    () => text(`<html><body><table>${'<tr><td rowspan=60000 colspan=900>做好</td></tr>'.repeat(3000)}</table>`),
  ],
  [
    'a Word file of tables in tables',
    () => zipSync({ 'word/document.xml': strToU8(`<w:document>${'<w:tbl><w:tr><w:tc>'.repeat(50_000)}`) }),
  ],
  ['rows without end', () => text(`序号,任务,单位,时间\n${'1,做好公开,区府办,全年\n'.repeat(50_000)}`)],
  ['a sheet of far cells', () => sheet('<c r="A1" t="str"><v>甲</v></c><c r="XFD1048576" t="str"><v>乙</v></c>')],
];

function sheet(cells: string): Uint8Array {
  return zipSync({
    'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>'),
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData><row r="1">${cells}</row></sheetData></worksheet>`),
  });
}

test.each(FILES)('%s', async (_, make) => {
  const started = performance.now();
  const outcome = await readPlan(make()).then(
    (reading) => reading.tasks.length,
    (error: { code?: string }) => error.code,
  );
  expect([3, 'plan-unreadable']).toContain(outcome);
  expect(performance.now() - started).toBeLessThan(40_000);
});
