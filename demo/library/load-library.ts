import { Readable } from 'node:stream';
import type { Actor } from '../../src/kernel/permissions.ts';
import { tableDocx } from '../documents/table-docx.ts';
import { adoptInterpretations, draftInterpretations, tellFollowUps } from './interpreting.ts';
import { tellLaterActs } from './later-acts.ts';
import { determinationOf, type LibraryWorld, peopleOf } from './library-world.ts';
import { tellOpenDrafts } from './open-drafts.ts';
import { allPieces, type Content, type Piece } from './pieces.ts';
import { approve } from './reviewing.ts';
import { DEMO_TAGS, DEMO_TOPICS } from './topics.ts';

/** The library moved to the program with the new year: what was public before is taken in on this day. */
const TAKEN_IN_ON = '2026-01-05';
/** What the office had kept back is registered then, too, and may be converted later. */
const REGISTERED_ON = '2026-01-12';
const TEN = 10 * 60;

/**
 * Puts the district's library into the timeline: what was public before the program came is taken in at once; everything later goes
 * through the one door, drafted by one person, reviewed by others, published by the officer on its day.
 */
export function tellLibrary(world: LibraryWorld): void {
  const { timeline } = world;
  const ids = new Map<string, string>();
  const pieces = allPieces();
  const isOld = (piece: Piece) => piece.publishedOn < TAKEN_IN_ON && !piece.convertedOn;
  timeline.add(TAKEN_IN_ON, TEN, async () => {
    await loadTopics(world);
    for (const piece of pieces.filter(isOld)) {
      const id = await adopt(world, piece, ids);
      ids.set(piece.key, id);
      await adoptInterpretations(world, piece, id);
    }
  });
  for (const piece of pieces.filter((one) => !isOld(one))) {
    const from = piece.convertedOn ? REGISTERED_ON : piece.publishedOn;
    timeline.add(from, TEN, async () => {
      ids.set(piece.key, await throughTheDoor(world, piece, ids));
    });
  }
  tellFollowUps(world, pieces, ids, TAKEN_IN_ON);
  tellLaterActs(world, ids);
  tellOpenDrafts(world);
}

async function loadTopics({ library, register }: LibraryWorld): Promise<void> {
  const office = register.actor('office');
  await citeOwnRules(library, office);
  for (const tag of DEMO_TAGS) await library.topics.createTag(office, tag);
  for (const { leadUnit, ...topic } of DEMO_TOPICS)
    await library.topics.createTopic(office, { ...topic, leadUnitId: leadUnit ? register.unitId(leadUnit) : null });
}

/** Terms come with the regulations of a real city; the invented one has its own of the same words. */
async function citeOwnRules({ terms }: LibraryWorld['library'], office: Actor): Promise<void> {
  for (const { id, fromOn, terms: years, duties, version } of await terms.list()) {
    const basis = fromOn < '2019-08-01' ? OWN_RULES.first : OWN_RULES.second;
    await terms.edit(office, id, { fromOn, terms: years, duties, version, basis, reason: '改为本市的规定' });
  }
}

const OWN_RULES = {
  first: '《澄川市行政规范性文件制定和备案规定》（2010年）第二十六条',
  second: '《澄川市行政规范性文件管理规定》（2019年）',
} as const;

async function adopt(world: LibraryWorld, piece: Piece, ids: ReadonlyMap<string, string>): Promise<string> {
  const { publications, register } = world;
  const files = await storedFiles(world, piece);
  const { id, number, reasons } = await publications.adopting.adopt(register.actor('office'), {
    kind: piece.kind,
    unitId: register.unitId(piece.unit),
    content: { ...piece.content(ids), attachments: files },
    files,
    determination: determinationOf(piece.basis),
    from: '原区政府门户网站',
    publishedAt: new Date(`${piece.publishedOn}T10:00:00+08:00`),
  });
  if (number === null) throw new Error(`${piece.key} was not taken in: ${reasons.map((one) => one.message).join(' ')}`);
  return id;
}

async function throughTheDoor(world: LibraryWorld, piece: Piece, ids: ReadonlyMap<string, string>): Promise<string> {
  const { publications, register, timeline } = world;
  const { drafter, officer } = peopleOf(register, piece.unit);
  const content = piece.content(ids);
  const { id, edit } = await publications.drafting.create(drafter, {
    kind: piece.kind,
    unitId: register.unitId(piece.unit),
    content,
  });
  const files = await storedFiles(world, piece);
  if (files.length > 0) {
    for (const file of files) await publications.uploads.add(drafter, id, { ...file, hash: file.sha256 });
    await publications.drafting.edit(drafter, id, { edit, content: { ...content, attachments: files } });
  }
  if (!piece.convertedOn) {
    await publications.determinations.determine(officer, id, determinationOf(piece.basis));
    await draftInterpretations(world, piece, id);
    await approve(world, drafter, id, piece.unit);
    return id;
  }
  await publications.determinations.determine(officer, id, KEPT_BACK);
  timeline.add(piece.convertedOn, TEN, async () => {
    await publications.determinations.determine(officer, id, CONVERTED);
    await approve(world, drafter, id, piece.unit);
  });
  return id;
}

const KEPT_BACK = {
  attribute: 'onRequest',
  manner: 'open',
  legalBasis: 'art16.2',
  reason: '清理意见尚在汇总讨论，属于过程性信息。',
} as const;

const CONVERTED = {
  attribute: 'proactive',
  manner: 'open',
  legalBasis: 'art18',
  reason: '清理工作已经完成，情势变化，可以公开。',
} as const;

async function storedFiles({ files }: LibraryWorld, piece: Piece): Promise<Content['attachments']> {
  const refs: Content['attachments'] = [];
  for (const { name, rows } of piece.attachments ?? []) {
    const { hash, mediaType, size } = await files.put(Readable.from([tableDocx(name, rows)]), { maxBytes: 1_000_000 });
    refs.push({ sha256: hash, name: `${name}.docx`, mediaType, size });
  }
  return refs;
}
