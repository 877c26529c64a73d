import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Role } from '../../../kernel/roles.ts';
import type { Content } from '../content/content.contract.ts';
import type { ReviewGroup } from '../publication-words.ts';

/**
 * A kind of publication as data: what its form asks, who reviews, what is checked, where it appears. The module that owns a kind hands it
 * over by `publications.service.kinds.register(kind)` before the program starts.
 */
export interface PublicationKind {
  /** Stable word, for example `policyDocument`. */
  readonly code: string;
  /** Chinese, as people read it. */
  readonly name: string;
  readonly fields: readonly FieldDefinition[];
  readonly body: 'required' | 'optional' | 'none';
  readonly attachments: { readonly required: boolean; readonly max: number };
  /** Ways in which it may point to other publications or to addresses. */
  readonly relations: readonly RelationDefinition[];
  /** Steps by default; a unit may have its own. */
  readonly reviewSteps: readonly ReviewStep[];
  /** Columns of the portal in which it appears. */
  readonly columns: readonly ColumnRule[];
  readonly elementChecks: readonly ElementCheck[];
  /** What must be right in this kind alone, beyond the checks that all kinds share. */
  readonly ownRules?: readonly OwnRule[];
  /** What must become public at the same instant, if anything. */
  readonly together?: TogetherRule;
  /** Code of the date field by which it is ordered and counted into a year; absent: the day it became public. */
  readonly dateField?: string;
}

export type FieldType =
  | 'text'
  | 'longText'
  | 'date'
  | 'number'
  | 'boolean'
  | 'choice'
  | 'choices'
  | 'documentNumber'
  | 'indexNumber'
  | 'issuer'
  | 'tags';

export interface FieldDefinition {
  readonly code: string;
  readonly label: string;
  readonly type: FieldType;
  /** Missing elements block publishing, never saving: a draft may be incomplete. */
  readonly required: boolean;
  readonly help?: string;
  readonly choices?: readonly Choice[];
  /** Address of a JSON list of choices `{value, label}` that the office keeps; instead of `choices`. */
  readonly choicesFrom?: string;
  /** Characters; absent: 500, `longText` 5000. */
  readonly maxLength?: number;
  /** Never leaves the workbench: not in the record, nor in the public form. */
  readonly internal?: boolean;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** True when the field's value (or one of its values) is in the list; booleans are written `true` and `false`. */
export interface FieldCondition {
  readonly field: string;
  readonly oneOf: readonly string[];
}

export interface RelationDefinition {
  /** For example `basis`, `interprets`, `repeals`, `amends`, `guide`, `serviceLink`. */
  readonly code: string;
  readonly label: string;
  /** Label on the other side's page, for example 解读 for `interprets`. */
  readonly reverseLabel: string;
  readonly target: 'publication' | 'address' | 'either';
  /** It changes whether the other one holds: only the unit whose document that is, or the office, may say so. */
  readonly isBinding?: boolean;
}

export interface ReviewStep {
  readonly code: string;
  /** For example 初审. */
  readonly name: string;
  readonly group: ReviewGroup;
  /** Any of these roles, held in the step's unit. */
  readonly roles: readonly Role[];
  readonly unit: 'owner' | 'office';
  /** Only when the content says so, for example the legality review of normative documents. */
  readonly when?: FieldCondition;
}

export interface ColumnRule {
  readonly code: string;
  readonly name: string;
  readonly when?: FieldCondition;
}

/** Checks that inspectors make; `warns` is shown, `blocks` must be mended first. */
export type ElementCheck = { readonly severity: 'blocks' | 'warns' } & (
  | { readonly check: 'numberForm'; readonly field: string }
  | { readonly check: 'numberYear'; readonly field: string; readonly date: string }
  | { readonly check: 'issuerCode'; readonly field: string; readonly issuer: string }
  /** The unit that registers it is the issuer, one of the joint issuers, or entitled to publish for the issuer. */
  | { readonly check: 'ownIssuer'; readonly issuer: string; readonly joint?: string }
  | { readonly check: 'dateOrder'; readonly earlier: string; readonly later: string }
  | { readonly check: 'notInFuture'; readonly field: string }
  /** Working days from forming to publishing (Regulations art. 26: 20); told before, and after it as severe as said until a reason is kept. */
  | { readonly check: 'publishWithin'; readonly from: string; readonly workdays: number; readonly basis: string }
  | { readonly check: 'uniqueNumber'; readonly field: string }
  /** When the condition holds, only these choices fit. */
  | {
      readonly check: 'choiceFits';
      readonly field: string;
      readonly oneOf: readonly string[];
      readonly when: FieldCondition;
      readonly message: string;
    }
  | { readonly check: 'internalLinks' }
);

/**
 * A pure rule of one kind, asked wherever the element checks are: before review, before publishing, at amendments and when an existing
 * library is taken in. It says nothing about values that are missing; that is another rule's matter.
 */
export interface OwnRule {
  /** Stable, kebab-case. */
  readonly code: string;
  readonly severity: 'blocks' | 'warns';
  /** Fields it looks at; the program does not start when the kind has no such field. */
  readonly fields: readonly string[];
  /** @returns what is wrong, each with its place (`title`, `field:<code>`) and a Chinese sentence that says what to do */
  readonly faults: (content: RuledContent, today: LocalDate) => readonly OwnFault[];
}

export type RuledContent = Pick<Content, 'title' | 'fields'> & Partial<Pick<Content, 'body'>>;

export interface OwnFault {
  readonly place: string;
  readonly message: string;
}

/** Three-in-step: a publication to which the condition applies waits for one of `kind` that points to it by `relation`. */
export interface TogetherRule {
  readonly kind: string;
  readonly relation: string;
  readonly when?: FieldCondition;
  /** Chinese sentence shown when the partner is missing. */
  readonly message: string;
  /** Elements, by field code, of a partner that is drafted from a document not public yet. */
  readonly starts?: Readonly<Record<string, string>>;
}
