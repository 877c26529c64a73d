import { AppError } from '../../../kernel/app-error.ts';
import { localDateAt } from '../../../kernel/local-date.ts';
import { type Actor, demand } from '../../../kernel/permissions.ts';
import { staleError } from '../../../kernel/stale.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Organisations } from '../../organisations/index.ts';
import type { AudiencesService } from '../audiences/audiences.service.ts';
import { documentsOfTopic } from '../public/open-library.store.ts';
import type { Shelf } from '../shelf/shelf.service.ts';
import { topicGaps } from './topic-gaps.ts';
import type { Patrol, PatrolInput, Tag, TagInput, Topic, TopicGap, TopicInput } from './topics.contract.ts';
import {
  allTags,
  allTopics,
  insertPatrol,
  insertTag,
  insertTopic,
  lastPatrols,
  lockTag,
  lockTopic,
  type PatrolRow,
  patrolsOf,
  type TagRow,
  type TopicRow,
  tagCounts,
  topicCounts,
  updateTag,
  updateTopic,
} from './topics.store.ts';

const LOOKED_THROUGH = 2_000;

/** The catalogue of topics and labels, and the patrols of the lead departments (TOP-1..6). */
export class TopicsService {
  readonly #platform: Platform;
  readonly #organisations: Organisations;
  readonly #shelf: Shelf;
  readonly #audiences: AudiencesService;

  constructor(platform: Platform, below: { organisations: Organisations; shelf: Shelf; audiences: AudiencesService }) {
    this.#platform = platform;
    this.#organisations = below.organisations;
    this.#shelf = below.shelf;
    this.#audiences = below.audiences;
  }

  /** Collections first, then classes; retired ones included. */
  async topics(): Promise<Topic[]> {
    await this.#shelf.catchUp();
    const [rows, counts, patrols, units] = [
      await allTopics(this.#db),
      await topicCounts(this.#db),
      new Map((await lastPatrols(this.#db)).map((row) => [row.topic_id, row])),
      new Map((await this.#organisations.units.all()).map((unit) => [unit.id, unit.shortName])),
    ];
    return rows.map((row) => ({
      id: row.id,
      code: row.code,
      name: row.name,
      kind: row.kind,
      description: row.description,
      leadUnitId: row.lead_unit_id,
      leadUnitName: row.lead_unit_id ? (units.get(row.lead_unit_id) ?? null) : null,
      tags: row.tags,
      audiences: row.audiences,
      sort: row.sort,
      retiredOn: row.retired_on,
      documents: counts.get(row.id) ?? 0,
      lastPatrol: lastPatrolOf(patrols.get(row.id)),
      version: row.version,
    }));
  }

  async tags(): Promise<Tag[]> {
    await this.#shelf.catchUp();
    const [rows, counts] = [await allTags(this.#db), await tagCounts(this.#db)];
    return rows.map((row) => ({
      id: row.id,
      name: row.name,
      family: row.family,
      audiences: row.audiences,
      since: row.since,
      retiredOn: row.retired_on,
      replacedBy: row.replaced_by,
      documents: counts.get(row.name) ?? 0,
      version: row.version,
    }));
  }

  /** What may be chosen for new documents today. */
  async choices(of: 'topics' | 'tags' | 'audiences'): Promise<{ items: { value: string; label: string }[] }> {
    const names = of === 'audiences' ? (await this.#audiences.all()).map(({ name }) => name) : await this.#standing(of);
    return { items: names.map((name) => ({ value: name, label: name })) };
  }

  createTopic(actor: Actor, input: TopicInput): Promise<Topic> {
    return this.#write(actor, 'create', async (tx) => insertTopic(tx, topicValues(input))).then((id) =>
      this.#topic(id),
    );
  }

  /** @throws AppError `stale` (409) when somebody else was first */
  async editTopic(actor: Actor, id: string, input: TopicInput & { version: number }): Promise<Topic> {
    await this.#write(actor, 'edit', async (tx) => {
      const current = (await lockTopic(tx, id)) ?? missing();
      if (current.version !== input.version) throw staleError(current, input);
      await updateTopic(tx, id, topicValues(input));
      return id;
    });
    return this.#topic(id);
  }

  createTag(actor: Actor, input: TagInput): Promise<Tag> {
    return this.#write(actor, 'create', async (tx) => insertTag(tx, tagValues(input))).then((id) => this.#tag(id));
  }

  /** @throws AppError `stale` (409) when somebody else was first */
  async editTag(actor: Actor, id: string, input: TagInput & { version: number }): Promise<Tag> {
    await this.#write(actor, 'edit', async (tx) => {
      const current = (await lockTag(tx, id)) ?? missing();
      if (current.version !== input.version) throw staleError(current, input);
      await updateTag(tx, id, tagValues(input));
      return id;
    });
    return this.#tag(id);
  }

  /** @throws AppError `not-found` (404) */
  async gaps(topicId: string): Promise<TopicGap[]> {
    const topic = await this.#topicRow(topicId);
    await this.#shelf.catchUp();
    return topicGaps((await documentsOfTopic(this.#db, topic, LOOKED_THROUGH)).items);
  }

  async patrols(topicId: string): Promise<Patrol[]> {
    return (await patrolsOf(this.#db, topicId)).map(patrolOf);
  }

  /** Files a patrol of the lead department with what the collection looked like then (TOP-6). */
  async patrol(actor: Actor, topicId: string, input: PatrolInput): Promise<Patrol> {
    const topic = await this.#topicRow(topicId);
    await this.#shelf.catchUp();
    const { items, total } = await documentsOfTopic(this.#db, topic, LOOKED_THROUGH);
    return this.#platform.changes.run(actor, async (change) => {
      const unitIds = topic.lead_unit_id ? [topic.lead_unit_id] : [];
      demand(actor, 'patrol', { kind: 'topic', unitIds });
      const row = await insertPatrol(change.tx, {
        topic_id: topicId,
        patrolled_on: localDateAt(change.at),
        documents: total,
        gaps: topicGaps(items).length,
        findings: input.findings,
        by_person: actor.type === 'person' ? actor.personId : null,
        by_name: actor.type === 'person' ? actor.name : '系统',
        at: change.at,
      });
      change.record({
        action: 'patrol',
        kind: 'topic',
        subjectId: topicId,
        unitId: topic.lead_unit_id,
        detail: { gaps: row.gaps },
      });
      return patrolOf(row);
    });
  }

  async #standing(of: 'topics' | 'tags'): Promise<string[]> {
    const today = localDateAt(this.#platform.clock.now());
    const rows: { name: string; retired_on: string | null }[] =
      of === 'topics' ? (await allTopics(this.#db)).filter((row) => row.kind === 'class') : await allTags(this.#db);
    return rows.filter((row) => row.retired_on === null || row.retired_on > today).map((row) => row.name);
  }

  #write(actor: Actor, action: 'create' | 'edit', act: (tx: Tx) => Promise<string>): Promise<string> {
    return this.#platform.changes.run(actor, async (change) => {
      demand(actor, 'edit', { kind: 'topic' });
      const id = await refuseTaken(() => act(change.tx));
      change.record({ action, kind: 'topic', subjectId: id });
      await change.emit('library.catalogueChanged', { id });
      return id;
    });
  }

  async #topic(id: string): Promise<Topic> {
    return (await this.topics()).find((topic) => topic.id === id) ?? missing();
  }

  async #tag(id: string): Promise<Tag> {
    return (await this.tags()).find((tag) => tag.id === id) ?? missing();
  }

  async #topicRow(id: string): Promise<TopicRow> {
    return (await allTopics(this.#db)).find((row) => row.id === id) ?? missing();
  }

  get #db() {
    return this.#platform.database.kysely;
  }
}

type Tx = Parameters<typeof insertTopic>[0];

function topicValues(input: TopicInput) {
  return {
    code: input.code,
    name: input.name,
    kind: input.kind,
    description: input.description,
    lead_unit_id: input.leadUnitId,
    tags: [...input.tags],
    audiences: [...input.audiences],
    sort: input.sort,
    retired_on: input.retiredOn,
  };
}

function tagValues(input: TagInput): Omit<TagRow, 'id' | 'version'> {
  return {
    name: input.name,
    family: input.family,
    audiences: [...input.audiences],
    since: input.since,
    retired_on: input.retiredOn,
    replaced_by: input.replacedBy,
  };
}

function lastPatrolOf(row: PatrolRow | undefined): Topic['lastPatrol'] {
  if (!row) return null;
  return {
    on: row.patrolled_on,
    byName: row.by_name,
    documents: row.documents,
    gaps: row.gaps,
    findings: row.findings,
  };
}

function patrolOf(row: PatrolRow): Patrol {
  return {
    id: row.id,
    topicId: row.topic_id,
    patrolledOn: row.patrolled_on,
    documents: row.documents,
    gaps: row.gaps,
    findings: row.findings,
    byName: row.by_name,
    at: row.at.toISOString(),
  };
}

/** A second topic or label of the same name would split its documents. */
async function refuseTaken<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if ((error as { code?: string }).code !== '23505') throw error;
    throw new AppError('name-taken', 409, '已有同名或同代码的主题、标签，请另取名称，或修改已有的那一条。', {
      cause: error,
    });
  }
}

function missing(): never {
  throw new AppError('not-found', 404, '没有找到这个主题或标签，请刷新页面后重试。');
}
