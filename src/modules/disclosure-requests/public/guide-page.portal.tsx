import { PageTitle, Section } from '../../../portal/index.ts';
import type { ListedDocument } from '../../library/index.ts';
import { APPLY, COMPLAIN, LOOK_UP } from './paths.ts';

export interface GuideFacts {
  /** Figures of the regulation as they hold today, working days. */
  readonly reply: number;
  readonly extension: number;
  readonly correctionNotice: number;
  readonly consultation: number;
  readonly feePayment: number;
  /** What units say of their own receipt of requests. */
  readonly guides: readonly ListedDocument[];
}

/** 依申请公开: how to ask, from which day the term runs, what may move it, what it may cost (arts 27 to 45). */
export function GuideBody({ facts }: { facts: GuideFacts }) {
  return (
    <>
      <PageTitle title="依申请公开" lead="没有主动公开的政府信息，可以向制作或者保存它的机关申请。不用说明用途。" />
      <div class="wrap spaced">
        <search>
          <form class="own-search" method="get" action="/search">
            <label for="already">先看看是否已经公开</label>
            <p class="ask-hint" id="already-hint">
              已经公开的，直接就能看到，不用等待。
            </p>
            <div class="own-search-line">
              <input id="already" name="q" type="search" maxLength={60} aria-describedby="already-hint" required />
              <button class="button button-quiet" type="submit">
                检索
              </button>
            </div>
          </form>
        </search>
        <p class="actions">
          <a class="button" href={APPLY}>
            网上申请
          </a>
          <a class="button button-quiet" href={LOOK_UP}>
            查看办理进度和告知书
          </a>
        </p>
      </div>
      <Section id="ways" title="怎样申请">
        <Ways />
      </Section>
      <Section id="term" title="多久答复" tint>
        <Terms facts={facts} />
      </Section>
      <Section id="fee" title="收费吗">
        <p>一般不收费。申请的数量、频次明显超过合理范围的，可以收取信息处理费：按件计收或者按量计收，只用其中一种。</p>
        <p>{`收费的会先发收费通知书，写明金额和计算过程。${facts.feePayment} 个工作日内缴纳的，答复期限自缴费次日起重新计算；逾期未缴的，不再处理该申请。`}</p>
      </Section>
      <Section id="help" title="需要帮助的">
        <p>
          {
            '书写有困难的，可以当面口头申请，由工作人员代为填写，请您核对。阅读有困难或者有视听障碍的，在申请里写明需要的帮助。不清楚向哪个机关申请的，不用选机关，由主管部门转到负责的机关。'
          }
        </p>
      </Section>
      {facts.guides.length > 0 && (
        <Section id="guides" title="各单位的公开指南和申请说明">
          <ul class="own-guides">
            {facts.guides.map(({ number, title }) => (
              <li key={number}>
                <a href={`/documents/${number}`}>{title}</a>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section id="disagree" title="对答复不服的">
        <p>
          告知书里写明了可以向谁申请行政复议、向哪个法院起诉和期限。对不予公开的决定，应当先申请行政复议，对复议决定仍不服的再起诉。
        </p>
        <p>
          认为机关在政府信息公开工作中侵犯了您的合法权益的，还可以<a href={COMPLAIN}>向主管部门投诉举报</a>
          ，不影响您申请行政复议、提起诉讼。
        </p>
      </Section>
    </>
  );
}

function Ways() {
  return (
    <ul class="channels">
      <li>
        <a href={APPLY}>网上申请</a>
        <span class="channel-term">双方确认之日为收到之日</span>
        <span>在本站填写申请。办理机关打电话与您确认收到，期限从确认的次日起算。</span>
      </li>
      <li>
        <strong>当面申请</strong>
        <span class="channel-term">当面提交之日为收到之日</span>
        <span>到机关的信息公开工作机构提交，带上身份证明。地址和时间见各单位的公开指南。</span>
      </li>
      <li>
        <strong>邮寄申请</strong>
        <span class="channel-term">挂号信、快递：签收之日；平常信函：确认之日</span>
        <span>信封上注明“政府信息公开申请”。平常信函由机关在收到当日与您确认。</span>
      </li>
      <li>
        <strong>传真申请</strong>
        <span class="channel-term">双方确认之日为收到之日</span>
        <span>发到机关信息公开工作机构公布的传真号码，并留下联系电话。</span>
      </li>
    </ul>
  );
}

function Terms({ facts }: { facts: GuideFacts }) {
  return (
    <ul class="own-steps">
      <li>能当场答复的，当场答复；不能当场答复的，自收到申请的次日起 {facts.reply} 个工作日内答复。</li>
      <li>需要延长的，经负责人同意并告知您，最多再延长 {facts.extension} 个工作日。</li>
      <li>
        内容不清楚的，{facts.correctionNotice}{' '}
        个工作日内一次性告知您补正；收到补正后，期限重新计算。逾期不补正的，视为放弃申请。
      </li>
      <li>
        信息涉及第三方的，机关书面征求其意见，对方应当在 {facts.consultation} 个工作日内答复；征求意见的时间不计入期限。
      </li>
      <li>工作日按国务院公布的节假日安排计算。</li>
    </ul>
  );
}
