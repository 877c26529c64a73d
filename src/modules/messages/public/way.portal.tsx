import { localDateAt } from '../../../kernel/local-date.ts';
import { longDay, PageTitle, Tag, type Tone } from '../../../portal/index.ts';
import { SATISFACTION_WORDS, type SenderView } from '../../cases/index.ts';
import { Field } from './form-fields.portal.tsx';

const TONES: Readonly<Partial<Record<SenderView['state'], Tone>>> = {
  replied: 'done',
  closed: 'done',
  rejected: 'late',
  awaitingSender: 'waiting',
  received: 'idle',
  awaitingCheck: 'idle',
};

/** What the sender sees: how it went, the answers, and what is wanted of him. */
export function WayBody(props: {
  readonly view: SenderView;
  readonly secret: string;
  readonly done: string | null;
  readonly problem: string | null;
}) {
  const { view, secret, done, problem } = props;
  return (
    <>
      <PageTitle
        title={view.title}
        eyebrow={`${view.kindLabel} · ${view.number}`}
        lead={
          <>
            <Tag tone={TONES[view.state] ?? 'active'}>{view.stateLabel}</Tag> 由{view.unit.name}办理
            {view.dueOn && view.replies.length === 0 && view.rejection === null && `，最迟 ${longDay(view.dueOn)} 答复`}
          </>
        }
      />
      <div class="wrap spaced">
        {done !== null && (
          <p class="notice" role="status">
            {done}
          </p>
        )}
        {problem !== null && (
          <div class="ask-problem" role="alert">
            <p>{problem}</p>
          </div>
        )}
        {view.isRepeated && <p>同样的内容已经有人提出，一并答复。</p>}
        {view.replies.map((reply) => (
          <section key={reply.ordinal} aria-labelledby={`reply-${reply.ordinal}`}>
            <h2 id={`reply-${reply.ordinal}`}>{reply.ordinal === 1 ? '答复' : `第 ${reply.ordinal} 次答复`}</h2>
            <p class="muted">
              {reply.unit.name} · {dayOf(reply.sentAt)}
            </p>
            <div class="said">{reply.text}</div>
          </section>
        ))}
        {view.rejection && (
          <section aria-labelledby="rejection">
            <h2 id="rejection">不予受理：{view.rejection.label}</h2>
            <div class="said">{view.rejection.text}</div>
          </section>
        )}
        {view.question && <Question view={view} secret={secret} question={view.question} />}
        {view.mayRate && <Rating view={view} secret={secret} />}
        {view.stars !== null && <p>您的评价：{SATISFACTION_WORDS[view.stars - 1]}。</p>}
        <section aria-labelledby="way">
          <h2 id="way">办理经过</h2>
          <ol class="way">
            {view.progress.map((step) => (
              <li key={`${step.at} ${step.label}`}>
                <time dateTime={step.at}>{dayOf(step.at)}</time>
                <strong>{step.label}</strong>
                {step.text && <p>{step.text}</p>}
              </li>
            ))}
          </ol>
        </section>
        <section aria-labelledby="asked">
          <h2 id="asked">您的来件</h2>
          {view.publicationNumber !== null && (
            <p>
              <a href={`/documents/${view.publicationNumber}`}>所问的文件</a>
            </p>
          )}
          <div class="said said-asked">{view.text}</div>
          {view.attachments.length > 0 && <Files files={view.attachments} />}
        </section>
        {view.added.length > 0 && <Added added={view.added} />}
      </div>
    </>
  );
}

const FILE_STATES: Readonly<Record<SenderView['attachments'][number]['state'], string>> = {
  inspecting: '已收到，正在检查',
  received: '已收到',
  refused: '检查未通过，单位看不到这个文件',
};

function Files({ files }: { files: SenderView['attachments'] }) {
  return (
    <>
      <h3>您的附件</h3>
      <ul>
        {files.map(({ name, state }) => (
          <li key={`${state} ${name}`}>
            {name}（{FILE_STATES[state]}）
          </li>
        ))}
      </ul>
    </>
  );
}

function Added({ added }: Pick<SenderView, 'added'>) {
  return (
    <section aria-labelledby="added">
      <h2 id="added">您补充的内容</h2>
      {added.map(({ question, answer, answeredAt }) => (
        <div key={answeredAt}>
          <p class="muted">
            {dayOf(answeredAt)} · {question}
          </p>
          <div class="said said-asked">{answer}</div>
        </div>
      ))}
    </section>
  );
}

function Credentials({ view, secret }: { view: SenderView; secret: string }) {
  return (
    <>
      <input type="hidden" name="number" value={view.number} />
      <input type="hidden" name="secret" value={secret} />
    </>
  );
}

function Question({
  view,
  secret,
  question,
}: {
  view: SenderView;
  secret: string;
  question: NonNullable<SenderView['question']>;
}) {
  return (
    <section aria-labelledby="question">
      <h2 id="question">请您补充</h2>
      <div class="said">{question.question}</div>
      <form class="ask-form" method="post" action="/messages/look-up/answer">
        <Credentials view={view} secret={secret} />
        <Field id="text" label="补充内容" required fault={null} value="" maxLength={5000} isLong />
        <p class="actions">
          <button class="button" type="submit">
            提交补充
          </button>
        </p>
      </form>
    </section>
  );
}

function Rating({ view, secret }: { view: SenderView; secret: string }) {
  return (
    <section class="rating" aria-labelledby="rate">
      <h2 id="rate">您对答复满意吗？</h2>
      <form class="rating-form" method="post" action="/messages/look-up/rating">
        <Credentials view={view} secret={secret} />
        <fieldset>
          <legend class="unseen">您的评价</legend>
          {SATISFACTION_WORDS.map((word, index) => (
            <label key={word} class="rating-choice">
              <input type="radio" name="stars" value={String(index + 1)} required />
              <span>{word}</span>
            </label>
          ))}
        </fieldset>
        <Field id="comment" label="想说的话" required={false} fault={null} value="" maxLength={500} />
        <p class="actions">
          <button class="button" type="submit">
            提交评价
          </button>
          <span class="ask-hint">只能评价一次。</span>
        </p>
      </form>
    </section>
  );
}

function dayOf(instant: string): string {
  return longDay(localDateAt(new Date(instant)));
}
