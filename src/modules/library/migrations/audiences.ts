import type { Migration } from '../../../platform/db/migrate.ts';

/**
 * Which audience is a kind of which, so that who looks for 企业 finds what is written for 个体工商户 too. Words that stand in no row are
 * audiences of their own. The lineage has a row for the word itself and one for each that stands above it.
 */
export const audiences: Migration = {
  name: '2026-11-22-51-library-audiences',
  sql: `
    create table library.audience (
      name text primary key,
      parent text references library.audience,
      check (name <> parent)
    );
    create index audience_kinds on library.audience (parent);

    insert into library.audience (name, parent)
    select name, null from unnest(array['企业', '居民', '劳动者']) as name;
    insert into library.audience (name, parent)
    select name, '企业' from unnest(array['中小微企业', '中小企业', '个体工商户', '科技企业', '高新技术企业', '制造业企业', '商贸企业', '国有企业',
      '民营企业', '外商投资企业', '物业企业', '住房租赁企业', '小微企业']) as name
    union all select name, '居民' from unnest(array['老年人', '学生家长', '婴幼儿家庭', '残疾人', '困难群众', '新市民', '业主', '村民', '消费者']) as name
    union all select name, '劳动者' from unnest(array['职工', '灵活就业人员', '失业人员', '高校毕业生']) as name;

    create view library.audience_lineage as
    with recursive lineage (name, ancestor) as (
      select name, name from library.audience
      union
      select lineage.name, above.parent
      from lineage join library.audience above on above.name = lineage.ancestor
      where above.parent is not null
    )
    select name, ancestor from lineage;
  `,
};
