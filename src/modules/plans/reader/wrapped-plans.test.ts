import { expect, test } from 'vitest';
import { type InventedTask, inventPlan } from './plan-document.fixtures.ts';
import { foldKey, printedWidth } from './source-text.ts';
import { drawDocument } from './table-drawing.fixtures.ts';
import { understand } from './understand.ts';

/** Breaks a text as a printed column does: any character may begin a line except closing punctuation. */
function wrap(text: string, width: number): string {
  const lines: string[] = [];
  let line = '';
  for (const c of text) {
    if (printedWidth(line + c) > width && !/[，。；、：）,;]/.test(c)) {
      lines.push(line);
      line = '';
    }
    line += c;
  }
  return [...lines, line].join('\n');
}

/** Line ends that the author wrote would be wrapped away or not: here only printed ones are left. */
function unitCellOf(task: InventedTask): string {
  const cell = task.unitCell === '' ? `${task.leadCell}牵头，${task.supportCell}配合` : task.unitCell;
  return cell.replaceAll('\n', '、').replaceAll('、、', '、').replaceAll('；、', '；').replaceAll('，、', '，');
}

test.each([5, 6, 7, 9, 12])('names survive a unit column of %i characters', (width) => {
  for (let seed = 1; seed <= 40; seed += 1) {
    const plan = inventPlan(seed);
    const rows = plan.tasks.map((task) => {
      const deadline = wrap(task.deadlineText.replaceAll('\n', ''), 4);
      return [String(task.number), wrap(task.content, width * 2), wrap(unitCellOf(task), width), deadline];
    });
    const table = [['序号', '任务内容', '责任单位', '时限'], ...rows];
    const reading = understand(drawDocument([`${plan.title}任务分解表`, table], 'pdf'));
    expect(reading.tasks.map(essence), `seed ${seed}`).toEqual(plan.tasks.map(essence));
  }
});

test('one unit a line, long names wrapped', () => {
  for (let seed = 1; seed <= 40; seed += 1) {
    const plan = inventPlan(seed);
    const rows = plan.tasks.map((task) => {
      const names = task.units.map((unit) => wrap(`${unit.role === 'lead' ? '*' : ''}${unit.name}`, 9));
      return [String(task.number), wrap(task.content, 18), names.join('\n'), task.deadlineText];
    });
    const table = [['序号', '任务内容', '责任单位', '时限'], ...rows];
    const reading = understand(drawDocument([`${plan.title}任务分解表`, table], 'pdf'));
    const names = (task: { units: readonly { name: string }[] }) => task.units.map((unit) => foldKey(unit.name)).sort();
    for (const [i, task] of reading.tasks.entries()) {
      const doubted = reading.warnings.some((w) => w.taskNumber === task.number && w.field === 'units');
      const expected = plan.tasks[i];
      if (!doubted && expected) expect(names(task), `seed ${seed}, task ${task.number}`).toEqual(names(expected));
    }
  }
});

function essence(task: Pick<InventedTask, 'units' | 'deadline'>) {
  const { kind, from, to } = task.deadline;
  return { units: task.units.map((u) => `${u.role} ${foldKey(u.name)}`).sort(), kind, from, to };
}
