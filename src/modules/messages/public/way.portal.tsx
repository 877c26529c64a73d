import { type LocalDate, localDateAt } from '../../../kernel/local-date.ts';
import { longDay, PageTitle, Tag, type Tone } from '../../../portal/index.ts';
import { LONGEST_WORD, OPEN_CASE_STATES, SATISFACTION_WORDS, type SenderView } from '../../cases/index.ts';
import { DueWhy } from './due-why.portal.tsx';
import { Field, type Given } from './form-fields.portal.tsx';

const OWED: readonly SenderView['state'][] = OPEN_CASE_STATES;

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
  readonly done?: string | null;
  readonly problem?: string;
  /** What was typed and could not be taken. */
  readonly given?: Given;
}) {
  const { view, secret, done = null, problem = null, given = {} } = props;
  const words = given.text ?? given.askOn ?? given.supplement ?? '';
  const hasForm = view.question !== null || view.mayAskOnUntil !== null || view.supplementsLeft > 0;
  return (
    <>
      <PageTitle
        title={view.title}
        eyebrow={`${view.kindLabel} · ${view.number}`}
        lead={
          <>
            <Tag tone={TONES[view.state] ?? 'active'}>{view.stateLabel}</Tag> 由{view.unit.name}办理
            {view.dueOn && OWED.includes(view.state) && `，最迟 ${longDay(view.dueOn)} 答复`}
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
            {words !== '' && !hasForm && <div class="said said-asked">{words}</div>}
          </div>
        )}
        {OWED.includes(view.state) && <DueWhy sentences={view.dueSentences} />}
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
        {view.question && <Question view={view} secret={secret} question={view.question} words={words} />}
        {view.mayRate && <Rating view={view} secret={secret} />}
        {view.stars !== null && <p>您的评价：{SATISFACTION_WORDS[view.stars - 1]}。</p>}
        {view.mayAskOnUntil !== null && <AskOn view={view} secret={secret} until={view.mayAskOnUntil} words={words} />}
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
          {view.against && <p>被投诉举报的单位：{view.against.name}（该单位看不到您的来件）</p>}
          {view.publicationNumber !== null && (
            <p>
              <a href={`/documents/${view.publicationNumber}`}>所问的文件</a>
            </p>
          )}
          <div class="said said-asked">{view.text}</div>
          {view.attachments.length > 0 && <Files files={view.attachments} />}
        </section>
        {(view.added.length > 0 || view.words.length > 0) && <Added added={view.added} words={view.words} />}
        {view.supplementsLeft > 0 && <Supplement view={view} secret={secret} words={words} />}
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

function Added({ added, words }: Pick<SenderView, 'added' | 'words'>) {
  const all = [
    ...added.map((one) => ({ at: one.answeredAt, what: one.question, text: one.answer })),
    ...words.map((one) => ({ at: one.at, what: one.way === 'askOn' ? '追问' : '补充', text: one.text })),
  ].sort((first, second) => first.at.localeCompare(second.at));
  return (
    <section aria-labelledby="added">
      <h2 id="added">您补充的内容</h2>
      {all.map(({ at, what, text }) => (
        <div key={`${at} ${what}`}>
          <p class="muted">
            {dayOf(at)} · {what}
          </p>
          <div class="said said-asked">{text}</div>
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

function Question(props: {
  view: SenderView;
  secret: string;
  question: NonNullable<SenderView['question']>;
  words: string;
}) {
  const { view, secret, question, words } = props;
  return (
    <section aria-labelledby="question">
      <h2 id="question">请您补充</h2>
      <div class="said">{question.question}</div>
      <form class="ask-form" method="post" action="/messages/look-up/answer" enctype="multipart/form-data">
        <Credentials view={view} secret={secret} />
        <Field id="text" label="补充内容" hint="最多 5000 个字。" required fault={null} value={words} isLong />
        <MoreFiles />
        <p class="actions">
          <button class="button" type="submit">
            提交补充
          </button>
        </p>
      </form>
    </section>
  );
}

/** 追问: once after each answer. */
function AskOn(props: { view: SenderView; secret: string; until: LocalDate; words: string }) {
  const { view, secret, until, words } = props;
  return (
    <section aria-labelledby="ask-on">
      <h2 id="ask-on">没有解决，或者还有疑问？</h2>
      <form class="ask-form" method="post" action="/messages/look-up/asking-on">
        <Credentials view={view} secret={secret} />
        <Field
          id="askOn"
          label="追问"
          hint={`最多 ${LONGEST_WORD} 个字。${longDay(until)}以前可以追问一次，办理单位会重新办理和答复。`}
          required
          fault={null}
          value={words}
          isLong
        />
        <p class="actions">
          <button class="button" type="submit">
            提交追问
          </button>
        </p>
      </form>
    </section>
  );
}

/** 补充, unasked. */
function Supplement({ view, secret, words }: { view: SenderView; secret: string; words: string }) {
  return (
    <section aria-labelledby="more">
      <h2 id="more">还有情况要补充？</h2>
      <form class="ask-form" method="post" action="/messages/look-up/supplement" enctype="multipart/form-data">
        <Credentials view={view} secret={secret} />
        <Field
          id="supplement"
          label="补充的情况"
          hint={`最多 ${LONGEST_WORD} 个字，还可以补充 ${view.supplementsLeft} 次，办理期限不变。`}
          required
          fault={null}
          value={words}
          isLong
        />
        <MoreFiles />
        <p class="actions">
          <button class="button button-quiet" type="submit">
            提交补充
          </button>
        </p>
      </form>
    </section>
  );
}

function MoreFiles() {
  return (
    <p class="ask-field">
      <label for="files">
        附件<span class="wanted">（选填）</span>
      </label>
      <span class="ask-hint" id="files-hint">
        每个不超过 10 MB；图片、PDF、OFD、Word、Excel、文本文件。附件只有办理人员能看到。
      </span>
      <input
        id="files"
        name="files"
        type="file"
        multiple
        aria-describedby="files-hint"
        accept=".jpg,.jpeg,.png,.pdf,.ofd,.docx,.xlsx,.txt"
      />
    </p>
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
