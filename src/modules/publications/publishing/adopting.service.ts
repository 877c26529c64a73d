import type { AppError } from '../../../kernel/app-error.ts';
import { localDateAt } from '../../../kernel/local-date.ts';
import { type Actor, demand } from '../../../kernel/permissions.ts';
import type { Change } from '../../../platform/change/change.ts';
import { blocks } from '../blocking/blocking-reasons.ts';
import { readiness } from '../blocking/readiness.service.ts';
import type { AttachmentRef, Content } from '../content/content.contract.ts';
import { type InspectedFile, inspectFile } from '../content/inspected-file.service.ts';
import type { DeterminationsService } from '../determinations/determinations.service.ts';
import { hold, worked } from '../held-publication.service.ts';
import { addEvent } from '../history.store.ts';
import { type Lookups, lookups, type PublicationsContext } from '../publications.context.ts';
import type { BlockingReason, DetermineInput } from '../publications.contract.ts';
import { updatePublication } from '../publications.store.ts';
import { withSeenFiles } from '../versions/content-files.ts';
import type { DraftingService } from '../versions/drafting.service.ts';
import { apart } from './apart.store.ts';
import { numberChange } from './projection.store.ts';
import { publishForms } from './publish-form.service.ts';

export interface AdoptInput {
  readonly kind: string;
  readonly unitId: string;
  readonly content: Content;
  /** Already in the file store; every file that the content names. */
  readonly files: readonly AttachmentRef[];
  readonly determination: DetermineInput;
  /** Where it was public before, for example 原区政府网站; everybody reads it in the history. */
  readonly from: string;
  readonly publishedAt: Date;
}

export interface AdoptResult {
  readonly id: string;
  /** Null when something stands in the way; it is then a draft for people to mend. */
  readonly number: number | null;
  readonly reasons: readonly BlockingReason[];
}

interface Services {
  readonly drafting: DraftingService;
  readonly determinations: DeterminationsService;
}

/**
 * Reviews were given, terms kept or not, and issuers judged where it was first published, predecessors of today's units among them;
 * everything else must be as for any other. Only the office takes in.
 */
const GIVEN_BEFORE = new Set(['not-submitted', 'step-not-approved', 'together', 'publish-within', 'own-issuer']);

/** Takes in what was public before this program was: an existing library, in bulk. */
export class AdoptingService {
  readonly #context: PublicationsContext;
  readonly #services: Services;
  #known: { readonly at: number; readonly lookups: Lookups } | undefined;

  constructor(context: PublicationsContext, services: Services) {
    this.#context = context;
    this.#services = services;
  }

  /** One document in one change. @throws AppError `content-invalid` (422), `forbidden` (403) */
  async adopt(actor: Actor, input: AdoptInput): Promise<AdoptResult> {
    demand(actor, 'adopt', { kind: 'publication', unitIds: [input.unitId] });
    const known = await this.#lookups();
    const files: InspectedFile[] = [];
    for (const { sha256: hash, size, name } of input.files) {
      files.push(await inspectFile(this.#context.attachments, { hash, size, name }));
    }
    return this.#context.platform.changes.run(actor, async (change) => {
      const result = await this.#adoptIn(change, input, files, known);
      if (result.number !== null) await numberChange(change.tx, [result.number]);
      return result;
    });
  }

  /**
   * Many documents without files in one change; what cannot be taken in is left out of it, with the error as its result.
   * @param settle runs in the same change, so that whoever sent them knows for ever which are in
   * @throws AppError `forbidden` (403)
   */
  async adoptMany(
    actor: Actor,
    inputs: readonly AdoptInput[],
    settle: (change: Change, results: readonly (AdoptResult | AppError)[]) => Promise<void>,
  ): Promise<void> {
    for (const { unitId } of inputs) demand(actor, 'adopt', { kind: 'publication', unitIds: [unitId] });
    const known = await this.#lookups();
    await this.#context.platform.changes.run(actor, async (change) => {
      const results: (AdoptResult | AppError)[] = [];
      for (const input of inputs) results.push(await apart(change, (own) => this.#adoptIn(own, input, [], known)));
      const numbers = results.flatMap((result) =>
        'reasons' in result && 'number' in result ? (result.number ?? []) : [],
      );
      await settle(change, results);
      if (numbers.length > 0) await numberChange(change.tx, numbers);
    });
  }

  async #adoptIn(
    change: Change,
    input: AdoptInput,
    files: readonly InspectedFile[],
    known: Lookups,
  ): Promise<AdoptResult> {
    const { drafting, determinations } = this.#services;
    const content = withSeenFiles(
      input.content,
      files.map(({ file, inspection }) => ({
        sha256: file.hash,
        size: file.size,
        media_type: inspection.mediaType,
      })),
    );
    const { id } = await drafting.createIn(change, { ...input, content }, files);
    await determinations.determineIn(change, id, input.determination);
    await updatePublication(change.tx, id, { adopted_from: input.from });
    return this.#out(change, id, input, known);
  }

  async #out(change: Change, id: string, input: AdoptInput, known: Lookups): Promise<AdoptResult> {
    const held = worked(await hold(this.#context, change, id, known.units.officeId));
    const { reasons } = await readiness(change.tx, held, known);
    const standing = blocks(reasons).filter((reason) => !GIVEN_BEFORE.has(reason.code));
    if (standing.length > 0) {
      const text = `迁入后有 ${standing.length} 项需要处理，暂不公开。`;
      await addEvent(change, { publicationId: id, versionId: held.open.id, kind: 'adopt', text });
      return { id, number: null, reasons: standing };
    }
    const [number] = await publishForms(this.#context, change, [held], {
      from: input.from,
      publishedAt: input.publishedAt,
    });
    return { id, number: number ?? null, reasons: [] };
  }

  /** Thousands come one after the other: units and calendar are looked up once a second. */
  async #lookups(): Promise<Lookups> {
    const now = Date.now();
    if (!this.#known || now - this.#known.at > 1000) this.#known = { at: now, lookups: await lookups(this.#context) };
    return { ...this.#known.lookups, today: localDateAt(this.#context.platform.clock.now()) };
  }
}
