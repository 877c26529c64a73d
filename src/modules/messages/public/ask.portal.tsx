import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FileStore } from '../../../platform/files/file-store.ts';
import { type GoTo, type LiveContent, type LivePage, PageTitle } from '../../../portal/index.ts';
import type { CaseKindView, CasesDoor, ReceiveInput } from '../../cases/index.ts';
import type { OpenItem, OpenPublications } from '../../publications/index.ts';
import type { AnsweredService } from '../answered/answered.service.ts';
import { type AskForm, AskFormBody, PROOF_FIELD } from './ask-form.portal.tsx';
import { CHANNEL_WORDS, isOffered, type OfferedCode } from './channel-words.ts';
import type { Given } from './form-fields.portal.tsx';
import { applicantIn, fieldsUnder, handIn, heldBack, type ShownAgain } from './hand-in.ts';
import { outsideReason } from './own-hosts.ts';
import { newestPolicies, PolicyPick } from './policy-pick.portal.tsx';
import { type GivenForm, readForm } from './read-form.ts';
import { ReceiptBody } from './receipt.portal.tsx';
import { markBrowser } from './sender-origin.ts';

export interface AskContext {
  readonly cases: Pick<CasesDoor, 'forms' | 'receiving' | 'view'>;
  readonly open: OpenPublications;
  readonly files: FileStore;
  readonly answered: AnsweredService;
  /** Hosts by which our sites are known. */
  readonly hosts: readonly string[];
}

const ASK = { kind: 'case', action: 'receive' };
const NEW = '/messages/new';
const ERRORS = '/site-errors/new';
/** Letters of one connection in a minute: an office building has many who ask, no one writes that fast. */
const PER_MINUTE = 30;

/** Forms for everybody, without an account (MSG-1, MSG-2, SITE-3). */
export function askPages(context: AskContext): LivePage[] {
  return [NEW, ERRORS].flatMap((url): LivePage[] => [
    { method: 'GET', url, access: ASK, make: (request, reply) => blank(context, request, reply) },
    {
      method: 'POST',
      url,
      access: ASK,
      perMinute: PER_MINUTE,
      make: (request, reply) => sent(context, request, reply),
      tooMany: (request, reply, seconds) => held(context, request, reply, seconds),
    },
  ]);
}

interface Asked {
  readonly code: OfferedCode;
  readonly kind: CaseKindView;
  /** On whose page it is asked, or which was picked. */
  readonly about: OpenItem | null;
  /** The form itself asks which policy it is about (MSG-8). */
  readonly picks: boolean;
}

async function blank(context: AskContext, request: FastifyRequest, reply: FastifyReply): Promise<LiveContent | GoTo> {
  const query = request.query as Given;
  const asked = await askedFor(context, request, query);
  if (!asked) return { goTo: '/messages' };
  markBrowser(request, reply);
  const address = typeof query.page === 'string' && /^\/[\w/?=&.-]{0,400}$/.test(query.page) ? query.page : '';
  return show(context, asked, { given: address === '' ? {} : { 'fields.address': address } });
}

async function sent(context: AskContext, request: FastifyRequest, reply: FastifyReply): Promise<LiveContent | GoTo> {
  const form = await readForm(request, context.files, 5);
  const asked = await askedFor(context, request, chosenIn(request, form));
  if (!asked) return { goTo: '/messages' };
  markBrowser(request, reply);
  const given = form.fields;
  if (given.act === 'answered') {
    const answered = await context.answered.like(`${given.title ?? ''} ${given.text ?? ''}`.slice(0, 500));
    return show(context, asked, { given, answered });
  }
  const outside = outsideReason(given['fields.address'] ?? '', [...context.hosts, request.hostname]);
  const refused = asked.code === 'siteError' && outside ? [outside] : [];
  const outcome = await handIn(request, form, refused, (handed) =>
    context.cases.receiving.receive({ type: 'visitor' }, inputOf(asked, given), { ...handed, channel: 'portal' }),
  );
  if ('again' in outcome) return show(context, asked, outcome.again);
  return {
    head: { title: '已经收到', trail: trailOf(), unlisted: true },
    path: '/messages/look-up',
    body: <ReceiptBody receipt={outcome.receipt} received={CHANNEL_WORDS[asked.code].received} />,
  };
}

async function held(context: AskContext, request: FastifyRequest, reply: FastifyReply, seconds: number) {
  const form = await readForm(request, context.files, 0);
  const asked = await askedFor(context, request, chosenIn(request, form));
  if (!asked) return { goTo: '/messages' };
  markBrowser(request, reply);
  return show(context, asked, heldBack(form, seconds));
}

/** The policy of the page that led here, or else the one that was picked in the form of suggestions (MSG-8). */
function chosenIn(request: FastifyRequest, { fields: { document } }: GivenForm): Given {
  const query = request.query as Given;
  return query.channel === 'suggestion' && !query.document && document ? { ...query, document } : query;
}

/** @returns null when no such form is offered */
async function askedFor(context: AskContext, request: FastifyRequest, from: Given): Promise<Asked | null> {
  const isError = request.url.startsWith(ERRORS);
  const code = isError ? 'siteError' : (from.channel ?? '');
  if (!isOffered(code) || (code === 'siteError') !== isError) return null;
  const kind = (await context.cases.view.kinds()).find((one) => one.code === code);
  if (!kind) return null;
  const number = Number(from.document);
  const item = Number.isSafeInteger(number) && number > 0 ? await context.open.item(number) : undefined;
  const about = item?.status === 'public' ? item : null;
  if (code === 'policyMessage' && about === null) return null;
  const picks = code === 'suggestion' && !(request.query as Given).document;
  return { code, kind, about, picks };
}

function inputOf({ code, about }: Asked, given: Given): ReceiveInput {
  return {
    kind: code,
    title: given.title ?? null,
    text: given.text ?? '',
    // A question about a policy goes to the unit that drafted it (MSG-5).
    unitId:
      code === 'policyMessage' || (about && code === 'suggestion') ? (about?.unitId ?? null) : given.unitId || null,
    publicationNumber: about?.number ?? null,
    fields: fieldsUnder(given, 'fields'),
    applicant: applicantIn(given),
    mayPublish: given.mayPublish === 'true',
  } as ReceiveInput;
}

async function show(
  context: AskContext,
  asked: Asked,
  shown: ShownAgain & { readonly answered?: AskForm['answered'] },
): Promise<LiveContent> {
  const { code, kind, about, picks } = asked;
  const words = CHANNEL_WORDS[code];
  const chosen = about && !picks ? `&document=${about.number}` : '';
  const action = code === 'siteError' ? ERRORS : `${NEW}?channel=${code}${chosen}`;
  const choosesUnit = code === 'enquiry' || code === 'mailbox' || (code === 'suggestion' && (picks || !about));
  const units = choosesUnit ? await context.cases.view.units() : null;
  return {
    head: { title: words.name ?? kind.label, trail: trailOf(), unlisted: true },
    ...(shown.status !== undefined && { status: shown.status }),
    path: action,
    body: (
      <>
        <PageTitle title={words.name ?? kind.label} lead={words.about} />
        <div class="wrap ask-grid">
          <div>
            {about && !picks && (
              <p class="asked-part">
                关于：<a href={`/documents/${about.number}`}>{about.title}</a>
              </p>
            )}
            <AskFormBody
              form={{
                kind,
                action,
                textLabel: words.textLabel,
                textHint: words.textHint,
                given: shown.given,
                reasons: shown.reasons ?? [],
                problem: shown.problem ?? null,
                token: context.cases.forms.token(shown.given[PROOF_FIELD]),
                units,
                before: picks ? <PolicyPick policies={await newestPolicies(context.open)} picked={about} /> : null,
                answered: shown.answered ?? null,
              }}
            />
          </div>
          <Terms kind={kind} />
        </div>
      </>
    ),
  };
}

function Terms({ kind }: { kind: CaseKindView }) {
  return (
    <aside class="ask-side" aria-label="办理说明">
      <section>
        <h2>多久答复</h2>
        <p>
          自收到的次日起，{kind.term}内答复{kind.simpleTerm && `；简单问题，${kind.simpleTerm}内答复`}。
        </p>
      </section>
      <section>
        <h2>请注意</h2>
        <ul>
          <li>不用登录，不用注册。</li>
          <li>正文里请不要写身份证号、银行卡号等信息。</li>
          <li>
            要申请公开政府信息的，请到<a href="/disclosure-requests">依申请公开</a>
            ；行政复议、信访投诉，请走各自的法定途径。
          </li>
        </ul>
      </section>
      <section>
        <h2>已经问过</h2>
        <p>
          <a href="/messages/look-up">查看办理进度和答复</a>
        </p>
      </section>
    </aside>
  );
}

function trailOf() {
  return [{ href: '/messages', label: '互动交流' }];
}
