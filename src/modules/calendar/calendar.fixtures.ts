import { WorkdayCalendar } from '../../kernel/workdays.ts';
import { officialYears } from './official-years.ts';

/** The notices that come with the product, for tests of dates in the modules above. */
export { officialYears };

export const OFFICIAL_CALENDAR = new WorkdayCalendar(officialYears());
