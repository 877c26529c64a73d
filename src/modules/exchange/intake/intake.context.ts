import type { Platform } from '../../../platform/platform.ts';
import type { AttachmentsService } from '../../attachments/index.ts';
import { type LibraryServices, STATUTORY_CLASSES } from '../../library/index.ts';
import type { Organisations } from '../../organisations/index.ts';
import type { PublicationsServices } from '../../publications/index.ts';
import type { IntakeUnit } from './metadata.ts';
import type { IntakeCatalogue } from './metadata-fields.ts';

/** What every service of the intake is handed. */
export interface IntakeContext {
  readonly platform: Platform;
  readonly organisations: Organisations;
  readonly publications: PublicationsServices;
  readonly attachments: AttachmentsService;
  readonly library: Pick<LibraryServices, 'topics'>;
}

/** Office systems hand in documents; what the portal's other kinds hold is written here, not there. */
export const INTAKE_KIND = 'policyDocument';

/** Choices that the office keeps, as they stand today. */
export async function intakeCatalogue({ library }: IntakeContext): Promise<IntakeCatalogue> {
  const [topics, tags, audiences] = [
    await library.topics.choices('topics'),
    await library.topics.choices('tags'),
    await library.topics.choices('audiences'),
  ];
  return {
    '/api/library/topics/choices': topics.items,
    '/api/library/tags/choices': tags.items,
    '/api/library/audiences/choices': audiences.items,
    '/api/library/statutory-classes': STATUTORY_CLASSES.map(({ code, name }) => ({ value: code, label: name })),
  };
}

/** Those of the units that exist, under every name that a delivery may use. */
export async function intakeUnits({ organisations }: IntakeContext, ids: readonly string[]): Promise<IntakeUnit[]> {
  const all = await organisations.units.all();
  return all
    .filter((unit) => ids.includes(unit.id) && unit.toOn === null)
    .map(({ id, code, name, shortName, aliases }) => ({ id, names: [code, name, shortName, ...aliases] }));
}
