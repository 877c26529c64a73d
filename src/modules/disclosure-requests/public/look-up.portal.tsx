import type { FastifyRequest } from 'fastify';
import { AppError } from '../../../kernel/app-error.ts';
import type { FileStore } from '../../../platform/files/file-store.ts';
import { type LiveContent, type LivePage, refusedBy } from '../../../portal/index.ts';
import type { CasesDoor, Origin } from '../../cases/index.ts';
import {
  credentialsIn,
  demandCredentials,
  type Given,
  type GivenForm,
  LookUpElsewhere,
  originOf,
  readForm,
} from '../../messages/index.ts';
import { disclosureRequest } from '../requests/request.kind.ts';
import { MOST } from './application-form.ts';
import { LookUpFormBody } from './look-up-form.portal.tsx';
import type { OwnRequestService } from './own-request.service.ts';
import type { OwnRequest } from './own-request.ts';
import { OwnRequestBody } from './own-request-page.portal.tsx';
import { GUIDE, LOOK_UP } from './paths.ts';

interface LookUpContext {
  readonly own: OwnRequestService;
  readonly kinds: CasesDoor['kinds'];
  readonly files: FileStore;
}

const ACCESS = { kind: 'case', action: 'lookUp' };
const PER_MINUTE = 60;
const TRAIL = [{ href: GUIDE, label: '依申请公开' }];
const MESSAGES = '/messages/look-up';

interface Done {
  readonly own: OwnRequest;
  readonly done?: string;
}

/** By number and secret: how far it is, what is asked, the decision. Whoever lacks either learns nothing, not even that there is a request. */
export function lookUpPages(context: LookUpContext): LivePage[] {
  const { own } = context;
  const post = (url: string, act: (form: GivenForm, origin: Origin) => Promise<Done>): LivePage => ({
    method: 'POST',
    url,
    access: ACCESS,
    perMinute: PER_MINUTE,
    make: (request) => answer(context, request, act),
  });
  return [
    { method: 'GET', url: LOOK_UP, access: ACCESS, make: async () => formPage(null) },
    // Addresses of acts that somebody opens by hand, or that the switch of the display leads back to.
    ...['correction', 'withdrawal'].map(
      (tail): LivePage => ({
        method: 'GET',
        url: `${LOOK_UP}/${tail}`,
        access: ACCESS,
        make: async () => ({ goTo: LOOK_UP }),
      }),
    ),
    post(LOOK_UP, async ({ fields }, origin) => ({ own: await own.open(demandCredentials(fields), origin) })),
    post(`${LOOK_UP}/correction`, async (form, origin) => ({
      own: await own.correct({ ...demandCredentials(form.fields), text: correctionOf(form) }, form.files, origin),
      done: '补正内容已经收到，答复期限重新计算。',
    })),
    post(`${LOOK_UP}/withdrawal`, async ({ fields }, origin) => {
      demandConfirmed(fields);
      const reason = fields.reason ?? '';
      return {
        own: await own.withdraw({ ...demandCredentials(fields), reason }, origin),
        done: '撤回申请已经收到，办理机关核对后将告知您处理结果。',
      };
    }),
  ];
}

async function answer(
  context: LookUpContext,
  request: FastifyRequest,
  act: (form: GivenForm, origin: Origin) => Promise<Done>,
): Promise<LiveContent> {
  const form = await readForm(request, context.files, disclosureRequest.form.maxFiles);
  const { fields } = form;
  const elsewhere = elsewherePage(context, fields);
  if (elsewhere) return elsewhere;
  try {
    const { own, done } = await act(form, originOf(request));
    return ownPage(own, { secret: fields.secret ?? '', done: done ?? null, problem: null, given: {} });
  } catch (error) {
    if (!(error instanceof AppError) || error.status >= 500) throw error;
    return again(context, fields, request, error);
  }
}

/** What went wrong with an act is said on the page of the request, with everything kept; only who knows the secret gets there. */
async function again(
  { own }: LookUpContext,
  given: Given,
  request: FastifyRequest,
  error: AppError,
): Promise<LiveContent> {
  const isAct =
    request.url !== LOOK_UP &&
    error.code !== 'case-not-found' &&
    error.code !== 'look-up-wait' &&
    error.code !== 'look-up-empty';
  if (isAct) {
    const shown = await own.open(credentialsIn(given), originOf(request)).catch(() => null);
    const problem = problemOf(error);
    if (shown)
      return { ...ownPage(shown, { secret: given.secret ?? '', done: null, problem, given }), ...refusedBy(error) };
  }
  return { ...formPage(problemOf(error), given.number), ...refusedBy(error) };
}

/** Told by the letters of the number alone, before anything is looked up: it says nothing of whether there is such a case. */
function elsewherePage({ kinds }: LookUpContext, given: Given): LiveContent | null {
  const credential = credentialsIn(given);
  const { code, label, lookUpPath: path = MESSAGES } = kinds.ofNumber(credential.number) ?? {};
  if (label === undefined || code === disclosureRequest.code) return null;
  return {
    head: { title: '查看办理进度', trail: TRAIL, unlisted: true },
    path: LOOK_UP,
    body: <LookUpElsewhere label={label} path={path} {...credential} />,
  };
}

function problemOf(error: AppError): string {
  return [error.message, ...error.reasons.map((reason) => reason.message)].join(' ');
}

function correctionOf({ fields: { text = '' }, faults }: GivenForm): string {
  const words = text.trim();
  if (words === '') throw new AppError('words-missing', 422, '请填写补正内容。');
  if (words.length > MOST.text) throw new AppError('words-too-long', 422, `补正内容请不要超过 ${MOST.text} 个字。`);
  if (faults.length > 0)
    throw new AppError('case-invalid', 422, '附件不能接收，请重新选择后提交。', { reasons: faults });
  return words;
}

function demandConfirmed({ confirmed }: Given): void {
  if (confirmed === 'true') return;
  throw new AppError('not-confirmed', 422, '要撤回申请的，请先勾选“确认撤回”。');
}

function ownPage(own: OwnRequest, beside: Omit<Parameters<typeof OwnRequestBody>[0], 'own'>): LiveContent {
  return {
    head: { title: '办理进度', trail: TRAIL, unlisted: true },
    path: LOOK_UP,
    body: <OwnRequestBody own={own} {...beside} />,
  };
}

function formPage(problem: string | null, number = ''): LiveContent {
  return {
    head: { title: '查看申请办理进度', trail: TRAIL, unlisted: true },
    path: LOOK_UP,
    body: <LookUpFormBody problem={problem} number={number} />,
  };
}
