import { AppError } from '../../../kernel/app-error.ts';
import { type Actor, demand } from '../../../kernel/permissions.ts';
import type { Change } from '../../../platform/change/change.ts';
import { BearerKeys } from '../../../platform/http/bearer-keys.store.ts';
import type { CasesContext } from '../cases.context.ts';
import { nameOf } from '../history.store.ts';
import type { CaseSource, CaseSourceInput, NewCaseKey } from './importing.contract.ts';
import { allSources, findSource, insertSource, type SourceRow } from './sources.store.ts';

const KEYS = new BearerKeys({
  prefix: 'mcoc_',
  table: 'cases.source_key',
  owner: 'source_id',
  kind: 'caseSource',
});

/** Which other systems hand over cases, and their keys: only hashes are kept, and a key can be taken back at any time. */
export class CaseSourcesService {
  readonly #context: CasesContext;

  constructor(context: CasesContext) {
    this.#context = context;
  }

  async list(actor: Actor): Promise<CaseSource[]> {
    demand(actor, 'read', { kind: 'caseSource' });
    const keys = await KEYS.views(this.#db);
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
      await KEYS.revoke(change, keyId);
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
    const id = await KEYS.ownerOf(this.#db, authorization, this.#context.platform.clock.now());
    const source = await findSource(this.#db, id);
    if (!source) throw new Error('a key of no source');
    return source;
  }

  async #issue(change: Change, source: SourceRow): Promise<NewCaseKey> {
    const key = await KEYS.issue(change, source.id);
    return { source: sourceView(source, await KEYS.views(change.tx)), key };
  }

  get #db() {
    return this.#context.platform.database.kysely;
  }
}

function sourceView(row: SourceRow, keys: Awaited<ReturnType<BearerKeys['views']>>): CaseSource {
  return {
    id: row.id,
    name: row.name,
    channel: row.channel,
    createdBy: row.created_by,
    createdAt: row.created_at.toISOString(),
    keys: [...(keys.get(row.id) ?? [])],
  };
}

function sourceMissing(): AppError {
  return new AppError('not-found', 404, '没有找到这个来件系统，请刷新后查看。');
}
