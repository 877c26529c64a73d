import { sql } from 'kysely';
import { AppError } from '../../kernel/app-error.ts';
import type { BearerKeyView } from '../../kernel/bearer-key.contract.ts';
import type { Actor } from '../../kernel/permissions.ts';
import type { Change } from '../change/change.ts';
import type { Queryable } from '../db/database.ts';
import { bearerHash, isUseToNote, type KeptKey, keyInvalid, keyView, newBearerKey } from './bearer-key.ts';

/** Where a module keeps the keys of the systems that it knows: only hashes, in a table of its own. */
export interface KeysKept {
  /** For example `mcoc_`. */
  readonly prefix: string;
  /** Of the module that keeps them, with the columns of `KeptKey`, `hash` and the owner. */
  readonly table: string;
  /** Column that names the system. */
  readonly owner: string;
  /** Of the system in the audit log. */
  readonly kind: string;
}

interface OwnedKey extends KeptKey {
  readonly owner_id: string;
}

/** Keys of other systems: made, told by, and taken back at any time. */
export class BearerKeys {
  readonly #kept: KeysKept;

  constructor(kept: KeysKept) {
    this.#kept = kept;
  }

  /** By the system that they belong to, newest first. */
  async views(db: Queryable): Promise<ReadonlyMap<string, readonly BearerKeyView[]>> {
    const { rows } = await sql<OwnedKey>`${this.#selected} order by created_at desc`.execute(db);
    const owned = [...Map.groupBy(rows, (row) => row.owner_id)];
    return new Map(owned.map(([ownerId, keys]) => [ownerId, keys.map(keyView)]));
  }

  /** @returns the key, which is stored nowhere */
  async issue(change: Change, ownerId: string): Promise<string> {
    const { key, hash, ending } = newBearerKey(this.#kept.prefix);
    const { rows } = await sql<{ id: string }>`
      insert into ${this.#table} (${this.#owner}, hash, ending, created_by, created_at)
      values (${ownerId}::uuid, ${hash}, ${ending}, ${nameOf(change.actor)}, ${change.at}) returning id`.execute(
      change.tx,
    );
    this.#record(change, 'issueKey', ownerId, rows[0]?.id);
    return key;
  }

  /** @throws AppError `not-found` (404) when there is none, or it was revoked before */
  async revoke(change: Change, keyId: string): Promise<void> {
    const { rows } = await sql<{ owner_id: string }>`
      update ${this.#table} set revoked_at = ${change.at}, revoked_by = ${nameOf(change.actor)}
      where id = ${keyId}::uuid and revoked_at is null returning ${this.#owner} as owner_id`.execute(change.tx);
    const [key] = rows;
    if (!key) throw new AppError('not-found', 404, '没有找到这个密钥，或已经停用。请刷新后查看。');
    this.#record(change, 'revokeKey', key.owner_id, keyId);
  }

  /**
   * Id of the system that asks, by the header `Authorization: Bearer <key>`.
   * @throws AppError `key-missing`, `key-invalid` (401)
   */
  async ownerOf(db: Queryable, authorization: string | undefined, now: Date): Promise<string> {
    const { rows } = await sql<OwnedKey>`
      ${this.#selected} where hash = ${bearerHash(authorization)} and revoked_at is null`.execute(db);
    const [key] = rows;
    if (!key) throw keyInvalid();
    if (isUseToNote(key, now))
      await sql`update ${this.#table} set last_used_at = ${now} where id = ${key.id}::uuid`.execute(db);
    return key.owner_id;
  }

  #record(change: Change, action: string, subjectId: string, keyId: string | undefined): void {
    change.record({ action, kind: this.#kept.kind, subjectId, detail: { keyId } });
  }

  get #selected() {
    return sql`select id, ${this.#owner} as owner_id, ending, created_by, created_at, last_used_at, revoked_at, revoked_by
      from ${this.#table}`;
  }

  get #table() {
    return sql.table(this.#kept.table);
  }

  get #owner() {
    return sql.ref(this.#kept.owner);
  }
}

function nameOf(actor: Actor): string {
  return actor.type === 'person' ? actor.name : '系统';
}
