import type { Actor } from '../../src/kernel/permissions.ts';
import type { LibraryWorld } from './library-world.ts';

/** Who does which step; the office looks at legality. */
const REVIEWERS: Readonly<Record<string, 'officer' | 'deputy' | 'head'>> = {
  secrecy: 'officer',
  reviewFirst: 'officer',
  proofreadFirst: 'officer',
  reviewSecond: 'deputy',
  proofreadSecond: 'deputy',
  reviewFinal: 'head',
  proofreadFinal: 'head',
};

/** Submits the open version, has every step approved by another person and publishes it with what waits for it. */
export async function approve(
  world: Pick<LibraryWorld, 'publications' | 'register'>,
  drafter: Actor,
  id: string,
  unit: string,
): Promise<void> {
  const contentHash = await review(world, drafter, id, unit);
  await world.publications.publishing.publish(world.register.actor(`officer.${unit}`), id, contentHash);
}

/** @returns hash of the content that everybody approved */
export async function review(
  { publications, register }: Pick<LibraryWorld, 'publications' | 'register'>,
  drafter: Actor,
  id: string,
  unit: string,
): Promise<string> {
  const { draft, steps } = await publications.view.get({ type: 'system' }, id);
  if (!draft) throw new Error(`The demonstration's publication ${id} has no open version.`);
  const { edit, contentHash } = draft;
  await publications.reviews.submit(drafter, id, edit);
  for (const { code, unit: place } of steps) {
    const account = place === 'office' ? 'reviewer' : `${REVIEWERS[code] ?? 'head'}.${unit}`;
    const opinion = { step: code, decision: 'approved', contentHash, remarks: [] } as const;
    await publications.reviews.review(register.actor(account), id, { ...opinion, remarks: [] });
  }
  return contentHash;
}
