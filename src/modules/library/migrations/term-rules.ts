import type { Migration } from '../../../platform/db/migrate.ts';

/** Terms of validity as the legal office keeps them (LIB-5); begins with Shanghai's. Rules are changed or followed by newer ones, never deleted. */
export const termRules: Migration = {
  name: '2026-11-22-21-library-term-rules',
  sql: `
    create table library.term_rule (
      id uuid primary key default gen_random_uuid(),
      from_on date not null unique,
      basis text not null,
      terms jsonb not null,
      duties jsonb not null,
      reason text not null,
      changed_by text not null,
      changed_at timestamptz not null,
      version integer not null default 1
    );
    insert into library.term_rule (from_on, basis, terms, duties, reason, changed_by, changed_at)
    select from_on::date, basis,
      '[{"words":["通告"],"years":1},{"words":["暂行","试行"],"years":2},{"words":[],"years":5}]',
      '[{"monthsBefore":6,"duty":"组织评估，提出继续执行、修改或者到期废止的意见"},{"monthsBefore":2,"duty":"将评估报告送司法行政部门审核"},{"monthsBefore":1,"duty":"将评估报告和处理意见报区政府"}]',
      '随程序提供，请法制机构核对', '系统', now()
    from (values
      ('2010-01-01', '《上海市行政规范性文件制定和备案规定》（2010年市政府令第26号）第二十六条'),
      ('2019-08-01', '《上海市行政规范性文件管理规定》（2019年市政府令第17号）')
    ) provided (from_on, basis);
  `,
};
