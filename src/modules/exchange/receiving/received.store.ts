import { sql } from 'kysely';
import type { Queryable } from '../../../platform/db/database.ts';
import { FiledRecord, type Filing, type HeldFiling, type Receipt } from '../filing/filing-message.ts';
import type { CheckedForm } from './filing-faults.ts';

export interface EarlierFiling {
  readonly outcome: 'receipted' | 'refused';
  readonly stateHash: string;
  readonly receipt: Receipt | null;
}

/** Filings of one publication wait for each other. */
export async function lockReceived(db: Queryable, publicationId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`exchange.received ${publicationId}`}))`.execute(db);
}

export async function findFiling(
  db: Queryable,
  peerId: string,
  publicationId: string,
  ordinal: number,
): Promise<EarlierFiling | undefined> {
  return (
    await sql<EarlierFiling>`select outcome, state_hash as "stateHash", receipt from exchange.filing
      where peer_id = ${peerId}::uuid and publication_id = ${publicationId}::uuid and ordinal = ${ordinal}`.execute(db)
  ).rows[0];
}

/** Who filed the publication, and how far. */
export async function findReceived(
  db: Queryable,
  publicationId: string,
): Promise<{ peerId: string; ordinal: number } | undefined> {
  return (
    await sql<{ peerId: string; ordinal: number }>`select peer_id as "peerId", ordinal from exchange.received
      where publication_id = ${publicationId}::uuid`.execute(db)
  ).rows[0];
}

/** Which other publication of the peer has the number. */
export async function numberHolder(db: Queryable, peerId: string, number: number): Promise<string | undefined> {
  const result = await sql<{ id: string }>`select publication_id as id from exchange.city_item
    where peer_id = ${peerId}::uuid and number = ${number}`.execute(db);
  return result.rows[0]?.id;
}

export async function nextReceiptNumber(db: Queryable, year: number): Promise<string> {
  const result = await sql<{ number: string }>`select nextval('exchange.receipt_number')::text as number`.execute(db);
  return `HZ${year}-${(result.rows[0]?.number ?? '').padStart(8, '0')}`;
}

export async function saveFiling(
  db: Queryable,
  peerId: string,
  filing: Filing,
  answer: { readonly receipt: Receipt | null; readonly reasons: readonly string[] },
  at: Date,
): Promise<void> {
  const outcome = answer.receipt ? 'receipted' : 'refused';
  const receipt = answer.receipt && JSON.stringify(answer.receipt);
  const reasons = JSON.stringify(answer.reasons);
  await sql`
    insert into exchange.filing
      (peer_id, publication_id, ordinal, event, outcome, first_outcome, reasons, state_hash, receipt, receipt_number, first_at, at)
    values (${peerId}::uuid, ${filing.publicationId}::uuid, ${filing.ordinal}, ${filing.event}, ${outcome}, ${outcome},
      ${reasons}::jsonb, ${filing.stateHash}, ${receipt}::jsonb, ${answer.receipt?.receiptNumber ?? null}, ${at}, ${at})
    on conflict (peer_id, publication_id, ordinal) do update set event = excluded.event, outcome = excluded.outcome,
      reasons = excluded.reasons, state_hash = excluded.state_hash, receipt = excluded.receipt,
      receipt_number = excluded.receipt_number, at = excluded.at
    where exchange.filing.outcome = 'refused'`.execute(db);
}

/** What stands now of the publication: the register's row, and the forms that are open where it comes from. */
export async function saveReceived(
  db: Queryable,
  peerId: string,
  filing: Filing,
  of: { readonly forms: readonly CheckedForm[]; readonly hashes: readonly string[]; readonly receiptNumber: string },
  at: Date,
): Promise<void> {
  const { publicationId } = filing;
  await sql`
    insert into exchange.received
      (peer_id, publication_id, ordinal, kind, unit, life, register, number, state_hash, record_hash, receipt_number, at)
    values (${peerId}::uuid, ${publicationId}::uuid, ${filing.ordinal}, ${filing.kind}, ${JSON.stringify(filing.unit)}::jsonb,
      ${filing.life}, ${JSON.stringify(filing.register)}::jsonb, ${filing.open?.number ?? null}, ${filing.stateHash},
      ${of.hashes.at(-1) ?? null}, ${of.receiptNumber}, ${at})
    on conflict (peer_id, publication_id) do update set ordinal = excluded.ordinal, kind = excluded.kind, unit = excluded.unit,
      life = excluded.life, register = excluded.register, number = excluded.number, state_hash = excluded.state_hash,
      record_hash = excluded.record_hash, receipt_number = excluded.receipt_number, at = excluded.at`.execute(db);
  await sql`delete from exchange.received_form where peer_id = ${peerId}::uuid
    and publication_id = ${publicationId}::uuid`.execute(db);
  for (const [index, { form }] of of.forms.entries()) {
    const body = form.body && JSON.stringify(form.body);
    await sql`insert into exchange.received_form (peer_id, publication_id, ordinal, record, record_hash, body)
      values (${peerId}::uuid, ${publicationId}::uuid, ${form.ordinal}, ${Buffer.from(form.record)},
        ${of.hashes[index] ?? ''}, ${body}::jsonb)`.execute(db);
  }
}

/** What was erased by law where it comes from leaves no word here either, nor a hash from which words could be guessed. */
export async function forgetWords(db: Queryable, peerId: string, filing: Filing): Promise<void> {
  await sql`update exchange.filing set reasons = '[]', state_hash = '',
      receipt = case when receipt is null then null else jsonb_build_object('receiptNumber', receipt_number) end
    where peer_id = ${peerId}::uuid and publication_id = ${filing.publicationId}::uuid
      and ordinal < ${filing.ordinal}`.execute(db);
}

/** Files of the publication's forms, as they are before a filing replaces them. */
export async function filesOfForms(db: Queryable, peerId: string, publicationId: string): Promise<string[]> {
  const result = await sql<{ record: Buffer }>`select record from exchange.received_form
    where peer_id = ${peerId}::uuid and publication_id = ${publicationId}::uuid`.execute(db);
  return result.rows.flatMap(({ record }) => {
    const { attachments, pictures } = FiledRecord.parse(JSON.parse(record.toString('utf8')));
    return [...attachments, ...pictures].map(({ sha256 }) => sha256);
  });
}

/** Drops the peer's files that no form of his names any more. @returns their hashes */
export async function dropUnnamed(db: Queryable, peerId: string, hashes: readonly string[]): Promise<string[]> {
  if (hashes.length === 0) return [];
  const result = await sql<{ sha256: string }>`delete from exchange.received_file f
    where f.peer_id = ${peerId}::uuid and f.sha256 = any(${[...hashes]}::text[]) and not exists (
      select 1 from exchange.received_form where peer_id = f.peer_id
        and position(convert_to(f.sha256, 'UTF8') in record) > 0)
    returning f.sha256`.execute(db);
  return result.rows.map((row) => row.sha256);
}

export async function saveFile(
  db: Queryable,
  peerId: string,
  file: { readonly hash: string; readonly size: number; readonly mediaType: string },
  at: Date,
): Promise<void> {
  await sql`insert into exchange.received_file (peer_id, sha256, size, media_type, at)
    values (${peerId}::uuid, ${file.hash}, ${file.size}, ${file.mediaType}, ${at}) on conflict do nothing`.execute(db);
}

/** Those of the hashes whose bytes this very peer has sent: that some file of ours has the same hash gives nobody a right to it. */
export async function filesOf(db: Queryable, peerId: string, hashes: readonly string[]): Promise<Map<string, string>> {
  if (hashes.length === 0) return new Map();
  const result = await sql<{ sha256: string; mediaType: string }>`
    select sha256, media_type as "mediaType" from exchange.received_file
    where peer_id = ${peerId}::uuid and sha256 = any(${[...hashes]}::text[])`.execute(db);
  return new Map(result.rows.map((row) => [row.sha256, row.mediaType]));
}

export async function filesHeld(db: Queryable, hashes: readonly string[]): Promise<string[]> {
  if (hashes.length === 0) return [];
  const result = await sql<{ sha256: string }>`select distinct sha256 from exchange.received_file
    where sha256 = any(${[...hashes]}::text[])`.execute(db);
  return result.rows.map((row) => row.sha256);
}

/** A page of what stands of a peer, by publication. */
export async function listHeld(
  db: Queryable,
  peerId: string,
  after: string | null,
  limit: number,
): Promise<HeldFiling[]> {
  const further = after === null ? sql`` : sql`and publication_id > ${after}::uuid`;
  return (
    await sql<HeldFiling>`select publication_id as "publicationId", ordinal, life, state_hash as "stateHash",
        record_hash as "recordHash", receipt_number as "receiptNumber"
      from exchange.received where peer_id = ${peerId}::uuid ${further}
      order by publication_id limit ${limit}`.execute(db)
  ).rows;
}
