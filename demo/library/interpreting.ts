import { addDays } from '../../src/kernel/local-date.ts';
import { plainBody } from './body.ts';
import { DEMO_INTERPRETATIONS, type DemoInterpretation } from './interpretations.ts';
import { determinationOf, type LibraryWorld, peopleOf } from './library-world.ts';
import type { Content, Piece } from './pieces.ts';
import { approve, review } from './reviewing.ts';

const BASIS = 'cat20.1';
const FOUR = 16 * 60;

function interpretationsOf(piece: Piece, later: boolean): DemoInterpretation[] {
  return DEMO_INTERPRETATIONS.filter((one) => one.of === piece.key && Boolean(one.later) === later);
}

/** Those of documents that were public before the program came. */
export async function adoptInterpretations(world: LibraryWorld, piece: Piece, documentId: string): Promise<void> {
  const { publications, register } = world;
  for (const one of interpretationsOf(piece, false)) {
    await publications.adopting.adopt(register.actor('office'), {
      kind: 'interpretation',
      unitId: register.unitId(piece.unit),
      content: contentOf(one, documentId),
      files: [],
      determination: determinationOf(BASIS),
      from: '原区政府门户网站',
      publishedAt: new Date(`${piece.publishedOn}T10:00:00+08:00`),
    });
  }
}

/** Drafted and reviewed with the document, and public in the same instant as it. */
export async function draftInterpretations(world: LibraryWorld, piece: Piece, documentId: string): Promise<void> {
  for (const one of interpretationsOf(piece, false)) {
    const { id, drafter } = await draft(world, piece, one, documentId);
    await review(world, drafter, id, piece.unit);
  }
}

/** When the same questions come again, the document is interpreted once more (ITP-7). */
export function tellFollowUps(
  world: LibraryWorld,
  pieces: readonly Piece[],
  ids: ReadonlyMap<string, string>,
  takenInOn: string,
): void {
  for (const piece of pieces) {
    for (const one of interpretationsOf(piece, true)) {
      const on = addDays(piece.publishedOn, one.later ?? 0);
      world.timeline.add(on < takenInOn ? takenInOn : on, FOUR, async () => {
        const { id, drafter } = await draft(world, piece, one, ids.get(piece.key) ?? '');
        await approve(world, drafter, id, piece.unit);
      });
    }
  }
}

async function draft(world: LibraryWorld, piece: Piece, one: DemoInterpretation, documentId: string) {
  const { publications, register } = world;
  const { drafter, officer } = peopleOf(register, piece.unit);
  const { id } = await publications.drafting.create(drafter, {
    kind: 'interpretation',
    unitId: register.unitId(piece.unit),
    content: contentOf(one, documentId),
  });
  await publications.determinations.determine(officer, id, determinationOf(BASIS));
  return { id, drafter };
}

function contentOf(one: DemoInterpretation, documentId: string): Content {
  return {
    schema: 1,
    title: one.title,
    fields: {
      form: one.form,
      stage: one.stage ?? 'release',
      interpreter: one.by ?? 'drafter',
      points: [...one.points],
      summary: one.summary,
    },
    body: plainBody(one.text),
    attachments: [],
    relations: [{ type: 'interprets', publicationId: documentId, address: null, title: null, on: null }],
  };
}
