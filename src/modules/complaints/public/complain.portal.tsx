import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Reason } from '../../../kernel/app-error.ts';
import type { FileStore } from '../../../platform/files/file-store.ts';
import type { GoTo, LiveContent, LivePage, PortalPart } from '../../../portal/index.ts';
import type { CaseKindView, CasesDoor, ReceiveInput } from '../../cases/index.ts';
import {
  applicantIn,
  fieldsUnder,
  type Given,
  handIn,
  heldBack,
  markBrowser,
  PROOF_FIELD,
  ReceiptBody,
  readForm,
  type ShownAgain,
} from '../../messages/index.ts';
import type { Organisations, Unit } from '../../organisations/index.ts';
import { complaint, REQUEST_NUMBER } from '../complaint.kind.ts';
import { ComplainBody } from './complain-form.portal.tsx';

export interface ComplainContext {
  readonly cases: Pick<CasesDoor, 'forms' | 'receiving' | 'view'>;
  readonly units: Organisations['units'];
  readonly files: FileStore;
}

export const COMPLAIN = '/disclosure-complaints/new';
const BACK = { href: '/disclosure-requests', label: '依申请公开' };
const COMPLAINS = { kind: 'case', action: 'receive' };
/** Of one connection in a minute: nobody writes that fast. */
const PER_MINUTE = 30;

/** 公开工作投诉举报 on the portal (FOI-8): a form for everybody, without an account and without scripts. */
export function complaintsPortal(context: ComplainContext): PortalPart {
  return {
    navigation: [],
    foot: [],
    files: [],
    live: complainPages(context),
    pages: [],
  };
}

function complainPages(context: ComplainContext): LivePage[] {
  return [
    { method: 'GET', url: COMPLAIN, access: COMPLAINS, make: (request, reply) => blank(context, request, reply) },
    {
      method: 'POST',
      url: COMPLAIN,
      access: COMPLAINS,
      perMinute: PER_MINUTE,
      make: (request, reply) => sent(context, request, reply),
      tooMany: (request, reply, seconds) => held(context, request, reply, seconds),
    },
  ];
}

/** A page of a unit, or the page of one's own request, leads here with what is known already. */
async function blank(context: ComplainContext, request: FastifyRequest, reply: FastifyReply) {
  const { unit, request: number } = request.query as Given;
  markBrowser(request, reply);
  const [named] = (await complainable(context)).filter(({ code }) => code === unit);
  const given = {
    ...(named ? { againstUnitId: named.id } : {}),
    ...(typeof number === 'string' ? { [`fields.${REQUEST_NUMBER}`]: number.slice(0, 40) } : {}),
  };
  return show(context, { given });
}

async function sent(
  context: ComplainContext,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<LiveContent | GoTo> {
  const form = await readForm(request, context.files, complaint.form.maxFiles);
  markBrowser(request, reply);
  const given = form.fields;
  const outcome = await handIn(request, form, given.againstUnitId ? [] : [NOBODY], (handed) =>
    context.cases.receiving.receive({ type: 'visitor' }, inputOf(given), { ...handed, channel: 'portal' }),
  );
  if ('again' in outcome) return show(context, outcome.again);
  return {
    head: { title: '已经收到', trail: [BACK], unlisted: true },
    path: '/messages/look-up',
    body: <ReceiptBody receipt={outcome.receipt} received="您的投诉举报已经收到。" back={BACK} />,
  };
}

async function held(context: ComplainContext, request: FastifyRequest, reply: FastifyReply, seconds: number) {
  const form = await readForm(request, context.files, 0);
  markBrowser(request, reply);
  return show(context, heldBack(form, seconds));
}

const NOBODY: Reason = { field: 'againstUnitId', message: '请选择被投诉举报的单位，不清楚的选“不清楚”' };
/** Chosen knowingly: the office finds out which unit it is. */
export const UNKNOWN = 'unknown';

function inputOf(given: Given): ReceiveInput {
  return {
    kind: complaint.code,
    text: given.text ?? '',
    againstUnitId: given.againstUnitId === UNKNOWN ? null : given.againstUnitId || null,
    fields: fieldsUnder(given, 'fields'),
    applicant: applicantIn(given),
  } as ReceiveInput;
}

/** Every unit of today but the office, which does not judge itself. */
async function complainable({ units }: ComplainContext): Promise<Unit[]> {
  return (await units.all()).filter((unit) => unit.toOn === null && !unit.isOffice);
}

async function show(context: ComplainContext, shown: ShownAgain): Promise<LiveContent> {
  const kind = (await context.cases.view.kinds()).find((one): one is CaseKindView => one.code === complaint.code);
  if (!kind) throw new Error('the kind of complaints is not registered');
  const office = (await context.units.all()).find((unit) => unit.isOffice && unit.toOn === null);
  return {
    head: { title: kind.label, trail: [BACK], unlisted: true },
    ...(shown.status !== undefined && { status: shown.status }),
    path: COMPLAIN,
    body: (
      <ComplainBody
        kind={kind}
        action={COMPLAIN}
        units={await complainable(context)}
        unknown={UNKNOWN}
        office={office?.name ?? null}
        given={shown.given}
        reasons={shown.reasons ?? []}
        problem={shown.problem ?? null}
        token={context.cases.forms.token(shown.given[PROOF_FIELD])}
      />
    ),
  };
}
