import { AppError } from '../../kernel/app-error.ts';
import type { Actor, Subject } from '../../kernel/permissions.ts';
import { can } from '../../kernel/permissions.ts';
import type { PublicationRow } from './publication-tables.store.ts';

/** What is done to the public life of a publication, not to the version on which people work. */
const ON_LIFE = new Set(['amend', 'withdraw', 'remove', 'restore', 'merge', 'erase']);
/** States in which a step of the office may be waiting. */
const SHOWN_TO_OFFICE = new Set(['inReview', 'approved', 'scheduled']);

export interface SubjectFacts {
  readonly officeId: string | null;
  /** One of the steps in force is done in the office. */
  readonly hasOfficeStep: boolean;
}

/** How the permission table sees a publication when somebody wants to do `action` with it. */
export function publicationSubject(
  row: Pick<PublicationRow, 'unit_id' | 'open_state' | 'life'>,
  action: string,
  { officeId, hasOfficeStep }: SubjectFacts,
): Subject {
  const state = ON_LIFE.has(action) ? row.life : (row.open_state ?? row.life);
  const isForOffice =
    officeId !== null && hasOfficeStep && SHOWN_TO_OFFICE.has(state) && (action === 'read' || action === 'review');
  return { kind: 'publication', state, unitIds: isForOffice ? [row.unit_id, officeId] : [row.unit_id] };
}

/** What a person may not read does not exist for him. @throws AppError `publication-not-found` (404) */
export function demandRead(actor: Actor, row: PublicationRow, facts: SubjectFacts): void {
  if (!can(actor, 'read', publicationSubject(row, 'read', facts))) throw publicationNotFound();
}

export function publicationNotFound(): AppError {
  return new AppError('publication-not-found', 404, '没有找到这份信息，它可能不属于您的单位。请返回登记簿查看。');
}
