import { EmptyState, longDay, PageTitle } from '../../../portal/index.ts';
import type { OpenEvent, OpenItem, OpenVersion } from '../../publications/index.ts';
import { type ComparedRow, changedRows, type Run } from './compare-texts.ts';
import { DocumentEvents, dayOf } from './document-events.portal.tsx';
import { documentHref } from './document-list.portal.tsx';

export interface Comparison {
  readonly from: OpenVersion;
  readonly to: OpenVersion;
  readonly rows: readonly ComparedRow[];
}

/** All texts that were once public, and two of them side by side. */
export function HistoryBody({
  item: { number, title, status },
  versions,
  events,
  comparison,
}: {
  item: Pick<OpenItem, 'number' | 'title' | 'status'>;
  versions: readonly OpenVersion[];
  events: readonly OpenEvent[];
  comparison: Comparison | null;
}) {
  return (
    <>
      <PageTitle title="各次公布的文本" lead={<a href={documentHref(number)}>{title}</a>} />
      <div class="wrap">
        <ol class="versions" reversed>
          {versions.map((version, index) => (
            <li key={version.ordinal}>
              <p>
                <strong>第 {version.ordinal} 次公布</strong>{' '}
                <time dateTime={version.publishedAt.toISOString()}>{longDay(dayOf(version.publishedAt))}</time>
                {version.ordinal > 1 && (version.changeKind === 'major' ? ' · 内容修改' : ' · 文字订正')}
                {index === 0 && (status === 'public' ? ' · 现行文本' : ' · 撤回前的文本')}
              </p>
              {version.changeNote && <p>{version.changeNote}</p>}
              <p class="version-links">
                <a href={`/documents/${number}/versions/${version.ordinal}/record.json`}>公开记录</a>
                {version.ordinal > 1 && (
                  <a href={`/documents/${number}/history?from=${version.ordinal - 1}&to=${version.ordinal}`}>
                    与上一次比较
                  </a>
                )}
              </p>
            </li>
          ))}
        </ol>
        <section aria-labelledby="events">
          <h2 id="events">变更记录</h2>
          <DocumentEvents events={events} />
        </section>
        {comparison ? <Compared comparison={comparison} /> : <Only />}
      </div>
    </>
  );
}

function Only() {
  return (
    <EmptyState title="只公布过一次">
      <p>本文件公布后没有改动，因此没有可比较的文本。</p>
    </EmptyState>
  );
}

function Compared({ comparison: { from, to, rows } }: { comparison: Comparison }) {
  const changed = changedRows(rows);
  return (
    <section class="comparison" aria-labelledby="comparison">
      <h2 id="comparison">
        第 {from.ordinal} 次与第 {to.ordinal} 次公布的文本比较
      </h2>
      <p>{changed === 0 ? '正文没有不同。' : `共 ${changed} 处不同；删去的文字有删除线，新增的文字有下划线。`}</p>
      <table class="compare">
        <thead>
          <tr>
            <th scope="col">
              第 {from.ordinal} 次（{longDay(dayOf(from.publishedAt))}）
            </th>
            <th scope="col">
              第 {to.ordinal} 次（{longDay(dayOf(to.publishedAt))}）
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own and never move
            <tr key={index} class={`row-${row.change}`}>
              <td>
                <Runs runs={row.before} />
              </td>
              <td>
                <Runs runs={row.after} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Lines through and under words are not spoken by most screen readers; where they begin and end is said. Kept out of what is copied. */
function Said({ children }: { children: string }) {
  return <span class="unseen said">{children}</span>;
}

function Runs({ runs }: { runs: readonly Run[] }) {
  return (
    <>
      {runs.map((run, index) => {
        const key = `${index}-${run.kind}`;
        if (run.kind === 'removed')
          return (
            <del key={key}>
              <Said>删去：</Said>
              {run.text}
              <Said>（删去完）</Said>
            </del>
          );
        if (run.kind === 'added')
          return (
            <ins key={key}>
              <Said>新增：</Said>
              {run.text}
              <Said>（新增完）</Said>
            </ins>
          );
        return <span key={key}>{run.text}</span>;
      })}
    </>
  );
}
