import type { FastifyRequest } from 'fastify';
import { EmptyState, type LiveContent, type LivePage, longDay, PageTitle } from '../../../portal/index.ts';
import { type ValidityState, ValidityTag } from '../../library/index.ts';
import type { Answer, AnswersService, CitedPassage } from '../answering/answers.service.ts';

const URL = '/ask-policy';
const ACCESS = { kind: 'portal', action: 'read' };
const SHORTEST = 3;
const LONGEST = 200;
/** Questions of one connection in a minute. */
const PER_MINUTE = 30;

interface Shown {
  readonly question: string;
  /** Null: nothing was asked yet. */
  readonly answer: Answer | null;
  readonly fault: string | null;
}

/** 问政策 (SRCH-1): a form that works without JavaScript; the question stands in no address and no log. */
export function askPolicyPages(answers: AnswersService): LivePage[] {
  const show = (shown: Shown, status?: number): LiveContent => ({
    head: {
      title: '问政策',
      trail: [],
      description: '用自己的话提问，只用已公开的文件原文回答，并注明出处',
      ...(shown.answer || shown.fault ? { unlisted: true } : {}),
    },
    ...(status !== undefined && { status }),
    path: URL,
    body: <AskPolicyBody shown={shown} hasModel={answers.hasModel} />,
  });
  return [
    { method: 'GET', url: URL, access: ACCESS, make: async () => show({ question: '', answer: null, fault: null }) },
    {
      method: 'POST',
      url: URL,
      access: ACCESS,
      perMinute: PER_MINUTE,
      make: async (request) => {
        const question = questionOf(request);
        const fault = faultOf(question);
        if (fault !== null) return show({ question: question.slice(0, LONGEST), answer: null, fault }, 422);
        return show({ question, answer: await answers.ask(question), fault: null });
      },
    },
  ];
}

function questionOf(request: FastifyRequest): string {
  const { question } = (request.body ?? {}) as { question?: unknown };
  return typeof question === 'string' ? question.replaceAll(/\p{Cc}+/gu, ' ').trim() : '';
}

function faultOf(question: string): string | null {
  const length = [...question].length;
  if (length < SHORTEST) return '请写出您的问题，例如：公租房租金怎么定。';
  return length > LONGEST ? `问题超过${LONGEST}个字，请写得短一些，一次只问一个问题。` : null;
}

function AskPolicyBody({ shown, hasModel }: { shown: Shown; hasModel: boolean }) {
  const { question, answer, fault } = shown;
  return (
    <>
      <PageTitle
        title="问政策"
        lead="用自己的话提问。只用本网站已公开的文件原文回答，并注明出处；文件里没有的，会直接告诉您不知道。"
      />
      <div class="wrap">
        <form class="ask-policy" method="post" action={URL}>
          <div class={fault ? 'ask-field ask-wrong' : 'ask-field'}>
            <label for="question">您的问题</label>
            <p class="ask-hint" id="question-hint">
              一次问一个问题，请不要写姓名、证件号码等个人信息。
            </p>
            {fault && (
              <p class="ask-error" id="question-fault">
                {fault}
              </p>
            )}
            <textarea
              id="question"
              name="question"
              rows={2}
              maxLength={LONGEST}
              required
              aria-describedby={fault ? 'question-hint question-fault' : 'question-hint'}
              aria-invalid={fault ? 'true' : undefined}
            >
              {question}
            </textarea>
          </div>
          <p class="actions">
            <button class="button" type="submit">
              提问
            </button>
            <a href="/faq">看看常见问题</a>
          </p>
        </form>
        {answer &&
          (answer.passages.length > 0 ? <Known answer={answer} /> : <Unknown question={question} answer={answer} />)}
        {!answer && !fault && <Advice hasModel={hasModel} />}
      </div>
    </>
  );
}

function Known({ answer }: { answer: Answer }) {
  return (
    <section class="policy-answer" aria-labelledby="answer">
      <h2 id="answer">{answer.sentences ? '回答' : '文件原文这样说'}</h2>
      {answer.sentences && (
        <div class="policy-words">
          <p>
            {answer.sentences.map((sentence) => (
              <span key={sentence.text}>
                {sentence.text}
                {sentence.cites.map((cite) => (
                  <a key={cite} class="policy-cite" href={`#passage-${cite}`} aria-label={`依据第${cite}段`}>
                    [{cite}]
                  </a>
                ))}
              </span>
            ))}
          </p>
          <p class="hint">以上由程序根据下列原文归纳，以文件原文为准。</p>
        </div>
      )}
      <ol class="policy-passages">
        {answer.passages.map((passage, at) => (
          <li key={passage.href} id={`passage-${at + 1}`}>
            <PassageShown passage={passage} />
          </li>
        ))}
      </ol>
      <p>
        没有答到点子上？<a href="/search">换个词检索</a>，或者<a href="/messages/new?channel=enquiry">网上咨询</a>
        ，五个工作日内答复。
      </p>
    </section>
  );
}

function PassageShown({ passage }: { passage: CitedPassage }) {
  return (
    <>
      <blockquote>
        {passage.heading && <p class="muted">{passage.heading}</p>}
        <p>{passage.text}</p>
      </blockquote>
      <p class="document-meta">
        <span>
          出自：<a href={passage.href}>{passage.title}</a>
        </span>
        {passage.documentNumber && <span>{passage.documentNumber}</span>}
        <span>{passage.unit}</span>
        <span>{longDay(passage.datedOn)}</span>
        {passage.validity && <ValidityTag state={passage.validity as ValidityState} />}
      </p>
    </>
  );
}

function Unknown({ question, answer }: { question: string; answer: Answer }) {
  return (
    <section class="policy-answer" aria-labelledby="answer">
      <h2 id="answer" class="unseen">
        回答
      </h2>
      <EmptyState title="不知道：已公开的文件里没有找到答案">
        <p>
          {answer.asksSomething
            ? '我们不会猜。您的提问已隐去个人信息，计入待补充的问题。'
            : '没有看出要问的是哪项政策。请写明事项和想知道的内容，例如：公租房租金怎么定、居民医保在哪里缴费。'}
        </p>
        <p class="actions">
          <a class="button" href="/messages/new?channel=enquiry">
            网上咨询，由工作人员答复
          </a>
          <a href={`/search?q=${encodeURIComponent(question.slice(0, 40))}`}>检索全部公开信息</a>
        </p>
      </EmptyState>
    </section>
  );
}

function Advice({ hasModel }: { hasModel: boolean }) {
  return (
    <section class="search-advice" aria-labelledby="advice">
      <h2 id="advice">怎样回答</h2>
      <ul>
        <li>答案是文件里的原话，点开出处就能看到上下文。</li>
        <li>已经废止、失效的文件不用来回答。</li>
        <li>不记录是谁在问；提问隐去个人信息后只统计次数。</li>
        {hasModel && <li>有的回答由程序归纳，每一句都标明依据的段落，对不上原文的不显示。</li>}
      </ul>
    </section>
  );
}
