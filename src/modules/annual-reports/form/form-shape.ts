/** The statutory form of the annual report as data: what its tables ask, what must hold between their figures, from which year on. */
export interface StatutoryForm {
  readonly code: string;
  /** Number of the document that sets it. */
  readonly basis: string;
  /** First year whose report is made in it. */
  readonly validFrom: number;
  /** Headings of the six parts. */
  readonly parts: readonly string[];
  readonly part2: readonly ContentBlock[];
  readonly part3: RequestTable;
  readonly part4: ProceedingTable;
  readonly checks: readonly FormCheck[];
}

export interface Labelled {
  readonly code: string;
  readonly label: string;
}

/** One item of article 20 of the Regulations. */
export interface ContentBlock {
  readonly code: string;
  readonly caption: string;
  readonly columns: readonly (Labelled & { readonly isMoney?: boolean })[];
  /** `isCounted`: the platform has its records; all other figures are declared with their source. */
  readonly rows: readonly (Labelled & { readonly isCounted?: boolean })[];
}

export interface FormColumn extends Labelled {
  /** Heading that joins neighbouring columns. */
  readonly under?: string;
}

export interface FormRow extends Labelled {
  /** A group carries no figures of its own. */
  readonly rows?: readonly FormRow[];
}

export interface RequestTable {
  readonly note: string;
  readonly heading: string;
  readonly columns: readonly FormColumn[];
  readonly rows: readonly FormRow[];
}

export interface ProceedingTable {
  readonly groups: readonly FormColumn[];
  readonly columns: readonly Labelled[];
}

export type FormPart = 'p2' | 'p3' | 'p4' | 'p6';

/** `<part>:<row>:<column>`, for example `p3:3.1:natural`, `p2:normative:made`, `p4:directSuit:upheld`, `p6:fee:yuan`. */
export type CellId = `${FormPart}:${string}:${string}`;

export type FormCheck = {
  /** Stable, kebab-case. */
  readonly code: string;
  readonly severity: 'blocks' | 'warns';
  /** Chinese, without full stop. */
  readonly words: string;
} & (
  | {
      readonly kind: 'rows';
      readonly part: 'p3';
      readonly left: readonly string[];
      readonly right: readonly string[];
    }
  | {
      readonly kind: 'columns';
      readonly part: 'p3' | 'p4';
      readonly total: string;
      readonly parts: readonly string[];
    }
  | { readonly kind: 'lastYear'; readonly part: 'p3'; readonly row: string; readonly lastYearRow: string }
);
