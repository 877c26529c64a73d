import type { OwnRule } from '../../publications/index.ts';

/** The year that a report tells of stands in its title, and is over when the report is made (Regulations art. 49). */
export const REPORT_YEAR_FITS: OwnRule = {
  code: 'report-year',
  severity: 'blocks',
  fields: ['reportYear', 'issuedOn'],
  faults: ({ title, fields }) => {
    const { reportYear, issuedOn } = fields;
    if (typeof reportYear !== 'number') return [];
    const named = /(20\d{2})年/.exec(title)?.[1];
    if (named !== undefined && Number(named) !== reportYear)
      return [{ place: 'field:reportYear', message: `标题写的是${named}年，报告年度填的是${reportYear}年，请核对。` }];
    const made = typeof issuedOn === 'string' ? Number(issuedOn.slice(0, 4)) : undefined;
    if (made === undefined || reportYear < made) return [];
    return [
      { place: 'field:reportYear', message: `年度报告在年度结束后编制，报告年度${reportYear}年还没有结束，请核对。` },
    ];
  },
};

/** Warned of, never blocked: a late report must still come out. */
export const REPORT_BY_JANUARY: OwnRule = {
  code: 'report-by-january',
  severity: 'warns',
  fields: ['reportYear'],
  faults: ({ fields }, today) => {
    const { reportYear } = fields;
    if (typeof reportYear !== 'number') return [];
    const last = `${reportYear + 1}-01-31`;
    if (today <= last) return [];
    const message = `《政府信息公开条例》第四十九条规定每年1月31日前公布上一年度报告，${reportYear}年度报告最迟为${last}，已逾期。`;
    return [{ place: 'field:reportYear', message }];
  },
};
