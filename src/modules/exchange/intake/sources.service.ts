import { AppError } from '../../../kernel/app-error.ts';
import { type Actor, can, demand } from '../../../kernel/permissions.ts';
import type { UnitRef } from '../../../kernel/route.contract.ts';
import { BearerKeys } from '../../../platform/http/bearer-keys.store.ts';
import type { IntakeContext } from './intake.context.ts';
import type { IntakeSource, IntakeSourceInput, NewIntakeKey } from './intake.contract.ts';
import type { SourceRow } from './intake-tables.store.ts';
import { allSources, findKey, findSource, folderSource, insertSource } from './sources.store.ts';

const KEYS = new BearerKeys({
  prefix: 'mcoa_',
  table: 'exchange.intake_key',
  owner: 'source_id',
  kind: 'intake',
});

/** Which office systems may hand in for which units, and their keys: only hashes are kept, and a key can be taken back at any time (IX-3). */
export class SourcesService {
  readonly #context: IntakeContext;

  constructor(context: IntakeContext) {
    this.#context = context;
  }

  /** Of the person's units; all of them for the office. */
  async list(actor: Actor): Promise<IntakeSource[]> {
    const units = await this.#units();
    const keys = await KEYS.views(this.#db);
    return (await allSources(this.#db))
      .filter((row) => can(actor, 'read', { kind: 'intake', unitIds: row.unit_ids }))
      .map((row) => sourceView(row, units, keys));
  }

  /** @throws AppError `source-taken` (409) when the name is used, `unit-missing` (422) */
  async create(actor: Actor, input: IntakeSourceInput): Promise<NewIntakeKey> {
    const units = await this.#units();
    const { source, key } = await this.#context.platform.changes.run(actor, async (change) => {
      demand(actor, 'manage', { kind: 'intake' });
      if (input.unitIds.some((id) => !units.has(id))) throw unitMissing();
      const row = await insertSource(change.tx, {
        way: 'interface',
        name: input.name,
        unit_ids: [...new Set(input.unitIds)],
        created_by: nameOf(actor),
        created_at: change.at,
      });
      if (!row)
        throw new AppError('source-taken', 409, `已有名为“${input.name}”的来文系统；更换密钥请在该系统下操作。`);
      change.record({ action: 'create', kind: 'intake', subjectId: row.id, detail: { units: row.unit_ids } });
      return { source: row, key: await KEYS.issue(change, row.id) };
    });
    return this.#shown(source, units, key);
  }

  /** The older ones go on until they are revoked, so that the other side can change over without a gap. */
  async issueKey(actor: Actor, sourceId: string): Promise<NewIntakeKey> {
    const { source, key } = await this.#context.platform.changes.run(actor, async (change) => {
      demand(actor, 'manage', { kind: 'intake' });
      const row = await findSource(change.tx, sourceId);
      if (row?.way !== 'interface') throw notThere('个来文系统');
      return { source: row, key: await KEYS.issue(change, row.id) };
    });
    return this.#shown(source, await this.#units(), key);
  }

  async revokeKey(actor: Actor, keyId: string): Promise<void> {
    await this.#context.platform.changes.run(actor, async (change) => {
      demand(actor, 'manage', { kind: 'intake' });
      const key = await findKey(change.tx, keyId);
      if (!key) throw notThere('个密钥');
      if (key.revoked_at === null) await KEYS.revoke(change, keyId);
    });
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

  /** The folder of a unit as a source; made when its first document comes. */
  async ofFolder(unit: { readonly id: string; readonly shortName: string }): Promise<SourceRow> {
    const known = await folderSource(this.#db, unit.id);
    if (known) return known;
    await insertSource(this.#db, {
      way: 'folder',
      name: `${unit.shortName}接入文件夹`,
      unit_ids: [unit.id],
      created_by: '系统',
      created_at: this.#context.platform.clock.now(),
    });
    const made = await folderSource(this.#db, unit.id);
    if (!made) throw new Error('the source just made is not there');
    return made;
  }

  async #shown(source: SourceRow, units: ReadonlyMap<string, UnitRef>, key: string): Promise<NewIntakeKey> {
    return { source: sourceView(source, units, await KEYS.views(this.#db)), key };
  }

  async #units(): Promise<ReadonlyMap<string, UnitRef>> {
    const all = await this.#context.organisations.units.all();
    return new Map(all.map(({ id, code, name, shortName }) => [id, { id, code, name, shortName }]));
  }

  get #db() {
    return this.#context.platform.database.kysely;
  }
}

function sourceView(
  row: SourceRow,
  units: ReadonlyMap<string, UnitRef>,
  keys: Awaited<ReturnType<BearerKeys['views']>>,
): IntakeSource {
  return {
    id: row.id,
    way: row.way,
    name: row.name,
    units: row.unit_ids.flatMap((id) => units.get(id) ?? []),
    createdBy: row.created_by,
    createdAt: row.created_at.toISOString(),
    keys: [...(keys.get(row.id) ?? [])],
  };
}

function nameOf(actor: Actor): string {
  return actor.type === 'person' ? actor.name : '系统';
}

function unitMissing(): AppError {
  return new AppError('unit-missing', 422, '有单位不在单位库中，请重新选择。', {
    reasons: [{ field: 'unitIds', message: '请重新选择单位' }],
  });
}

function notThere(what: string): AppError {
  return new AppError('not-found', 404, `没有找到这${what}，请刷新后查看。`);
}
