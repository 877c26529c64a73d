import type { SettableClock } from '../../src/kernel/clock.ts';
import type { LocalDate } from '../../src/kernel/local-date.ts';
import type { WorkdayCalendar } from '../../src/kernel/workdays.ts';
import type { Organisations } from '../../src/modules/organisations/index.ts';
import type { PlansServices } from '../../src/modules/plans/index.ts';
import type { FileStore } from '../../src/platform/files/file-store.ts';
import type { Register } from './register.ts';
import type { Timeline } from './timeline.ts';

/** What each part of the loading is handed. */
export interface World {
  readonly plans: PlansServices;
  readonly organisations: Organisations;
  readonly files: FileStore;
  readonly register: Register;
  readonly timeline: Timeline;
  readonly clock: SettableClock;
  readonly workdays: WorkdayCalendar;
  /** Last day that has happened. */
  readonly until: LocalDate;
}
