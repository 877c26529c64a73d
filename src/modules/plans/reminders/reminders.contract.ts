import { z } from 'zod';
import { AssignmentRow } from '../assignments/assignments.contract.ts';
import { DUTY_KINDS, REMINDER_KINDS } from '../plan-words.ts';
import { day, flag, id, instant, pageOf, pageQuery, UnitRef } from '../route.contract.ts';

export const Reminder = z.object({
  id,
  kind: z.enum(REMINDER_KINDS),
  /** Page of the workbench where it is dealt with. */
  path: z.string(),
  /** Chinese sentence, ready to show. */
  text: z.string(),
  /** The day it is for. */
  forDay: day,
  dueOn: day.nullable(),
  createdAt: instant,
  readAt: instant.nullable(),
});
export type Reminder = z.infer<typeof Reminder>;
export const ReminderQuery = z.object({ unread: flag.optional(), ...pageQuery });
export const ReminderPage = pageOf(Reminder).extend({ unread: z.number().int() });
export type ReminderPage = z.infer<typeof ReminderPage>;

/** Dated work besides the shares: orders of the look-back, action items, decisions of the leading group. */
export const Duty = z.object({
  id,
  kind: z.enum(DUTY_KINDS),
  source: z.string(),
  text: z.string(),
  unit: UnitRef.nullable(),
  dueOn: day.nullable(),
  overdue: z.boolean(),
  path: z.string(),
});
export type Duty = z.infer<typeof Duty>;

/** The home page of the workbench in one request. Lists hold at most 20; counts are whole. */
export const MyDay = z.object({
  today: day,
  /** Offices see the whole district, units their own. */
  view: z.enum(['office', 'unit', 'none']),
  /** Whose shares are counted and listed: who only handles tasks sees those given to him. */
  scope: z.enum(['all', 'unit', 'person']),
  counts: z.object({
    dueToday: z.number().int(),
    dueThisWeek: z.number().int(),
    overdue: z.number().int(),
    returned: z.number().int(),
    /** Office: to accept; unit: reported and waiting for the office. */
    waiting: z.number().int(),
    unsplit: z.number().int(),
    unreadReminders: z.number().int(),
    openImports: z.number().int(),
    openDuties: z.number().int(),
    brokenEvidence: z.number().int(),
  }),
  dueSoon: z.array(AssignmentRow),
  overdue: z.array(AssignmentRow),
  returned: z.array(AssignmentRow),
  waiting: z.array(AssignmentRow),
  unsplit: z.array(AssignmentRow),
  imports: z.array(z.object({ id, title: z.string(), openDoubts: z.number().int(), updatedAt: instant })),
  duties: z.array(Duty),
  /** Office: units with the most late shares. */
  lateUnits: z.array(z.object({ unitId: id, unitName: z.string(), overdue: z.number().int() })),
  plans: z.array(
    z.object({ id, title: z.string(), year: z.number().int(), percent: z.number().int(), state: z.string() }),
  ),
});
export type MyDay = z.infer<typeof MyDay>;

export const CalendarFeed = z.object({ id, createdAt: instant, lastUsedAt: instant.nullable() });
export type CalendarFeed = z.infer<typeof CalendarFeed>;
export const CalendarFeedList = z.object({ items: z.array(CalendarFeed) });
/** The address is shown this once; only its hash is kept. */
export const NewCalendarFeed = CalendarFeed.extend({ url: z.string() });
export type NewCalendarFeed = z.infer<typeof NewCalendarFeed>;
