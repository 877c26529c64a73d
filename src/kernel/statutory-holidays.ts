import { addDays, type LocalDate, localDate, localDateOf } from './local-date.ts';

/** Days that follow the moon or the sun: 春节初一, 清明, 端午, 中秋. Needed only for years whose notice is still to come. */
const MOVING: Readonly<Record<number, readonly [string, string, string, string]>> = {
  2025: ['01-29', '04-04', '05-31', '10-06'],
  2026: ['02-17', '04-05', '06-19', '09-25'],
  2027: ['02-06', '04-05', '06-09', '09-15'],
  2028: ['01-26', '04-04', '05-28', '10-03'],
  2029: ['02-13', '04-04', '06-16', '09-22'],
  2030: ['02-03', '04-05', '06-05', '09-12'],
  2031: ['01-23', '04-05', '06-24', '10-01'],
  2032: ['02-11', '04-04', '06-12', '09-19'],
  2033: ['01-31', '04-04', '06-01', '09-08'],
  2034: ['02-19', '04-05', '06-20', '09-27'],
  2035: ['02-08', '04-05', '06-10', '09-16'],
  2036: ['01-28', '04-04', '05-30', '10-04'],
};

/**
 * The 13 days that are off by law whatever the year's notice moves (全国年节及纪念日放假办法, 2024 revision, art. 2): the best that
 * can be said of a year not yet announced. Days of the lunar calendar are known here from 2025 to 2036.
 */
export function statutoryHolidays(year: number): ReadonlyMap<LocalDate, string> {
  const days = new Map<LocalDate, string>();
  const add = (first: LocalDate, count: number, name: string) => {
    for (let i = 0; i < count; i += 1) days.set(addDays(first, i), name);
  };
  add(localDateOf(year, 1, 1), 1, '元旦');
  const moving = MOVING[year];
  if (moving) {
    const [newYear, qingming, duanwu, midAutumn] = moving;
    add(addDays(localDate(`${year}-${newYear}`), -1), 4, '春节');
    add(localDate(`${year}-${qingming}`), 1, '清明节');
    add(localDate(`${year}-${duanwu}`), 1, '端午节');
    add(localDate(`${year}-${midAutumn}`), 1, '中秋节');
  }
  add(localDateOf(year, 5, 1), 2, '劳动节');
  add(localDateOf(year, 10, 1), 3, '国庆节');
  return days;
}
