import { randomUUID } from 'node:crypto';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Change } from '../../../platform/change/change.ts';
import { holdFiles } from '../../../platform/files/file-holder.ts';
import type { CaseRow } from '../case-tables.store.ts';
import type { CaseChannel } from '../case-words.ts';
import type { CasesContext, Known } from '../cases.context.ts';
import { insertCase } from '../cases.store.ts';
import type { ClockEvent } from '../clock/clock-event.ts';
import { addDueChange, appendClockEvents, putClock } from '../clocks/clock.store.ts';
import { reckon } from '../clocks/reckon.ts';
import { addHistory, nameOf } from '../history.store.ts';
import { passOn } from '../holding/holdings.store.ts';
import type { CaseKind } from '../kinds/case-kind.ts';
import { newCaseNumber } from '../numbers/case-number.ts';
import { LOOK_UP_KEY, lookUpHash, SECRET_KEY, secretOf } from '../numbers/look-up-secret.ts';
import { APPLICANT_KEY, sealApplicant } from '../sealing/applicants.store.ts';
import { maskedName } from '../sealing/masked-name.ts';
import type { CheckedSubmission } from './check-submission.ts';
import type { ReceivedFile } from './received-file.ts';
import { insertFiles } from './received-files.store.ts';

export interface NewCase {
  readonly kind: CaseKind;
  readonly channel: CaseChannel;
  readonly state: 'received' | 'awaitingCheck';
  readonly unitId: string;
  readonly againstUnitId: string | null;
  readonly submission: CheckedSubmission;
  readonly publicationNumber: number | null;
  readonly mayPublish: boolean;
  readonly files: readonly ReceivedFile[];
  readonly broughtBy: 'sender' | 'staff';
  readonly receivedAt: Date;
  readonly receivedOn: LocalDate;
  /** What the clock starts with. */
  readonly clock: readonly ClockEvent[];
  readonly external: { readonly system: string; readonly number: string } | null;
  readonly textHash: string;
  /** From which the secret is made. */
  readonly seed: string;
}

/** Writes a new case with everything that belongs to it, in the caller's change. @returns the row, and the secret, which is stored nowhere */
export async function registerCase(
  { platform }: Pick<CasesContext, 'platform'>,
  change: Change,
  known: Known,
  of: NewCase,
): Promise<{ readonly row: CaseRow; readonly secret: string }> {
  const { tx, at } = change;
  const id = randomUUID();
  const number = newCaseNumber(of.kind.numberPrefix);
  const secret = secretOf(platform.secrets.key(SECRET_KEY), of.seed);
  const reckoned = reckon(of.kind.clock.ordinary, of.clock, known);
  const { applicant } = of.submission;
  const row = await insertCase(tx, {
    id,
    number,
    look_up_hash: lookUpHash(platform.secrets.key(LOOK_UP_KEY), number, secret),
    kind: of.kind.code,
    channel: of.channel,
    state: of.state,
    title: of.submission.title,
    text: of.submission.text,
    fields: JSON.stringify(of.submission.fields),
    publication_number: of.publicationNumber,
    unit_id: of.unitId,
    against_unit_id: of.againstUnitId,
    received_at: of.receivedAt,
    received_on: of.receivedOn,
    due_on: reckoned.dueOn,
    urgent_on: reckoned.dueOn,
    is_provisional: reckoned.isProvisional,
    applicant_mask: applicant ? maskedName(applicant.kind, applicant.name) : null,
    may_publish: of.mayPublish,
    external_system: of.external?.system ?? null,
    external_number: of.external?.number ?? null,
    text_hash: of.textHash,
    created_at: at,
    updated_at: at,
  });
  await appendClockEvents(tx, id, 0, of.clock, { at, name: nameOf(change.actor) });
  await putClock(tx, id, reckoned, { basis: known.basis, events: of.clock.length });
  const why = reckoned.explanation.sentences.at(-1) ?? '';
  await addDueChange(tx, { caseId: id, at, from: null, to: reckoned.dueOn, why });
  if (applicant) await sealApplicant(tx, platform.secrets.key(APPLICANT_KEY), id, applicant);
  if (of.files.length > 0) {
    await holdFiles(
      tx,
      platform.files,
      of.files.map((file) => file.hash),
    );
    await insertFiles(tx, id, of.files, { broughtBy: of.broughtBy, at });
  }
  await passOn(tx, {
    case_id: id,
    unit_id: of.unitId,
    person_id: null,
    person_name: null,
    way: 'received',
    reason: null,
    at: of.receivedAt,
  });
  await tell(change, known, row);
  return { row, secret };
}

async function tell(change: Change, known: Known, row: CaseRow): Promise<void> {
  const { id, kind, unit_id: unitId, state, channel } = row;
  const event = row.external_number === null ? 'receive' : 'import';
  const unit = known.units.nameOf(unitId);
  await addHistory(change, id, { event, text: `收到，由${unit}办理。`, senderText: `已收到，由${unit}办理。` });
  change.record({ action: event, kind: 'case', subjectId: id, unitId, detail: { kind, channel, state } });
  await change.emit('cases.received', { caseId: id, kind, unitId, state });
}
