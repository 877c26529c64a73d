import type { Queryable } from '../../../platform/db/database.ts';
import { caseTables } from '../case-tables.store.ts';
import { APPLICANT_FIELDS, type ApplicantField, type ApplicantKind } from '../case-words.ts';
import { type Sealed, seal, unseal } from './seal.ts';

/** Everything known of who sent a case; exists in memory alone. */
export interface ApplicantData extends Readonly<Record<ApplicantField, string | null>> {
  readonly kind: ApplicantKind;
}

export const APPLICANT_KEY = 'case-applicant';

export async function sealApplicant(
  db: Queryable,
  master: Uint8Array,
  caseId: string,
  { kind, ...data }: ApplicantData,
): Promise<void> {
  const { box, wrappedKey } = seal(master, caseId, JSON.stringify(data));
  await caseTables(db)
    .insertInto('cases.applicant')
    .values({
      case_id: caseId,
      kind,
      has: APPLICANT_FIELDS.filter((field) => data[field] !== null),
      box,
      wrapped_key: wrappedKey,
    })
    .execute();
}

/** Which parts are sealed, without opening. */
export function sealedParts(db: Queryable, caseId: string) {
  return caseTables(db)
    .selectFrom('cases.applicant')
    .select(['kind', 'has'])
    .where('case_id', '=', caseId)
    .executeTakeFirst();
}

/** Only for ApplicantsService, which leaves an audit entry. @returns undefined of an anonymous case */
export async function unsealApplicant(
  db: Queryable,
  master: Uint8Array,
  caseId: string,
): Promise<ApplicantData | undefined> {
  const row = await caseTables(db)
    .selectFrom('cases.applicant')
    .selectAll()
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  if (!row) return undefined;
  const sealed: Sealed = { box: row.box, wrappedKey: row.wrapped_key };
  // What was sealed before a field was asked for lacks it.
  const none = Object.fromEntries(APPLICANT_FIELDS.map((field) => [field, null]));
  return { ...none, ...JSON.parse(unseal(master, caseId, sealed)), kind: row.kind } as ApplicantData;
}
