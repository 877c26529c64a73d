import { AppError } from '../../../kernel/app-error.ts';
import { type Actor, demand } from '../../../kernel/permissions.ts';
import type { Change } from '../../../platform/change/change.ts';
import { bearerHash, isUseToNote, keyInvalid, keyView, newBearerKey } from '../../../platform/http/bearer-key.ts';
import type { CasesContext } from '../cases.context.ts';
import { nameOf } from '../history.store.ts';
import type { CaseSource, CaseSourceInput, NewCaseKey } from './importing.contract.ts';
import {
  allKeys,
  allSources,
  findSource,
  insertKey,
  insertSource,
  type KeyRow,
  markKeyUsed,
  revokeKey,
  type SourceRow,
  sourceByKey,
} from './sources.store.ts';

const PREFIX = 'mcoc_';

/** Which other systems hand over cases, and their keys: only hashes are kept, and a key can be taken back at any time. */
export class CaseSourcesService {
  readonly #context: CasesContext;

  constructor(context: CasesContext) {
    this.#context = context;
  }

  async list(actor: Actor): Promise<CaseSource[]> {
    demand(actor, 'read', { kind: 'caseSource' });
    const keys = await allKeys(this.#db);
    return (await allSources(this.#db)).map((row) => sourceView(row, keys));
  }

  /** @throws AppError `source-taken` (409) when the name is used */
  create(actor: Actor, input: CaseSourceInput): Promise<NewCaseKey> {
    return this.#context.platform.changes.run(actor, async (change) => {
      demand(actor, 'manage', { kind: 'caseSource' });
      const by = { created_by: nameOf(actor), created_at: change.at };
      const row = await insertSource(change.tx, { ...input, ...by });
      if (!row)
        throw new AppError('source-taken', 409, `已有名为“${input.name}”的来件系统；更换密钥请在该系统下操作。`);
      change.record({ action: 'create', kind: 'caseSource', subjectId: row.id, detail: { channel: row.channel } });
      return this.#issue(change, row);
    });
  }

  /** The older ones go on until they are revoked, so that the other side can change over without a gap. */
  issueKey(actor: Actor, sourceId: string): Promise<NewCaseKey> {
    return this.#context.platform.changes.run(actor, async (change) => {
      demand(actor, 'manage', { kind: 'caseSource' });
      const row = await findSource(change.tx, sourceId);
      if (!row) throw sourceMissing();
      return this.#issue(change, row);
    });
  }

  async revokeKey(actor: Actor, keyId: string): Promise<void> {
    await this.#context.platform.changes.run(actor, async (change) => {
      demand(actor, 'manage', { kind: 'caseSource' });
      const key = await revokeKey(change.tx, keyId, nameOf(actor), change.at);
      if (!key) throw new AppError('not-found', 404, '没有找到这个密钥，或已经停用。请刷新后查看。');
      change.record({ action: 'revokeKey', kind: 'caseSource', subjectId: key.source_id, detail: { keyId } });
    });
  }

  /** For bringing in a table. @throws AppError `not-found` (404), `forbidden` (403) */
  async get(actor: Actor, id: string): Promise<SourceRow> {
    demand(actor, 'manage', { kind: 'caseSource' });
    const row = await findSource(this.#db, id);
    if (!row) throw sourceMissing();
    return row;
  }

  /**
   * Who asks, by the header `Authorization: Bearer <key>`.
   * @throws AppError `key-missing`, `key-invalid` (401)
   */
  async authenticate(authorization: string | undefined): Promise<SourceRow> {
    const found = await sourceByKey(this.#db, bearerHash(authorization));
    if (!found) throw keyInvalid();
    const now = this.#context.platform.clock.now();
    if (isUseToNote(found.key, now)) await markKeyUsed(this.#db, found.key.id, now);
    return found.source;
  }

  async #issue(change: Change, source: SourceRow): Promise<NewCaseKey> {
    const { key, hash, ending } = newBearerKey(PREFIX);
    const row = await insertKey(change.tx, {
      source_id: source.id,
      hash,
      ending,
      created_by: nameOf(change.actor),
      created_at: change.at,
    });
    change.record({ action: 'issueKey', kind: 'caseSource', subjectId: source.id, detail: { keyId: row.id } });
    return { source: sourceView(source, await allKeys(change.tx)), key };
  }

  get #db() {
    return this.#context.platform.database.kysely;
  }
}

function sourceView(row: SourceRow, keys: readonly KeyRow[]): CaseSource {
  return {
    id: row.id,
    name: row.name,
    channel: row.channel,
    createdBy: row.created_by,
    createdAt: row.created_at.toISOString(),
    keys: keys.filter((key) => key.source_id === row.id).map(keyView),
  };
}

function sourceMissing(): AppError {
  return new AppError('not-found', 404, '没有找到这个来件系统，请刷新后查看。');
}
