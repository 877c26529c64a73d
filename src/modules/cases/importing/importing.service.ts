import { AppError, type Reason } from '../../../kernel/app-error.ts';
import { type LocalDate, localDateAt, startOfDay } from '../../../kernel/local-date.ts';
import type { CaseRow } from '../case-tables.store.ts';
import { CASE_STATE_LABELS } from '../case-words.ts';
import { type CasesContext, type Known, lookUpKnown } from '../cases.context.ts';
import type { ClockEvent } from '../clock/clock-event.ts';
import { newSeed } from '../numbers/look-up-secret.ts';
import { checkSubmission } from '../receiving/check-submission.ts';
import { lockText } from '../receiving/flood.store.ts';
import { type NewCase, registerCase } from '../receiving/register-case.ts';
import { repliesOf } from '../replies/replies.store.ts';
import { ImportedCase, type ImportedState } from './importing.contract.ts';
import { findExternal } from './importing.store.ts';
import type { SourceRow } from './sources.store.ts';

const SYSTEM = { type: 'system' } as const;

/** Cases of other systems: their number and dates stand, everything else goes as with our own (MSG-13). */
export class CaseImportingService {
  readonly #context: CasesContext;

  constructor(context: CasesContext) {
    this.#context = context;
  }

  /** Safe to send again: the same number is the same case. @throws AppError `import-refused` (422) with all reasons */
  async deliver(
    source: SourceRow,
    input: ImportedCase,
  ): Promise<{ readonly state: ImportedState; readonly isNew: boolean }> {
    const known = await lookUpKnown(this.#context);
    const { ready, reasons } = this.check(source, input, known);
    if (!ready) throw new AppError('import-refused', 422, '来件没有收下，请改正后重新提交。', { reasons });
    const { row, isNew } = await this.#take(source, ready, known);
    return { state: await this.#state(row, known), isNew };
  }

  /** @throws AppError `case-missing` (404) */
  async state(source: SourceRow, externalNumber: string): Promise<ImportedState> {
    const row = await findExternal(this.#context.platform.database.kysely, source.name, externalNumber);
    if (!row) throw new AppError('case-missing', 404, `没有编号为“${externalNumber}”的来件。`);
    return this.#state(row, await lookUpKnown(this.#context));
  }

  /** What would be taken, or everything that is wrong; writes nothing. */
  check(
    source: SourceRow,
    input: unknown,
    known: Known,
  ): { readonly ready: ReadyCase | null; readonly reasons: readonly Reason[] } {
    const parsed = ImportedCase.safeParse(input);
    if (!parsed.success) {
      return {
        ready: null,
        reasons: parsed.error.issues.map(({ path, message }) => ({ field: path.join('.'), message })),
      };
    }
    const given = parsed.data;
    const kind = this.#context.kinds.all.find((one) => one.code === given.kind || one.label === given.kind);
    const named = given.unit ? known.units.find(given.unit)?.id : known.units.officeId;
    const unitId = named && known.units.receiverFor(named, kind ?? {});
    const more = [
      ...(kind ? [] : [{ field: 'kind', message: `没有“${given.kind}”这种来件类型` }]),
      ...(kind && !kind.channels.includes(source.channel)
        ? [{ field: 'kind', message: `“${kind.label}”不从这一渠道转来` }]
        : []),
      ...(unitId ? [] : [{ field: 'unit', message: given.unit ? `没有“${given.unit}”这个单位` : '尚未设置主管部门' }]),
      ...(given.receivedOn > known.today ? [{ field: 'receivedOn', message: '收到日期在今天之后' }] : []),
      ...(given.dueOn && given.dueOn < given.receivedOn ? [{ field: 'dueOn', message: '办理期限早于收到日期' }] : []),
    ];
    if (!kind || !unitId) return { ready: null, reasons: more };
    // Who asked there need not have told what our own form would demand.
    const lenient = { form: { ...kind.form, title: 'optional' as const, mayBeAnonymous: true } };
    const applicant = given.applicant ?? null;
    const { taken, reasons } = checkSubmission(lenient, {
      title: given.title ?? null,
      text: given.text,
      fields: given.fields,
      applicant,
    });
    const all = [...more, ...reasons.filter((reason) => !reason.field.startsWith('applicant.') || applicant !== null)];
    if (all.length > 0) return { ready: null, reasons: all };
    const { externalNumber, receivedOn, dueOn = null } = given;
    return { ready: { kind, unitId, submission: taken, externalNumber, receivedOn, dueOn }, reasons: [] };
  }

  /** Whether it came before. */
  async isKnown(source: SourceRow, externalNumber: string): Promise<boolean> {
    return (await findExternal(this.#context.platform.database.kysely, source.name, externalNumber)) !== undefined;
  }

  /** One row of a table that was checked. */
  async take(source: SourceRow, of: ReadyCase): Promise<void> {
    await this.#take(source, of, await lookUpKnown(this.#context));
  }

  #take(source: SourceRow, of: ReadyCase, known: Known): Promise<{ row: CaseRow; isNew: boolean }> {
    return this.#context.platform.changes.run(SYSTEM, async (change) => {
      const external = { system: source.name, number: of.externalNumber };
      await lockText(change.tx, `external ${external.system} ${external.number}`);
      const before = await findExternal(change.tx, external.system, external.number);
      if (before) return { row: before, isNew: false };
      const isToday = of.receivedOn === localDateAt(change.at);
      const { row } = await registerCase(this.#context, change, known, {
        kind: of.kind,
        unitId: of.unitId,
        againstUnitId: null,
        submission: of.submission,
        channel: source.channel,
        state: 'received',
        publicationNumber: null,
        mayPublish: false,
        files: [],
        broughtBy: 'staff',
        receivedAt: isToday ? change.at : startOfDay(of.receivedOn),
        receivedOn: of.receivedOn,
        clock: clockOf(of, source.name),
        external,
        textHash: `external ${external.system} ${external.number}`,
        seed: newSeed(),
      });
      return { row, isNew: true };
    });
  }

  async #state(row: CaseRow, known: Known): Promise<ImportedState> {
    const isAnswered = row.answered_on !== null;
    const replies = await repliesOf(this.#context.platform.database.kysely, row.merged_into ?? row.id);
    const unit = known.units.ref(row.unit_id);
    return {
      externalNumber: row.external_number ?? '',
      number: row.number,
      state: row.state,
      stateText: CASE_STATE_LABELS[row.state],
      unit: { code: unit.code, name: unit.name },
      receivedOn: row.received_on,
      dueOn: row.due_on,
      answeredOn: row.answered_on,
      replies: replies.flatMap((reply) =>
        reply.sent_at && (row.merged_into === null || isAnswered)
          ? [{ text: reply.text, sentAt: reply.sent_at.toISOString() }]
          : [],
      ),
      rejection: row.rejection_text,
    };
  }
}

export interface ReadyCase extends Pick<NewCase, 'kind' | 'unitId' | 'submission'> {
  readonly externalNumber: string;
  readonly receivedOn: LocalDate;
  readonly dueOn: LocalDate | null;
}

function clockOf({ receivedOn: on, dueOn }: ReadyCase, by: string): ClockEvent[] {
  const received: ClockEvent = { type: 'received', on, why: `${by}记载的收到之日` };
  return dueOn === null ? [received] : [received, { type: 'given', on, due: dueOn, by }];
}
