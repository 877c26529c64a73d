import type { Queryable } from '../../../platform/db/database.ts';
import { latestDetermination } from '../determinations/determinations.store.ts';
import { legalBasis } from '../determinations/legal-basis.ts';
import type { KindRegister } from '../kinds/kind-register.ts';
import type { PublicationKind } from '../kinds/publication-kind.ts';
import { findItemOf, historyOf } from '../public/open-publications.store.ts';
import type { PublicationRow } from '../publication-tables.store.ts';
import { type PublicationsContext, unitsIn } from '../publications.context.ts';
import { findPublication, findPublications } from '../publications.store.ts';
import { headsSince, listHeads, openForms, publishedBodies, shownContent } from './register.store.ts';
import type { OpenLife, RegisterEntry, RegisterHead } from './register-entry.ts';

/** The register as it is filed with other installations (DOC-1, DOC-2): for the program itself, not for people, who ask `list`. */
export class RegisterService {
  readonly #context: PublicationsContext;
  readonly #kinds: KindRegister;

  constructor(context: PublicationsContext) {
    this.#context = context;
    this.#kinds = context.kinds;
  }

  /** Every publication with a determination, by id. */
  heads(after: string | null, limit: number): Promise<RegisterHead[]> {
    return listHeads(this.#db, after, limit);
  }

  /** Those touched at or after the instant, the newest first. */
  headsSince(since: Date, limit: number): Promise<RegisterHead[]> {
    return headsSince(this.#db, since, limit);
  }

  /** Undefined while nobody has determined its attribute. What is written meanwhile shows in the next version. */
  async entry(id: string): Promise<RegisterEntry | undefined> {
    const row = await findPublication(this.#db, id);
    const decided = row && (await latestDetermination(this.#db, id));
    if (!row || !decided) return undefined;
    const kind = this.#kinds.get(row.kind);
    const open = row.number === null ? null : await this.#openLife(row);
    return {
      id,
      version: row.version,
      kind: row.kind,
      unitId: row.unit_id,
      life: row.life === 'none' && row.open_state === null ? 'discarded' : row.life,
      ...(await this.#words(row, kind)),
      determination: {
        attribute: decided.attribute,
        manner: decided.manner,
        occasion: decided.occasion,
        legalBasis: decided.legal_basis,
        legalBasisText: legalBasis(decided.legal_basis)?.text ?? decided.legal_basis,
        reason: decided.reason,
        at: decided.at,
        nextReviewOn: decided.next_review_on,
      },
      convertedAt: row.converted_at,
      archivedOn: row.archived_on,
      open,
    };
  }

  /** For lists of people who may read them: what each is called now. */
  async names(
    ids: readonly string[],
  ): Promise<
    ReadonlyMap<string, { readonly title: string; readonly number: number | null; readonly unitName: string }>
  > {
    const units = await unitsIn(this.#context, this.#db);
    const rows = await findPublications(this.#db, [...new Set(ids)]);
    return new Map(
      rows.map((row) => [row.id, { title: row.title, number: row.number, unitName: units.ref(row.unit_id).shortName }]),
    );
  }

  /** Of what is public the public words, even while somebody writes new ones. */
  async #words(row: PublicationRow, kind: PublicationKind) {
    const item = row.number === null ? undefined : await findItemOf(this.#db, row.id);
    const isShown = item !== undefined && item.title !== '';
    const fields = isShown ? item.fields : ((await shownContent(this.#db, row.id))?.fields ?? {});
    const textOf = (type: string) => {
      const code = kind.fields.find((field) => field.type === type)?.code;
      const value = code === undefined ? undefined : fields[code];
      return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
    };
    return {
      title: isShown ? item.title : row.title,
      documentNumber: isShown ? textOf('documentNumber') : row.document_number,
      issuer: textOf('issuer'),
      formedOn: row.formed_on,
    };
  }

  async #openLife(row: PublicationRow): Promise<OpenLife | null> {
    const item = await findItemOf(this.#db, row.id);
    if (!item) return null;
    const bodies = await publishedBodies(this.#db, row.id);
    const forms = await openForms(this.#db, item.number);
    return {
      number: item.number,
      status: item.status,
      reason: item.reason,
      endedAt: item.endedAt,
      mergedInto: item.mergedInto,
      datedOn: item.datedOn,
      firstPublishedAt: item.firstPublishedAt,
      history: await historyOf(this.#db, item.number),
      forms: forms.map((form) => ({
        ordinal: form.ordinal,
        record: form.record.toString('utf8'),
        recordHash: form.record_hash,
        body: bodies.get(form.ordinal) ?? null,
        changeKind: form.change_kind,
        changeNote: form.change_note,
      })),
    };
  }

  get #db(): Queryable {
    return this.#context.platform.database.kysely;
  }
}
