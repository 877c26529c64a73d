import type { Actor } from '../../src/kernel/permissions.ts';
import type { EvidenceInput } from '../../src/modules/plans/assignments.contract.ts';
import type { EvidenceSheet } from '../documents/evidence-docx.ts';
import type { World } from './world.ts';

/** Hands in one small Word file per title. */
export async function handIn(
  world: World,
  actor: Actor,
  titles: readonly string[],
  sheet: Omit<EvidenceSheet, 'title'>,
): Promise<EvidenceInput[]> {
  const handed: EvidenceInput[] = [];
  for (const title of titles) {
    world.sheets.fill({ ...sheet, title });
    handed.push({ kind: 'record', title, recordRef: `demo:${title}` });
  }
  return handed;
}
