import type { DocumentBody } from '../../../kernel/document-body.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { OpenEvent, OpenStatus } from '../public/open-publications.ts';
import type { Attribute, ChangeKind, DeterminationOccasion, LifeState, Manner } from '../publication-words.ts';

/** Identity and version of a registered publication: the version grows with every write that touches it. */
export interface RegisterHead {
  readonly id: string;
  readonly version: number;
}

/** What the register says of one publication, for filing (DOC-1, DOC-2). Of what is not public there is no text, nor any field beyond these. */
export interface RegisterEntry extends RegisterHead {
  readonly kind: string;
  readonly unitId: string;
  /** `discarded`: was drafted, and given up before anybody outside saw it. */
  readonly life: LifeState | 'discarded';
  readonly title: string;
  readonly documentNumber: string | null;
  readonly issuer: string | null;
  readonly formedOn: LocalDate | null;
  readonly determination: FiledDetermination;
  readonly convertedAt: Date | null;
  /** 移交国家档案馆 (DOC-8). */
  readonly archivedOn: LocalDate | null;
  /** Null: was never public. */
  readonly open: OpenLife | null;
}

export interface FiledDetermination {
  readonly attribute: Attribute;
  readonly manner: Manner;
  readonly occasion: DeterminationOccasion;
  readonly legalBasis: string;
  readonly legalBasisText: string;
  readonly reason: string;
  readonly at: Date;
  readonly nextReviewOn: LocalDate | null;
}

export interface OpenLife {
  readonly number: number;
  readonly status: OpenStatus;
  readonly reason: string | null;
  readonly endedAt: Date | null;
  readonly mergedInto: number | null;
  readonly datedOn: LocalDate;
  readonly firstPublishedAt: Date;
  /** Oldest first. */
  readonly history: readonly OpenEvent[];
  /** Every form that is open to read, oldest first; none when removed. */
  readonly forms: readonly OpenForm[];
}

export interface OpenForm {
  readonly ordinal: number;
  /** record.json, byte for byte. */
  readonly record: string;
  /** SHA-256, hex. */
  readonly recordHash: string;
  /** The model of which the record's text was rendered. */
  readonly body: DocumentBody | null;
  readonly changeKind: ChangeKind;
  readonly changeNote: string | null;
}
