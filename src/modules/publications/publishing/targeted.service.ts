import { AppError } from '../../../kernel/app-error.ts';
import type { Actor } from '../../../kernel/permissions.ts';
import { blocks } from '../blocking/blocking-reasons.ts';
import { readiness } from '../blocking/readiness.service.ts';
import { demandAct, hold, worked } from '../held-publication.service.ts';
import { addEvent, nameOf, personIdOf } from '../history.store.ts';
import { lookups, type PublicationsContext } from '../publications.context.ts';
import { blocked, contentChanged } from '../publications.errors.ts';
import { updatePublication } from '../publications.store.ts';
import type { TargetedInput } from '../register.contract.ts';
import { insertTargeted } from './targeted.store.ts';

/** What concerns only some people is shown to them at fixed points, reviewed like everything else, and never on the open web (REV-9). */
export class TargetedService {
  readonly #context: PublicationsContext;

  constructor(context: PublicationsContext) {
    this.#context = context;
  }

  async disclose(actor: Actor, id: string, input: TargetedInput): Promise<void> {
    const known = await lookups(this.#context);
    await this.#context.platform.changes.run(actor, async (change) => {
      const held = worked(await hold(this.#context, change, id, known.units.officeId));
      demandAct(actor, 'discloseTargeted', held);
      if (held.open.content_hash !== input.contentHash) throw contentChanged();
      const { reasons, determination } = await readiness(change.tx, held, known);
      if (determination?.manner !== 'targeted') {
        throw new AppError('manner-open', 409, '公开方式不是定点定向公开；如只向特定对象公开，请先重新认定。');
      }
      const others = blocks(reasons).filter((reason) => reason.code !== 'manner-targeted');
      if (others.length > 0) throw blocked('定点定向公开', others);
      await insertTargeted(change.tx, {
        publication_id: id,
        version_id: held.open.id,
        place: input.place,
        audience: input.audience,
        from_on: input.fromOn,
        to_on: input.toOn ?? null,
        note: input.note ?? null,
        by_person: personIdOf(actor),
        by_name: nameOf(actor),
        at: change.at,
      });
      await updatePublication(change.tx, id, { updated_at: change.at });
      const text = `自 ${input.fromOn} 起在${input.place}向${input.audience}公开。`;
      await addEvent(change, { publicationId: id, versionId: held.open.id, kind: 'discloseTargeted', text });
      change.record({ action: 'discloseTargeted', kind: 'publication', subjectId: id, unitId: held.row.unit_id });
    });
  }
}
