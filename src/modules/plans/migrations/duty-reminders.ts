import type { Migration } from '../../../platform/db/migrate.ts';

/** Orders of the look-back, action items and decisions of the leading group are reminded of like shares (PLAN-5, PLAN-6, PLAN-9). */
export const dutyReminders: Migration = {
  name: '2026-11-21-32-duty-reminders',
  sql: `
    alter table plans.issue add column due_on date;

    alter table plans.reminder
      alter column assignment_id drop not null,
      alter column task_id drop not null,
      add column look_back_item_id uuid references plans.look_back_item on delete cascade,
      add column action_item_id uuid references plans.action_item on delete cascade,
      add column issue_id uuid references plans.issue on delete cascade,
      add constraint reminder_of_one_thing check (num_nonnulls(assignment_id, look_back_item_id, action_item_id, issue_id) = 1);

    drop index plans.one_reminder;

    create unique index one_reminder on plans.reminder
      (coalesce(assignment_id, look_back_item_id, action_item_id, issue_id), unit_id, kind, for_day, coalesce(due_on, '0001-01-01'));
  `,
};
