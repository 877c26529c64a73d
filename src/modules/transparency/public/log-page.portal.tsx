import { EmptyState, Fact, Facts, officialTime, PageTitle, Pagination, Section, Table } from '../../../portal/index.ts';
import { EVENTS_PER_PAGE, type LogSummary } from './log-summary.ts';
import type { LoggedEvent } from './logged-event.ts';

/** Tells a citizen what the seal on every document means, and how to check it without having to believe the office. */
export function LogBody({ log, address }: { log: LogSummary; address: string }) {
  return (
    <>
      <PageTitle
        title="公开存证日志"
        lead="本站每发布、修改、撤回或移除一份信息，都在这里留下一条记录。记录只增不减，谁也不能悄悄改掉，包括我们自己。"
      />
      {log.warnings.length > 0 && <Warnings sentences={log.warnings} />}
      <Events log={log} />
      {log.page === 1 && <Meaning isWitnessed={log.witnesses.length > 0} />}
      {log.page === 1 && <ForExperts log={log} address={address} />}
    </>
  );
}

function Warnings({ sentences }: { sentences: readonly string[] }) {
  return (
    <div class="wrap">
      <div class="log-warning">
        <p>
          <strong>日志现在有异常，请留意。</strong>此前已签名的记录仍可照常核对。
        </p>
        <ul>
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function Meaning({ isWitnessed }: { isWitnessed: boolean }) {
  return (
    <Section id="meaning" title="它能证明什么" tint>
      <div class="prose log-prose">
        <ul>
          <li>您看到的正文、附件，和当初发布的一字不差。</li>
          <li>一份信息改过几次、什么时候改的、是否撤回过，都有记录，不会无声无息。</li>
          <li>日志本身没有被换掉：谁保存过以前的凭证，谁就查得出来。</li>
          {isWitnessed && <li>大家看到的是同一份日志，没有给不同的人看不同的版本，这由其他机构签名见证。</li>}
        </ul>
        <h3>它不能证明什么</h3>
        <ul>
          <li>不能证明内容本身正确，只能证明内容没有被悄悄改动。</li>
          <li>不记录内部流转过程，也不包含任何个人信息：日志里不存原文，也不能从中猜出原文。</li>
        </ul>
        <p>依法必须删除的内容，会彻底销毁。日志保持完整，并如实记下“依法删除”这件事。</p>
      </div>
    </Section>
  );
}

/** What was done to which information and when, so that everybody can look it up without any program. */
function Events({ log: { events, titles, page, size } }: { log: LogSummary }) {
  if (size === undefined) {
    return (
      <div class="wrap">
        <EmptyState title="日志还没有第一次签名">
          <p>本站启动后一分钟内自动签名，请稍后再来。</p>
        </EmptyState>
      </div>
    );
  }
  return (
    <Section id="events" title={page === 1 ? '最近发布和变更' : `更早的发布和变更（第 ${page} 页）`}>
      <p class="section-note">共 {size} 条记录，新的在前。</p>
      {events.length === 0 ? (
        <EmptyState title="还没有记录" />
      ) : (
        <Table
          caption="发布和变更记录，新的在前"
          hideCaption
          rows={events}
          rowKey={(event) => String(event.index)}
          columns={[
            { header: '信息名称', kind: 'name', cell: (event) => nameOf(event, titles) },
            { header: '做了什么', cell: (event) => event.words },
            { header: '时间', cell: (event) => (event.at === undefined ? '' : officialTime(event.at)) },
          ]}
        />
      )}
      <Pagination
        page={page}
        pageSize={EVENTS_PER_PAGE}
        total={size}
        href={(to) => (to === 1 ? '/log' : `/log?page=${to}`)}
      />
    </Section>
  );
}

/** What was removed keeps its number alone: its title may be what had to go. */
function nameOf({ number, index }: LoggedEvent, titles: LogSummary['titles']) {
  if (number === undefined) return `第 ${index + 1} 条记录`;
  const known = titles.get(number);
  if (!known || known.status === 'removed' || known.title === '')
    return `第 ${number} 号公开信息（已移除，不再显示名称）`;
  return (
    <span>
      <a href={`/documents/${number}`}>{known.title}</a>
      {known.status === 'withdrawn' && '（已撤回）'}
    </span>
  );
}

/** Prints, commands and formats: folded away, for who wants to check without having to believe the office. */
function ForExperts({ log, address }: { log: LogSummary; address: string }) {
  if (log.size === undefined) return null;
  return (
    <Section id="check" title="怎样核对">
      <p class="log-prose">
        打开任何一份公开信息的页面，点“下载凭证”并保存下来：以后哪怕原文不在了，也能证明它曾经公开过、内容是什么。需要逐条核验全部记录的，请技术人员按下面的办法办理。
      </p>
      <details class="log-experts">
        <summary>供技术人员核验</summary>
        <Seal log={log} />
        <HowToCheck log={log} address={address} />
      </details>
    </Section>
  );
}

/** The print of everything logged so far; 64 digits in groups of four, so that two people can read them to each other. */
function Seal({ log }: { log: LogSummary }) {
  return (
    <>
      <h3>当前印记</h3>
      <div class="log-seal">
        <svg width="96" height="96" viewBox="0 0 96 96" aria-hidden="true" focusable="false">
          <rect class="log-seal-frame" x="4" y="4" width="88" height="88" rx="6" />
          <path
            class="log-seal-sign"
            d="M20 26h24v44h-24zM20 48h24M54 22h24v46c0 6-4 8-10 8M54 38h24M54 52h24M54 22v34c0 10-2 14-6 20"
          />
        </svg>
        <Facts>
          <Fact name="已存证">{log.size} 条</Fact>
          {log.waiting > 0 && <Fact name="等待写入">{log.waiting} 条</Fact>}
          <Fact name="总指纹">
            <code class="log-print">{groups(log.root)}</code>
          </Fact>
          <Fact name="见证方">
            {log.witnesses.length === 0
              ? '最新印记暂无其他机构见证'
              : log.witnesses.map(({ name, at }) => `${name}（${officialTime(at)}）`).join('、')}
          </Fact>
        </Facts>
      </div>
      <p class="section-note">
        总指纹由全部记录算出：任何一条记录改动一个字，或者少了一条，总指纹就完全不同。把它抄下来，日后就能查出此前的记录有没有被动过。
      </p>
    </>
  );
}

function HowToCheck({ log, address }: { log: LogSummary; address: string }) {
  return (
    <div class="prose log-prose">
      <h3>用程序核对</h3>
      <ol>
        <li>
          在任何一份公开信息的页面上，点“下载凭证”。凭证可以长期保存，不联网也能核对；哪怕原文以后不在了，也能证明它曾经公开过。
        </li>
        <li>
          下载核验程序 <a href="/log/audit.mjs">log-audit.mjs</a>（一个文件，可用文本编辑器打开查看），在装有 Node 20
          以上的电脑上运行：
          <pre>
            <code>node log-audit.mjs {address} --state 我的记录.json</code>
          </pre>
          它会下载全部记录和公开信息，逐份比对，找出任何悄悄的改动和移除。
        </li>
        <li>隔一段时间用同一个状态文件再运行一次。程序记得上次的印记，日志如被替换会立即发现。</li>
        <li>
          核对凭证：
          <pre>
            <code>node log-audit.mjs receipt proof.json --key 日志公钥 record.json</code>
          </pre>
        </li>
      </ol>
      <h3>供程序读取</h3>
      <p>
        日志采用国际通行的 C2SP tlog-tiles 格式，前缀为 <code>/log</code>：<a href="/log/checkpoint">最新检查点</a>、
        <a href="/log/key">日志公钥</a>、哈希瓦片 <code>/log/tile/层/序号</code>、记录{' '}
        <code>/log/tile/entries/序号</code>。也可以用其他支持这一格式的程序核对。
      </p>
      {log.witnessed.length > 0 && (
        <>
          <h3>本站见证的其他日志</h3>
          <ul>
            {log.witnessed.map(({ origin, size, at }) => (
              <li key={origin}>
                {origin}：{size} 条，{officialTime(at)}
              </li>
            ))}
          </ul>
        </>
      )}
      <p>日志公钥：</p>
      <p>
        <code class="log-print">{log.verifierKey}</code>
      </p>
    </div>
  );
}

function groups(hex: string): string {
  return hex.replaceAll(/(.{4})(?=.)/g, '$1 ');
}
