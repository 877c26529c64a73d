import { describe, expect, it } from 'vitest';
import { dueText, urgencyText } from './case-tags.tsx';

describe('how near the day is', () => {
  it('is told in working days, before and after it', () => {
    expect(urgencyText({ state: 'assigned', urgency: 'later', workdaysLeft: 4 })).toBe('还剩 4 个工作日');
    expect(urgencyText({ state: 'assigned', urgency: 'late', workdaysLeft: -2 })).toBe('已逾期 2 个工作日');
    expect(urgencyText({ state: 'assigned', urgency: 'today', workdaysLeft: 0 })).toBe('今日到期');
    expect(urgencyText({ state: 'assigned', urgency: 'standing', workdaysLeft: null })).toBe('暂停计时');
    expect(urgencyText({ state: 'received', urgency: 'standing', workdaysLeft: null })).toBe('尚未起算');
  });

  it('leaves nobody time once the day is over, though no working day has passed since', () => {
    expect(urgencyText({ state: 'assigned', urgency: 'late', workdaysLeft: 0 })).toBe('已过期限');
    // A day set by another system may be a Sunday; seen on the Saturday before.
    expect(urgencyText({ state: 'assigned', urgency: 'soon', workdaysLeft: 0 })).toBe('即将到期');
  });

  it('stands in a list as one day, that of the answer once there is one', () => {
    expect(dueText({ answeredOn: null, urgentOn: '2026-03-09' as never })).toBe('3月9日前');
    expect(dueText({ answeredOn: '2026-03-06' as never, urgentOn: '2026-03-09' as never })).toBe('3月6日答复');
    expect(dueText({ answeredOn: null, urgentOn: null })).toBe('');
  });
});
