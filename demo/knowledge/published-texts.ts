import { bodyText, type DocumentBody, renderBody } from '../../src/kernel/document-body.ts';
import { type LocalDate, localDate } from '../../src/kernel/local-date.ts';
import type { ReadDocument } from '../../src/modules/knowledge/index.ts';
import { DRAFT_STAGE } from '../interpretations/draft-stage.ts';
import { DEMO_SESSIONS } from '../interpretations/live-sessions.ts';
import { plainBody } from '../library/body.ts';
import { DEMO_INTERPRETATIONS } from '../library/interpretations.ts';
import { allPieces, type Piece } from '../library/pieces.ts';
import type { DemoMessage } from '../messages/message.ts';
import { OPEN_MESSAGES } from '../messages/open-messages.ts';
import { PAST_MESSAGES } from '../messages/past-messages.ts';
import { DEMO_ENTRIES, type DemoEntry, GAP_ENTRY } from './demo-entries.ts';

/** What is public at the end of the demonstration's year, of every kind that answers: for judging answers without loading a whole site. */
export interface PublishedText {
  /** Document number, else title. */
  readonly key: string;
  readonly kind: string;
  readonly title: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly body: DocumentBody;
  readonly datedOn: LocalDate;
}

/** Repealed or expired by then, or withdrawn: they answer nothing. */
const OVER = new Set(
  `明教规〔2019〕1号 明府规〔2019〕2号 明府办规〔2019〕3号 明民规〔2020〕2号 明水规〔2020〕1号 明科规〔2021〕1号 明建规〔2021〕1号 明应急规〔2021〕1号 明人社规〔2021〕2号 明府规〔2021〕4号 明交规〔2022〕1号 明工信规〔2023〕1号 明卫规〔2023〕1号 明市监规〔2023〕1号 明府办规〔2024〕4号 明公〔2025〕18号 明府〔2025〕21号 明消〔2025〕9号 明商〔2022〕8号`.split(
    ' ',
  ),
);
const LONGEST_TITLE = 30;
const UNIT = '00000000-0000-4000-8000-000000000001';

export const PUBLISHED_TEXTS: readonly PublishedText[] = [
  ...allPieces().map(pieceText),
  ...[...DEMO_INTERPRETATIONS, ...DRAFT_STAGE].map(({ title, summary, text }) =>
    textOf('interpretation', title, { summary }, text, '2026-06-01'),
  ),
  ...[...DEMO_ENTRIES, GAP_ENTRY].map(entryText),
  ...[...PAST_MESSAGES, ...OPEN_MESSAGES].filter(({ way }) => way.some((act) => act.act === 'select')).map(replyText),
  ...DEMO_SESSIONS.map(({ title, fields, text, publishedOn }) =>
    textOf('liveSession', title, fields, text, publishedOn),
  ),
].sort((a, b) => (a.datedOn < b.datedOn ? -1 : a.datedOn > b.datedOn ? 1 : 0));

export function isOver(key: string): boolean {
  return OVER.has(key);
}

function pieceText({ key, kind, content }: Piece): PublishedText {
  const { title, fields, body } = content(new Map());
  if (body === null) throw new Error(`${key} has no text.`);
  return { key, kind, title, fields, body, datedOn: localDate(String(fields.revisedOn ?? fields.issuedOn)) };
}

function entryText({ question, wordings, topic, answer }: Omit<DemoEntry, 'on'>): PublishedText {
  return textOf('faq', question, { wordings, topic }, answer, '2026-07-01');
}

function replyText({ title, text, at, way }: DemoMessage): PublishedText {
  const answer = way.flatMap((act) => (act.act === 'reply' ? [act.text] : [])).at(-1) ?? '';
  const short = text.length > LONGEST_TITLE ? `${text.slice(0, LONGEST_TITLE)}…` : text;
  return textOf('selectedReply', title ?? short, { question: text }, answer, at.slice(0, 10));
}

function textOf(kind: string, title: string, fields: PublishedText['fields'], text: string, on: string): PublishedText {
  return { key: title, kind, title, fields, body: plainBody(text), datedOn: localDate(on) };
}

/** As the portal reads it for an answer. */
export function asRead({ kind, title, fields, body, datedOn }: PublishedText, number: number): ReadDocument {
  const names = namesIn(fields, ['wordings', 'tags', 'audiences', 'issuer', 'question']);
  return { number, ordinal: 1, kind, unitId: UNIT, title, names, bodyHtml: renderBody(body), datedOn };
}

/** As the index takes it in. */
export function asIndexed({ kind, title, fields, body, datedOn }: PublishedText, number: number) {
  const [topic] = namesIn(fields, ['topic']);
  const [documentNumber] = namesIn(fields, ['documentNumber']);
  return {
    number,
    kind,
    unitId: UNIT,
    year: Number(datedOn.slice(0, 4)),
    validity: null,
    topics: topic === undefined ? [] : [topic],
    datedOn,
    documentNumber: documentNumber ?? null,
    title,
    names: namesIn(fields, ['issuer', 'indexNumber', 'tags', 'audiences', 'topic', 'summary', 'wordings']),
    body: bodyText(body),
  };
}

function namesIn(fields: PublishedText['fields'], codes: readonly string[]): string[] {
  return codes.flatMap((code) => {
    const value = fields[code];
    return Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [value] : [];
  });
}
