import { Readable } from 'node:stream';
import type { InterpretationsServices } from '../../src/modules/interpretations/index.ts';
import { tableDocx } from '../documents/table-docx.ts';
import { plainBody } from '../library/body.ts';
import { determinationOf, type LibraryWorld, peopleOf } from '../library/library-world.ts';
import type { Content } from '../library/pieces.ts';
import { approve } from '../library/reviewing.ts';
import { DEMO_CONTESTS, type DemoContest } from './contests.ts';
import { DRAFT_STAGE } from './draft-stage.ts';
import { DEMO_SESSIONS } from './live-sessions.ts';
import { DEMO_RECORDS, type DemoRecord } from './work-records.ts';

export interface WorkWorld extends LibraryWorld {
  readonly interpretations: InterpretationsServices;
}

const NINE = 9 * 60;
const FIVE = 17 * 60;
/** The day after the follow-up came out. */
const ANSWERED_ON = '2026-08-10';
const FOLLOW_UP = '低保标准调整后，大家问得最多的六个问题';

/** What becomes public, in the order of the year, through the one door. */
export function tellInterpretationWork(world: WorkWorld): void {
  const { timeline } = world;
  for (const session of DEMO_SESSIONS)
    timeline.add(session.publishedOn, FIVE, async () => {
      const relations = await pointers(world, 'explains', session.explains, 'documentNumber');
      await publish(world, session.unit, 'liveSession', {
        ...contentOf(session.title, session.text),
        fields: session.fields,
        relations,
      });
    });
  for (const one of DRAFT_STAGE)
    timeline.add(one.on, FIVE, async () => {
      const { form, stage = 'draft', points, summary } = one;
      const fields = { form, stage, interpreter: 'drafter', points: [...points], summary };
      await publish(world, one.unit, 'interpretation', { ...contentOf(one.title, one.text), fields });
    });
  for (const contest of DEMO_CONTESTS) tellContest(world, contest);
  for (const record of DEMO_RECORDS) timeline.add(dayOf(record), FIVE, () => file(world, record));
  timeline.add(ANSWERED_ON, NINE, async () => {
    const [document] = await itemsOf(world, '明民〔2026〕18号', 'documentNumber');
    const [interpretation] = await itemsOf(world, FOLLOW_UP, 'title');
    if (!document || !interpretation) return;
    const input = { document: document.number, interpretation: interpretation.number };
    await world.interpretations.questions.answer(world.register.actor('officer.minzheng'), input);
  });
}

function tellContest(world: WorkWorld, contest: DemoContest): void {
  const { timeline } = world;
  timeline.add(contest.publishedOn, FIVE, async () => {
    const { year, opensOn, closesOn } = contest;
    const title = `${year}年度优秀政策解读评选`;
    const text = '候选解读由各单位推荐。请选出看得懂、用得上的解读，投票截止以后公布结果。';
    const summary = `请大家评一评${year}年的政策解读，最多选三件。`;
    const relations = await pointers(world, 'candidate', contest.candidates, 'title');
    const number = await publish(world, 'zhengfuban', 'interpretationContest', {
      ...contentOf(title, text),
      fields: { year, opensOn, closesOn, choices: 3, summary },
      relations,
    });
    timeline.add(contest.votedOn, NINE, () => vote(world, contest, number));
  });
}

/** Addresses of documentation, which nobody has. */
async function vote(world: WorkWorld, contest: DemoContest, number: number): Promise<void> {
  const { candidates } = await world.interpretations.contests.get(number);
  const voters = Math.max(...contest.votes);
  for (let voter = 0; voter < voters; voter += 1) {
    const chosen = contest.candidates
      .filter((_, place) => voter < (contest.votes[place] ?? 0))
      .slice(-3)
      .flatMap((title) => candidates.find((one) => one.title === title)?.number ?? []);
    if (chosen.length > 0) await world.interpretations.contests.vote(number, chosen, `203.0.113.${voter}`);
  }
}

async function publish(world: WorkWorld, unit: string, kind: string, content: Content): Promise<number> {
  const { publications, register } = world;
  const { drafter, officer } = peopleOf(register, unit);
  const { id } = await publications.drafting.create(drafter, { kind, unitId: register.unitId(unit), content });
  await publications.determinations.determine(officer, id, determinationOf('cat20.1'));
  await approve(world, drafter, id, unit);
  return (await publications.view.get({ type: 'system' }, id)).number ?? 0;
}

async function file(world: WorkWorld, record: DemoRecord): Promise<void> {
  const { register, interpretations } = world;
  const { records } = interpretations;
  const officer = register.actor(`officer.${record.unit}`);
  const made = await records.create(officer, {
    register: record.register,
    unitId: register.unitId(record.unit),
    values: { ...record.values, ...(await named(world, record)) },
  });
  if (record.confirmed) await records.confirm(register.actor(`deputy.${record.unit}`), made.id, made.version);
}

/** Numbers, ids and files in the place of titles. */
async function named(world: WorkWorld, record: DemoRecord): Promise<Record<string, unknown>> {
  const { interpretations } = world;
  const by = record.register === 'reprint' ? 'title' : 'documentNumber';
  const [about] = record.about ? await itemsOf(world, record.about, by) : [];
  const number = about?.number ?? null;
  switch (record.register) {
    case 'question':
      return { document: number };
    case 'reprint':
      return { interpretation: number };
    case 'coaching':
      return { documents: number ? [number] : [], file: await slides(world, record) };
    case 'coachingUse':
    case 'spokespersonActivity': {
      const [register, code] =
        record.register === 'coachingUse' ? ['coaching', 'coaching'] : ['spokesperson', 'spokesperson'];
      const query = { register, text: record.below, page: 1, pageSize: 1 };
      const [above] = (await interpretations.records.list({ type: 'system' }, query)).items;
      return { [code]: above?.id, ...(number ? { documents: [number] } : {}) };
    }
    case 'enterpriseTalk':
      return { documents: number ? [number] : [] };
    default:
      return {};
  }
}

async function slides(world: WorkWorld, record: DemoRecord) {
  const title = String(record.values.title);
  const rows = [
    ['讲什么', '怎么讲'],
    ['和谁有关', '先说适用对象，再说条件'],
    ['怎样办', '按步骤讲，带上材料样张'],
  ];
  const stored = await world.files.put(Readable.from([tableDocx(title, rows)]), { maxBytes: 1_000_000 });
  const actor = world.register.actor(`officer.${record.unit}`);
  const { sha256, name } = await world.interpretations.files.add(actor, { ...stored, name: `${title}.docx` });
  return { sha256, name };
}

async function pointers(
  world: WorkWorld,
  type: string,
  names: readonly string[],
  by: 'documentNumber' | 'title',
): Promise<Content['relations']> {
  const relations: Content['relations'] = [];
  for (const name of names)
    for (const { publicationId } of await itemsOf(world, name, by))
      relations.push({ type, publicationId, address: null, title: null, on: null });
  return relations;
}

async function itemsOf({ publications }: WorkWorld, name: string, by: 'documentNumber' | 'title') {
  const filter = by === 'title' ? { kinds: ['interpretation'] } : { fields: { documentNumber: name } };
  const { items } = await publications.open.items({ ...filter, page: 1, pageSize: 100 });
  return by === 'title' ? items.filter((item) => item.title === name) : items;
}

function contentOf(title: string, text: string): Content {
  return { schema: 1, title, fields: {}, body: plainBody(text), attachments: [], relations: [] };
}

function dayOf({ values }: DemoRecord): string {
  for (const code of ['askedOn', 'day', 'madeOn', 'usedOn', 'since', 'appointedOn', 'heldOn'])
    if (typeof values[code] === 'string') return values[code];
  throw new Error('a demonstration record has no day');
}
