import { bodyText, type DocumentBody } from '../../../kernel/document-body.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { FiledOpen, FiledRecord, Filing } from '../filing/filing-message.ts';
import type { CheckedForm } from './filing-faults.ts';

export type CityStatus = 'public' | 'withdrawn' | 'removed' | 'merged';

/** One document of the city library (全市主动公开公文库): what is public where it comes from. */
export interface CityItem {
  readonly peerId: string;
  readonly number: number;
  readonly publicationId: string;
  readonly kind: string;
  readonly unitCode: string;
  readonly unitName: string;
  readonly status: CityStatus;
  readonly title: string;
  readonly documentNumber: string | null;
  readonly issuer: string | null;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly body: DocumentBody | null;
  readonly bodyText: string;
  readonly attachments: FiledRecord['attachments'];
  readonly relations: FiledRecord['relations'];
  readonly history: FiledOpen['history'];
  readonly datedOn: LocalDate;
  readonly publishedAt: Date;
  readonly reason: string | null;
  readonly endedAt: Date | null;
  readonly mergedInto: number | null;
  readonly receiptNumber: string;
  readonly receivedAt: Date;
}

/** Null: nothing of it is, or was, public. Of what was removed or merged only address, reason and history stay. */
export function cityItemOf(
  peerId: string,
  filing: Filing,
  newest: CheckedForm | undefined,
  receipt: { readonly number: string; readonly at: Date },
): CityItem | null {
  const { open, life } = filing;
  if (!open || life === 'none' || life === 'discarded') return null;
  const shown = life === 'public' || life === 'withdrawn' ? newest : undefined;
  return {
    peerId,
    number: open.number,
    publicationId: filing.publicationId,
    kind: filing.kind,
    unitCode: filing.unit.code,
    unitName: filing.unit.name,
    status: life,
    title: shown?.record.title ?? '',
    documentNumber: shown ? filing.register.documentNumber : null,
    issuer: shown ? filing.register.issuer : null,
    fields: shown?.record.fields ?? {},
    body: shown?.form.body ?? null,
    bodyText: shown?.form.body ? bodyText(shown.form.body) : '',
    attachments: shown?.record.attachments ?? [],
    relations: shown?.record.relations ?? [],
    history: open.history,
    datedOn: open.datedOn,
    publishedAt: new Date(shown?.record.publishedAt ?? open.firstPublishedAt),
    reason: open.reason,
    endedAt: open.endedAt ? new Date(open.endedAt) : null,
    mergedInto: open.mergedInto,
    receiptNumber: receipt.number,
    receivedAt: receipt.at,
  };
}
