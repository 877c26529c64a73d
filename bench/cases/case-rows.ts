import type { Client } from 'pg';

export const UNITS = 100;

export async function addUnits(client: Client): Promise<void> {
  await client.query(`
    insert into organisations.unit (code, name, short_name, kind, initials, sort)
    select 'bench' || n, '第' || n || '单位全称', '第' || n || '单位', 'department', 'd', n from generate_series(1, ${UNITS}) as n`);
}

/**
 * A register as it looks after three years: units by how much people write to them (the first has a tenth of all), five people in each, one
 * case in thirty open and one of those in twelve late, the others answered, rejected or merged, titles of twenty characters, in
 * the order in which they came.
 */
export async function addCases(client: Client, count: number, today: string): Promise<void> {
  await client.query(`
    create function pg_temp.bench_id(name text) returns uuid language sql immutable as
      $$ select overlay(overlay(md5(name) placing '4' from 13 for 1) placing '8' from 17 for 1)::uuid $$`);
  const again = await withoutIndexes(client);
  await client.query(
    `
    insert into cases."case" (id, number, look_up_hash, kind, channel, state, title, text, publication_number, unit_id, person_id, person_name,
      is_simple, received_at, received_on, due_on, urgent_on, answered_on, answered_at, is_on_time, work_hours, applicant_mask, merged_into,
      rejection_reason, stars, text_hash, waiting_for, created_at, updated_at, version)
    select pg_temp.bench_id('case' || n), 'ZX' || lpad(n::text, 10, '0'), md5('look-up' || n) || n,
      (array['enquiry', 'enquiry', 'enquiry', 'mailbox', 'policyMessage', 'suggestion', 'transferred', 'siteError'])[1 + n % 8],
      (array['portal', 'portal', 'portal', 'phone', 'hotline12345'])[1 + n % 5], state,
      (array['咨询', '反映', '请问', '建议', '投诉'])[1 + n % 5] || '第' || n % 997 || '号小区' ||
        (array['加装电梯', '公租房', '停车位', '公交线路', '学区划分', '噪声扰民', '医保报销', '落户', '路灯不亮', '积水'])[1 + (n / 7) % 10] ||
        (array['怎么办理', '何时解决', '的补贴标准', '需要哪些材料', '由谁负责'])[1 + (n / 71) % 5],
      repeat('您好，我想了解办理条件、所需材料和时限，请有关部门答复。', 4), case when n % 6 = 0 then n % 3000 + 1 end, unit.id,
      case when state not in ('received', 'awaitingCheck') then pg_temp.bench_id(unit.id::text || n % 5) end,
      case when state not in ('received', 'awaitingCheck') then '经办' || n % 5 end,
      n % 9 = 0, received, received::date, due, due, case when answered then due - 1 end, case when answered then due - interval '14 hours' end,
      case when answered then n % 50 <> 0 end, case when answered then 20 + n % 20 end, '陈*',
      case when state = 'merged' then pg_temp.bench_id('case' || n - 1) end, case when state = 'rejected' then 'notOurs' end,
      case when answered and n % 3 = 0 then 1 + n % 5 end, md5('text' || n),
      case when state in ('replyDrafted') then array[unit.id::text || ':reviewer', unit.id::text || ':deputyHead', unit.id::text || ':head']
        else '{}' end, received, received, 3
    from (
      select n, bucket, $2::date + time '10:00' - interval '3 hours' * (n % 7) - interval '1 day' *
          case when bucket < 3 then 9 + n % 8 when bucket < 33 then n % 7 else 8 + n % 1080 end as received,
        case when bucket < 33 then (array['received', 'assigned', 'assigned', 'awaitingSender', 'replyDrafted', 'replyApproved'])[1 + n % 6]
          when bucket < 53 then 'rejected' when bucket < 73 and n % 2 = 1 then 'merged' when bucket < 120 then 'replied' else 'closed' end as state
      from (select n, (n * 2654435761 % 1000)::int as bucket from generate_series(1::bigint, $1::bigint) as n) as numbered
    ) as chosen
    cross join lateral (select received::date + 7 as due, state in ('replied', 'closed') as answered) as days
    join (select id, row_number() over (order by sort) as place from organisations.unit where code like 'bench%') as unit
      on unit.place = 1 + floor(${UNITS} * (n * 40503 % 10007 / 10007.0) ^ 2)
    order by chosen.received`,
    [count, today],
  );
  await again();
  // What an installation of that age has: warnings that were given, tables that were vacuumed.
  await client.query(`
    insert into cases.warning (case_id, stage, due_on, at)
    select c.id, stage, c.due_on, now() from cases."case" as c, unnest(array['soon', 'today', 'late']) as stage
    where c.answered_on is null and c.state not in ('replied', 'closed', 'rejected')`);
  await client.query('vacuum analyze cases."case"');
  await client.query('vacuum analyze cases.warning');
}

/** A million rows come in sooner when what finds them is made afterwards. @returns makes it */
async function withoutIndexes(client: Client): Promise<() => Promise<void>> {
  const { rows } = await client.query(`
    select c.relname as name, pg_get_indexdef(i.indexrelid) as made from pg_index as i join pg_class as c on c.oid = i.indexrelid
    where i.indrelid = 'cases."case"'::regclass and not exists (select 1 from pg_constraint as k where k.conindid = i.indexrelid)`);
  for (const { name } of rows) await client.query(`drop index cases.${name}`);
  return async () => {
    for (const { made } of rows) await client.query(made);
  };
}

export async function busiestUnit(client: Client): Promise<string> {
  const { rows } = await client.query(
    `select unit_id as id from cases."case" group by unit_id order by count(*) desc limit 1`,
  );
  return rows[0].id;
}

/** The person has what one of the unit's five people had. */
export async function handToPerson(client: Client, unitId: string, personId: string): Promise<void> {
  await client.query(
    `update cases."case" set person_id = $2, person_name = '联络员' where unit_id = $1 and person_id = pg_temp.bench_id($1::uuid::text || 2)`,
    [unitId, personId],
  );
  await client.query('vacuum analyze cases."case"');
}
