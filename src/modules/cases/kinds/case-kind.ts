import type { Role } from '../../../kernel/roles.ts';
import type { ApplicantField, CaseChannel, CaseState } from '../case-words.ts';
import type { ClockTerms } from '../clock/clock.ts';
import type { ClockRuleId } from '../clock/clock-rules.ts';
import type { Procedure } from '../life/procedures.ts';

/**
 * A kind of case as data: what its form asks, which clock runs, who reviews a reply. The module that owns a kind hands it over by
 * `cases.service.kinds.register(kind)` before the program starts.
 */
export interface CaseKind {
  /** Stable word, for example `enquiry`. */
  readonly code: string;
  /** Chinese, as people read it, for example 网上咨询. */
  readonly label: string;
  /** Two capital letters with which its numbers begin, for example ZX. */
  readonly numberPrefix: string;
  /** Which steps of the life table it has, and whether its reply is written as words or follows from a decision. */
  readonly procedure: Procedure;
  readonly clock: {
    readonly ordinary: ClockTerms;
    /** Rule for what is classified as simple (MSG-4); null: there is no such difference. */
    readonly simple: ClockRuleId | null;
  };
  /** Ways in which it may come. */
  readonly channels: readonly CaseChannel[];
  readonly form: CaseForm;
  /**
   * `unit` (also when absent): who reads cases of the unit reads it; `named`: the office, the heads of the unit, who works on it and whose
   * review is asked, alone. People whom such a letter names stand aside from it until the office says otherwise.
   */
  readonly readBy?: 'unit' | 'named';
  /**
   * `office`: every case of the kind is the supervising office's and goes nowhere else, because it is about another unit, whose people
   * neither see nor handle it, whatever roles they hold besides (FOI-8). Absent: the unit that is asked.
   */
  readonly heldBy?: 'office';
  /** Who approves a reply before it is sent; none: the drafter sends it. A unit may have steps of its own. */
  readonly reviewSteps: readonly CaseReviewStep[];
  /**
   * Words of this kind for states that every case has, in the lists of the staff; absent: those of all. `unbegun`: received, but no term runs
   * yet.
   */
  readonly stateWords?: Readonly<Partial<Record<CaseState | 'unbegun', string>>>;
  /** Page of the portal where its sender follows it by number and secret; absent: that of messages. */
  readonly lookUpPath?: string;
  /** May be published with its reply, after everything that a publication asks (MSG-7). */
  readonly isSelectable: boolean;
  /** What the sender may say unasked; absent: nothing. */
  readonly senderMay?: {
    /** Days after a reply within which he may ask on (追问), once for each reply. */
    readonly askOnDays: number;
    /** How often he may add something (补充) while it is worked on. */
    readonly supplements: number;
  };
  /** The sender is asked once whether the reply helped (MSG-12). */
  readonly asksSatisfaction: boolean;
}

export interface CaseForm {
  readonly title: 'required' | 'optional' | 'none';
  /** What the submitter may give; what is not named is not taken. */
  readonly applicant: Readonly<Partial<Record<ApplicantField, 'required' | 'optional'>>>;
  /** True: it may be handed in without any applicant's data at all. */
  readonly mayBeAnonymous: boolean;
  /** Further fields of this kind, kept as text. */
  readonly fields: readonly CaseField[];
  /** Files that a submission may bring. */
  readonly maxFiles: number;
}

export interface CaseField {
  readonly code: string;
  readonly label: string;
  readonly required: boolean;
  /** Characters. */
  readonly maxLength: number;
  readonly help?: string;
  /** `webAddress`: http, https, or a path of this site; nothing else may ever become a link. */
  readonly format?: 'webAddress';
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
}

export interface CaseReviewStep {
  readonly code: string;
  readonly name: string;
  /** Any of these roles, held in the unit that has the case or in the supervising office. */
  readonly roles: readonly Role[];
  readonly unit: 'holder' | 'office';
}
