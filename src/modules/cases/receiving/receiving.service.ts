import { createHmac } from 'node:crypto';
import { AppError, type Reason } from '../../../kernel/app-error.ts';
import { addDays, type LocalDate, localDateAt } from '../../../kernel/local-date.ts';
import { type Actor, demand } from '../../../kernel/permissions.ts';
import type { Change } from '../../../platform/change/change.ts';
import { type CaseReceipt, ReceiveInput } from '../case-senders.contract.ts';
import type { CaseRow } from '../case-tables.store.ts';
import { type CasesContext, type Known, lookUpKnown } from '../cases.context.ts';
import { invalidCase, unitMissing, unitUnstaffed } from '../cases.errors.ts';
import { findCase } from '../cases.store.ts';
import type { Origin, ReceivedBy } from '../cases-door.ts';
import { messageStartDay, requestStartDay } from '../clock/start-day.ts';
import { addHistory } from '../history.store.ts';
import type { CaseKind } from '../kinds/case-kind.ts';
import { newSeed, SECRET_KEY, secretOf } from '../numbers/look-up-secret.ts';
import { asideFrom, recuseNamed } from '../seeing/recuse-named.ts';
import type { Aside } from '../seeing/stand-aside.ts';
import type { SenderMail } from '../telling/sender-mail.service.ts';
import {
  type CheckedSubmission,
  checkSubmission,
  LONGEST_REGISTERED,
  LONGEST_TEXT,
  lengthReason,
} from './check-submission.ts';
import { insertSubmission, lockText, markFormUsed, sameText, submissionsFrom, usedForm } from './flood.store.ts';
import { comparedText, needsCheck, REPEATED_MS } from './flood.ts';
import { FORM_KEY, formToken, type ReadToken, readFormToken, tokenFault } from './form-token.ts';
import { inputReason } from './input-reason.ts';
import { fileReasons } from './received-file.ts';
import { registerCase } from './register-case.ts';

const FLOOD_KEY = 'case-flood';
const TEXT_KEY = 'case-same-text';

/** Another request used the form at the same moment; what it made is answered. */
class UsedMeanwhile extends Error {}

/** Taking in: checked, numbered, sealed, its clock started, in one transaction. Nobody is refused for sending much. */
export class ReceivingService {
  readonly #context: CasesContext;
  readonly #mail: SenderMail;

  constructor(context: CasesContext, mail: SenderMail) {
    this.#context = context;
    this.#mail = mail;
  }

  /** For a hidden field of a form that is shown now; `shownAgain` stays when it is one of ours and not too old. */
  formToken(shownAgain = ''): string {
    const { secrets, clock } = this.#context.platform;
    const [key, now] = [secrets.key(FORM_KEY), clock.now()];
    const before = readFormToken(key, shownAgain);
    return before && tokenFault(before, now) !== 'expired' ? shownAgain : formToken(key, now);
  }

  /**
   * @throws AppError `case-invalid` (422) with a reason per field; `form-too-fast`, `form-used`, `form-expired` (422): show the form again
   *   with everything kept and a fresh token
   */
  async receive(actor: Actor, input: ReceiveInput, by: ReceivedBy): Promise<CaseReceipt> {
    const kind = this.#context.kinds.get(input.kind);
    const known = await lookUpKnown(this.#context);
    const checked = this.#checked(kind, input, by, known);
    const token = by.form ? this.#token(by.form.token, known.now) : null;
    const aside = await this.#aside(
      kind,
      checked.submission,
      this.#unitFor(actor, kind, checked.unitId, by, known),
      known,
    );
    const attempt = () =>
      this.#context.platform.changes.run(actor, (change) =>
        this.#register(change, known, { ...checked, kind, by, token, unitId: aside.unitId, aside: aside.people }),
      );
    const receipt = await attempt().catch((error) => {
      if (error instanceof UsedMeanwhile) return attempt();
      throw error;
    });
    const email = checked.submission.applicant?.email ?? null;
    if (!receipt.isNew || email === null) return receipt.shown;
    return { ...receipt.shown, isMailed: await this.#mail.receipt(email, receipt.shown, kind.label) };
  }

  #checked(kind: CaseKind, input: ReceiveInput, { channel, files, form, faults = [] }: ReceivedBy, { units }: Known) {
    const parsed = ReceiveInput.safeParse(input);
    if (!parsed.success)
      throw invalidCase(
        together(
          faults,
          parsed.error.issues.map(({ path, message }) => inputReason(kind, path.join('.'), message)),
        ),
      );
    if (!kind.channels.includes(channel))
      throw new AppError('channel-unknown', 422, `“${kind.label}”不能从这一渠道提交，请选择其他方式。`);
    const { title, text, fields, applicant } = parsed.data;
    const { taken, reasons } = checkSubmission(kind, { title, text, fields, applicant: applicant ?? null });
    const tooLong = lengthReason('text', text, form ? LONGEST_TEXT : LONGEST_REGISTERED);
    const all = [...(tooLong ? [tooLong] : []), ...reasons, ...fileReasons(kind.form.maxFiles, files)];
    const told = together(faults, all);
    if (told.length > 0) throw invalidCase(told);
    const { unitId = null, againstUnitId = null, publicationNumber = null, mayPublish } = parsed.data;
    demandAgainst(kind, againstUnitId, units);
    return { submission: taken, unitId, againstUnitId, publicationNumber, mayPublish };
  }

  #token(given: string, now: Date): ReadToken {
    const token = readFormToken(this.#context.platform.secrets.key(FORM_KEY), given);
    const fault = token ? tokenFault(token, now) : 'expired';
    if (token && fault === null) return token;
    throw fault === 'too-fast'
      ? new AppError('form-too-fast', 422, '提交过快。您填写的内容仍在，请核对后，隔几秒再提交一次。')
      : new AppError('form-expired', 422, '页面打开的时间过长。您填写的内容仍在，请核对后再提交一次。');
  }

  /** Whom a letter names does not read it. */
  #aside(kind: CaseKind, { title, text, fields }: CheckedSubmission, unitId: string, known: Known): Promise<Aside> {
    return asideFrom(this.#context, kind, [title, text, ...Object.values(fields)], { unitId, known });
  }

  #unitFor(actor: Actor, kind: CaseKind, wanted: string | null, { form }: ReceivedBy, { units }: Known): string {
    const unitId = (kind.heldBy === 'office' ? null : wanted) ?? units.officeId;
    if (unitId === null) throw new AppError('office-missing', 503, '尚未设置主管部门，暂时不能接收来件，请稍后再试。');
    if (!units.isKnown(unitId)) throw unitMissing();
    if (form) {
      demand(actor, 'receive', { kind: 'case' });
      // Whose people left while the page was open, or who drafted the policy and exists no more: somebody finds who answers.
      return units.receiverFor(unitId, kind);
    }
    if (!units.isActive(unitId)) throw unitMissing();
    demand(actor, 'register', { kind: 'case', unitIds: [unitId] });
    if (!units.takes(unitId, kind) && wanted !== null) throw unitUnstaffed(units.nameOf(wanted), kind);
    return unitId;
  }

  async #register(change: Change, known: Known, of: Registering): Promise<Registered> {
    const { tx, at } = change;
    const textHash = this.#textHash(of);
    if (of.token) {
      const used = await usedForm(tx, of.token.nonce);
      if (used) return this.#again(change, known, used, of.token, this.#proofHash(of.by, textHash));
    }
    const isToCheck = of.by.form ? await this.#isFlood(change, of.by.form, known) : false;
    await lockText(tx, textHash);
    const same = isToCheck ? undefined : await sameText(tx, textHash, new Date(at.getTime() - REPEATED_MS));
    const seed = of.token?.nonce ?? newSeed();
    const receivedOn = localDateAt(at);
    const start = of.by.arrival
      ? requestStartDay(of.by.arrival)
      : { on: receivedOn, why: messageStartDay({ submittedOn: receivedOn }).why };
    const { row, secret } = await registerCase(this.#context, change, known, {
      ...of,
      channel: of.by.channel,
      files: of.by.files,
      state: isToCheck ? 'awaitingCheck' : 'received',
      broughtBy: of.by.form ? 'sender' : 'staff',
      receivedAt: at,
      receivedOn: start.on ?? receivedOn,
      // Until both sides have confirmed it, no day counts as that of receipt and no term runs (regulation art 31).
      clock: start.on ? [{ type: 'received', on: start.on, why: start.why }] : [],
      external: null,
      textHash,
      seed,
    });
    await recuseNamed(change, row, of.aside);
    await of.by.within?.(change, row);
    if (of.token) {
      const use = { nonce: of.token.nonce, caseId: row.id, textHash: this.#proofHash(of.by, textHash), at };
      if (!(await markFormUsed(tx, use))) throw new UsedMeanwhile();
    }
    if (same?.unit_id === row.unit_id) await this.#nameAlike(change, row, same);
    return { shown: receipt(row, secret, known), isNew: true };
  }

  /**
   * The same words within the hour are often one matter; but an answer may speak of one sender's own affairs, so nobody gets another's answer
   * before somebody of the unit has looked at both and joined them.
   */
  async #nameAlike(change: Change, row: CaseRow, same: CaseRow): Promise<void> {
    const text = `一小时内收到过内容相同的来件 ${same.number}，请核对是否同一件事、能否用同一份答复，可以并案办理。`;
    await addHistory(change, row.id, { event: 'receive', text });
  }

  /** An impatient hand pressed twice: the same answer again, with the secret that only this form can have again. */
  async #again(
    change: Change,
    known: Known,
    used: { readonly case_id: string; readonly text_hash: string },
    { nonce }: ReadToken,
    proofHash: string,
  ): Promise<Registered> {
    const row = await findCase(change.tx, used.case_id);
    if (!row || used.text_hash !== proofHash)
      throw new AppError(
        'form-used',
        422,
        '这张表单已经提交过。要提交新的内容，请核对后再提交一次；您填写的内容仍在。',
      );
    const secret = secretOf(this.#context.platform.secrets.key(SECRET_KEY), nonce);
    return { shown: receipt(row, secret, known), isNew: false };
  }

  async #isFlood(
    change: Change,
    { connection, browser, honeypot }: Origin & { honeypot: string },
    { now, today }: Known,
  ) {
    const keys = (place: string) => [today, addDays(today, -1)].map((day) => this.#placeKey(day, place));
    const connections = keys(`connection ${connection}`);
    const browsers = browser === null ? null : keys(`browser ${browser}`);
    const before = {
      connection: await submissionsFrom(change.tx, 'connection_key', connections, now),
      browser: browsers && (await submissionsFrom(change.tx, 'browser_key', browsers, now)),
      isHoneypotFilled: honeypot.trim() !== '',
    };
    await insertSubmission(change.tx, {
      connection: connections[0] ?? '',
      browser: browsers?.[0] ?? null,
      at: change.at,
    });
    return needsCheck(before);
  }

  /** Addresses are personal data: without the installation's key the table tells none, and no place is known the day after next. */
  #placeKey(day: LocalDate, place: string): string {
    return this.#hmac(FLOOD_KEY, `${day} ${place}`);
  }

  /** The same words from the same browser: whoever was shown another's form by a careless cache is told nothing of it. */
  #proofHash({ form }: ReceivedBy, textHash: string): string {
    return this.#hmac(TEXT_KEY, [textHash, form?.connection, form?.browser ?? ''].join('|'));
  }

  #textHash({ kind, unitId, againstUnitId, publicationNumber, submission }: Registering): string {
    const words = comparedText(`${submission.text}${Object.values(submission.fields).join('')}`);
    return this.#hmac(
      TEXT_KEY,
      [kind.code, unitId, publicationNumber ?? '', ...(againstUnitId ? [againstUnitId] : []), words].join('|'),
    );
  }

  #hmac(purpose: string, text: string): string {
    return createHmac('sha256', this.#context.platform.secrets.key(purpose)).update(text).digest('base64url');
  }
}

/** What was found before keeps its words, one sentence a field; of files, which may have a fault each, all, at the end. */
function together(faults: readonly Reason[], own: readonly Reason[]): Reason[] {
  const told = new Set(faults.map(({ field }) => field));
  const isOfFiles = ({ field }: Reason) => field === 'files';
  const all = [...faults, ...own.filter((reason) => isOfFiles(reason) || !told.has(reason.field))];
  return [...all.filter((reason) => !isOfFiles(reason)), ...all.filter(isOfFiles)];
}

/**
 * The office cannot judge itself: what complains of it goes to the authority above (regulation art 51).
 * @throws AppError `case-invalid` (422)
 */
function demandAgainst(kind: CaseKind, unitId: string | null, units: Known['units']): void {
  const wrong = (message: string) => invalidCase([{ field: 'againstUnitId', message }]);
  if (unitId === null) return;
  if (kind.heldBy !== 'office') throw wrong(`“${kind.label}”不针对哪个单位，请选择要求答复的单位。`);
  if (!units.isKnown(unitId)) throw wrong('没有这个单位，请重新选择。');
  if (unitId === units.officeId)
    throw wrong(`${units.nameOf(unitId)}是本级主管部门，不能核查自己。请向上一级政府信息公开工作主管部门提出。`);
}

interface Registering
  extends Pick<
    Parameters<typeof registerCase>[3],
    'kind' | 'unitId' | 'againstUnitId' | 'submission' | 'publicationNumber' | 'mayPublish'
  > {
  readonly by: ReceivedBy;
  readonly token: ReadToken | null;
  readonly aside: Aside['people'];
}

interface Registered {
  readonly shown: CaseReceipt;
  readonly isNew: boolean;
}

function receipt(row: CaseRow, secret: string, known: Known): CaseReceipt {
  return {
    id: row.id,
    number: row.number,
    secret,
    state: row.state,
    unit: known.units.ref(row.unit_id),
    receivedOn: row.received_on,
    dueOn: row.due_on,
    isMailed: false,
  };
}
