import { localDateAt } from '../../kernel/local-date.ts';
import type { OpenWorkProvider, Organisations } from '../organisations/index.ts';
import { addEvent } from './history.store.ts';
import { moveDraft, openDraftsOf } from './open-work.store.ts';
import { STATE_LABELS } from './publication-words.ts';

/** What a leaving person would leave behind at the door out: the versions he drafts that are not public yet (TEAM-6). */
export function publicationsOpenWork({ people }: Organisations): OpenWorkProvider {
  return {
    name: 'publications',
    title: '起草中的公开信息',
    async list(db, personId) {
      return (await openDraftsOf(db, personId)).map((row) => ({
        id: row.id,
        title: row.title || '（无标题）',
        detail: STATE_LABELS[row.state],
        unitId: row.unit_id,
        dueOn: row.scheduled_for ? localDateAt(row.scheduled_for) : null,
      }));
    },
    async move(change, fromPersonId, items) {
      for (const item of items) {
        const { name } = await people.get(item.toPersonId, change.tx);
        const version = await moveDraft(change.tx, item.id, fromPersonId, { id: item.toPersonId, name });
        if (!version) continue;
        const text = `人员交接，由${name}接着起草。`;
        await addEvent(change, { publicationId: item.id, versionId: version.id, kind: 'handOver', text });
        change.record({ action: 'handOver', kind: 'publication', subjectId: item.id, unitId: version.unitId });
      }
    },
  };
}
