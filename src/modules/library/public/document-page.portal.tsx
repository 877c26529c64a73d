import type { ComponentChildren } from 'preact';
import { Fact, Facts, longDay } from '../../../portal/index.ts';
import type { Unit } from '../../organisations/index.ts';
import type { OpenEvent, OpenItem, OpenRelation } from '../../publications/index.ts';
import { listField, textField } from '../shelf/shelf-entry.ts';
import type { DerivationStep } from '../validity/derivation.ts';
import type { Validity } from '../validity/validity.ts';
import { DocumentEvents, dayOf } from './document-events.portal.tsx';
import { documentHref } from './document-list.portal.tsx';
import { libraryHref } from './library-filter.ts';
import { RelatedItems } from './related-items.portal.tsx';
import { ValidityBanner } from './validity.portal.tsx';

export interface DocumentShown {
  readonly item: OpenItem;
  readonly kindName: string;
  readonly unit: Unit | undefined;
  /** Null for kinds that have none, such as guides. */
  readonly validity: Validity | null;
  readonly derivation: readonly DerivationStep[];
  readonly related: readonly OpenRelation[];
  readonly relationLabel: (relation: OpenRelation) => string;
  readonly history: readonly OpenEvent[];
  readonly versions: number;
}

/** One public document: what it is, whether it holds, its text, what belongs to it, how it changed. */
export function DocumentBody({
  shown,
  above,
  children,
}: {
  shown: DocumentShown;
  above?: ComponentChildren;
  children?: ComponentChildren;
}) {
  const { item, validity } = shown;
  return (
    <>
      <div class="document-head wrap">
        <p class="eyebrow">
          {shown.kindName}
          {item.fields.normative === true && ' · 行政规范性文件'}
        </p>
        <h1>{item.title}</h1>
        {item.status === 'withdrawn' && <Withdrawn item={item} />}
        {validity && <ValidityBanner validity={validity} derivation={shown.derivation} hrefOf={documentHref} />}
        <Metadata shown={shown} />
      </div>
      <div class="wrap document-grid">
        <article class="document-text" aria-label="正文">
          {above}
          <PublicText bodyHtml={item.bodyHtml} />
          <Attachments item={item} />
        </article>
        <aside class="document-side" aria-label="相关内容">
          {children}
          <RelatedItems related={shown.related} labelOf={shown.relationLabel} />
          <Downloads item={item} />
          <Changes shown={shown} />
          <Seal item={item} />
        </aside>
      </div>
    </>
  );
}

/** Byte for byte what was frozen and logged: everybody can cut it out of the page and check it. */
function PublicText({ bodyHtml }: { bodyHtml: string }) {
  const html = `<div id="text" class="text">${bodyHtml}</div><!--/text-->`;
  // biome-ignore lint/security/noDangerouslySetInnerHtml: rendered from the document model, safe by construction, frozen at publishing
  return <div dangerouslySetInnerHTML={{ __html: html }} />;
}

function Withdrawn({ item }: { item: OpenItem }) {
  return (
    <div class="notice notice-strong" role="note">
      <p>
        <strong>本信息已撤回</strong>
        {item.endedAt && `（${longDay(dayOf(item.endedAt))}）`}。{item.reason && `理由：${item.reason}`}
      </p>
      <p>以下为撤回前的文本，仅供查考。</p>
    </div>
  );
}

function Metadata({ shown: { item, unit } }: { shown: DocumentShown }) {
  const text = (code: string) => textField(item.fields, code);
  const issuer = text('issuer');
  const topic = text('topic');
  const joint = listField(item.fields, 'jointIssuers');
  return (
    <div class="document-facts">
      <h2 class="unseen">文件信息</h2>
      <Facts>
        <Fact name="索引号">{text('indexNumber')}</Fact>
        <Fact name="发文字号">{text('documentNumber')}</Fact>
        <Fact name="发文机关">{issuer && <a href={libraryHref({ issuer })}>{issuer}</a>}</Fact>
        <Fact name="联合发文机关">{joint.length > 0 && joint.join('、')}</Fact>
        <Fact name="公开主体">{unit && <a href={`/openness/${unit.code}`}>{unit.name}</a>}</Fact>
        <Fact name="主题分类">{topic && <a href={libraryHref({ topic })}>{topic}</a>}</Fact>
        <Fact name="成文日期">{text('issuedOn') && longDay(item.datedOn)}</Fact>
        <Fact name="发布日期">{longDay(dayOf(item.firstPublishedAt))}</Fact>
        <Fact name="施行日期">{dayFact(text('takesEffectOn'))}</Fact>
        <Fact name="截止日期">{dayFact(text('closesOn'))}</Fact>
        <Fact name="更新日期">{dayFact(text('revisedOn'))}</Fact>
        <Fact name="公开工作机构">{text('office')}</Fact>
        <Fact name="办公地址">{text('address')}</Fact>
        <Fact name="办公时间">{text('hours')}</Fact>
        <Fact name="联系电话">{text('telephone')}</Fact>
        <Fact name="互联网联系方式">{text('mail')}</Fact>
      </Facts>
      <Labels item={item} />
    </div>
  );
}

function Labels({ item }: { item: OpenItem }) {
  const tags = listField(item.fields, 'tags');
  const audiences = listField(item.fields, 'audiences');
  if (tags.length + audiences.length === 0) return null;
  return (
    <ul class="labels" aria-label="标签与适用对象">
      {audiences.map((audience) => (
        <li key={`a-${audience}`}>
          <a href={libraryHref({ audience })}>适用于：{audience}</a>
        </li>
      ))}
      {tags.map((tag) => (
        <li key={`t-${tag}`}>
          <a href={libraryHref({ tag })}>{tag}</a>
        </li>
      ))}
    </ul>
  );
}

function Attachments({ item }: { item: OpenItem }) {
  if (item.attachments.length === 0) return null;
  return (
    <section class="attachments" aria-labelledby="attachments">
      <h2 id="attachments">附件</h2>
      <ul>
        {item.attachments.map((file) => (
          <li key={file.sha256}>
            <a href={fileHref(item, file)}>{file.name}</a> <span class="muted">{fileSize(file.size)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

type PublicFile = OpenItem['attachments'][number];

function fileHref(item: OpenItem, { sha256, name }: PublicFile): string {
  return `/documents/${item.number}/files/${sha256}/${encodeURIComponent(name)}`;
}

/** The official layout file, where the unit has attached one: nothing can make it but the office software that signed it. */
function isOfd({ name, mediaType }: PublicFile): boolean {
  return /ofd/i.test(mediaType) || /\.ofd$/i.test(name);
}

function Downloads({ item }: { item: OpenItem }) {
  return (
    <section aria-labelledby="downloads">
      <h2 id="downloads">下载</h2>
      <ul class="side-links">
        <li>
          <a href={`/documents/${item.number}/text.pdf`}>正文（PDF）</a>
        </li>
        {item.attachments.filter(isOfd).map((file) => (
          <li key={file.sha256}>
            <a href={fileHref(item, file)}>版式文件（OFD）：{file.name}</a>
          </li>
        ))}
        <li>
          <a href={`/documents/${item.number}/text.txt`}>正文（纯文本）</a>
        </li>
        <li>
          <a href={`/documents/${item.number}/record.json`}>公开记录（JSON）</a>
        </li>
      </ul>
      <p class="muted">需要纸质件时，可以直接打印本页。</p>
    </section>
  );
}

function Changes({ shown: { item, history, versions } }: { shown: DocumentShown }) {
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">变更记录</h2>
      <DocumentEvents events={history} />
      {versions > 1 && (
        <p>
          <a href={`/documents/${item.number}/history`}>比较各次公布的文本</a>
        </p>
      )}
    </section>
  );
}

/** The way to check that the office has not changed the text silently. */
function Seal({ item }: { item: OpenItem }) {
  return (
    <section class="seal" aria-labelledby="seal">
      <h2 id="seal">防篡改凭证</h2>
      <p>
        本页正文、附件的指纹已写入<a href="/log">公开存证日志</a>，任何改动都会留下记录。
      </p>
      <p class="seal-hash">
        <span class="muted">记录指纹</span> <code>{item.recordHash.slice(0, 16)}…</code>
      </p>
      <ul class="side-links">
        <li>
          <a href={`/documents/${item.number}/receipt.tlog-proof`} rel="nofollow">
            下载凭证（可离线核对）
          </a>
        </li>
        <li>
          <a href={`/documents/${item.number}/proof.json`}>凭证数据（JSON）</a>
        </li>
      </ul>
    </section>
  );
}

function dayFact(text: string | null) {
  return text && longDay(text as Parameters<typeof longDay>[0]);
}

function fileSize(bytes: number): string {
  return bytes < 1_048_576 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`;
}
