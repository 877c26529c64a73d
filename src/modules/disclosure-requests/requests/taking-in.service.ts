import { createHmac } from 'node:crypto';
import { AppError } from '../../../kernel/app-error.ts';
import { type LocalDate, localDateAt } from '../../../kernel/local-date.ts';
import type { Actor } from '../../../kernel/permissions.ts';
import type { CaseChannel, CaseReceipt, FormProof, Origin, ReceivedBy, ReceivedFile } from '../../cases/index.ts';
import type { RequestArrival } from '../request-words.ts';
import { disclosureRequest } from './request.kind.ts';
import { demandPast, type RequestContext } from './request-desk.ts';
import {
  type ApplyInput,
  RegisterRequestInput as RegisterRequest,
  type RegisterRequestInput,
} from './requests.contract.ts';
import { insertRequest } from './requests.store.ts';

const CHANNELS: Readonly<Record<RequestArrival, CaseChannel>> = {
  portal: 'portal',
  counter: 'counter',
  oral: 'counter',
  registeredMail: 'mail',
  ordinaryMail: 'mail',
  fax: 'fax',
  email: 'email',
  imported: 'board',
};

const APPLICANT_KEY = 'request-applicant';

/** Taking requests in: on the portal by the applicant, at the counter, from letters and fax by the staff (FOI-1, FOI-14). */
export class TakingInService {
  readonly #context: RequestContext;

  constructor(context: RequestContext) {
    this.#context = context;
  }

  /**
   * By the portal's form. No term runs before both sides have confirmed the receipt (regulation art 31); the receipt says so.
   * @throws AppError like `receiving.receive` of cases
   */
  apply(
    actor: Actor,
    input: ApplyInput,
    by: { readonly form: FormProof & Origin } & Pick<ReceivedBy, 'files' | 'faults'>,
  ): Promise<CaseReceipt> {
    const submittedOn = localDateAt(this.#context.platform.clock.now());
    return this.#receive(actor, input, { ...by, arrival: 'portal', submittedOn });
  }

  /**
   * By somebody of the staff, who also fills the form in for whoever cannot write (art 29 para 2).
   * @throws AppError `day-in-future`, `signed-day-missing` (422)
   */
  async register(actor: Actor, given: RegisterRequestInput, files: readonly ReceivedFile[] = []): Promise<CaseReceipt> {
    const today = localDateAt(this.#context.platform.clock.now());
    const input = RegisterRequest.parse(given);
    const { arrival, submittedOn, signedOn } = input;
    demandPast('submittedOn', '申请日期', submittedOn, today);
    if (signedOn) demandPast('signedOn', '签收日期', signedOn, today);
    if (arrival === 'registeredMail' && !signedOn)
      throw new AppError('signed-day-missing', 422, '请填写邮件的签收日期，签收之日为收到申请之日。', {
        reasons: [{ field: 'signedOn', message: '请填写签收日期' }],
      });
    return this.#receive(actor, input, { form: null, files, arrival, submittedOn, ...(signedOn ? { signedOn } : {}) });
  }

  /** By the number of a document of identity, else by name and telephone; spaces and case do not part a person from himself. */
  #applicantKey({ applicant: { identityNumber, name, phone } }: ApplyInput): string {
    const who = identityNumber ? `number ${identityNumber}` : `name ${name} ${phone}`;
    const key = this.#context.platform.secrets.key(APPLICANT_KEY);
    return createHmac('sha256', key)
      .update(who.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase())
      .digest('base64url');
  }

  #receive(actor: Actor, input: ApplyInput, of: Arriving): Promise<CaseReceipt> {
    const { arrival, submittedOn, signedOn, form, files, faults = [] } = of;
    const by: ReceivedBy = {
      channel: CHANNELS[arrival],
      form,
      files,
      faults,
      arrival: { channel: arrival, submittedOn, ...(signedOn ? { signedOn } : {}) },
      within: (change, row) => {
        const isCounted = row.due_on !== null;
        return insertRequest(change.tx, {
          case_id: row.id,
          arrival,
          submitted_on: submittedOn,
          confirmed_on: isCounted ? row.received_on : null,
          applicant_key: this.#applicantKey(input),
          category: input.category,
          wanted_form: input.wantedForm,
          wanted_way: input.wantedWay,
          document_number: input.documentNumber || null,
        });
      },
    };
    const { title, text, unitId = null, applicant, contactPerson, needsHelp, documentNumber } = input;
    const kind = input.category === 'natural' ? 'person' : 'organisation';
    return this.#context.cases.receiving.receive(
      actor,
      {
        kind: disclosureRequest.code,
        title,
        text,
        unitId,
        fields: documentNumber ? { documentNumber } : {},
        applicant: { ...applicant, contactPerson, needsHelp, kind },
      },
      by,
    );
  }
}

interface Arriving extends Pick<ReceivedBy, 'form' | 'files' | 'faults'> {
  readonly arrival: RequestArrival;
  readonly submittedOn: LocalDate;
  readonly signedOn?: LocalDate;
}
