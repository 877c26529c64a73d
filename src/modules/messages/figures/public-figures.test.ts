import { describe, expect, it } from 'vitest';
import { SettableClock } from '../../../kernel/clock.ts';
import { localDate } from '../../../kernel/local-date.ts';
import type { CaseFigure } from '../../cases/index.ts';
import { PublicFiguresService } from './public-figures.service.ts';
import { publicFigures } from './public-figures.ts';

const unit = (id: string) => ({ id, code: id, name: id, shortName: id });
const row = (more: Partial<CaseFigure>): CaseFigure => ({
  kind: 'enquiry',
  kindLabel: '网上咨询',
  unit: unit('教育局'),
  received: 0,
  open: 0,
  lateOpen: 0,
  answered: 0,
  onTime: 0,
  averageWorkHours: null,
  rated: 0,
  satisfied: 0,
  ...more,
});

describe('figures for everybody (MSG-C5)', () => {
  it('sum the units of a kind and the kinds of a unit, and weigh hours by answers', () => {
    const rows = [
      row({ received: 4, answered: 3, onTime: 3, averageWorkHours: 8, rated: 2, satisfied: 1 }),
      row({ received: 2, answered: 1, onTime: 0, averageWorkHours: 40, unit: unit('民政局') }),
      row({ received: 5, kind: 'mailbox', kindLabel: '领导信箱' }),
    ];
    const figures = publicFigures(rows, localDate('2026-06-15'));
    expect(figures.whole).toMatchObject({ received: 11, answered: 4, onTime: 3, averageWorkHours: 16, satisfied: 1 });
    expect(figures.kinds.map((kind) => [kind.label, kind.received])).toEqual([
      ['网上咨询', 6],
      ['领导信箱', 5],
    ]);
    expect(figures.units.map((one) => [one.label, one.answered])).toEqual([
      ['教育局', 3],
      ['民政局', 1],
    ]);
  });

  it('have no average before the first answer', () => {
    expect(publicFigures([], localDate('2026-06-15')).whole.averageWorkHours).toBeNull();
  });
});

describe('counting', () => {
  const counted = (clock: SettableClock) => {
    const asked: string[] = [];
    const cases = {
      figures: {
        list: async (_actor: unknown, query: { from: string; to: string }) => {
          asked.push(`${query.from} ${query.to}`);
          return [row({ received: asked.length, answered: 1 })];
        },
      },
    };
    return { asked, service: new PublicFiguresService(cases, clock) };
  };

  it('happens once in ten minutes, however many ask', async () => {
    const clock = new SettableClock('2026-06-15T09:00:00+08:00');
    const { asked, service } = counted(clock);
    await Promise.all([service.current(), service.current(), service.dataVersion()]);
    const before = await service.dataVersion();
    expect(asked).toEqual(['2026-01-01 2026-06-15']);
    clock.set(new Date('2026-06-15T09:11:00+08:00'));
    await service.current();
    await expect.poll(() => service.dataVersion()).not.toBe(before);
    expect(asked).toHaveLength(2);
  });

  it('begins anew with the year', async () => {
    const clock = new SettableClock('2026-12-31T23:59:00+08:00');
    const { asked, service } = counted(clock);
    await service.current();
    clock.set(new Date('2027-01-01T00:01:00+08:00'));
    await service.current();
    await expect.poll(async () => (await service.current()).year).toBe(2027);
    expect(asked.at(-1)).toBe('2027-01-01 2027-01-01');
  });
});
