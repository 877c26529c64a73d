import { buffer } from 'node:stream/consumers';
import { type Actor, can } from '../../../kernel/permissions.ts';
import type { StoredFile } from '../../../platform/files/file-store.ts';
import { type AssignmentLine, linesOf } from '../assignments/assignment-list.store.ts';
import { planFactsOf } from '../assignments/assignment-views.ts';
import type { ProgressApply, ProgressImport } from '../assignments/assignments.contract.ts';
import type { AssignmentsService } from '../assignments/assignments.service.ts';
import { eachOf } from '../assignments/bulk.service.ts';
import { openSource } from '../import/plan-file.ts';
import { assignmentSubject } from '../plan-subjects.ts';
import { type PlansContext, todayOf, unitNames } from '../plans.context.ts';
import { invalid } from '../plans.errors.ts';
import type { BulkResult } from '../tasks/tasks.contract.ts';
import { viewerOf } from './ledger.service.ts';
import { type FilledRow, type FilledSheet, readProgressSheet } from './progress-sheet.ts';

export const PROGRESS_BYTES = 20 * 1024 * 1024;

/** Progress filled into our own exported sheet: differences are shown first, and stored only when they are applied. */
export class ProgressImportService {
  readonly #context: PlansContext;
  readonly #assignments: AssignmentsService;

  constructor(context: PlansContext, assignments: AssignmentsService) {
    this.#context = context;
    this.#assignments = assignments;
  }

  /** Stores nothing. Errors come as a list with the address of each cell. */
  async read(actor: Actor, planId: string, file: StoredFile & { readonly name: string }): Promise<ProgressImport> {
    if (!file.mediaType.includes('spreadsheetml') && file.mediaType !== 'application/zip') {
      throw invalid('请上传由台账导出的电子表格（.xlsx）。');
    }
    const bytes = await buffer(await this.#context.platform.files.read(file.hash));
    const sheet = readProgressSheet(await openSource(bytes, file.name));
    const viewer = viewerOf(actor, todayOf(this.#context));
    const ids = sheet.rows.map((row) => row.assignmentId);
    const lines = new Map(
      (await linesOf(this.#context.platform.database.kysely, ids, viewer)).map((line) => [line.id, line]),
    );
    const names = await unitNames(this.#context);
    const rows: ProgressImport['rows'] = [];
    const errors = [...sheet.errors];
    let unchanged = 0;
    for (const row of sheet.rows) {
      const line = lines.get(row.assignmentId);
      const changes = line ? differencesOf(line, row) : [];
      if (line && line.plan_id === planId && changes.length === 0) {
        unchanged += 1;
        continue;
      }
      const error = line ? obstacle(actor, planId, line, row) : '登记的任务已不存在或不属于您可办理的范围';
      const unitName = line ? names.ref(line.unit_id).shortName : '';
      if (error || !line) errors.push({ cell: `${sheet.letters.text}${row.row}`, message: error ?? '' });
      else {
        rows.push({
          assignmentId: row.assignmentId,
          version: line.version,
          taskNumber: line.task_number,
          unitName,
          cell: cellOf(sheet, row, changes[0]?.field),
          changes,
          percent: row.percent,
          text: row.text,
          completion: row.completion && line.state !== 'reported',
        });
      }
    }
    return { planId, fileName: file.name, rows, unchanged, errors };
  }

  apply(actor: Actor, planId: string, input: ProgressApply): Promise<BulkResult> {
    const rows = new Map(input.rows.map((row) => [row.assignmentId, row]));
    const viewer = viewerOf(actor, todayOf(this.#context));
    const db = this.#context.platform.database.kysely;
    return eachOf([...rows.keys()], async (id) => {
      const row = rows.get(id);
      if (!row) return;
      const [line] = await linesOf(db, [id], viewer);
      if (line && line.plan_id !== planId) throw invalid('有任务不属于这份工作要点。');
      await this.#assignments.reportShare(actor, id, {
        formId: input.formId,
        version: row.version,
        kind: row.completion ? 'completion' : 'progress',
        text: row.text,
        percent: row.percent,
        evidence: [],
      });
    });
  }
}

function differencesOf(line: AssignmentLine, row: FilledRow): ProgressImport['rows'][number]['changes'] {
  const changes: ProgressImport['rows'][number]['changes'] = [];
  if (row.percent !== line.percent) {
    changes.push({ field: 'percent', label: '进度', from: `${line.percent}%`, to: `${row.percent}%` });
  }
  if (plain(row.text) !== plain(line.last_text ?? '')) {
    changes.push({ field: 'text', label: '进展情况', from: line.last_text ?? '', to: row.text });
  }
  if (row.completion && line.state !== 'reported' && line.state !== 'accepted') {
    changes.push({ field: 'completion', label: '是否完成', from: '否', to: '是' });
  }
  return changes;
}

function obstacle(actor: Actor, planId: string, line: AssignmentLine, row: FilledRow): string | null {
  if (line.plan_id !== planId) return '这一行属于另一份工作要点';
  if (!can(actor, 'report', assignmentSubject(planFactsOf(line), line)))
    return '这一项不属于您可报送的任务，或已经办结';
  if (line.version !== row.version) return '这一项在导出之后已有更新，请重新导出后填写';
  if (line.state === 'reported') return '这一项正在等待核验；如需修改，请先撤回报送';
  return row.text === '' ? '请填写进展情况' : null;
}

function cellOf(sheet: FilledSheet, row: FilledRow, field: keyof FilledSheet['letters'] | undefined): string {
  return `${sheet.letters[field ?? 'text']}${row.row}`;
}

function plain(text: string): string {
  return text.replace(/\s+/g, '');
}
