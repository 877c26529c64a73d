import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { AppError } from '../../../kernel/app-error.ts';
import { localDateAt } from '../../../kernel/local-date.ts';
import { type Actor, can, demand } from '../../../kernel/permissions.ts';
import { staleError } from '../../../kernel/stale.ts';
import type { Change } from '../../../platform/change/change.ts';
import { reachOf } from '../clusters/clusters.service.ts';
import { maskedWords } from '../clusters/masked-words.ts';
import { noSuchEntry, publicEntry } from '../entries/open-entries.ts';
import { draftFate, type KnowledgeContext, unitRefs } from '../knowledge.context.ts';
import { GAP_STATE_CODES, GAP_STATES, type GapState as GapStateCode } from '../knowledge-words.ts';
import type { SettingsService } from '../settings/settings.service.ts';
import { allReceivers, type ReceiverRow } from '../sharing/receivers.store.ts';
import type { GapReport, GapState } from '../sharing/sharing.contract.ts';
import type { GapView } from './gaps.contract.ts';
import * as store from './gaps.store.ts';

type Reported = z.output<typeof GapReport>;
const SYSTEM = { type: 'system' } as const;
const OPEN: readonly GapStateCode[] = ['open', 'drafting'];
const SETTLED: readonly GapStateCode[] = ['answered', 'declined'];

/** What counters are asked and the base lacks becomes a task of the drafting unit, and its answer comes back to them (KB-4, KB-C2). */
export class GapsService {
  readonly #context: KnowledgeContext;
  readonly #settings: SettingsService;
  readonly #origin: string;

  constructor(context: KnowledgeContext, settings: SettingsService, origin: string) {
    this.#context = context;
    this.#settings = settings;
    this.#origin = origin;
  }

  /**
   * Safe to send again under the same key: the same report is the same gap.
   * @throws AppError `idempotency-key-missing` (400), `idempotency-conflict` (409) when key or number were used for something else,
   *   `gap-refused` (422)
   */
  async report(
    receiver: ReceiverRow,
    key: string | undefined,
    report: Reported,
  ): Promise<{ state: GapState; isNew: boolean }> {
    if (key === undefined || !/^[\x21-\x7e]{8,100}$/.test(key))
      throw new AppError(
        'idempotency-key-missing',
        400,
        '请在请求头 Idempotency-Key 中提供本次反映的唯一编号，8到100个字符。',
      );
    const hash = createHash('sha256').update(JSON.stringify(report)).digest('hex');
    const known = await store.gapBefore(this.#db, receiver.id, key, report.externalNumber);
    if (known.length > 0) return { state: await this.#stateOf(sameReport(known, key, hash)), isNew: false };
    const unitId = await this.#unitOf(report);
    const { gapWorkdays } = await this.#settings.current();
    const calendar = await this.#context.calendar.current();
    const row = await this.#context.platform.changes.run(SYSTEM, async (change) => {
      const made = await store.insertGap(change.tx, {
        receiver_id: receiver.id,
        external_number: report.externalNumber,
        idempotency_key: key,
        request_hash: hash,
        questions: report.questions.map((question) => maskedWords(question)),
        note: report.note ? maskedWords(report.note) : null,
        times: report.times,
        from_on: report.from ?? null,
        to_on: report.to ?? null,
        policy_number: report.policyNumber ?? null,
        unit_id: unitId,
        received_at: change.at,
        due_on: calendar.addWorkdays(localDateAt(change.at), gapWorkdays),
      });
      if (made)
        change.record({
          action: 'report',
          kind: 'knowledgeGap',
          subjectId: made.id,
          unitId,
          detail: { receiverId: receiver.id },
        });
      return made;
    });
    if (row) return { state: await this.#stateOf(row), isNew: true };
    // Two at the same moment: the other one was first.
    const raced = await store.gapBefore(this.#db, receiver.id, key, report.externalNumber);
    return { state: await this.#stateOf(sameReport(raced, key, hash)), isNew: false };
  }

  /** @throws AppError `not-found` (404) */
  async state(receiver: ReceiverRow, number: string): Promise<GapState> {
    const row = await store.gapByNumber(this.#db, receiver.id, number);
    if (!row) throw new AppError('not-found', 404, `没有编号为“${number}”的反映。`);
    return this.#toldState(receiver, row);
  }

  async states(receiver: ReceiverRow, { page, pageSize }: { page: number; pageSize: number }) {
    const query = { receiverId: receiver.id, states: GAP_STATE_CODES, unitIds: null, page, pageSize };
    const { items, total } = await store.listGaps(this.#db, query);
    const states: GapState[] = [];
    for (const row of items) states.push(await this.#toldState(receiver, row));
    return { items: states, total, page, pageSize };
  }

  async list(actor: Actor, query: { readonly open?: string | undefined; page: number; pageSize: number }) {
    const states = query.open === 'true' ? OPEN : query.open === 'false' ? SETTLED : GAP_STATE_CODES;
    const unitIds = reachOf(actor, 'knowledgeGap');
    const { items, total } = await store.listGaps(this.#db, { ...query, states, unitIds });
    return { items: await this.#views(actor, items), total, page: query.page, pageSize: query.pageSize };
  }

  /** @throws AppError `not-found` (404), also for those who may not read it */
  async get(actor: Actor, id: string): Promise<GapView> {
    const row = await store.findGap(this.#db, id);
    if (!row || !can(actor, 'read', subjectOf(row))) throw missing();
    const [view] = await this.#views(actor, [row]);
    return view ?? Promise.reject(missing());
  }

  async link(actor: Actor, id: string, input: { readonly version: number; readonly number: number }): Promise<GapView> {
    const publicationId = await publicEntry(this.#context, input.number);
    return this.#act(actor, id, 'answer', input.version, async (change) => {
      if (publicationId === null) throw noSuchEntry();
      await store.updateGap(change.tx, id, {
        state: 'answered',
        publication_id: publicationId,
        settled_at: change.at,
      });
      return 'link';
    });
  }

  decline(actor: Actor, id: string, input: { readonly version: number; readonly reason: string }): Promise<GapView> {
    return this.#act(actor, id, 'answer', input.version, async (change) => {
      await store.updateGap(change.tx, id, { state: 'declined', reason: input.reason, settled_at: change.at });
      return 'decline';
    });
  }

  async transfer(
    actor: Actor,
    id: string,
    input: { readonly version: number; readonly unitId: string },
  ): Promise<GapView> {
    const isUnit = (await unitRefs(this.#context)).has(input.unitId);
    return this.#act(actor, id, 'transfer', input.version, async (change) => {
      if (!isUnit) throw invalid('unitId', '没有这个单位，请重新选择。');
      await store.updateGap(change.tx, id, { unit_id: input.unitId });
      return 'transfer';
    });
  }

  /** In the change that drafts an entry for it. @throws AppError `not-found` (404), `settled` (409) */
  async draftIn(change: Change, id: string, publicationId: string): Promise<void> {
    const row = await store.lockGap(change.tx, id);
    if (!row || !can(change.actor, 'read', subjectOf(row))) throw missing();
    if (row.state !== 'open') throw settled();
    demand(change.actor, 'answer', subjectOf(row));
    await store.updateGap(change.tx, id, { state: 'drafting', publication_id: publicationId });
  }

  /** Follows what became of the drafts: public answers the gap, a draft thrown away opens it again. Safe to run twice. */
  async follow(publicationId: string): Promise<void> {
    const fate = await draftFate(this.#context, publicationId);
    if (fate === 'drafting') return;
    await this.#context.platform.changes.run(SYSTEM, async (change) => {
      for (const row of await store.draftingFor(change.tx, publicationId)) {
        const subject = { kind: 'knowledgeGap', subjectId: row.id, unitId: row.unit_id };
        if (fate === 'public') {
          await store.updateGap(change.tx, row.id, { state: 'answered', settled_at: change.at });
          change.record({ action: 'answer', ...subject });
        } else {
          await store.updateGap(change.tx, row.id, { state: 'open', publication_id: null });
          change.record({ action: 'reopen', ...subject });
        }
      }
    });
  }

  /** Job: whatever event was missed. */
  async followAll(): Promise<void> {
    const ids = new Set((await store.allDrafting(this.#db)).flatMap((row) => row.publication_id ?? []));
    for (const id of ids) await this.follow(id);
  }

  async #act(
    actor: Actor,
    id: string,
    action: 'answer' | 'transfer',
    version: number,
    act: (change: Change) => Promise<string>,
  ): Promise<GapView> {
    await this.#context.platform.changes.run(actor, async (change) => {
      const row = await store.lockGap(change.tx, id);
      if (!row || !can(actor, 'read', subjectOf(row))) throw missing();
      demand(actor, action, { ...subjectOf(row), state: 'open' });
      if (row.version !== version) throw staleError({ state: row.state, version: row.version }, { version });
      if (row.state !== 'open') throw settled();
      const what = await act(change);
      change.record({ action: what, kind: 'knowledgeGap', subjectId: id, unitId: row.unit_id });
    });
    const row = await store.findGap(this.#db, id);
    const [view] = row ? await this.#views(actor, [row]) : [];
    return view ?? Promise.reject(missing());
  }

  /** Who names a unit means it; else who drafted the policy answers, else the supervising office finds out who. */
  async #unitOf(report: Reported): Promise<string> {
    const units = await this.#context.organisations.units.all();
    if (report.unit) {
      const named = units.filter((unit) =>
        [unit.code, unit.name, unit.shortName, ...unit.aliases].includes(report.unit ?? ''),
      );
      const [only] = named;
      if (named.length !== 1 || !only)
        throw refused('unit', `没有找到单位“${report.unit}”，请填写单位代码或者全称，不确定时不填。`);
      return only.id;
    }
    if (report.policyNumber) {
      const item = await this.#context.publications.open.item(report.policyNumber);
      if (!item) throw refused('policyNumber', `没有编号为${report.policyNumber}的公开文件。`);
      return item.unitId;
    }
    const office = units.find((unit) => unit.isOffice);
    if (!office) throw refused('unit', '请填写起草单位。');
    return office.id;
  }

  async #toldState(receiver: ReceiverRow, row: store.GapRow): Promise<GapState> {
    if (row.told_at === null && SETTLED.includes(row.state))
      await store.markTold(this.#db, receiver.id, [row.external_number], this.#context.platform.clock.now());
    return this.#stateOf(row);
  }

  async #stateOf(row: store.GapRow): Promise<GapState> {
    const unit = (await unitRefs(this.#context)).get(row.unit_id);
    const number = await this.#numberOf(row);
    return {
      externalNumber: row.external_number,
      state: row.state,
      stateText: GAP_STATES[row.state],
      unit: { code: unit?.code ?? '', name: unit?.name ?? '' },
      receivedAt: row.received_at.toISOString(),
      dueOn: row.due_on,
      entryNumber: number,
      entryUrl: number === null ? null : `${this.#origin}/documents/${number}`,
      reason: row.reason,
    };
  }

  async #numberOf(row: store.GapRow): Promise<number | null> {
    if (row.state !== 'answered' || row.publication_id === null) return null;
    const item = await this.#context.publications.open.itemOf(row.publication_id);
    return item?.status === 'public' ? item.number : null;
  }

  async #views(actor: Actor, rows: readonly store.GapRow[]): Promise<GapView[]> {
    const { platform, publications } = this.#context;
    const [units, receivers] = await Promise.all([unitRefs(this.#context), allReceivers(this.#db)]);
    const calendar = await this.#context.calendar.current();
    const today = localDateAt(platform.clock.now());
    const titles = await publications.open.titles(
      rows.flatMap((row) => (row.policy_number === null ? [] : Number(row.policy_number))),
    );
    return Promise.all(
      rows.map(async (row) => {
        const receiver = receivers.find((one) => one.id === row.receiver_id);
        const policy = titles.find((one) => one.number === Number(row.policy_number));
        const unit = units.get(row.unit_id);
        if (!receiver || !unit) throw new Error(`gap ${row.id} without receiver or unit`);
        const isOpen = OPEN.includes(row.state);
        return {
          id: row.id,
          version: row.version,
          externalNumber: row.external_number,
          receiver: receiver.name,
          target: receiver.target,
          questions: row.questions,
          note: row.note,
          times: row.times,
          fromOn: row.from_on,
          toOn: row.to_on,
          policy: policy ? { number: policy.number, title: policy.title } : null,
          unit,
          receivedAt: row.received_at.toISOString(),
          dueOn: row.due_on,
          workdaysLeft: isOpen ? calendar.workdaysBetween(today, row.due_on) : null,
          state: row.state,
          publicationId: row.publication_id,
          entryNumber: await this.#numberOf(row),
          reason: row.reason,
          settledAt: row.settled_at?.toISOString() ?? null,
          toldAt: row.told_at?.toISOString() ?? null,
          mayAnswer: can(actor, 'answer', subjectOf(row)),
          mayTransfer: can(actor, 'transfer', subjectOf(row)),
        };
      }),
    );
  }

  get #db() {
    return this.#context.platform.database.kysely;
  }
}

function sameReport(known: readonly store.GapRow[], key: string, hash: string): store.GapRow {
  const [row] = known;
  if (known.length === 1 && row?.idempotency_key === key && row.request_hash === hash) return row;
  throw new AppError(
    'idempotency-conflict',
    409,
    '这个反映编号或者 Idempotency-Key 已经用于另一件反映，请换一个编号重新提交。',
  );
}

function subjectOf(row: Pick<store.GapRow, 'state' | 'unit_id'>) {
  return { kind: 'knowledgeGap', state: row.state, unitIds: [row.unit_id] };
}

function missing(): AppError {
  return new AppError('not-found', 404, '没有找到这件反映，请刷新页面。');
}

function settled(): AppError {
  return new AppError('settled', 409, '这件反映已经有人办理，请刷新页面。');
}

function invalid(field: string, message: string): AppError {
  return new AppError('invalid', 422, message, { reasons: [{ field, message }] });
}

function refused(field: string, message: string): AppError {
  return new AppError('gap-refused', 422, message, { reasons: [{ field, message }] });
}
