import { type Actor, can } from '../../../kernel/permissions.ts';
import type { Change } from '../../../platform/change/change.ts';
import type { Content, Relation } from '../content/content.contract.ts';
import type { PublicationKind } from '../kinds/publication-kind.ts';
import { publicationSubject, type SubjectFacts } from '../publication-subject.ts';
import { invalidContent } from '../publications.errors.ts';
import { findPublications } from '../publications.store.ts';

/**
 * A relation points to what was public once, or to a draft that its writer may read: nobody ties his publication to another unit's draft,
 * nor learns so that there is one. Nor does anybody end another unit's document: what repeals, amends or extends it comes from that unit or
 * from the supervising office.
 *
 * @param facts unit of the publication that points
 * @throws AppError `content-invalid` (422)
 */
export async function demandTargets(
  change: Change,
  kind: Pick<PublicationKind, 'relations'>,
  content: Content,
  facts: SubjectFacts & { readonly unitId: string },
): Promise<void> {
  const ids = content.relations.flatMap((relation) => (relation.publicationId ? [relation.publicationId] : []));
  if (ids.length === 0) return;
  const rows = new Map((await findPublications(change.tx, ids)).map((row) => [row.id, row]));
  const faultOf = ({ type, publicationId }: Relation): string | undefined => {
    if (publicationId === null) return undefined;
    const row = rows.get(publicationId);
    const subject = row && publicationSubject(row, 'read', { ...facts, hasOfficeStep: false });
    if (!subject || (row.life === 'none' && !can(change.actor, 'read', subject)))
      return '没有找到所关联的信息，请重新选择';
    const isBinding = kind.relations.some(({ code, isBinding: binds }) => code === type && binds);
    return isBinding && row.unit_id !== facts.unitId && !isForOffice(change.actor, facts)
      ? '只能废止、修改或延长本单位的文件；其他单位的，请由该单位或主管部门办理'
      : undefined;
  };
  const faults = content.relations.flatMap((relation, index) => {
    const message = faultOf(relation);
    return message === undefined ? [] : [{ field: `relations.${index}`, message }];
  });
  if (faults.length > 0) throw invalidContent(faults);
}

function isForOffice(
  actor: Actor,
  { unitId, officeId }: { readonly unitId: string; readonly officeId: string | null },
) {
  if (actor.type === 'system' || unitId === officeId) return true;
  return actor.type === 'person' && actor.grants.some((grant) => grant.unitId === officeId);
}
