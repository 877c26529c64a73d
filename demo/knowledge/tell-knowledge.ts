import type { z } from 'zod';
import { EntryInput, GapReport, type KnowledgeServices } from '../../src/modules/knowledge/index.ts';
import type { SearchModule } from '../../src/modules/search/index.ts';
import { determinationOf, type LibraryWorld } from '../library/library-world.ts';
import { approve } from '../library/reviewing.ts';
import { DEMO_ENTRIES, type DemoEntry, GAP_ENTRY } from './demo-entries.ts';

export interface KnowledgeWorld extends LibraryWorld {
  readonly knowledge: KnowledgeServices;
  readonly search: SearchModule['service'];
}

const RECEIVERS = [
  ['市12345热线知识库', 'hotline12345'],
  ['一网通办总门户', 'onlineServices'],
  ['区政务服务中心综合窗口', 'serviceCentre'],
  ['社区事务受理服务中心', 'communityCentre'],
  ['明湖区企业联合会', 'partner'],
] as const;
const MORNING = 9 * 60;
/** What people asked the portal and nothing public answers. */
const IN_VAIN = [
  '狂犬疫苗在哪里打',
  '狂犬疫苗哪里可以打',
  '被狗咬了去哪里打狂犬疫苗',
  '狂犬疫苗几点可以打',
  '地铁首班车几点',
];

/** The FAQ of the year: drafted, published, looked at again, handed to hotlines and counters, who report what it lacks. */
export function tellKnowledge(world: KnowledgeWorld): void {
  const { timeline, knowledge, register } = world;
  const office = register.actor('office');
  timeline.add('2026-04-08', MORNING, async () => {
    for (const [name, target] of RECEIVERS) await knowledge.receivers.create(office, { name, target });
  });
  for (const entry of DEMO_ENTRIES) tellEntry(world, entry);
  for (const day of ['2026-04-30', '2026-07-31', '2026-11-18']) timeline.add(day, 5 * 60, () => handOver(world));
  tellGaps(world);
  for (const [at, question] of IN_VAIN.entries())
    timeline.add(`2026-11-${10 + at}`, 20 * 60, async () => void (await knowledge.answers.ask(question)));
  timeline.add('2026-11-19', 4 * 60, async () => void (await knowledge.clusters.refresh()));
}

function tellEntry(world: KnowledgeWorld, entry: DemoEntry): void {
  const { timeline, knowledge, register } = world;
  timeline.add(entry.on, MORNING + 60, async () => {
    const publicationId = await draft(world, entry);
    await publish(world, publicationId, entry.unit);
    if (entry.reviewedOn)
      timeline.add(entry.reviewedOn, MORNING, async () => {
        await knowledge.entries.confirm(register.actor(`handler.${entry.unit}`), publicationId, '与原文核对无误');
      });
  });
}

async function draft(
  world: KnowledgeWorld,
  entry: Omit<DemoEntry, 'on'>,
  gapId: string | null = null,
): Promise<string> {
  const input: z.input<typeof EntryInput> = {
    unitId: world.register.unitId(entry.unit),
    question: entry.question,
    wordings: [...entry.wordings],
    answer: entry.answer,
    topic: entry.topic,
    policyNumber: await numberOf(world, entry.document),
    basis: entry.basis,
    reviewMonths: entry.reviewMonths ?? null,
    gapId,
  };
  const drafter = world.register.actor(`handler.${entry.unit}`);
  return (await world.knowledge.entries.create(drafter, EntryInput.parse(input))).publicationId;
}

async function publish(world: KnowledgeWorld, publicationId: string, unit: string): Promise<void> {
  const officer = world.register.actor(`officer.${unit}`);
  await world.publications.determinations.determine(officer, publicationId, determinationOf('cat20.11'));
  await approve(world, world.register.actor(`handler.${unit}`), publicationId, unit);
}

/** All but the community centres keep up: they have not asked since summer. */
async function handOver({ knowledge, register, clock }: KnowledgeWorld): Promise<void> {
  const receivers = await knowledge.receivers.list(register.actor('office'));
  for (const { id, name, target } of receivers) {
    if (target === 'communityCentre' && clock.now() > new Date('2026-10-01T00:00:00+08:00')) continue;
    const receiver = { id, name, target, created_by: '', created_at: clock.now() };
    for (let after = 0, more = true; more; ) {
      const page = await knowledge.shared.since(receiver, after, 200);
      after = page.cursor;
      more = page.hasMore;
    }
  }
}

function tellGaps(world: KnowledgeWorld): void {
  const { timeline, knowledge, register } = world;
  const report = async (number: string, target: string, questions: string[], unit: string, times: number) => {
    const receivers = await knowledge.receivers.list(register.actor('office'));
    const receiver = receivers.find((one) => one.target === target);
    if (!receiver) throw new Error(`The demonstration has no receiver ${target}.`);
    const row = {
      id: receiver.id,
      name: receiver.name,
      target: receiver.target,
      created_by: '',
      created_at: new Date(0),
    };
    const given = GapReport.parse({ externalNumber: number, questions, times, unit });
    await knowledge.gaps.report(row, `demo-${number}`, given);
  };
  const gapOf = async (number: string) => {
    const { items } = await knowledge.gaps.list({ type: 'system' }, { page: 1, pageSize: 100 });
    return items.find((one) => one.externalNumber === number)?.id ?? null;
  };
  timeline.add('2026-08-03', MORNING, () =>
    report(
      'RX-2026-0803',
      'hotline12345',
      ['低收入家庭按什么标准认定', '比低保高一点的家庭有没有救助'],
      '区民政局',
      46,
    ),
  );
  timeline.add('2026-08-05', MORNING, async () => {
    const gapId = await gapOf('RX-2026-0803');
    const publicationId = await draft(world, GAP_ENTRY, gapId);
    await publish(world, publicationId, 'minzheng');
    await knowledge.gaps.followAll();
  });
  timeline.add('2026-11-17', MORNING, () =>
    report('ZC-2026-1117', 'serviceCentre', ['转学以后学籍由谁转', '转学要不要学校先同意'], '区教育局', 23),
  );
}

async function numberOf({ publications }: LibraryWorld, documentNumber: string): Promise<number> {
  const { items } = await publications.open.items({ fields: { documentNumber }, page: 1, pageSize: 1 });
  const [item] = items;
  if (!item) throw new Error(`The demonstration's library has no ${documentNumber}.`);
  return item.number;
}
