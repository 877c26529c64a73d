import { type Actor, demand } from '../../kernel/permissions.ts';
import type { Change } from '../../platform/change/change.ts';
import type { Queryable } from '../../platform/db/database.ts';
import type { Content } from './content/content.contract.ts';
import type { PublicationKind, ReviewStep } from './kinds/publication-kind.ts';
import { demandRead, publicationNotFound, publicationSubject, type SubjectFacts } from './publication-subject.ts';
import type { PublicationsContext } from './publications.context.ts';
import { noOpenVersion } from './publications.errors.ts';
import { findPublication, lockPublications, type PublicationRow } from './publications.store.ts';
import { stepsInForce } from './reviews/review-progress.ts';
import { ruleFor } from './reviews/reviews.store.ts';
import { openVersionOf, type VersionRow } from './versions/versions.store.ts';

/** A publication with what every act on it needs to know. */
export interface Held {
  readonly row: PublicationRow;
  readonly kind: PublicationKind;
  /** The version on which people work. */
  readonly open: VersionRow | undefined;
  /** Steps of the unit or the kind, those included that only apply to some contents. */
  readonly rule: readonly ReviewStep[];
  readonly facts: SubjectFacts;
}

export type WorkedOn = Held & { readonly open: VersionRow & { readonly content: Content } };

/** Locks the publication for the change. @throws AppError `publication-not-found` (404) for those who may not read it */
export async function hold(
  context: PublicationsContext,
  change: Change,
  id: string,
  officeId: string | null,
): Promise<Held> {
  const [row] = await lockPublications(change.tx, [id]);
  return heldFrom(context, change.tx, change.actor, row, officeId);
}

/** The same for looking only. */
export async function look(
  context: PublicationsContext,
  db: Queryable,
  actor: Actor,
  id: string,
  officeId: string | null,
): Promise<Held> {
  return heldFrom(context, db, actor, await findPublication(db, id), officeId);
}

async function heldFrom(
  context: PublicationsContext,
  db: Queryable,
  actor: Actor,
  row: PublicationRow | undefined,
  officeId: string | null,
): Promise<Held> {
  if (!row) throw publicationNotFound();
  const kind = context.kinds.get(row.kind);
  const rule = (await ruleFor(db, kind.code, row.unit_id)) ?? kind.reviewSteps;
  const facts = { officeId, hasOfficeStep: rule.some((step) => step.unit === 'office') };
  demandRead(actor, row, facts);
  return {
    row,
    kind,
    open: row.open_state ? await openVersionOf(db, row.id) : undefined,
    rule,
    facts,
  };
}

/** @throws AppError `forbidden` (403) */
export function demandAct(actor: Actor, action: string, held: Held): void {
  demand(actor, action, publicationSubject(held.row, action, held.facts));
}

/** @throws AppError `no-open-version` (409) when nobody works on it */
export function worked(held: Held): WorkedOn {
  if (!held.open?.content) throw noOpenVersion();
  return held as WorkedOn;
}

export function stepsOf(held: WorkedOn): readonly ReviewStep[] {
  return stepsInForce(held.rule, held.open.content);
}
