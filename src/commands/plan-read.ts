import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '../kernel/app-error.ts';
import { readPlan } from '../modules/plans/reader/index.ts';

/**
 * Prints what a plan document says (PLAN-2): JSON with `--json`, else a table for people. Standard output carries nothing else.
 * @throws AppError `plan-unreadable` when the file is no plan that can be read
 */
export async function planRead(file: string, options: { json?: boolean }): Promise<void> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new AppError('plan-unreadable', 422, `无法打开“${file}”（${error.code ?? '未知原因'}），请检查路径和权限。`);
  });
  const reading = await readPlan(bytes, { fileName: basename(file) });
  process.stdout.write(options.json ? `${JSON.stringify(reading, null, 1)}\n` : summary(reading));
}

function summary(reading: Awaited<ReturnType<typeof readPlan>>): string {
  const lines = reading.tasks.map((task) =>
    [task.number, task.name ?? task.content, task.units.map((unit) => unit.name).join('、'), task.deadlineText].join(
      '\t',
    ),
  );
  const doubts = reading.warnings.map((warning) => `疑点：${warning.message}`);
  return `${[reading.plan.title ?? '（未找到标题）', ...lines, ...doubts].join('\n')}\n`;
}
