import { Readable } from 'node:stream';
import type { SettableClock } from '../../src/kernel/clock.ts';
import { addDays, dayOfWeek, type LocalDate } from '../../src/kernel/local-date.ts';
import type { Actor } from '../../src/kernel/permissions.ts';
import type { LibraryServices } from '../../src/modules/library/index.ts';
import type { PublicationsServices } from '../../src/modules/publications/index.ts';
import type { FileStore } from '../../src/platform/files/file-store.ts';
import { tableDocx } from '../documents/table-docx.ts';
import type { Register } from '../load/register.ts';
import { LIBRARY_DOCUMENTS } from './all-documents.ts';
import { bodyOf, plainBody } from './body.ts';
import { isNormative, issuerOf, type LibraryDocument, titleOf } from './library-document.ts';
import { indexCode, OPENNESS_ITEMS, type OpennessItem } from './openness-items.ts';
import { DEMO_TAGS, DEMO_TOPICS } from './topics.ts';

export interface LibraryWorld {
  readonly publications: PublicationsServices;
  readonly library: LibraryServices;
  readonly files: FileStore;
  readonly register: Register;
  readonly clock: SettableClock;
  /** Last day that has happened. */
  readonly until: LocalDate;
}

type Content = Parameters<PublicationsServices['drafting']['create']>[1]['content'];

/** What is to be drafted, reviewed and published on a day. */
interface Piece {
  readonly key: string;
  readonly unit: string;
  readonly kind: string;
  readonly publishedOn: LocalDate;
  readonly basis: string;
  readonly convertedOn: LocalDate | undefined;
  content(ids: ReadonlyMap<string, string>): Content;
  readonly attachments: LibraryDocument['more']['attachments'];
}

const AT = 'T10:00:00+08:00';
/** From signing to publishing: a few working days, as the Regulations allow twenty. */
const DAYS_TO_PUBLISH = [3, 4, 6, 2, 8, 5];

/**
 * Publishes the district's documents through the one door, each on its day: drafted by one person, determined, reviewed by others,
 * published by the officer. Then the office lays out topics and labels.
 */
export async function loadLibrary(world: LibraryWorld, tell: (line: string) => void): Promise<void> {
  await loadTopics(world);
  const pieces = piecesOf(world.until);
  const ids = new Map<string, string>();
  for (const piece of pieces) ids.set(piece.key, await publish(world, piece, ids));
  await world.library.shelf.catchUp();
  tell(`  政策文件和法定公开内容 ${pieces.length} 件`);
}

async function loadTopics({ library, register, clock }: LibraryWorld): Promise<void> {
  const office = register.actor('office');
  clock.set(new Date(`2019-01-07${AT}`));
  for (const tag of DEMO_TAGS) await library.topics.createTag(office, tag);
  for (const { leadUnit, ...topic } of DEMO_TOPICS)
    await library.topics.createTopic(office, { ...topic, leadUnitId: leadUnit ? register.unitId(leadUnit) : null });
}

function piecesOf(until: LocalDate): Piece[] {
  const serials = new Map<string, number>();
  const indexNumber = (unit: string, year: string) => {
    const key = `${indexCode(unit)}/${year}`;
    serials.set(key, (serials.get(key) ?? 0) + 1);
    return `${key}-${String(serials.get(key)).padStart(5, '0')}`;
  };
  const documents = LIBRARY_DOCUMENTS.map((document, place) =>
    pieceOfDocument(document, place, indexNumber(document.unit, document.issuedOn.slice(0, 4))),
  );
  const items = OPENNESS_ITEMS.map((item, place) =>
    pieceOfItem(item, place, indexNumber(item.unit, item.issuedOn.slice(0, 4))),
  );
  return [...documents, ...items]
    .filter((piece) => (piece.convertedOn ?? piece.publishedOn) <= until)
    .sort((a, b) => (a.publishedOn < b.publishedOn ? -1 : a.publishedOn > b.publishedOn ? 1 : 0));
}

function pieceOfDocument(document: LibraryDocument, place: number, indexNumber: string): Piece {
  const { more } = document;
  return {
    key: document.documentNumber,
    unit: document.unit,
    kind: 'policyDocument',
    publishedOn: publishedAfter(document.issuedOn, place),
    basis: more.statutory?.startsWith('cat20') ? more.statutory : 'art21',
    convertedOn: more.convertedOn as LocalDate | undefined,
    attachments: more.attachments,
    content: (ids) => ({
      schema: 1,
      title: titleOf(document),
      fields: {
        documentNumber: document.documentNumber,
        indexNumber,
        issuer: issuerOf(document),
        issuedOn: document.issuedOn,
        documentType: document.documentType,
        normative: isNormative(document.documentNumber),
        topic: document.topic,
        tags: [...document.tags],
        audiences: [...(more.audiences ?? [])],
        summary: more.summary ?? summaryOf(document),
        ...(more.to && { recipients: more.to }),
        ...(more.from && { takesEffectOn: more.from }),
        ...(more.until && { expiresOn: more.until }),
        ...(more.extendsUntil && { extendsUntil: more.extendsUntil }),
        ...(more.statutory && { statutoryClass: more.statutory }),
      },
      body: bodyOf(document),
      attachments: [],
      relations: (more.relations ?? []).map(([type, target, on]) => ({
        type,
        publicationId: ids.get(target) ?? null,
        address: null,
        title: null,
        on: (on ?? null) as LocalDate | null,
      })),
    }),
  };
}

function pieceOfItem(item: OpennessItem, place: number, indexNumber: string): Piece {
  const statutory = String(item.fields.statutoryClass ?? 'cat20.2');
  return {
    key: item.title,
    unit: item.unit,
    kind: item.kind,
    publishedOn: publishedAfter(String(item.fields.revisedOn ?? item.issuedOn), place),
    basis: statutory.startsWith('cat20') ? statutory : 'art21',
    convertedOn: undefined,
    attachments: undefined,
    content: () => ({
      schema: 1,
      title: item.title,
      fields: { indexNumber, issuedOn: item.issuedOn, summary: item.summary, ...item.fields },
      body: plainBody(item.text),
      attachments: [],
      relations: [],
    }),
  };
}

async function publish(world: LibraryWorld, piece: Piece, ids: ReadonlyMap<string, string>): Promise<string> {
  const { publications, register, clock } = world;
  const { drafter, officer, deputy, head } = peopleOf(register, piece.unit);
  clock.set(new Date(`${piece.publishedOn}${AT}`));
  let content = piece.content(ids);
  const created = await publications.drafting.create(drafter, {
    kind: piece.kind,
    unitId: register.unitId(piece.unit),
    content,
  });
  let { edit, contentHash } = created;
  if (piece.attachments) {
    const attachments = await attach(world, drafter, created.id, piece.attachments);
    content = { ...content, attachments };
    await publications.drafting.edit(drafter, created.id, { edit, content });
    ({ edit, contentHash } = await draftOf(world, drafter, created.id));
  }
  if (piece.convertedOn) {
    await publications.determinations.determine(officer, created.id, KEPT_BACK);
    clock.set(new Date(`${piece.convertedOn}${AT}`));
  }
  await publications.determinations.determine(officer, created.id, {
    attribute: 'proactive',
    manner: 'open',
    legalBasis: piece.convertedOn ? 'art18' : piece.basis,
    reason: piece.convertedOn ? '清理工作已经完成，情势变化，可以公开。' : '涉及公众利益，需要公众广泛知晓。',
  });
  await publications.reviews.submit(drafter, created.id, edit);
  await review(world, created.id, contentHash, { officer, deputy, head });
  await publications.publishing.publish(officer, created.id, contentHash);
  return created.id;
}

const KEPT_BACK = {
  attribute: 'onRequest',
  manner: 'open',
  legalBasis: 'art16.2',
  reason: '清理意见尚在汇总讨论，属于过程性信息。',
} as const;

/** Every step by somebody who may do it: the officer first, then the deputy head, the head at last; the office checks legality. */
async function review(
  { publications, register }: LibraryWorld,
  id: string,
  contentHash: string,
  people: { readonly officer: Actor; readonly deputy: Actor; readonly head: Actor },
): Promise<void> {
  const { steps } = await publications.view.get({ type: 'system' }, id);
  for (const step of steps) {
    const actor = step.unit === 'office' ? register.actor('reviewer') : people[REVIEWERS[step.code] ?? 'head'];
    await publications.reviews.review(actor, id, { step: step.code, decision: 'approved', contentHash, remarks: [] });
  }
}

const REVIEWERS: Readonly<Record<string, 'officer' | 'deputy' | 'head'>> = {
  secrecy: 'officer',
  reviewFirst: 'officer',
  proofreadFirst: 'officer',
  reviewSecond: 'deputy',
  proofreadSecond: 'deputy',
  reviewFinal: 'head',
  proofreadFinal: 'head',
};

async function attach(
  { publications, files }: LibraryWorld,
  actor: Actor,
  id: string,
  attachments: NonNullable<Piece['attachments']>,
): Promise<Content['attachments']> {
  const refs: Content['attachments'] = [];
  for (const { name, rows } of attachments) {
    const stored = await files.put(Readable.from([tableDocx(name, rows)]), { maxBytes: 1_000_000 });
    const file = { ...stored, name: `${name}.docx` };
    await publications.uploads.add(actor, id, file);
    refs.push({ sha256: stored.hash, name: file.name, mediaType: stored.mediaType, size: stored.size });
  }
  return refs;
}

async function draftOf({ publications }: LibraryWorld, actor: Actor, id: string) {
  const { draft } = await publications.view.get(actor, id);
  if (!draft) throw new Error(`The demonstration's publication ${id} has no draft.`);
  return { edit: draft.edit, contentHash: draft.contentHash };
}

/** The handler drafts; where a unit has none, the officer of the supervising unit's own kind is missing and somebody else writes. */
function peopleOf(register: Register, unit: string) {
  const actor = (role: string) => register.actor(`${role}.${unit}`);
  const hasHandler = register.people.has(`handler.${unit}`);
  return {
    drafter: hasHandler ? actor('handler') : ({ type: 'system' } as const),
    officer: actor('officer'),
    deputy: actor('deputy'),
    head: actor('head'),
  };
}

/** A working day soon after; weekends are stepped over. */
function publishedAfter(issuedOn: string, place: number): LocalDate {
  let day = addDays(issuedOn as LocalDate, DAYS_TO_PUBLISH[place % DAYS_TO_PUBLISH.length] ?? 3);
  while (dayOfWeek(day) % 6 === 0) day = addDays(day, 1);
  return day;
}

/** The first paragraph that says something, without the formula of the enactment. */
function summaryOf(document: LibraryDocument): string {
  const lines = document.text.split('\n').filter((line) => !line.startsWith('#') && !line.startsWith('|'));
  const telling = lines.find((line) => !/^《.*》已经|^为.{2,30}，(制定|提出)/.test(line)) ?? lines[0] ?? '';
  return telling.length <= 160 ? telling : `${telling.slice(0, 159)}…`;
}
