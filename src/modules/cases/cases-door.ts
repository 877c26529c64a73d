import type { Reason } from '../../kernel/app-error.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Actor } from '../../kernel/permissions.ts';
import type { UnitRef } from '../../kernel/route.contract.ts';
import type { Change } from '../../platform/change/change.ts';
import type { Applicant } from './case-acts.contract.ts';
import type {
  AnswerInput,
  CaseReceipt,
  LookUpInput,
  RateInput,
  ReceiveInput,
  SenderView,
  SenderWordInput,
} from './case-senders.contract.ts';
import type { CaseRow } from './case-tables.store.ts';
import type { CaseChannel, CaseEvent } from './case-words.ts';
import type {
  CaseFigure,
  CaseKindView,
  CaseListItem,
  CaseLoad,
  CasePage,
  CaseQuery,
  CaseView,
  FiguresQuery,
} from './cases.contract.ts';
import type { Arrival } from './clock/start-day.ts';
import type { ClockReadingService } from './clocks/clock-reading.service.ts';
import type { FieldCount } from './figures/figures.store.ts';
import type { CaseDesk } from './handling/case-desk.ts';
import type { HandlingService } from './handling/handling.service.ts';
import type { HeldCase } from './handling/held-case.ts';
import type { CaseKindRegister } from './kinds/case-kind-register.ts';
import type { ReceivedFile } from './receiving/received-file.ts';
import type { RepliesService } from './replies/replies.service.ts';
import type { CaseReach } from './viewing/case-list.service.ts';
import type { AskedQuestion, QuestionStanding } from './viewing/questions.store.ts';

/** Where a submission comes from; kept only as keyed hashes of one day. */
export interface Origin {
  /** `clientNetwork(request.ip)`. */
  readonly connection: string;
  /** Random word of a cookie of this browser; null: it takes none. */
  readonly browser: string | null;
}

/** What a form of the portal carries beside the words. */
export interface FormProof {
  /** Hidden field; from `forms.token()` when the form was shown. */
  readonly token: string;
  /** A field that people do not see; filled in by machines. */
  readonly honeypot: string;
}

export interface ReceivedBy {
  readonly channel: CaseChannel;
  /** Of the portal's form; null: somebody of the staff takes it down. */
  readonly form: (FormProof & Origin) | null;
  readonly files: readonly ReceivedFile[];
  /** What whoever brings it found wrong already: nothing is taken, and the reasons are told together with ours. */
  readonly faults?: readonly Reason[];
  /** Of a disclosure request: how it came, on which its day of receipt depends (regulation art 31). */
  readonly arrival?: Arrival;
  /** What the business keeps of it, in the same transaction. */
  readonly within?: (change: Change, row: CaseRow) => Promise<void>;
}

/** What the modules above use; everything else goes by the API. */
export interface CasesDoor {
  readonly kinds: CaseKindRegister;
  readonly forms: {
    /** Signed and stamped with the time: a form that is sent within 3 seconds, or twice with other words, is not taken. */
    /** @param shownAgain of the form that comes back to be corrected: nobody waits anew for each mistake */
    token(shownAgain?: string): string;
  };
  readonly receiving: {
    /**
     * @throws AppError `case-invalid` (422) with a reason per field, `form-too-fast`, `form-used`, `form-expired` (422): show the form again
     *   with everything kept and a fresh token; `kind-unknown` (422)
     */
    receive(actor: Actor, input: ReceiveInput, by: ReceivedBy): Promise<CaseReceipt>;
  };
  readonly lookUp: {
    /**
     * @throws AppError `case-not-found` (404), the same for a wrong number and a wrong secret; `look-up-wait` (429) after many wrong ones
     *   from one connection
     */
    view(input: LookUpInput, origin: Origin): Promise<SenderView>;
    /** @throws like `view` */
    open(input: LookUpInput, origin: Origin): Promise<{ readonly id: string; readonly view: SenderView }>;
    /** The same words again: the same answer. @throws like `view`; `case-state` (409) when nothing is asked */
    answer(input: AnswerInput, files: readonly ReceivedFile[], origin: Origin): Promise<SenderView>;
    /** What the sender does by the procedure of a business, which keeps it in `within`. @throws like `view`; `case-state` (409) */
    act(
      input: LookUpInput,
      origin: Origin,
      event: CaseEvent,
      within: (held: HeldCase) => Promise<void>,
    ): Promise<SenderView>;
    /** 追问. @throws like `view`; `case-invalid` (422), `ask-on-over` (409) */
    askOn(input: SenderWordInput, origin: Origin): Promise<SenderView>;
    /** 补充, unasked. @throws like `view`; `case-invalid` (422), `supplement-over` (409) */
    add(input: SenderWordInput, files: readonly ReceivedFile[], origin: Origin): Promise<SenderView>;
    /** @throws like `view`; `already-rated` (409), `case-state` (409) before there is a reply */
    rate(input: RateInput, origin: Origin): Promise<SenderView>;
  };
  /** Where every act on a case begins; for what a business adds to the steps of its kinds. */
  readonly desk: Pick<CaseDesk, 'act'>;
  readonly replies: Pick<RepliesService, 'draft' | 'submit' | 'send' | 'recall' | 'review'>;
  readonly handling: Pick<HandlingService, 'close' | 'reopen'>;
  /** What a case that is held asks of its sender, to be answered by number and secret. */
  readonly asking: {
    ask(held: HeldCase, question: string): Promise<void>;
    /** @param answer null: no longer waited for */
    end(held: HeldCase, answer: string | null): Promise<void>;
  };
  readonly clocks: Pick<ClockReadingService, 'sideTerms' | 'events' | 'now'>;
  readonly view: {
    /** @throws AppError `case-missing` (404) for those who may not read it */
    get(actor: Actor, id: string): Promise<CaseView>;
    /** What an act left behind, for the person who did it. */
    afterwards(actor: Actor, id: string): Promise<CaseView>;
    /** Of these, what the person may read, in their order; the others are left out. */
    readable(actor: Actor, ids: readonly string[]): Promise<CaseListItem[]>;
    reach(actor: Actor): Promise<CaseReach>;
    list(actor: Actor, query: CaseQuery): Promise<CasePage>;
    load(actor: Actor, unitId?: string): Promise<CaseLoad[]>;
    kinds(): Promise<CaseKindView[]>;
    /** To which cases may be given today: somebody there takes them up. */
    units(): Promise<UnitRef[]>;
  };
  /** Words of what was asked, for finding what is asked again and again; nothing of who asked. No permission is asked here. */
  readonly questions: {
    /** @param after id of the last one read; null: from the beginning */
    since(query: {
      readonly kinds: readonly string[];
      readonly from: LocalDate;
      readonly after: string | null;
      readonly limit: number;
    }): Promise<readonly AskedQuestion[]>;
    of(ids: readonly string[]): Promise<readonly AskedQuestion[]>;
    /** Of those that may be counted, in no order; see `QuestionStanding`. */
    standings(ids: readonly string[]): Promise<readonly QuestionStanding[]>;
  };
  readonly figures: {
    list(actor: Actor, query: FiguresQuery): Promise<CaseFigure[]>;
    /** What was chosen in a field of a kind, for each public document that the cases are about. */
    byField(
      actor: Actor,
      of: { readonly kind: string; readonly field: string; readonly from: LocalDate; readonly to: LocalDate },
    ): Promise<readonly FieldCount[]>;
  };
  readonly applicants: {
    /** Leaves an audit entry with the reason. */
    /** @param done what the history says that he did, in words after his name */
    open(actor: Actor, caseId: string, reason: string, done?: string): Promise<Applicant>;
    /** For the sender himself, right after `lookUp`: his own name; null: he gave none. */
    ownName(caseId: string): Promise<string | null>;
  };
}
