import type { FastifyRequest } from 'fastify';
import { AppError } from '../../../kernel/app-error.ts';
import type { FileStore } from '../../../platform/files/file-store.ts';
import { type LiveContent, type LivePage, PageTitle, refusedBy } from '../../../portal/index.ts';
import { type CasesDoor, type ReceivedFile, SATISFACTION_WORDS, type SenderView } from '../../cases/index.ts';
import { credentialsIn, demandCredentials } from './credentials.ts';
import { Field } from './form-fields.portal.tsx';
import { LookUpElsewhere } from './look-up-elsewhere.portal.tsx';
import { type GivenForm, readForm } from './read-form.ts';
import { originOf } from './sender-origin.ts';
import { WayBody } from './way.portal.tsx';

interface LookUpContext {
  readonly cases: Pick<CasesDoor, 'lookUp' | 'kinds'>;
  readonly files: FileStore;
}

const LOOK_UP = { kind: 'case', action: 'lookUp' };
const URL = '/messages/look-up';
const PER_MINUTE = 60;
/** What somebody adds later may bring as many files as the longest form. */
const MOST_FILES = 5;

/** By number and secret: how far it is, the answer, what is asked, the rating. Whoever lacks either learns nothing. */
export function lookUpPages({ cases, files }: LookUpContext): LivePage[] {
  const post = (
    url: string,
    act: (
      given: Readonly<Record<string, string>>,
      request: FastifyRequest,
      files: readonly ReceivedFile[],
    ) => Promise<{ view: SenderView; done?: string }>,
  ): LivePage => ({
    method: 'POST',
    url,
    access: LOOK_UP,
    perMinute: PER_MINUTE,
    make: async (request) => {
      const form = await readForm(request, files, MOST_FILES);
      const { fields } = form;
      const elsewhere = elsewherePage(cases, fields);
      if (elsewhere) return elsewhere;
      try {
        demandFiles(form);
        const { view, done } = await act(fields, request, form.files);
        return wayPage(view, { secret: fields.secret ?? '', done: done ?? null });
      } catch (error) {
        if (!(error instanceof AppError) || error.status >= 500) throw error;
        return again(cases, fields, request, error);
      }
    },
  });
  return [
    { method: 'GET', url: URL, access: LOOK_UP, make: async () => formPage(null) },
    // Addresses of acts that somebody opens by hand, or that the switch of the display leads back to.
    ...['answer', 'asking-on', 'supplement', 'rating'].map(
      (tail): LivePage => ({
        method: 'GET',
        url: `${URL}/${tail}`,
        access: LOOK_UP,
        make: async () => ({ goTo: URL }),
      }),
    ),
    post(URL, async (given, request) => ({
      view: await cases.lookUp.view(demandCredentials(given), originOf(request)),
    })),
    post(`${URL}/answer`, async (given, request, brought) => ({
      view: await cases.lookUp.answer(
        { ...demandCredentials(given), text: wordsOf(given) },
        brought,
        originOf(request),
      ),
      done: '补充内容已经收到，办理单位会继续办理。',
    })),
    post(`${URL}/asking-on`, async (given, request) => ({
      view: await cases.lookUp.askOn({ ...demandCredentials(given), text: given.askOn ?? '' }, originOf(request)),
      done: '您的追问已经收到，办理单位会重新办理。',
    })),
    post(`${URL}/supplement`, async (given, request, brought) => ({
      view: await cases.lookUp.add(
        { ...demandCredentials(given), text: given.supplement ?? '' },
        brought,
        originOf(request),
      ),
      done: '您补充的情况已经收到。',
    })),
    post(`${URL}/rating`, async (given, request) => ({
      view: await cases.lookUp.rate(
        { ...demandCredentials(given), stars: starsOf(given), comment: (given.comment ?? '').slice(0, 500) },
        originOf(request),
      ),
      done: '感谢您的评价。',
    })),
  ];
}

/** What went wrong with an act is said on the page of the case; only who knows the secret gets there. */
async function again(
  cases: LookUpContext['cases'],
  given: Readonly<Record<string, string>>,
  request: FastifyRequest,
  error: AppError,
): Promise<LiveContent> {
  const isAct =
    request.url !== URL &&
    error.code !== 'case-not-found' &&
    error.code !== 'look-up-wait' &&
    error.code !== 'look-up-empty';
  if (isAct) {
    const view = await cases.lookUp.view(credentialsIn(given), originOf(request)).catch(() => null);
    if (view)
      return {
        ...wayPage(view, { secret: given.secret ?? '', problem: problemOf(error), given }),
        ...refusedBy(error),
      };
  }
  return { ...formPage(problemOf(error), given.number), ...refusedBy(error) };
}

/** Told by the letters of the number alone, before anything is looked up: it says nothing of whether there is such a case. */
function elsewherePage({ kinds }: LookUpContext['cases'], given: Readonly<Record<string, string>>): LiveContent | null {
  const credential = credentialsIn(given);
  const { label, lookUpPath: path = URL } = kinds.ofNumber(credential.number) ?? {};
  if (label === undefined || path === URL) return null;
  return {
    head: { title: '查看办理进度', trail: TRAIL, unlisted: true },
    path: URL,
    body: <LookUpElsewhere label={label} path={path} {...credential} />,
  };
}

function problemOf(error: AppError): string {
  return [...new Set([error.message, ...error.reasons.map((reason) => reason.message)])].join(' ');
}

const LONGEST = 5000;

function wordsOf({ text = '' }: Readonly<Record<string, string>>): string {
  const words = text.trim();
  if (words === '') throw new AppError('words-missing', 422, '请填写补充内容。');
  if (words.length > LONGEST) throw new AppError('words-too-long', 422, `补充内容请不要超过 ${LONGEST} 个字。`);
  return words;
}

function starsOf({ stars }: Readonly<Record<string, string>>): number {
  const given = Number(stars);
  if (SATISFACTION_WORDS[given - 1] === undefined) throw new AppError('stars-missing', 422, '请选择一项评价。');
  return given;
}

const TRAIL = [{ href: '/messages', label: '互动交流' }];

function wayPage(view: SenderView, shown: Omit<Parameters<typeof WayBody>[0], 'view'>): LiveContent {
  return {
    head: { title: '办理进度', trail: TRAIL, unlisted: true },
    path: URL,
    body: <WayBody view={view} {...shown} />,
  };
}

/** What cannot be taken is said beside the words, which are all kept. @throws AppError `file-refused` (422) */
function demandFiles({ faults }: GivenForm): void {
  if (faults.length > 0) throw new AppError('file-refused', 422, '没有提交成功，填写的内容还在。', { reasons: faults });
}

function formPage(problem: string | null, number = ''): LiveContent {
  return {
    head: { title: '查看办理进度', trail: TRAIL, unlisted: true },
    path: URL,
    body: (
      <>
        <PageTitle title="查看办理进度" lead="填写提交时得到的编号和查询码，两者都对才能看到。" />
        <div class="wrap ask-grid">
          <form class="ask-form" method="post" action={URL}>
            {problem !== null && (
              <div class="ask-problem" role="alert" tabIndex={-1}>
                <p>{problem}</p>
              </div>
            )}
            <Field
              id="number"
              label="编号"
              required
              hint="两个字母开头，例如 ZX……"
              fault={null}
              value={number}
              maxLength={40}
              autocomplete="off"
            />
            <Field
              id="secret"
              label="查询码"
              required
              hint="8 位，不区分大小写"
              fault={null}
              value=""
              maxLength={40}
              autocomplete="off"
            />
            <p class="actions">
              <button class="button" type="submit">
                查看
              </button>
            </p>
          </form>
          <aside class="ask-side" aria-label="说明">
            <section>
              <h2>忘了编号或查询码</h2>
              <p>查询码不保存在系统里，工作人员也查不到。留了邮箱的，请查看收件箱；否则请重新提交或联系办理单位。</p>
            </section>
          </aside>
        </div>
      </>
    ),
  };
}
