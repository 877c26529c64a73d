import { Readable } from 'node:stream';
import type { Actor } from '../../src/kernel/permissions.ts';
import { type EvidenceSheet, evidenceDocx } from '../documents/evidence-docx.ts';
import type { World } from './world.ts';

interface HandedIn {
  readonly kind: 'file';
  readonly title: string;
  readonly uploadId: string;
}

/** Hands in one small Word file per title. */
export async function handIn(
  world: World,
  actor: Actor,
  titles: readonly string[],
  sheet: Omit<EvidenceSheet, 'title'>,
): Promise<HandedIn[]> {
  const handed: HandedIn[] = [];
  for (const title of titles) {
    const bytes = Readable.from([evidenceDocx({ ...sheet, title })]);
    const stored = await world.files.put(bytes, { maxBytes: 1_000_000 });
    const upload = await world.plans.evidence.upload(actor, { ...stored, name: `${title}.docx` });
    handed.push({ kind: 'file', title, uploadId: upload.id });
  }
  return handed;
}
