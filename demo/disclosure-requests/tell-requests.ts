import type { SettableClock } from '../../src/kernel/clock.ts';
import type { LocalDate } from '../../src/kernel/local-date.ts';
import type { Actor } from '../../src/kernel/permissions.ts';
import type { CasesServices } from '../../src/modules/cases/index.ts';
import type { DisclosureRequestsServices } from '../../src/modules/disclosure-requests/index.ts';
import type { LibraryWorld } from '../library/library-world.ts';
import { type DemoRequest, type DemoStep, day } from './demo-request.ts';
import { OPEN_REQUESTS } from './open-requests.ts';
import { PAST_REQUESTS } from './past-requests.ts';

export interface RequestsWorld extends LibraryWorld {
  readonly cases: CasesServices;
  readonly requests: DisclosureRequestsServices;
}

interface Sent {
  readonly id: string;
  readonly number: string;
  readonly secret: string;
}

const SYSTEM = { type: 'system' } as const;
const ORIGIN = { connection: '203.0.113.9', browser: null };
const WRITING_MS = 5_000;
const BEGINNING = '2025-01-10';

/** What people requested of the government, each step on its day, by the roles that do it on duty. */
export function tellRequests(world: RequestsWorld): void {
  world.timeline.add(BEGINNING, 9 * 60, () => setRemedies(world));
  for (const request of [...PAST_REQUESTS, ...OPEN_REQUESTS]) {
    const [on, minute] = placeOf(request.at);
    world.timeline.add(on, minute, async () => {
      const sent = await take(world, request);
      for (const step of request.way) {
        const [stepOn, time] = placeOf(step.at);
        world.timeline.add(stepOn, time, () =>
          perform(world, request, sent, step).catch((cause) => {
            throw new Error(`“${request.title}” ${step.at} ${step.act}`, { cause });
          }),
        );
      }
    });
  }
}

/** Against departments and streets one turns to the district, against the district to the city (reconsideration law art 24). */
async function setRemedies({ requests, register }: RequestsWorld): Promise<void> {
  const office = register.actor('office');
  const common = {
    reconsiderationPhone: '021-60000012',
    internetChannel: 'https://fuyi.minghu.example/',
    courtAddress: null,
    administrativeQuery: 'either',
    version: 0,
  } as const;
  await requests.remedyBodies.put(office, {
    ...common,
    scope: 'others',
    reconsiderationBody: '澄川市明湖区人民政府',
    reconsiderationAddress: '澄川市明湖区明湖路1号',
    court: '澄川市明湖区人民法院',
  });
  await requests.remedyBodies.put(office, {
    ...common,
    scope: 'government',
    reconsiderationBody: '澄川市人民政府',
    reconsiderationAddress: '澄川市中心大道1号',
    court: '澄川市中级人民法院',
  });
}

function take({ requests, cases, clock, register }: RequestsWorld, request: DemoRequest): Promise<Sent> {
  const { from, title, text, category, wantedForm, wantedWay, arrival } = request;
  const input = {
    title,
    text,
    category,
    wantedForm,
    wantedWay,
    unitId: register.unitId(request.unit),
    contactPerson: from.contactPerson ?? null,
    applicant: {
      name: from.name,
      phone: from.phone,
      identityNumber: from.identityNumber,
      address: from.address ?? null,
      email: from.email ?? null,
    },
  };
  if (arrival === 'portal') {
    const form = { token: tokenBefore(cases, clock), honeypot: '', ...ORIGIN };
    return requests.takingIn.apply({ type: 'visitor' }, input, { form, files: [] });
  }
  const submittedOn = day(request.submittedOn ?? request.at.slice(0, 10));
  return requests.takingIn.register(register.actor(`officer.${request.unit}`), {
    ...input,
    arrival,
    submittedOn,
    signedOn: request.signedOn ? day(request.signedOn) : null,
  });
}

async function perform(world: RequestsWorld, request: DemoRequest, sent: Sent, step: DemoStep): Promise<void> {
  const { requests, cases, register } = world;
  if (step.by === 'sender') return ofSender(world, sent, step);
  const actor = register.actor(`${step.by}.${request.unit}`);
  const { id } = sent;
  const on = day(step.at.slice(0, 10));
  const file = await requests.view.get(SYSTEM, id);
  const { version } = file.case;
  switch (step.act) {
    case 'accept':
      return cases.routing.accept(actor, id, version);
    case 'confirm':
      return requests.receipt.confirm(actor, id, { version, on, how: step.how });
    case 'identity':
      return requests.receipt.checkIdentity(actor, id, {
        version,
        evidence: step.evidence,
        category: request.category,
      });
    case 'askCorrection':
      return requests.correction.ask(actor, id, { version, text: step.text, until: day(step.until) });
    case 'stopWaiting':
      return requests.correction.stopWaiting(actor, id, version);
    case 'consult':
      return requests.consultation.consult(actor, id, {
        version,
        whom: step.whom,
        name: step.name,
        asked: step.asked,
        receivedOn: on,
      });
    case 'opinion':
      return requests.consultation.end(actor, id, {
        version,
        consultationId: file.consultations.find((one) => one.opinion === null)?.id ?? '',
        opinion: step.opinion,
        text: step.text,
        on,
        isReasonable: step.holds ?? null,
      });
    case 'proposeExtension':
      return requests.extension.propose(actor, id, { version, workdays: step.workdays, reason: step.reason });
    case 'approveExtension':
      return requests.extension.decide(actor, id, {
        version,
        extensionId: file.extensions.at(-1)?.id ?? '',
        decision: 'approved',
        remark: null,
      });
    case 'noticeFee':
      return requests.fee.notice(actor, id, { version, way: 'volume', quantity: step.pages, earlierItems: 0 });
    case 'takeFee':
      return requests.fee.take(actor, id, { version, on });
    case 'contact':
      return requests.communication.logContact(actor, id, { topic: step.topic, text: step.text });
    case 'confer':
      return requests.communication.confer(actor, id, {
        heldOn: on,
        attendees: step.attendees,
        legalAdviser: step.legalAdviser,
        opinion: step.opinion,
      });
    case 'sort':
      return requests.communication.sort(actor, id, { topic: step.topic, abuseReason: null });
    case 'draft':
      await draft(world, actor, id, step);
      return;
    case 'decide':
      return decide(world, request, id, step);
    case 'deliver':
      return requests.delivery.deliver(actor, id, {
        version,
        decisionId: file.decisions.at(-1)?.id ?? '',
        way: step.way,
        trackingNumber: step.number ?? null,
        sentOn: on,
        deliveredOn: on,
        proof: step.proof,
      });
    case 'keepBack':
      for (const item of file.conversions.filter(({ state }) => state === 'pending'))
        await requests.conversion.decide(actor, id, {
          conversionId: item.id,
          version: item.version,
          decision: 'notEligible',
          reason: step.reason,
        });
      return;
    case 'archive':
      return requests.delivery.archive(actor, id, { version, archiveNumber: step.number });
    default:
      throw new Error(`The demonstration has a step that only the applicant does: ${step.act}.`);
  }
}

type Decided = Extract<DemoStep, { readonly content: unknown }>;

/** @returns edit of the letter that was submitted */
async function draft({ requests }: RequestsWorld, actor: Actor, id: string, { content }: Decided): Promise<number> {
  await requests.decisions.draft(actor, id, {
    edit: 0,
    content,
    findingsReason: '告知书中的单位名称、地址和电话应当告知申请人',
  });
  const { version } = (await requests.view.get(SYSTEM, id)).case;
  await requests.decisions.submit(actor, id, { version, edit: 1 });
  return 1;
}

/** Drafted by one, examined by another, signed by the head, sent. */
async function decide(world: RequestsWorld, { unit }: DemoRequest, id: string, step: Decided): Promise<void> {
  const { requests, cases, register } = world;
  const handler = register.actor(`handler.${unit}`);
  const edit = await draft(world, handler, id, step);
  for (const [account, code] of [
    [`deputy.${unit}`, 'examination'],
    [`head.${unit}`, 'signing'],
  ] as const) {
    const { version } = (await requests.view.get(SYSTEM, id)).case;
    const review = { version, step: code, edit, decision: 'approved', comment: null } as const;
    await cases.replies.review(register.actor(account), id, review);
  }
  const { version } = (await requests.view.get(SYSTEM, id)).case;
  await requests.decisions.send(handler, id, { version, edit });
}

async function ofSender({ cases }: RequestsWorld, { number, secret }: Sent, step: DemoStep): Promise<void> {
  if (step.act !== 'correct')
    throw new Error(`The demonstration lets an applicant do what only staff does: ${step.act}.`);
  await cases.lookUp.answer({ number, secret, text: step.text }, [], ORIGIN);
}

function placeOf(at: string): [on: LocalDate, minute: number] {
  const [on = '', time = ''] = at.split(' ');
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return [on as LocalDate, hour * 60 + minute];
}

/** The form was opened a little earlier, so that the request comes at its minute. */
function tokenBefore(cases: CasesServices, clock: SettableClock): string {
  const now = clock.now();
  clock.set(new Date(now.getTime() - WRITING_MS));
  const token = cases.forms.token();
  clock.set(now);
  return token;
}
