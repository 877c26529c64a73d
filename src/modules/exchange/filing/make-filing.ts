import type { RegisterEntry } from '../../publications/index.ts';
import type { FiledOpen, FiledRegister, Filing } from './filing-message.ts';

/** The filing of a register's entry without what the delivery adds: the words of what is public, and of everything else its row alone. */
export function makeFiling(
  entry: RegisterEntry,
  unit: Filing['unit'],
): Omit<Filing, 'ordinal' | 'event' | 'stateHash'> {
  return {
    schema: 1,
    publicationId: entry.id,
    kind: entry.kind,
    unit,
    life: entry.life,
    register: registerOf(entry),
    open: openOf(entry),
  };
}

function registerOf({ determination, ...entry }: RegisterEntry): FiledRegister {
  return {
    title: entry.title,
    documentNumber: entry.documentNumber,
    issuer: entry.issuer,
    formedOn: entry.formedOn,
    attribute: determination.attribute,
    manner: determination.manner,
    occasion: determination.occasion,
    legalBasis: determination.legalBasis,
    legalBasisText: determination.legalBasisText,
    reason: determination.reason,
    determinedAt: determination.at.toISOString(),
    nextReviewOn: determination.nextReviewOn,
    convertedAt: entry.convertedAt?.toISOString() ?? null,
    archivedOn: entry.archivedOn,
  };
}

function openOf({ open }: RegisterEntry): FiledOpen | null {
  if (!open) return null;
  return {
    number: open.number,
    reason: open.reason,
    endedAt: open.endedAt?.toISOString() ?? null,
    mergedInto: open.mergedInto,
    datedOn: open.datedOn,
    firstPublishedAt: open.firstPublishedAt.toISOString(),
    history: open.history.map(({ ordinal, what, at, note }) => ({ ordinal, what, at: at.toISOString(), note })),
    forms: open.forms.map(({ ordinal, record, body, changeKind, changeNote }) => ({
      ordinal,
      record,
      body,
      changeKind,
      changeNote,
    })),
    logProof: null,
  };
}
