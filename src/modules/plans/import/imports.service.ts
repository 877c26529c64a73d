import { buffer } from 'node:stream/consumers';
import { AppError } from '../../../kernel/app-error.ts';
import { type Actor, can, demand } from '../../../kernel/permissions.ts';
import { staleError } from '../../../kernel/stale.ts';
import type { Change } from '../../../platform/change/change.ts';
import { holdFiles } from '../../../platform/files/file-holder.ts';
import type { StoredFile } from '../../../platform/files/file-store.ts';
import { nameOf, personIdOf } from '../events.store.ts';
import { enterPlan } from '../plan/plan-entry.service.ts';
import type { PlanDetail } from '../plan/plans.contract.ts';
import type { PlansService } from '../plan/plans.service.ts';
import { unitsOf } from '../plan-subjects.ts';
import { type PlansContext, unitNames } from '../plans.context.ts';
import { invalid, notFound } from '../plans.errors.ts';
import { importReading, settle } from './import-reading.ts';
import { importObstacles, importRow, importSummary } from './import-views.ts';
import type {
  ImportConfirm,
  ImportDraft,
  ImportHeadEdit,
  ImportRow,
  ImportRowEdit,
  ImportRowInput,
  ImportSource,
  ImportSummary,
} from './imports.contract.ts';
import {
  addLine,
  type DraftLine,
  type DraftRow,
  findDraft,
  insertDraft,
  linesOfDraft,
  lockDraft,
  lockLine,
  openDrafts,
  touchDraft,
  updateDraft,
  updateLine,
} from './imports.store.ts';
import { openPlanFile, openSource } from './plan-file.ts';

export const PLAN_FILE_BYTES = 50 * 1024 * 1024;

/** From an uploaded document to a plan (PLAN-2): a draft that people edit, leave and resume; nothing enters the ledger until confirmed. */
export class ImportsService {
  readonly #context: PlansContext;
  readonly #plans: PlansService;

  constructor(context: PlansContext, plans: PlansService) {
    this.#context = context;
    this.#plans = plans;
  }

  /**
   * The same file uploaded again while its draft is open opens that draft.
   * @throws AppError `plan-unreadable` (422) with one sentence
   */
  async start(actor: Actor, file: StoredFile & { readonly name: string }): Promise<ImportDraft> {
    const owner = ownerOf(actor);
    const same = (await openDrafts(this.#db)).find(
      (draft) => draft.file_hash === file.hash && draft.owner_unit_id === owner,
    );
    if (same) return this.get(actor, same.id);
    const { head, doubts, lines } = importReading(await openPlanFile(await this.#bytes(file.hash), file.name));
    const id = await this.#context.platform.changes.run(actor, async (change) => {
      const unit = owner ? { level: 'unit' as const, unitId: owner } : {};
      await holdFiles(change.tx, this.#context.platform.files, [file.hash]);
      const created = await insertDraft(
        change.tx,
        {
          file_hash: file.hash,
          file_name: file.name,
          media_type: file.mediaType,
          head: { ...head, ...unit },
          doubts,
          owner_unit_id: owner,
          created_by: personIdOf(actor),
          created_by_name: nameOf(actor),
          created_at: change.at,
        },
        lines,
      );
      change.record({ action: 'import', kind: 'plan', subjectId: created, unitId: owner, detail: { file: file.hash } });
      return created;
    });
    return this.get(actor, id);
  }

  async list(actor: Actor): Promise<{ items: ImportSummary[] }> {
    const drafts = (await openDrafts(this.#db)).filter((draft) => may(actor, draft));
    return { items: drafts.map((draft) => importSummary(draft, draft.task_count, draft.open_doubts)) };
  }

  async get(actor: Actor, id: string): Promise<ImportDraft> {
    const draft = await this.#find(actor, id);
    const rows = await this.#rows(draft, await linesOfDraft(this.#db, id));
    const open = [...draft.doubts, ...rows.filter((row) => !row.removed).flatMap((row) => row.doubts)];
    return {
      ...importSummary(draft, rows.filter((row) => !row.removed).length, open.filter((doubt) => !doubt.settled).length),
      head: draft.head,
      doubts: draft.doubts,
      rows,
      obstacles: importObstacles(draft, rows, false),
      version: draft.version,
    };
  }

  /** @returns the original's bytes as they were uploaded */
  async original(actor: Actor, id: string) {
    const draft = await this.#find(actor, id);
    return { name: draft.file_name, mediaType: draft.media_type, hash: draft.file_hash };
  }

  /** The original as text blocks, for formats a browser cannot show. */
  async source(actor: Actor, id: string): Promise<ImportSource> {
    const draft = await this.#find(actor, id);
    return (await openSource(await this.#bytes(draft.file_hash), draft.file_name)) as unknown as ImportSource;
  }

  async editHead(actor: Actor, id: string, edit: ImportHeadEdit): Promise<ImportDraft> {
    await this.#working(actor, id, async (change, draft) => {
      if (draft.version !== edit.version) throw staleError({ ...draft.head, version: draft.version }, edit.head);
      const looked = edit.settledDoubts ?? [];
      const doubts = draft.doubts.map((doubt, index) => ({
        ...doubt,
        settled: doubt.settled || looked.includes(index),
      }));
      const head = draft.owner_unit_id
        ? { ...edit.head, level: 'unit' as const, unitId: draft.owner_unit_id }
        : edit.head;
      await updateDraft(change.tx, draft, { head, doubts }, change.at);
    });
    return this.get(actor, id);
  }

  /** Each row has its own version: two people may work through one draft at the same time. */
  async editRow(actor: Actor, id: string, rowId: string, edit: ImportRowEdit): Promise<ImportRow> {
    await this.#working(actor, id, async (change) => {
      const line = await lockLine(change.tx, id, rowId);
      if (!line) throw notFound('一行');
      if (line.version !== edit.version) throw staleError({ ...line.row, version: line.version }, edit.row);
      const doubts = settle(line.doubts, line.row, edit.row, edit.settledDoubts ?? []);
      const removed = edit.removed ?? line.removed;
      await updateLine(change.tx, line, { row: edit.row, doubts, removed, by: nameOf(actor), at: change.at });
      await touchDraft(change.tx, id, change.at);
    });
    const row = (await this.get(actor, id)).rows.find((candidate) => candidate.id === rowId);
    if (!row) throw notFound('一行');
    return row;
  }

  async addRow(actor: Actor, id: string, after: number, row: ImportRowInput): Promise<ImportDraft> {
    await this.#working(actor, id, async (change) => {
      await addLine(change.tx, id, after, row);
      await touchDraft(change.tx, id, change.at);
    });
    return this.get(actor, id);
  }

  /** Enters the plan into the ledger, all or nothing; a second confirmation finds it entered. */
  async confirm(actor: Actor, id: string, confirm: ImportConfirm): Promise<PlanDetail> {
    const { workdays, names, matches } = await this.#names(await linesOfDraft(this.#db, id));
    const planId = await this.#working(actor, id, async (change, draft) => {
      if (draft.version !== confirm.version) throw staleError({ ...draft.head, version: draft.version }, {});
      const lines = await linesOfDraft(change.tx, id);
      const rows = lines.map((line) => importRow(line, draft.head, { units: names, matches, workdays }));
      const obstacles = importObstacles(draft, rows, confirm.settleAll);
      if (obstacles.length > 0) throw invalid('还有内容需要核对，处理后再确认入账。', obstacles);
      const kept = lines.filter((line) => !line.removed);
      const plan = await enterPlan(change, draft, kept, matches, workdays, names);
      await updateDraft(change.tx, draft, { state: 'confirmed', planId: plan.id }, change.at);
      return plan.id;
    });
    const plan = await this.#plans.get(actor, planId);
    return confirm.publish ? this.#plans.publish(actor, planId, plan.version) : plan;
  }

  async discard(actor: Actor, id: string): Promise<void> {
    await this.#working(actor, id, async (change, draft) => {
      await updateDraft(change.tx, draft, { state: 'discarded' }, change.at);
      change.record({ action: 'discardImport', kind: 'plan', subjectId: id, unitId: draft.owner_unit_id });
    });
  }

  async #working<T>(actor: Actor, id: string, act: (change: Change, draft: DraftRow) => Promise<T>): Promise<T> {
    return this.#context.platform.changes.run(actor, async (change) => {
      const draft = await lockDraft(change.tx, id);
      if (!draft || !may(actor, draft)) throw notFound('份导入草稿');
      if (draft.state !== 'open') {
        const said = draft.state === 'confirmed' ? '已经确认入账' : '已被放弃';
        throw new AppError('import-closed', 409, `这份导入${said}，不能再修改。`, {
          details: { planId: draft.plan_id },
        });
      }
      return act(change, draft);
    });
  }

  async #find(actor: Actor, id: string): Promise<DraftRow> {
    const draft = await findDraft(this.#db, id);
    if (!draft || !may(actor, draft)) throw notFound('份导入草稿');
    return draft;
  }

  async #rows(draft: DraftRow, lines: readonly DraftLine[]): Promise<ImportRow[]> {
    const { workdays, names, matches } = await this.#names(lines);
    return lines.map((line) => importRow(line, draft.head, { units: names, matches, workdays }));
  }

  async #names(lines: readonly DraftLine[]) {
    const printed = lines.flatMap((line) => line.row.units.map((unit) => unit.name));
    return {
      workdays: await this.#context.calendar.current(),
      names: await unitNames(this.#context),
      matches: await this.#context.directory.match(printed),
    };
  }

  async #bytes(hash: string): Promise<Uint8Array> {
    return buffer(await this.#context.platform.files.read(hash));
  }

  get #db() {
    return this.#context.platform.database.kysely;
  }
}

/** Null: the supervising office, for any plan. An officer imports his own unit's plan. @throws AppError `forbidden` */
function ownerOf(actor: Actor): string | null {
  if (can(actor, 'import', { kind: 'plan', state: 'draft' })) return null;
  const unitId = unitsOf(actor).find((id) => can(actor, 'import', { kind: 'plan', state: 'draft', unitIds: [id] }));
  if (!unitId) demand(actor, 'import', { kind: 'plan', state: 'draft' });
  return unitId ?? null;
}

function may(actor: Actor, draft: Pick<DraftRow, 'owner_unit_id'>): boolean {
  const unitIds = draft.owner_unit_id ? [draft.owner_unit_id] : [];
  return can(actor, 'import', { kind: 'plan', state: 'draft', unitIds });
}
