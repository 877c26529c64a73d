import type { LibraryWorld } from './library-world.ts';
import { approve } from './reviewing.ts';

const FOUR = 16 * 60;
const AMENDED = '明府规〔2022〕2号';
const WITHDRAWN = '明商〔2022〕8号';

/** What happened to documents after they were public: one is amended, one withdrawn, lead departments walk through their topics. */
export function tellLaterActs(world: LibraryWorld, ids: ReadonlyMap<string, string>): void {
  const { timeline, register, publications } = world;
  timeline.add('2026-03-05', FOUR, () => amend(world, ids.get(AMENDED) ?? ''));
  timeline.add('2026-07-20', FOUR, async () => {
    const id = ids.get(WITHDRAWN) ?? '';
    const { version } = await publications.view.get({ type: 'system' }, id);
    const reason = '三年建设任务已经完成，内容与现行商业网点规划不一致。';
    await publications.ends.withdraw(register.actor('officer.shangwu'), id, { version, reason });
  });
  timeline.add('2026-09-15', FOUR, () =>
    patrol(world, 'elderly', 'officer.minzheng', '居家养老补贴办法已到期，正在起草新的办法；其余文件内容准确。'),
  );
  timeline.add('2026-10-20', FOUR, () =>
    patrol(world, 'school', 'officer.jiaoyu', '已补充2026年招生通知；往年通知保留备查。'),
  );
}

/** The clause that the review of fair competition objected to is put right, and the text published anew. */
async function amend(world: LibraryWorld, id: string): Promise<void> {
  const { publications, register } = world;
  const office = register.actor('office');
  const { version } = await publications.view.get(office, id);
  await publications.drafting.amend(office, id, version);
  const { draft } = await publications.view.get(office, id);
  if (!draft) throw new Error('The demonstration’s amendment has no draft.');
  const text = JSON.stringify(draft.content).replace('使用本区企业首台（套）装备', '使用经认定的首台（套）装备');
  await publications.drafting.edit(office, id, {
    edit: draft.edit,
    content: JSON.parse(text),
    changeKind: 'major',
    changeNote: '根据明府规〔2025〕2号修改后重新公布全文。',
  });
  await publications.determinations.determine(register.actor('officer.zhengfuban'), id, {
    attribute: 'proactive',
    manner: 'open',
    legalBasis: 'cat20.1',
    reason: '行政规范性文件应当公开。',
  });
  await approve(world, office, id, 'zhengfuban');
}

async function patrol(
  { library, register }: LibraryWorld,
  code: string,
  account: string,
  findings: string,
): Promise<void> {
  const topic = (await library.topics.topics()).find((one) => one.code === code);
  if (topic) await library.topics.patrol(register.actor(account), topic.id, { findings });
}
