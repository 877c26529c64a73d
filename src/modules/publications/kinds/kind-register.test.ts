import { describe, expect, it } from 'vitest';
import { NOTICE } from '../publications.fixtures.ts';
import { KindRegister } from './kind-register.ts';
import type { PublicationKind } from './publication-kind.ts';

const register = (kind: PublicationKind) => new KindRegister().register(kind);
const [first] = NOTICE.reviewSteps;
if (!first) throw new Error('the kind has steps');

describe('the register of kinds', () => {
  it('knows what was registered, and tells people when a kind is unknown', () => {
    const kinds = new KindRegister();
    kinds.register(NOTICE);
    expect(kinds.get('notice')).toBe(NOTICE);
    expect(kinds.has('letter')).toBe(false);
    expect(() => kinds.get('letter')).toThrow(expect.objectContaining({ code: 'kind-unknown', status: 422 }));
  });

  it('refuses at start what contradicts itself', () => {
    const kinds = new KindRegister();
    kinds.register(NOTICE);
    expect(() => kinds.register(NOTICE)).toThrow('registered twice');
    const wrong: [Partial<PublicationKind>, string][] = [
      [{ fields: [...NOTICE.fields, ...NOTICE.fields] }, 'a field code stands twice'],
      [{ reviewSteps: [first, first] }, 'review step first stands twice'],
      [{ reviewSteps: [{ ...first, roles: [] }] }, 'nobody may do step first'],
      [{ relations: [...NOTICE.relations, ...NOTICE.relations] }, 'relation basis stands twice'],
      [{ dateField: 'madeOn' }, 'a rule names madeOn, which is no field'],
      [{ columns: [{ code: 'x', name: 'x', when: { field: 'topic', oneOf: ['a'] } }] }, 'a rule names topic'],
      [
        { elementChecks: [{ check: 'dateOrder', earlier: 'issuedOn', later: 'endsOn', severity: 'blocks' }] },
        'a rule names endsOn',
      ],
      [{ ownRules: [{ code: 'x', severity: 'blocks', fields: ['end'], faults: () => [] }] }, 'a rule names end'],
      [
        { ownRules: Array.from({ length: 2 }, () => ({ code: 'x', severity: 'warns', fields: [], faults: () => [] })) },
        'own rule x stands twice',
      ],
    ];
    for (const [change, message] of wrong) expect(() => register({ ...NOTICE, ...change }), message).toThrow(message);
  });
});
