import type { SettableClock } from '../../src/kernel/clock.ts';
import type { Actor } from '../../src/kernel/permissions.ts';
import type { CasesServices } from '../../src/modules/cases/index.ts';
import type { MessagesServices } from '../../src/modules/messages/index.ts';
import { determinationOf, type LibraryWorld } from '../library/library-world.ts';
import { approve } from '../library/reviewing.ts';
import type { DemoAct, DemoMessage } from './message.ts';
import { OPEN_MESSAGES } from './open-messages.ts';
import { PAST_MESSAGES } from './past-messages.ts';

export interface MessagesWorld extends LibraryWorld {
  readonly cases: CasesServices;
  readonly messages: MessagesServices;
}

interface Sent {
  readonly id: string;
  readonly number: string;
  readonly secret: string;
}

/** An address of documentation, which nobody has. */
const ORIGIN = { connection: '203.0.113.7', browser: null };
/** A form that comes back sooner is taken for a machine. */
const WRITING_MS = 5_000;

/** What people asked this year, each act on its day, by the number and secret of whoever asked. */
export function tellMessages(world: MessagesWorld): void {
  for (const message of [...PAST_MESSAGES, ...OPEN_MESSAGES]) {
    const [on, minute] = placeOf(message.at);
    world.timeline.add(on, minute, async () => {
      const sent = await send(world, message);
      for (const act of message.way) {
        const [day, time] = placeOf(act.at);
        world.timeline.add(day, time, () =>
          perform(world, message, sent, act).catch((cause) => {
            throw new Error(`“${message.text.slice(0, 20)}” ${act.at} ${act.act}`, { cause });
          }),
        );
      }
    });
  }
}

async function send({ cases, clock, register, publications }: MessagesWorld, message: DemoMessage): Promise<Sent> {
  const filter = { fields: { documentNumber: message.document ?? '' } };
  const [about] = message.document ? (await publications.open.items({ ...filter, page: 1, pageSize: 1 })).items : [];
  const token = tokenBefore(cases, clock);
  const unitId = message.unit ? register.unitId(message.unit) : (about?.unitId ?? null);
  return cases.receiving.receive(
    { type: 'visitor' },
    {
      kind: message.kind,
      title: message.title ?? null,
      text: message.text,
      unitId,
      publicationNumber: about?.number ?? null,
      fields: { ...message.fields },
      applicant: message.from
        ? {
            kind: 'person',
            name: message.from.name ?? null,
            phone: message.from.phone ?? null,
            email: message.from.email ?? null,
            address: null,
            identityNumber: null,
          }
        : null,
      mayPublish: message.mayPublish ?? false,
    },
    { channel: 'portal', form: { token, honeypot: '', ...ORIGIN }, files: [] },
  );
}

async function perform(world: MessagesWorld, message: DemoMessage, sent: Sent, act: DemoAct): Promise<void> {
  const { cases, register } = world;
  if (act.by === 'sender') return ofSender(world, sent, act);
  const actor = register.actor(act.by);
  const { id } = sent;
  const view = await cases.view.get({ type: 'system' }, id);
  const { version } = view;
  const draft = view.replies.find((reply) => reply.state === 'draft');
  const edit = draft?.edit ?? 0;
  switch (act.act) {
    case 'accept':
      return cases.routing.accept(actor, id, version);
    case 'classify':
      return cases.handling.classify(actor, id, { version, isSimple: true });
    case 'assign':
      return cases.routing.assign(actor, id, {
        version,
        unitId: register.unitId(act.unit),
        personId: act.to ? personIdOf(register.actor(act.to)) : null,
      });
    case 'transfer':
      return cases.routing.transfer(actor, id, { version, unitId: register.unitId(act.unit), reason: act.reason });
    case 'note':
      return cases.handling.note(actor, id, { text: act.text });
    case 'ask':
      return cases.handling.askSender(actor, id, { version, question: act.question });
    case 'reject':
      return cases.handling.reject(actor, id, { version, reason: 'otherProcedure', text: act.text });
    case 'followUp':
      return cases.handling.followUp(actor, id, { isSolved: true, text: act.text });
    case 'close':
      return cases.handling.close(actor, id, version);
    case 'reply':
      return reply(world, actor, id, edit, act.text);
    case 'approve':
    case 'return': {
      const decision = act.act === 'approve' ? 'approved' : 'returned';
      const comment = act.act === 'return' ? act.comment : null;
      return cases.replies.review(actor, id, { version, step: act.step, edit, decision, comment });
    }
    case 'send':
      return cases.replies.send(actor, id, { version, edit });
    case 'select':
      return select(world, actor, act.by.split('.')[1] ?? '', id, message);
    default:
      throw new Error(`The demonstration has an act that only the sender does: ${act.act}.`);
  }
}

async function reply({ cases }: MessagesWorld, actor: Actor, id: string, edit: number, text: string): Promise<void> {
  await cases.replies.draft(actor, id, { edit, text, findingsReason: null });
  const { version, replies } = await cases.view.get({ type: 'system' }, id);
  const draft = replies.find((one) => one.state === 'draft');
  await cases.replies.submit(actor, id, { version, edit: draft?.edit ?? 1 });
}

async function ofSender({ cases }: MessagesWorld, { number, secret }: Sent, act: DemoAct): Promise<void> {
  if (act.act === 'rate')
    await cases.lookUp.rate({ number, secret, stars: act.stars, comment: act.comment ?? null }, ORIGIN);
  else if (act.act === 'add') await cases.lookUp.answer({ number, secret, text: act.text }, [], ORIGIN);
  else throw new Error(`The demonstration lets a sender do what only staff does: ${act.act}.`);
}

/** Selected, determined, reviewed and published through the one door. */
async function select(
  world: MessagesWorld,
  actor: Actor,
  unit: string,
  id: string,
  message: DemoMessage,
): Promise<void> {
  const { publicationId } = await world.messages.selections.select(actor, id);
  if (publicationId === null) throw new Error(`“${message.text.slice(0, 20)}” was not selected.`);
  const officer = world.register.actor(`officer.${unit}`);
  await world.publications.determinations.determine(officer, publicationId, determinationOf('cat20.11'));
  await approve(world, actor, publicationId, unit);
}

function personIdOf(actor: Actor): string | null {
  return actor.type === 'person' ? actor.personId : null;
}

function placeOf(at: string): [on: string, minute: number] {
  const [on = '', time = ''] = at.split(' ');
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return [on, hour * 60 + minute];
}

/** The form was opened a little earlier, so that the letter comes at its minute. */
function tokenBefore(cases: CasesServices, clock: SettableClock): string {
  const now = clock.now();
  clock.set(new Date(now.getTime() - WRITING_MS));
  const token = cases.forms.token();
  clock.set(now);
  return token;
}
