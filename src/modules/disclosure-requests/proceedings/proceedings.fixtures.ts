import type { Actor } from '../../../kernel/permissions.ts';
import { accept, atCounter, decide, type TestRequests } from '../disclosure-requests.fixtures.ts';
import type { DecisionContentInput } from '../results/decision-content.contract.ts';
import { CloseInput, ProceedingQuery, RegisterInput } from './proceedings.contract.ts';

export const REFUSED: DecisionContentInput = {
  result: 'internalAffairs',
  reasons: '该材料是本机关内设科室的排班安排，仅用于内部管理。',
  articles: ['《政府信息公开条例》第十六条第一款'],
};
export const CORRECTED = { result: 'corrected', fault: 'law', outcome: '撤销原答复，责令重新答复。' } as const;

export type ProceedingActs = ReturnType<typeof proceedingActs>;

/** What tests do with the proceedings of the education bureau, each with a number of its own. */
export function proceedingActs(door: TestRequests) {
  const { service, people, units } = door;
  let count = 0;
  const facts = (more: object = {}) => {
    count += 1;
    return RegisterInput.parse({
      kind: 'reconsideration',
      unitId: units.education.id,
      matter: '2025年学区划分方案',
      body: '明湖区人民政府',
      bodyNumber: `明府复〔2026〕${count}号`,
      challenged: 'refusal',
      receivedOn: '2026-03-10',
      ...more,
    });
  };
  const see = (id: string, actor: Actor = people.officer) => service.proceedingViews.get(actor, id);
  const version = async (id: string) => (await see(id, people.office)).version;
  return {
    facts,
    see,
    version,
    register: (more: object = {}, actor: Actor = people.officer) => service.proceedings.register(actor, facts(more)),
    close: async (id: string, more: object = {}, actor: Actor = people.officer) =>
      service.proceedings.close(
        actor,
        id,
        CloseInput.parse({
          version: await version(id),
          on: '2026-04-20',
          result: 'upheld',
          outcome: '维持原答复。',
          ...more,
        }),
      ),
    list: async (actor: Actor, query: object) =>
      (await service.proceedingViews.list(actor, ProceedingQuery.parse(query))).items.map(({ id }) => id),
    /** A refusal of 5 March that the applicant takes further. @returns id of the case */
    refusedRequest: async () => {
      door.on('2026-03-02');
      const { id } = await atCounter(door);
      await accept(door, id);
      door.on('2026-03-05');
      await decide(door, id, REFUSED);
      return id;
    },
  };
}
