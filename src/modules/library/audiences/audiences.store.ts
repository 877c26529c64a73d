import { sql } from 'kysely';
import type { Queryable } from '../../../platform/db/database.ts';
import type { AudienceLink } from './audience-tree.ts';
import type { Audience } from './audiences.contract.ts';

/** Every audience that is kept, chosen for labels and topics, or carried by a document; the most used first. */
export async function allAudiences(db: Queryable): Promise<Omit<Audience, 'above'>[]> {
  const { rows } = await sql<Omit<Audience, 'above'>>`
    with known as (
      select name from library.audience
      union select unnest(audiences) from library.tag where retired_on is null
      union select unnest(audiences) from library.topic where retired_on is null
      union select unnest(audiences) from library.document
    ), used as (
      select coalesce(lineage.ancestor, carried.name) as name, count(distinct carried.number)::int as documents
      from (select number, unnest(audiences) as name from library.document) carried
      left join library.audience_lineage lineage on lineage.name = carried.name
      group by 1
    )
    select known.name, kept.parent, coalesce(used.documents, 0) as documents
    from known left join library.audience kept using (name) left join used using (name)
    order by documents desc, known.name`.execute(db);
  return rows;
}

/** Held until the transaction ends, so that two changes never make a circle together. */
export async function lockedLinks(db: Queryable): Promise<AudienceLink[]> {
  await sql`lock table library.audience in share row exclusive mode`.execute(db);
  const { rows } = await sql<AudienceLink>`select name, parent from library.audience`.execute(db);
  return rows;
}

export async function putLink(db: Queryable, { name, parent }: AudienceLink): Promise<void> {
  if (parent !== null)
    await sql`insert into library.audience (name) values (${parent}) on conflict do nothing`.execute(db);
  await sql`insert into library.audience (name, parent) values (${name}, ${parent})
    on conflict (name) do update set parent = excluded.parent`.execute(db);
}
