import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { AppError } from '../../../kernel/app-error.ts';
import type { Actor } from '../../../kernel/permissions.ts';
import type { Change } from '../../../platform/change/change.ts';
import type { Queryable } from '../../../platform/db/database.ts';
import { releaseFiles } from '../../../platform/files/file-keeping.ts';
import type { NamedFile } from '../../attachments/index.ts';
import {
  countRepeat,
  erasedNumbers,
  findDocument,
  insertDelivery,
  insertDocument,
  renewDocument,
} from './deliveries.store.ts';
import { erasedId } from './erased-id.ts';
import { INTAKE_KIND, type IntakeContext, intakeCatalogue, intakeUnits } from './intake.context.ts';
import type { IntakeState } from './intake.contract.ts';
import { intakeState } from './intake-state.ts';
import type { DocumentRow, SourceRow } from './intake-tables.store.ts';
import { type IntakeMetadata, type MetadataReading, readMetadata } from './metadata.ts';
import type { Prepared } from './prepare.service.ts';
import { PrepareService } from './prepare.service.ts';
import { lockSource } from './sources.store.ts';

/** One document as an office system hands it in; its files are in the store already. */
export interface Delivery {
  readonly source: SourceRow;
  readonly metadata: unknown;
  /** The document itself. */
  readonly text: NamedFile | null;
  readonly attachments: readonly NamedFile[];
}

export interface Delivered {
  readonly outcome: 'registered' | 'renewed' | 'repeated';
  readonly state: IntakeState;
}

const SYSTEM: Actor = { type: 'system' };
/** Pass by themselves, so the delivery is neither taken nor refused. */
const PASSING = 500;
const READING_MS = 3_600_000;

/** Takes documents of office systems in: registered with a draft, or refused with every fault, never half (IX-3, DOC-1, DOC-4). */
export class IntakeService {
  readonly #context: IntakeContext;
  readonly #prepare: PrepareService;

  constructor(context: IntakeContext) {
    this.#context = context;
    this.#prepare = new PrepareService(context);
  }

  /** @throws AppError `intake-refused` (422) with all faults; `received-in-work`, `received-discarded`, `received-ended` (409) */
  async deliver(delivery: Delivery): Promise<Delivered> {
    const { source } = delivery;
    const kind = this.#context.publications.kinds.get(INTAKE_KIND);
    const units = await intakeUnits(this.#context, source.unit_ids);
    const reading = readMetadata(delivery.metadata, kind, units, await intakeCatalogue(this.#context));
    try {
      return await this.#take(delivery, reading);
    } catch (error) {
      if (error instanceof AppError && error.status < PASSING) await this.#logRefusal(delivery, reading, error);
      throw error;
    }
  }

  /** @throws AppError `not-found` (404) */
  async state(source: SourceRow, externalId: string): Promise<IntakeState> {
    const row = await this.#find(this.#db, source, externalId);
    if (!row)
      throw new AppError('not-found', 404, '没有这份公文：请核对来文系统编号，它应与报送时填写的 sourceId 一致。');
    return this.#stateOf(row);
  }

  /** For the log: a file that was not even read. */
  refuseFile(source: SourceRow, name: string, error: AppError): Promise<void> {
    const told = { externalId: name, title: null, unitId: null };
    const delivery = { source, metadata: {}, text: { hash: '', size: 0, name }, attachments: [] };
    return this.#logRefusal(delivery, { metadata: null, faults: [], doubts: [], told }, error);
  }

  /** Whether nothing of a refused delivery may be kept: it is secret, or its document has ended. */
  async keepsNothing(source: SourceRow, externalId: string, error: AppError): Promise<boolean> {
    return isSecret(error) || (await this.#ended(this.#db, source, externalId)) !== undefined;
  }

  /** Tells the numbers of erased documents of this system; `version` changes with them. */
  async erased(
    source: SourceRow,
  ): Promise<{ readonly version: string; readonly has: (externalId: string) => boolean }> {
    const gone = await erasedNumbers(this.#db, source.id);
    const { secrets } = this.#context.platform;
    return {
      version: gone.join(),
      has: (externalId) => gone.includes(erasedId(secrets, source.id, externalId)),
    };
  }

  async #take(delivery: Delivery, reading: MetadataReading): Promise<Delivered> {
    const { source } = delivery;
    const { metadata } = reading;
    // Of what was found sound alone: it is shallow then, whatever was sent.
    const hash = metadata ? hashOf(delivery) : '';
    const known = metadata ? await this.#find(this.#db, source, metadata.externalId) : undefined;
    if (known?.delivery_hash === hash) return this.#repeated(known);
    const prepared = await this.#prepare.prepare(delivery, reading);
    if (!metadata || !prepared.content) throw refused(prepared.faults);
    const doubts = [...reading.doubts, ...prepared.doubts];
    const { row, outcome } = await this.#context.platform.changes.run(SYSTEM, async (change) => {
      await lockSource(change.tx, source.id);
      return this.#write(change, delivery, metadata, prepared, { hash, doubts });
    });
    return { outcome, state: await this.#stateOf(row) };
  }

  /** One delivery after the other of the same system: what came twice at the same time is found here. */
  async #write(
    change: Change,
    { source, text, attachments }: Delivery,
    metadata: IntakeMetadata,
    prepared: Prepared,
    { hash, doubts }: { hash: string; doubts: readonly string[] },
  ): Promise<{ row: DocumentRow; outcome: Delivered['outcome'] }> {
    const { tx, at } = change;
    const { externalId, unitId } = metadata;
    const known = await this.#find(tx, source, externalId);
    if (known?.delivery_hash === hash) return { row: known, outcome: 'repeated' };
    if (known && known.unit_id !== unitId) throw otherUnit();
    const received = {
      kind: INTAKE_KIND,
      unitId,
      content: prepared.content ?? missing(),
      files: prepared.files,
      note: noteOf(source, metadata, doubts),
    };
    const outcome = known ? 'renewed' : 'registered';
    const { receiving } = this.#context.publications;
    if (known) await receiving.renewIn(change, known.publication_id, received);
    const publicationId = known?.publication_id ?? (await receiving.registerIn(change, received));
    const row = known
      ? await renewDocument(tx, known.id, { delivery_hash: hash, doubts, last_at: at })
      : await insertDocument(tx, {
          source_id: source.id,
          external_id: externalId,
          unit_id: unitId,
          publication_id: publicationId,
          delivery_hash: hash,
          doubts,
          first_at: at,
          last_at: at,
        });
    await insertDelivery(tx, {
      source_id: source.id,
      unit_id: unitId,
      external_id: externalId,
      title: received.content.title,
      signer: metadata.signer,
      proposal: metadata.proposal,
      file_names: namesOf(text, attachments),
      outcome,
      notes: doubts,
      publication_id: publicationId,
      at,
    });
    // Its words were read; where it is an attachment it is named, and stays. The same delivery may be in work beside this one.
    if (text) await releaseFiles(change, [text.hash], new Date(at.getTime() + READING_MS));
    const detail = { outcome, source: source.id, publicationId };
    change.record({ action: 'deliver', kind: 'intake', subjectId: row.id, unitId, detail });
    return { row, outcome };
  }

  async #repeated(row: DocumentRow): Promise<Delivered> {
    await countRepeat(this.#db, row.id, this.#context.platform.clock.now());
    return { outcome: 'repeated', state: await this.#stateOf(row) };
  }

  /** The officer sees what did not come in, and why; of what is secret or has ended no words are kept here, and its bytes go. */
  async #logRefusal(
    { source, text, attachments }: Delivery,
    { told }: MetadataReading,
    error: AppError,
  ): Promise<void> {
    await this.#context.platform.changes.run(SYSTEM, async (change) => {
      await lockSource(change.tx, source.id);
      const ended = await this.#ended(change.tx, source, told.externalId);
      const isSilent = isSecret(error) || ended !== undefined;
      if (isSilent) await releaseFiles(change, [...(text ? [text.hash] : []), ...attachments.map((file) => file.hash)]);
      await insertDelivery(change.tx, {
        source_id: source.id,
        unit_id: told.unitId ?? (source.unit_ids.length === 1 ? (source.unit_ids[0] ?? null) : null),
        external_id: ended?.external_id ?? told.externalId,
        title: isSilent ? null : told.title,
        signer: null,
        proposal: null,
        file_names: isSilent ? [] : namesOf(text, attachments),
        outcome: 'refused',
        notes: error.reasons.length > 0 && !ended ? error.reasons.map((reason) => reason.message) : [error.message],
        publication_id: null,
        at: change.at,
      });
    });
  }

  #find(db: Queryable, { id }: SourceRow, externalId: string): Promise<DocumentRow | undefined> {
    return findDocument(db, id, [externalId, erasedId(this.#context.platform.secrets, id, externalId)]);
  }

  /** The document of this number, when it was withdrawn, removed, merged or erased. */
  async #ended(db: Queryable, source: SourceRow, externalId: string | null): Promise<DocumentRow | undefined> {
    const row = externalId === null ? undefined : await this.#find(db, source, externalId);
    if (!row) return undefined;
    const { receiving } = this.#context.publications;
    const life = (await receiving.standings([row.publication_id], db)).get(row.publication_id)?.life;
    return life === 'none' || life === 'public' ? undefined : row;
  }

  async #stateOf(row: DocumentRow): Promise<IntakeState> {
    const { config } = this.#context.platform;
    const detail = await this.#context.publications.view.get(SYSTEM, row.publication_id);
    return intakeState(row, detail, (config.origin ?? `http://${config.host}:${config.port}`).replace(/\/$/, ''));
  }

  get #db() {
    return this.#context.platform.database.kysely;
  }
}

/** The same words and the same files under the same names are the same delivery, in whatever order the keys come. */
function hashOf({ metadata, text, attachments }: Delivery): string {
  const file = (one: NamedFile) => ({ name: one.name, sha256: one.hash });
  const whole = { metadata, text: text ? file(text) : null, attachments: attachments.map(file) };
  return createHash('sha256')
    .update(canonicalize(whole) ?? '')
    .digest('hex');
}

function namesOf(text: NamedFile | null, attachments: readonly NamedFile[]): string[] {
  return [...(text ? [text.name] : []), ...attachments.map((file) => file.name)];
}

function noteOf(source: SourceRow, { externalId, proposal }: IntakeMetadata, doubts: readonly string[]): string {
  const from = `由“${source.name}”报送（编号 ${externalId}）。`;
  const proposed = proposal ? `建议公开属性：${proposal}。` : '';
  const toSee = doubts.length > 0 ? `请核对：${doubts.map((doubt, at) => `${at + 1}. ${doubt}`).join(' ')}` : '';
  return `${from}${proposed}${toSee}`;
}

export function refused(faults: Prepared['faults']): AppError {
  return new AppError('intake-refused', 422, `公文没有收下，请改正下列 ${faults.length} 处后重新报送。`, {
    reasons: faults,
  });
}

function isSecret(error: AppError): boolean {
  return error.reasons.some((reason) => reason.field === 'secrecy');
}

function otherUnit(): AppError {
  return new AppError(
    'received-other-unit',
    409,
    '这个编号的公文已经登记在另一个单位名下，不能改换单位；请使用新的编号。',
  );
}

function missing(): never {
  throw new Error('a delivery without faults has a content');
}
