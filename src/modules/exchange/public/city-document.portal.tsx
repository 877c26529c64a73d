import { localDateAt } from '../../../kernel/local-date.ts';
import { Fact, Facts, longDay, officialTime } from '../../../portal/index.ts';
import type { CityDocument } from '../receiving/city-items.store.ts';
import { type CityRelated, cityHref } from './city-library.service.ts';

export interface CityDocumentShown {
  readonly document: CityDocument;
  readonly kindName: string;
  readonly html: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly related: readonly CityRelated[];
}

const EVENT_WORDS: Readonly<Record<string, string>> = {
  published: '发布',
  amended: '发布新版本',
  withdrawn: '撤回',
  removed: '移除',
  restored: '恢复公开',
  merged: '合并',
  erased: '依法删除',
};

/** One document as it was filed, with where it comes from above everything else. */
export function CityDocumentBody({ document, kindName, html, facts, related }: CityDocumentShown) {
  return (
    <>
      <div class="document-head wrap">
        <p class="eyebrow">{kindName}</p>
        <h1>{document.title}</h1>
        {document.status === 'withdrawn' && <Withdrawn document={document} />}
        <Source document={document} />
        <div class="document-facts">
          <h2 class="unseen">文件信息</h2>
          <Facts>
            <Fact name="公开单位">{document.unitName}</Fact>
            {facts.map(({ label, value }) => (
              <Fact key={label} name={label}>
                {value}
              </Fact>
            ))}
          </Facts>
        </div>
      </div>
      <div class="wrap document-grid">
        <article class="document-text" aria-label="正文">
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: rendered here from the document model, safe by construction */}
          <div id="text" class="text" dangerouslySetInnerHTML={{ __html: html }} />
          <Attachments document={document} />
        </article>
        <aside class="document-side" aria-label="相关内容">
          <Related related={related} />
          <History document={document} />
        </aside>
      </div>
    </>
  );
}

function Source({ document }: { document: CityDocument }) {
  const origin = `${document.peerUrl}/documents/${document.number}`;
  return (
    <div class="notice" role="note">
      <p>
        本文由<strong>{document.peerName}</strong>报送，回执编号 {document.receiptNumber}，
        <time dateTime={document.receivedAt.toISOString()}>{officialTime(document.receivedAt.toISOString())}</time>{' '}
        收到。
      </p>
      <p>
        原文：
        <a href={origin} rel="noopener noreferrer">
          {origin}
        </a>
      </p>
    </div>
  );
}

function Withdrawn({ document }: { document: CityDocument }) {
  return (
    <div class="notice notice-strong" role="note">
      <p>
        <strong>本信息已由发布单位撤回</strong>
        {document.endedAt && `（${longDay(localDateAt(document.endedAt))}）`}。
        {document.reason && `理由：${document.reason}`}
      </p>
      <p>以下为撤回前的文本，仅供查考。</p>
    </div>
  );
}

function Attachments({ document }: { document: CityDocument }) {
  if (document.attachments.length === 0) return null;
  const inside = cityHref(document.peerCode, document.number);
  return (
    <section class="attachments" aria-labelledby="attachments">
      <h2 id="attachments">附件</h2>
      <ul>
        {document.attachments.map((file) => (
          <li key={file.sha256}>
            <a href={`${inside}/files/${file.sha256}/${encodeURIComponent(file.name)}`}>{file.name}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Related({ related }: { related: readonly CityRelated[] }) {
  if (related.length === 0) return null;
  return (
    <section aria-labelledby="related">
      <h2 id="related">相关文件</h2>
      <ul>
        {related.map((one) => (
          <li key={`${one.label} ${one.href}`}>
            {one.label}：
            <a href={one.href} {...(one.isOutside ? { rel: 'noopener noreferrer' } : {})}>
              {one.title}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function History({ document }: { document: CityDocument }) {
  return (
    <section aria-labelledby="history">
      <h2 id="history">公开经过</h2>
      <ol>
        {document.history.map((event) => (
          <li key={`${event.at} ${event.what}`}>
            <time dateTime={event.at}>{longDay(localDateAt(new Date(event.at)))}</time>{' '}
            {EVENT_WORDS[event.what] ?? event.what}
            {event.note && `：${event.note}`}
          </li>
        ))}
      </ol>
    </section>
  );
}
