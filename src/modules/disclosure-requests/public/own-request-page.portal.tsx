import { localDateAt } from '../../../kernel/local-date.ts';
import { Fact, Facts, longDay, PageTitle, Tag, type Tone, withLongDays } from '../../../portal/index.ts';
import { DueWhy, type Given } from '../../messages/index.ts';
import { ARRIVAL_LABELS, CONSULTED_LABELS, DELIVERY_WAY_LABELS, WANTED_FORM_LABELS } from '../request-words.ts';
import { CorrectionPart, FeePart, WithdrawalPart } from './own-acts.portal.tsx';
import { DecisionPart } from './own-decision.portal.tsx';
import { type OwnRequest, type OwnStage, STAGE_LABELS } from './own-request.ts';
import { COMPLAIN } from './paths.ts';

const TONES: Readonly<Record<OwnStage, Tone>> = {
  confirmation: 'idle',
  handling: 'active',
  correction: 'waiting',
  fee: 'waiting',
  answered: 'done',
  closed: 'done',
};

export interface OwnPage {
  readonly own: OwnRequest;
  readonly secret: string;
  readonly done: string | null;
  readonly problem: string | null;
  /** What was typed into an act that could not be done. */
  readonly given: Given;
}

/** Everything that the applicant sees of his own request: first what is asked of him or decided, then why and how it went. */
export function OwnRequestBody({ own, secret, done, problem, given }: OwnPage) {
  const { view } = own;
  return (
    <>
      <PageTitle
        title={view.title}
        eyebrow={`${view.kindLabel} · ${view.number}`}
        lead={
          <>
            <Tag tone={TONES[own.stage]}>{STAGE_LABELS[own.stage]}</Tag> 由{view.unit.name}办理
            {own.stage === 'handling' && view.dueOn && `，最迟 ${longDay(view.dueOn)} 答复`}
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
          <div class="ask-problem" role="alert" tabIndex={-1}>
            <p>{problem}</p>
          </div>
        )}
        {own.withdrawalAskedOn && (
          <p class="notice">
            您于{longDay(own.withdrawalAskedOn)}申请撤回。
            {own.stage !== 'answered' && own.stage !== 'closed' && '办理机关核对后将告知您处理结果。'}
          </p>
        )}
        {own.stage === 'confirmation' && <ConfirmationPart />}
        {own.correction && <CorrectionPart own={own} secret={secret} correction={own.correction} given={given} />}
        {own.fee && <FeePart fee={own.fee} stage={own.stage} unit={view.unit} />}
        {own.decisions.map((decision) => (
          <DecisionPart
            key={decision.seq}
            decision={decision}
            isOnly={own.decisions.length === 1}
            access={{ number: view.number, secret }}
          />
        ))}
        <TermPart own={own} />
        <WayPart own={own} />
        <AskedPart own={own} />
        {own.mayWithdraw && <WithdrawalPart own={own} secret={secret} given={given} />}
        <p>
          认为办理中侵犯了您的合法权益的，可以
          <a href={`${COMPLAIN}?request=${view.number}`}>向主管部门投诉举报</a>。
        </p>
      </div>
    </>
  );
}

function ConfirmationPart() {
  return (
    <section aria-labelledby="confirmation">
      <h2 id="confirmation">等待与您确认收到</h2>
      <p>请留意电话。双方确认之日为收到申请之日，答复期限自次日起算；在此之前期限没有开始。</p>
    </section>
  );
}

/** Why the day of answer is this one, and what moved it. */
function TermPart({ own }: { own: OwnRequest }) {
  const { consultations, extensions, delayedUntil, view, confirmedOn } = own;
  if (view.dueSentences.length === 0) return null;
  const isRunning = own.stage === 'handling' && view.dueOn;
  return (
    <section aria-labelledby="term">
      <h2 id="term">答复期限</h2>
      <Facts>
        <Fact name="收到申请之日">{confirmedOn && longDay(confirmedOn)}</Fact>
        <Fact name="最迟答复">{isRunning && view.dueOn && longDay(view.dueOn)}</Fact>
        {extensions.map(({ workdays, on }) => (
          <Fact key={on} name="延长期限">
            {longDay(on)}同意延长 {workdays} 个工作日
          </Fact>
        ))}
        <Fact name="另定期限">{delayedUntil && longDay(delayedUntil)}</Fact>
        {consultations.map(({ whom, sentOn, endedOn }) => (
          <Fact key={`${whom} ${sentOn}`} name={`征求${CONSULTED_LABELS[whom]}意见`}>
            {longDay(sentOn)}起{endedOn ? `，${longDay(endedOn)}结束` : '，尚未结束'}，所需时间不计入期限
          </Fact>
        ))}
      </Facts>
      <DueWhy sentences={view.dueSentences} />
    </section>
  );
}

function WayPart({ own: { view } }: { own: OwnRequest }) {
  return (
    <section aria-labelledby="way">
      <h2 id="way">办理经过</h2>
      <ol class="way">
        {view.progress.map((step) => (
          <li key={`${step.at} ${step.label} ${step.text}`}>
            <time dateTime={step.at}>{longDay(localDateAt(new Date(step.at)))}</time>
            <strong>{step.label}</strong>
            {step.text && <p>{withLongDays(step.text)}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}

const FILE_STATES: Readonly<Record<OwnRequest['view']['attachments'][number]['state'], string>> = {
  inspecting: '已收到，正在检查',
  received: '已收到',
  refused: '检查未通过，办理机关看不到这个文件',
};

/** What was asked for, as the applicant wrote it; nothing of who he is. */
function AskedPart({ own }: { own: OwnRequest }) {
  const { view } = own;
  return (
    <section aria-labelledby="asked">
      <h2 id="asked">您的申请</h2>
      <Facts>
        <Fact name="提出申请">
          {longDay(own.submittedOn)}，{ARRIVAL_LABELS[own.arrival]}
        </Fact>
        <Fact name="文号">{own.documentNumber}</Fact>
        <Fact name="信息的形式">{WANTED_FORM_LABELS[own.wantedForm]}</Fact>
        <Fact name="获取方式">{DELIVERY_WAY_LABELS[own.wantedWay]}</Fact>
      </Facts>
      <div class="said said-asked">{view.text}</div>
      {view.attachments.length > 0 && (
        <>
          <h3>您的附件</h3>
          <ul>
            {view.attachments.map(({ name, state }) => (
              <li key={`${state} ${name}`}>
                {name}（{FILE_STATES[state]}）
              </li>
            ))}
          </ul>
        </>
      )}
      {view.added.map(({ question, answer, answeredAt }) => (
        <div key={answeredAt}>
          <h3>您的补正</h3>
          <p class="muted">
            {longDay(localDateAt(new Date(answeredAt)))} · {withLongDays(question)}
          </p>
          <div class="said said-asked">{answer}</div>
        </div>
      ))}
    </section>
  );
}
