import type { Queryable } from '../../../platform/db/database.ts';
import { readiness } from '../blocking/readiness.service.ts';
import { type Member, togetherReasons, togetherRule } from '../blocking/together.ts';
import type { WorkedOn } from '../held-publication.service.ts';
import type { PublicationRow } from '../publication-tables.store.ts';
import type { Lookups, PublicationsContext } from '../publications.context.ts';
import type { BlockingReason } from '../publications.contract.ts';
import { findPublications } from '../publications.store.ts';
import { ruleFor } from '../reviews/reviews.store.ts';
import { openPointersTo, openVersionOf } from '../versions/versions.store.ts';

/**
 * Ids of everything that becomes public at the same instant, itself first: a document not public yet whose kind wants a partner, and the
 * open partners that point to it.
 */
export async function publishedTogether(
  context: PublicationsContext,
  db: Queryable,
  held: Pick<WorkedOn, 'row' | 'kind' | 'open'>,
): Promise<readonly string[]> {
  const { row, kind, open } = held;
  if (row.life !== 'none') return [row.id];
  const roots = kind.together ? [row.id] : await rootsOf(context, db, open.content.relations, kind.code);
  const partners: string[] = [];
  for (const root of roots) {
    const [document] = root === row.id ? [row] : await findPublications(db, [root]);
    const relation = document && context.kinds.get(document.kind).together?.relation;
    if (relation) partners.push(...(await openPointersTo(db, root, relation)));
  }
  return [...new Set([row.id, ...roots, ...partners])];
}

async function rootsOf(
  context: PublicationsContext,
  db: Queryable,
  relations: WorkedOn['open']['content']['relations'],
  kind: string,
): Promise<string[]> {
  const targets = await findPublications(
    db,
    relations.flatMap((relation) => (relation.publicationId ? [relation.publicationId] : [])),
  );
  return targets
    .filter(({ id, life, open_state, kind: of }) => {
      const rule = context.kinds.get(of).together;
      const points = relations.some((one) => one.publicationId === id && one.type === rule?.relation);
      return points && rule?.kind === kind && life === 'none' && open_state !== null;
    })
    .map((target) => target.id);
}

/** Reasons of one publication, its partners' included. @param own reasons without them */
export async function reasonsTogether(
  context: PublicationsContext,
  db: Queryable,
  held: WorkedOn,
  own: readonly BlockingReason[],
  known: Lookups,
): Promise<{ reasons: BlockingReason[]; others: readonly Member[] }> {
  const ids = await publishedTogether(context, db, held);
  const others: Member[] = [];
  for (const row of await findPublications(db, ids.slice(1)))
    others.push(await memberOf(context, db, row, held.row.unit_id, known));
  const rule = togetherRule(held.kind, held.open.content, held.row.life);
  return { reasons: [...own, ...togetherReasons({ publicationId: held.row.id }, rule, others)], others };
}

async function memberOf(
  context: PublicationsContext,
  db: Queryable,
  row: PublicationRow,
  unitId: string,
  known: Lookups,
): Promise<Member> {
  const kind = context.kinds.get(row.kind);
  const open = await openVersionOf(db, row.id);
  // Another unit's draft is not ours to name.
  const title = row.unit_id === unitId ? row.title : '另一单位的同步发布信息';
  const base = { publicationId: row.id, kind: row.kind, title, life: row.life };
  if (!open?.content) {
    const reason = {
      code: 'no-open-version',
      place: 'state',
      severity: 'blocks' as const,
      message: '没有起草中的版本。',
    };
    return { ...base, relations: [], reasons: [reason] };
  }
  const rule = (await ruleFor(db, kind.code, row.unit_id)) ?? kind.reviewSteps;
  const facts = { officeId: known.units.officeId, hasOfficeStep: rule.some((step) => step.unit === 'office') };
  const held = { row, kind, open, rule, facts } as WorkedOn;
  return { ...base, relations: open.content.relations, reasons: (await readiness(db, held, known)).reasons };
}
