import type { Readable } from 'node:stream';
import { type Actor, can, demand } from '../../../kernel/permissions.ts';
import { begun } from '../../../platform/http/begun.ts';
import { type AssignmentLine, linesOf } from '../assignments/assignment-list.store.ts';
import { planFactsOf } from '../assignments/assignment-views.ts';
import { type EvidenceRow, evidenceOf } from '../assignments/reports.store.ts';
import { shareIdsOf } from '../assignments/share-ids.store.ts';
import { findPlan, type PlanRow } from '../plan/plans.store.ts';
import { assignmentSubject, planSubject } from '../plan-subjects.ts';
import { TASK_STATE_WORDS } from '../plan-words.ts';
import { type PlansContext, todayOf, unitNames } from '../plans.context.ts';
import { planNotFound } from '../plans.errors.ts';
import type { LedgerFilter } from '../tasks/tasks.contract.ts';
import type { UnitNames } from '../unit-directory.ts';
import { viewerOf } from './ledger.service.ts';
import { ledgerPage, type Viewer } from './ledger.store.ts';
import { type LedgerLine, writeLedgerDocx } from './ledger-docx.ts';
import { writeLedgerXlsx } from './ledger-xlsx.ts';
import type { ProgressLine } from './progress-sheet.ts';

const CHUNK = 100;

export interface ExportedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Readable;
}

interface Chunk {
  readonly lines: readonly LedgerLine[];
  readonly progress: readonly ProgressLine[];
}

/** The ledger on paper, in the shape offices know; what a unit wrote is left out for those who may not read it. */
export class LedgerExportService {
  readonly #context: PlansContext;

  constructor(context: PlansContext) {
    this.#context = context;
  }

  /** Streams: rows are read and written in pieces, so a large ledger needs no more memory than a small one. */
  async xlsx(actor: Actor, planId: string, filter: LedgerFilter): Promise<ExportedFile> {
    const plan = await this.#plan(actor, planId);
    const chunks = await begun(this.#chunks(actor, plan, filter), 1);
    return {
      name: `${plan.title}台账.xlsx`,
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      bytes: writeLedgerXlsx(headOf(plan, todayOf(this.#context)), chunks),
    };
  }

  async docx(actor: Actor, planId: string, filter: LedgerFilter): Promise<ExportedFile> {
    const plan = await this.#plan(actor, planId);
    const lines: LedgerLine[] = [];
    for await (const chunk of this.#chunks(actor, plan, filter)) lines.push(...chunk.lines);
    return {
      name: `${plan.title}台账.docx`,
      mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      bytes: writeLedgerDocx(headOf(plan, todayOf(this.#context)), lines),
    };
  }

  async #plan(actor: Actor, planId: string): Promise<PlanRow> {
    const plan = await findPlan(this.#db, planId);
    if (!plan || !can(actor, 'read', planSubject(plan))) throw planNotFound();
    demand(actor, 'export', planSubject(plan));
    return plan;
  }

  async *#chunks(actor: Actor, plan: PlanRow, filter: LedgerFilter): AsyncGenerator<Chunk> {
    const viewer = viewerOf(actor, todayOf(this.#context));
    const names = await unitNames(this.#context);
    for (let page = 1; ; page += 1) {
      const query = { ...filter, planId: plan.id, page, pageSize: CHUNK, sort: 'number' as const };
      const { items, total } = await ledgerPage(this.#db, query, viewer);
      const shares = await this.#shares(
        items.map((task) => task.id),
        viewer,
        filter,
      );
      const evidence = Map.groupBy(
        await evidenceOf(
          this.#db,
          shares.filter((share) => readable(actor, share)).map((share) => share.id),
        ),
        (item) => item.assignment_id,
      );
      const byTask = Map.groupBy(shares, (share) => share.task_id);
      yield {
        lines: items.map((task) => {
          const of = byTask.get(task.id) ?? [];
          return {
            number: task.number,
            category: task.category ?? '',
            task: task.name ? `${task.name}\n${task.content}` : task.content,
            units: task.units_text,
            deadline: task.deadline_text || '—',
            progress: progressText(actor, of, names),
            state: TASK_STATE_WORDS[task.state],
            evidence: evidenceText(of.flatMap((share) => evidence.get(share.id) ?? [])),
          };
        }),
        progress: shares.filter((share) => reportable(actor, share)).map((share) => progressLine(share, names)),
      };
      if (page * CHUNK >= total) return;
    }
  }

  async #shares(taskIds: readonly string[], viewer: Viewer, filter: LedgerFilter): Promise<AssignmentLine[]> {
    const ids = await shareIdsOf(this.#db, taskIds, filter.unitId);
    const lines = await linesOf(this.#db, ids, viewer);
    const names = await unitNames(this.#context);
    return lines.sort((a, b) => a.task_number - b.task_number || names.compare(a.unit_id, b.unit_id));
  }

  get #db() {
    return this.#context.platform.database.kysely;
  }
}

function headOf(plan: PlanRow, today: string) {
  return {
    title: `${plan.title}任务台账`,
    subtitle: [plan.document_number, `截至 ${today}`].filter(Boolean).join('　'),
  };
}

function readable(actor: Actor, share: AssignmentLine): boolean {
  return can(actor, 'readReports', assignmentSubject(planFactsOf(share), share));
}

function reportable(actor: Actor, share: AssignmentLine): boolean {
  return (
    share.plan_state === 'published' &&
    share.state !== 'accepted' &&
    can(actor, 'report', assignmentSubject(planFactsOf(share), share))
  );
}

function progressText(actor: Actor, shares: readonly AssignmentLine[], names: UnitNames): string {
  return shares
    .filter((share) => share.last_text !== null && readable(actor, share))
    .map((share) => `${names.ref(share.unit_id).shortName}（${share.percent}%）：${share.last_text}`)
    .join('\n');
}

function evidenceText(items: readonly EvidenceRow[]): string {
  return items
    .map((item) => (item.address && item.title !== item.address ? `${item.title} ${item.address}` : item.title))
    .join('\n');
}

function progressLine(share: AssignmentLine, names: UnitNames): ProgressLine {
  return {
    assignmentId: share.id,
    version: share.version,
    number: share.task_number,
    task: share.task_name ?? share.content,
    unit: names.ref(share.unit_id).shortName,
    deadline: share.deadline_text,
    dueOn: share.due_on,
    percent: share.percent,
    text: share.last_text ?? '',
    completion: share.state === 'reported',
  };
}
