import { excerpt, longDay } from '../../../portal/index.ts';
import type { ListedDocument } from './open-library.ts';
import { ValidityTag } from './validity.portal.tsx';

const SUMMARY_LENGTH = 110;

export function documentHref(number: number): string {
  return `/documents/${number}`;
}

/** What explains which document. */
export type Explained = ReadonlyMap<number, readonly { readonly number: number; readonly title: string }[]>;

/** A list of documents: title, validity, who, number, day, what it says. */
export function DocumentList({
  documents,
  level = 'h3',
  short = false,
  columns = false,
  explained,
}: {
  documents: readonly ListedDocument[];
  /** Of each title, so that the page's headings stay in order. */
  level?: 'h2' | 'h3' | 'h4';
  short?: boolean;
  /** Beside each other where there is room. */
  columns?: boolean;
  explained?: Explained;
}) {
  const Title = level;
  return (
    <ul class={`documents${short ? ' documents-short' : ''}${columns ? ' documents-columns' : ''}`}>
      {documents.map((document) => (
        <li key={document.number}>
          <Title class="document-title">
            <a href={documentHref(document.number)}>{document.title}</a>
          </Title>
          <p class="document-meta">
            {document.kind === 'policyDocument' && <ValidityTag state={document.validity} />}
            {document.normative && <span class="flag">规范性文件</span>}
            {document.documentNumber && <span>{document.documentNumber}</span>}
            {document.issuer && <span>{document.issuer}</span>}
            <time dateTime={document.datedOn}>{longDay(document.datedOn)}</time>
          </p>
          {!short && document.summary && <p class="document-summary">{excerpt(document.summary, SUMMARY_LENGTH)}</p>}
          {explained?.get(document.number)?.map((one) => (
            <p key={one.number} class="document-explained">
              解读：<a href={documentHref(one.number)}>{one.title}</a>
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}
