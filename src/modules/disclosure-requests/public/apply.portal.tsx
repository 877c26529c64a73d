import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FileStore } from '../../../platform/files/file-store.ts';
import type { LiveContent, LivePage } from '../../../portal/index.ts';
import type { CasesDoor } from '../../cases/index.ts';
import { type Given, handIn, lostFiles, markBrowser, PROOF_FIELD, readForm } from '../../messages/index.ts';
import { disclosureRequest } from '../requests/request.kind.ts';
import type { TakingInService } from '../requests/taking-in.service.ts';
import type { AlreadyPublicService } from './already-public.service.ts';
import { readApplication } from './application-form.ts';
import { ApplicationBody, type ApplicationForm } from './application-page.portal.tsx';
import { APPLY, GUIDE, LOOK_UP } from './paths.ts';
import { callUntil, ReceiptBody } from './receipt.portal.tsx';

export interface ApplyContext {
  readonly cases: Pick<CasesDoor, 'forms' | 'view' | 'clocks'>;
  readonly takingIn: Pick<TakingInService, 'apply'>;
  readonly alreadyPublic: AlreadyPublicService;
  readonly files: FileStore;
}

const ASK = { kind: 'case', action: 'receive' };
/** Of one connection in a minute: an office building has many who ask, no one writes that fast. */
const PER_MINUTE = 30;
const VISITOR = { type: 'visitor' } as const;
const TRAIL = [{ href: GUIDE, label: '依申请公开' }];

/** The form of regulation art 29 for everybody, without an account. */
export function applyPages(context: ApplyContext): LivePage[] {
  return [
    {
      method: 'GET',
      url: APPLY,
      access: ASK,
      make: async (request, reply) => {
        markBrowser(request, reply);
        return show(context, { given: begun(request) });
      },
    },
    { method: 'POST', url: APPLY, access: ASK, perMinute: PER_MINUTE, make: (...asked) => sent(context, ...asked) },
  ];
}

/** A page of a unit or of a document may name what is asked for. */
function begun(request: FastifyRequest): Given {
  const { unit, title } = request.query as Given;
  return {
    ...(typeof unit === 'string' && { unitId: unit.slice(0, 40) }),
    ...(typeof title === 'string' && { title: title.slice(0, 100) }),
  };
}

async function sent(context: ApplyContext, request: FastifyRequest, reply: FastifyReply): Promise<LiveContent> {
  const form = await readForm(request, context.files, disclosureRequest.form.maxFiles);
  markBrowser(request, reply);
  const given = form.fields;
  if (given.act === 'look') {
    const found = await context.alreadyPublic.like(
      `${given.title ?? ''}\n${(given.text ?? '').replaceAll(/\s+/g, ' ')}`,
    );
    return show(context, { given, found, reasons: lostFiles(form) });
  }
  const { input, reasons } = readApplication(given);
  const outcome = await handIn(request, form, reasons, (handed) => context.takingIn.apply(VISITOR, input, handed));
  if ('again' in outcome) return show(context, outcome.again);
  const { today, calendar } = await context.cases.clocks.now();
  return {
    head: { title: '申请已经提交', trail: TRAIL, unlisted: true },
    path: LOOK_UP,
    body: <ReceiptBody receipt={outcome.receipt} submittedOn={today} callBy={callUntil(calendar, today)} />,
  };
}

async function show(
  { cases }: ApplyContext,
  of: Pick<ApplicationForm, 'given'> &
    Partial<Pick<ApplicationForm, 'reasons' | 'problem' | 'found'>> & { readonly status?: number },
): Promise<LiveContent> {
  const { given, reasons = [], problem = null, found = null, status } = of;
  const form = {
    given,
    reasons,
    problem,
    found,
    token: cases.forms.token(given[PROOF_FIELD]),
    units: await cases.view.units(),
  };
  return {
    head: { title: '申请公开政府信息', trail: TRAIL, unlisted: true },
    ...(status !== undefined && { status }),
    path: APPLY,
    body: <ApplicationBody form={form} />,
  };
}
