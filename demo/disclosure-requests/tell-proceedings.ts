import type { Actor } from '../../src/kernel/permissions.ts';
import type { ProceedingKind } from '../../src/modules/disclosure-requests/index.ts';
import { day } from './demo-request.ts';
import type { RequestsWorld } from './tell-requests.ts';

/** A reconsideration or suit of the demonstration; days are those on which it is told to the program. */
interface DemoProceeding {
  readonly kind: ProceedingKind;
  readonly procedure?: 'simple';
  readonly unit: string;
  /** Title of the demonstration's request; others are from before the program. */
  readonly matter: string;
  readonly isHere: boolean;
  readonly body: string;
  readonly bodyNumber: string;
  readonly challenged: 'refusal' | 'partial' | 'notHeld' | 'silence';
  readonly received: string;
  readonly registered: string;
  /** Number of the reconsideration before it. */
  readonly after?: string;
  readonly answered?: string;
  readonly heard?: string;
  readonly closed?: {
    readonly on: string;
    readonly result: 'upheld' | 'corrected' | 'other';
    readonly outcome: string;
    readonly fault?: 'search' | 'law' | 'late';
    readonly rectify?: { readonly what: string; readonly dueOn: string };
    readonly lessons?: string;
    readonly rectified?: { readonly on: string; readonly how: string };
  };
}

const DISTRICT = '澄川市明湖区人民政府';
const COURT = '澄川市明湖区人民法院';

/** Two upheld, two set aside, one that waits for the answer. */
const PROCEEDINGS: readonly DemoProceeding[] = [
  {
    kind: 'reconsideration',
    unit: 'zhujian',
    matter: '2024年第21号申请（旧住房修缮资金使用情况）',
    isHere: false,
    body: DISTRICT,
    bodyNumber: '明府复〔2025〕9号',
    challenged: 'silence',
    received: '2025-03-10',
    registered: '2025-03-11',
    answered: '2025-03-21',
    closed: {
      on: '2025-05-06',
      result: 'corrected',
      outcome: '确认逾期答复违法。',
      fault: 'late',
      lessons: '申请由信访窗口收下后没有当日转到政府信息公开工作机构。',
      rectify: { what: '窗口收件当日登记并转办', dueOn: '2025-06-30' },
      rectified: { on: '2025-06-20', how: '已与信访窗口约定当日转办，并纳入月度抽查。' },
    },
  },
  {
    kind: 'reconsideration',
    unit: 'jiaoyu',
    matter: '2026年义务教育学区划分论证会会议记录',
    isHere: true,
    body: DISTRICT,
    bodyNumber: '明府复〔2026〕6号',
    challenged: 'refusal',
    received: '2026-03-02',
    registered: '2026-03-03',
    answered: '2026-03-13',
    heard: '2026-03-27',
    closed: { on: '2026-04-20', result: 'upheld', outcome: '会议记录属于过程性信息，维持不予公开的答复。' },
  },
  {
    kind: 'suitAfterReconsideration',
    unit: 'jiaoyu',
    matter: '2026年义务教育学区划分论证会会议记录',
    isHere: true,
    body: COURT,
    bodyNumber: '（2026）澄0105行初33号',
    challenged: 'refusal',
    received: '2026-05-11',
    registered: '2026-05-12',
    after: '明府复〔2026〕6号',
    answered: '2026-05-25',
    heard: '2026-07-09',
    closed: { on: '2026-08-14', result: 'upheld', outcome: '判决驳回原告的诉讼请求。' },
  },
  {
    kind: 'reconsideration',
    procedure: 'simple',
    unit: 'renshe',
    matter: '1994年原明湖纺织厂转制职工安置名册',
    isHere: true,
    body: DISTRICT,
    bodyNumber: '明府复〔2026〕41号',
    challenged: 'notHeld',
    received: '2026-10-12',
    registered: '2026-10-13',
    answered: '2026-10-16',
    closed: {
      on: '2026-11-10',
      result: 'corrected',
      outcome: '检索范围没有包括移交前的劳动部门档案，确认原答复违法。',
      fault: 'search',
      lessons: '机构改革前由其他部门形成、后来接收的档案没有列入检索范围。',
      rectify: { what: '修订信息检索规程，列明接收档案的检索范围', dueOn: '2026-12-04' },
    },
  },
  {
    kind: 'directSuit',
    unit: 'zhujian',
    matter: '清溪路商业综合体项目施工图审查意见及测绘成果',
    isHere: true,
    body: COURT,
    bodyNumber: '（2026）澄0105行初87号',
    challenged: 'partial',
    received: '2026-11-09',
    registered: '2026-11-10',
  },
];

/** What people took further, each stage on its day, by the officers of the units. */
export function tellProceedings(world: RequestsWorld): void {
  const ids = new Map<string, string>();
  for (const one of PROCEEDINGS) {
    const at = (on: string, minute: number, act: () => Promise<unknown>) =>
      world.timeline.add(day(on), minute, async () => void (await act()));
    at(one.registered, 10 * 60, async () => ids.set(one.bodyNumber, await register(world, one, ids)));
    tellStages(world, one, () => ids.get(one.bodyNumber) ?? '', at);
  }
}

type Place = (on: string, minute: number, act: () => Promise<unknown>) => void;

function tellStages(
  { requests, register: people }: RequestsWorld,
  one: DemoProceeding,
  id: () => string,
  at: Place,
): void {
  const actor = () => people.actor(`officer.${one.unit}`);
  const { proceedings } = requests;
  const seen = async () => (await requests.proceedingViews.get(actor(), id())).version;
  const { answered, heard, closed } = one;
  if (answered)
    at(answered, 16 * 60, async () => proceedings.answer(actor(), id(), { version: await seen(), on: day(answered) }));
  if (heard)
    at(heard, 17 * 60, async () =>
      proceedings.hear(actor(), id(), { version: await seen(), on: day(heard), note: '' }),
    );
  if (!closed) return;
  const rectify = closed.rectify ? { what: closed.rectify.what, dueOn: day(closed.rectify.dueOn) } : null;
  at(closed.on, 11 * 60, async () =>
    proceedings.close(actor(), id(), {
      version: await seen(),
      on: day(closed.on),
      result: closed.result,
      outcome: closed.outcome,
      fault: closed.fault ?? null,
      ordersAnew: false,
      rectify,
    }),
  );
  const { lessons, rectified } = closed;
  if (lessons)
    at(closed.on, 15 * 60, async () => proceedings.learn(actor(), id(), { version: await seen(), lessons, rectify }));
  if (rectified)
    at(rectified.on, 15 * 60, async () =>
      proceedings.rectified(actor(), id(), { version: await seen(), on: day(rectified.on), how: rectified.how }),
    );
}

async function register(
  { requests, register: people }: RequestsWorld,
  one: DemoProceeding,
  ids: ReadonlyMap<string, string>,
): Promise<string> {
  const actor = people.actor(`officer.${one.unit}`);
  const { kind, procedure, matter, body, bodyNumber, challenged, received, after } = one;
  return requests.proceedings.register(actor, {
    kind,
    procedure: procedure ?? 'ordinary',
    unitId: people.unitId(one.unit),
    caseId: one.isHere ? await caseOf(requests, actor, matter) : null,
    earlierId: after ? (ids.get(after) ?? null) : null,
    matter,
    body,
    bodyNumber,
    challenged,
    receivedOn: day(received),
  });
}

async function caseOf(requests: RequestsWorld['requests'], actor: Actor, title: string): Promise<string> {
  const { items } = await requests.list.list(actor, { text: title, page: 1, pageSize: 1 });
  const [found] = items;
  if (!found) throw new Error(`The demonstration has no request “${title}”.`);
  return found.id;
}
