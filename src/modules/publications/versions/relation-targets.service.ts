import { can } from '../../../kernel/permissions.ts';
import type { Change } from '../../../platform/change/change.ts';
import type { Content } from '../content/content.contract.ts';
import { publicationSubject, type SubjectFacts } from '../publication-subject.ts';
import { invalidContent } from '../publications.errors.ts';
import { findPublications } from '../publications.store.ts';

/**
 * A relation points to what was public once, or to a draft that its writer may read: nobody ties his publication to another unit's draft,
 * nor learns so that there is one.
 *
 * @throws AppError `content-invalid` (422)
 */
export async function demandTargets(change: Change, content: Content, facts: SubjectFacts): Promise<void> {
  const ids = content.relations.flatMap((relation) => (relation.publicationId ? [relation.publicationId] : []));
  if (ids.length === 0) return;
  const rows = await findPublications(change.tx, ids);
  const open = rows.filter(
    (row) =>
      row.life !== 'none' ||
      can(change.actor, 'read', publicationSubject(row, 'read', { ...facts, hasOfficeStep: false })),
  );
  const allowed = new Set(open.map((row) => row.id));
  const faults = content.relations.flatMap(({ publicationId }, index) =>
    publicationId === null || allowed.has(publicationId)
      ? []
      : [{ field: `relations.${index}`, message: '没有找到所关联的信息，请重新选择' }],
  );
  if (faults.length > 0) throw invalidContent(faults);
}
