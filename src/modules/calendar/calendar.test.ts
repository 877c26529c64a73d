import { beforeAll, describe, expect, it } from 'vitest';
import { localDate } from '../../kernel/local-date.ts';
import type { Actor } from '../../kernel/permissions.ts';
import { listUndelivered } from '../../platform/change/outbox.store.ts';
import { describeDatabases } from '../../platform/db/database.fixtures.ts';
import { openTestPlatform, type TestPlatform } from '../../platform/platform.fixtures.ts';
import type { NoticeInput } from './calendar.contract.ts';
import { type CalendarService, calendarMigrations, calendarModule } from './index.ts';
import { noticeDoubts } from './notice-checks.ts';
import { readNotice } from './notice-file.ts';
import { officialYears } from './official-years.ts';

const office: Actor = {
  type: 'person',
  personId: '0b8f0e0e-3c1e-4a55-9a77-3f3c30c0f001',
  name: '周敏',
  grants: [{ role: 'supervisor', unitId: '0b8f0e0e-3c1e-4a55-9a77-3f3c30c0f002' }],
};
const officer: Actor = { ...office, grants: [{ role: 'officer', unitId: '0b8f0e0e-3c1e-4a55-9a77-3f3c30c0f002' }] };

/** Worded like the yearly notices; the arrangement of 2027 is invented. */
const TEXT_2027 = `国务院办公厅关于2027年部分节假日安排的通知
国办发明电〔2026〕9号
各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
　　经国务院批准，现将2027年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
　　一、元旦：1月1日（周五）至3日（周日）放假，共3天。
　　二、春节：2月5日（农历除夕、周五）至11日（农历正月初六、周四）放假调休，共7天。2月13日（周六）上班。
　　三、清明节：4月3日（周六）至5日（周一）放假，共3天。
　　四、劳动节：5月1日（周六）至5日（周三）放假调休，共5天。5月8日（周六）上班。
　　五、端午节：6月9日（周三）放假1天，不调休。
　　六、中秋节：9月15日（周三）放假1天，不调休。
　　七、国庆节：10月1日（周五）至7日（周四）放假调休，共7天。9月26日（周日）、10月9日（周六）上班。
　　节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作，遇有重大突发事件，要按规定及时报告并妥善处置。`;

describe('reading a notice', () => {
  it('reads the printed text', () => {
    const reading = readNotice(TEXT_2027);
    expect(reading).toMatchObject({ year: 2027, documentNumber: '国办发明电〔2026〕9号' });
    expect(reading.days).toHaveLength(3 + 7 + 1 + 3 + 5 + 1 + 1 + 1 + 7 + 2);
    expect(reading.days.filter((day) => day.kind === 'work').map((day) => day.date)).toEqual([
      '2027-02-13',
      '2027-05-08',
      '2027-09-26',
      '2027-10-09',
    ]);
    expect(reading.doubts).toEqual([]);
  });

  it('doubts a weekday, a sum, a day of the law and a balance that do not fit', () => {
    const wrong = TEXT_2027.replace('（周五）至3日', '（周六）至3日')
      .replace('共7天。2月13日', '共8天。2月13日')
      .replace('五、端午节：6月9日（周三）放假1天', '五、端午节：6月10日（周四）放假1天');
    const { doubts } = readNotice(wrong);
    expect(doubts).toEqual([
      '元旦：2027-01-01 是星期五，通知写的是星期六，请核对。',
      '春节：通知写共 8 天，读到 7 天，请核对。',
      '2027-06-09（端午节）是法定节假日，通知中没有列为放假，请核对。',
    ]);
    expect(readNotice(TEXT_2027.replace('、10月9日（周六）', '')).doubts).toEqual([
      expect.stringContaining('相差 14 天'),
    ]);
  });

  it('reads a span over the turn of the year and a year of its own', () => {
    const { days } = readNotice(
      '关于2029年部分节假日安排的通知 一、元旦：2028年12月30日至2029年1月1日放假调休，共3天。',
    );
    expect(days.map((day) => day.date)).toEqual(['2028-12-30', '2028-12-31', '2029-01-01']);
  });

  it('reads JSON and CSV of the same days alike', () => {
    const { days } = readNotice(TEXT_2027);
    const json = readNotice(JSON.stringify({ year: 2027, documentNumber: 'X', days }));
    const csv = readNotice(
      [
        '日期,类型,名称',
        ...days.map((d) => `${d.date.replaceAll('-', '/')},${d.kind === 'off' ? '放假' : '上班'},${d.name}`),
      ].join('\r\n'),
    );
    expect(json.days).toEqual(days);
    expect(csv).toMatchObject({ year: 2027, days, doubts: [] });
  });

  it.each([
    ['{"year": 20', '格式不完整'],
    ['{"a":1}', '没有读到年份'],
    ['日期,类型,名称\n2027-02-30,放假,春节', '不是有效日期'],
    ['日期,类型,名称\n2027-02-03,也许,春节', '放假”或“上班'],
  ])('says what is wrong with %j', (text, message) => expect(() => readNotice(text)).toThrow(message));

  it('finds nothing to doubt in the years that came with the product', () => {
    for (const { year, days } of officialYears()) expect(noticeDoubts(year, days), String(year)).toEqual([]);
  });
});

describeDatabases(calendarMigrations, (database) => {
  let platform: TestPlatform;
  let calendar: CalendarService;

  beforeAll(async () => {
    platform = await openTestPlatform({ database: database() });
    calendar = calendarModule(platform).service;
  });

  it('comes with 2004 to 2026 and their source', async () => {
    const years = await calendar.years();
    expect(years.map((year) => year.year)).toEqual(Array.from({ length: 24 }, (_, i) => 2027 - i));
    expect(years[0]).toMatchObject({ year: 2027, notice: null });
    expect(years[1]).toMatchObject({
      year: 2026,
      workdays: 248,
      notice: { source: expect.stringContaining('chinese-days') },
    });
    expect((await calendar.current()).addWorkdays(localDate('2026-09-18'), 20)).toBe('2026-10-22');
    expect((await calendar.current()).isWorkday(localDate('2007-12-29'))).toBe(true);
  });

  it('refuses what is no arrangement of that year, all reasons at once', async () => {
    const input = noticeOf([
      { date: '2027-01-01', kind: 'off', name: '元旦' },
      { date: '2027-01-01', kind: 'off', name: '元旦' },
      { date: '2029-01-01', kind: 'off', name: '元旦' },
    ]);
    await expect(calendar.import(office, 2027, input)).rejects.toMatchObject({
      code: 'notice-invalid',
      reasons: [{ field: 'days.1.date' }, { field: 'days.2.date' }],
    });
    await expect(calendar.import(officer, 2027, input)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('makes a provisional year final, tells the others, and keeps what was replaced', async () => {
    const before = await calendar.current();
    expect(before.explain(localDate('2027-02-01'), 10)).toMatchObject({ awaitingYears: [2027] });
    const first = await calendar.import(office, 2027, noticeOf(readNotice(TEXT_2027).days));
    const after = (await calendar.current()).explain(localDate('2027-02-01'), 10);
    expect(after).toMatchObject({ due: '2027-02-19', awaitingYears: [] });
    const events = await listUndelivered(platform.database.kysely, platform.clock.now(), 10);
    expect(events.map((event) => [event.name, event.payload.year])).toEqual([['calendar.changed', 2027]]);

    await expect(calendar.import(office, 2027, noticeOf(readNotice(TEXT_2027).days))).rejects.toMatchObject({
      code: 'stale',
      details: { current: { id: first.id } },
    });
    platform.clock.set('2026-03-03T09:00:00+08:00');
    await calendar.import(office, 2027, { ...noticeOf(readNotice(TEXT_2027).days), replaces: first.id });
    const year = await calendar.year(2027);
    expect(year.history.map((notice) => notice.id)).toEqual([first.id]);
    expect(year.days).toHaveLength(365);
    expect(year.doubts).toEqual([]);
  });
});

function noticeOf(days: readonly { date: string; kind: 'off' | 'work'; name: string }[]): NoticeInput {
  return {
    documentNumber: '国办发明电〔2026〕9号',
    source: '中国政府网',
    days: days.map((day) => ({ ...day, date: localDate(day.date) })),
    replaces: null,
  };
}
