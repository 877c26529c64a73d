import { describe, expect, it } from 'vitest';
import { localDate } from '../../../kernel/local-date.ts';
import { liveSessionOf, programme } from './live-room.ts';
import { liveSession } from './live-session.kind.ts';

const TODAY = localDate('2026-06-15');
const session = (number: number, fields: Record<string, string>) =>
  liveSessionOf(
    {
      number,
      title: `直播${number}`,
      unitId: 'u',
      datedOn: TODAY,
      fields: { state: 'planned', heldOn: '2026-06-20', startsAt: '10:00', ...fields },
    },
    TODAY,
  );
const faults = (fields: Record<string, string>) =>
  (liveSession.ownRules ?? []).flatMap((rule) => rule.faults({ title: '直播', fields }, TODAY)).map((one) => one.place);

describe('an entry of the programme (ITP-13)', () => {
  it('whose day is over without word says that the replay is still to come', () => {
    expect(session(1, {}).stateText).toBe('预告');
    expect(session(1, { heldOn: '2026-06-14' }).stateText).toBe('已结束，回放整理中');
    expect(session(1, { state: 'held', heldOn: '2026-06-14' }).stateText).toBe('已举行');
  });

  it('links to pages of the web alone', () => {
    expect(session(1, { replay: 'javascript:alert(1)' }).replay).toBeNull();
    expect(session(1, { replay: 'https://live.example/1' }).replay).toBe('https://live.example/1');
    expect(faults({ replay: 'javascript:alert(1)', liveAddress: 'live.example' })).toEqual([
      'field:liveAddress',
      'field:replay',
    ]);
    expect(faults({ replay: '', liveAddress: 'https://live.example' })).toEqual([]);
  });

  it('is not held before its day', () => {
    expect(faults({ state: 'held', heldOn: '2026-06-16' })).toEqual(['field:state']);
    expect(faults({ state: 'held', heldOn: '2026-06-15' })).toEqual([]);
  });

  it('keeps the questions that were collected inside', () => {
    expect(liveSession.fields.find((field) => field.code === 'questions')?.internal).toBe(true);
  });
});

describe('the programme', () => {
  it('tells what comes soonest first and what is over newest first', () => {
    const all = [
      session(1, { heldOn: '2026-06-20' }),
      session(2, { heldOn: '2026-06-15', startsAt: '09:00' }),
      session(3, { heldOn: '2026-06-15', startsAt: '08:30', state: 'cancelled' }),
      session(4, { heldOn: '2026-06-15', state: 'held' }),
      session(5, { heldOn: '2026-05-01' }),
    ];
    const { coming, over } = programme(all, TODAY);
    expect(coming.map((one) => one.number)).toEqual([3, 2, 1]);
    expect(over.map((one) => one.number)).toEqual([4, 5]);
  });
});
