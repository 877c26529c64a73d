import { localDate } from '../../src/kernel/local-date.ts';
import type { CasesServices } from '../../src/modules/cases/index.ts';
import { PlanTreatment } from '../../src/modules/knowledge/index.ts';
import type { KnowledgeWorld } from './tell-knowledge.ts';

type World = KnowledgeWorld & { readonly cases: CasesServices };

const MORNING = 10 * 60;
const DOCUMENT = '明交〔2026〕13号';
const TITLE = '公交站点调整后怎样换乘，公告里查不到';

/** One letter on a stop that was given up, and what was changed so that nobody need ask again; another problem is still inquired into. */
export function tellTreatment(world: World): void {
  const { timeline, knowledge, register, publications } = world;
  const handler = register.actor('handler.jiaotong');
  let id = '';
  const version = async () => (await knowledge.treatmentViews.get({ type: 'system' }, id)).version;
  timeline.add('2026-07-13', MORNING, async () => {
    const root = await caseOf(world, '取消的公交站怎样换乘');
    const input = { title: TITLE, unitId: register.unitId('jiaotong'), clusterId: null, caseIds: [root] };
    id = (await knowledge.treatments.open(handler, { ...input, requestId: root })).id;
  });
  timeline.add('2026-07-16', MORNING, async () => {
    const plan = PlanTreatment.parse({
      version: await version(),
      title: TITLE,
      inquiry: '核对今年三次线路调整的公告，到两个取消的站点走访乘客，与公交企业座谈。',
      cause: '公告只写取消和新设的站点，没有写原来的乘客怎样换乘，也没有过渡安排。',
      measureKind: 'rule',
      measure: '线路调整公告统一样式：逐站写明最近的站点、步行距离和换乘办法；取消站点的，设一个月过渡班次。',
      dueOn: '2026-08-14',
      begin: true,
    });
    await knowledge.treatments.plan(handler, id, plan);
  });
  timeline.add('2026-08-03', MORNING, async () => {
    const { items } = await publications.open.items({ fields: { documentNumber: DOCUMENT }, page: 1, pageSize: 1 });
    await knowledge.treatments.finish(handler, id, {
      version: await version(),
      effectiveOn: localDate('2026-08-01'),
      result: '公告样式已修改并用于八月一日起的调整，社区巴士早高峰加密到十二分钟一班。',
      proofs: items.map(({ number }) => number),
    });
  });
  timeline.add('2026-10-12', MORNING, async () => {
    const input = { version: await version(), verdict: '八月以来没有再收到同类来件，公告样式推广到停车设施调整。' };
    await knowledge.treatments.verify(register.actor('office'), id, input);
  });
  timeline.add('2026-11-20', MORNING, async () => {
    const root = await caseOf(world, '转学要等多久');
    const title = '转学要等多久、学籍由谁转，窗口和来信都反复有人问';
    const input = { title, unitId: register.unitId('jiaoyu'), clusterId: null, caseIds: [root], requestId: root };
    await knowledge.treatments.open(register.actor('office'), input);
  });
}

async function caseOf({ cases }: World, title: string): Promise<string> {
  const query = { text: title, page: 1, pageSize: 1, sort: 'receivedAt' } as const;
  const [one] = (await cases.view.list({ type: 'system' }, query)).items;
  if (!one) throw new Error(`The demonstration has no letter “${title}”.`);
  return one.id;
}
