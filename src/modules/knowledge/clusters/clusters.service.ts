import { AppError } from '../../../kernel/app-error.ts';
import { addDays, localDateAt } from '../../../kernel/local-date.ts';
import { type Actor, can, demand } from '../../../kernel/permissions.ts';
import type { UnitRef } from '../../../kernel/route.contract.ts';
import { staleError } from '../../../kernel/stale.ts';
import type { Change } from '../../../platform/change/change.ts';
import type { AskedQuestion } from '../../cases/index.ts';
import { Segmenter } from '../../search/index.ts';
import type { AskedQuestionsService } from '../asked/asked-questions.service.ts';
import { entriesOf, FAQ_KINDS, noSuchEntry, publicEntry } from '../entries/open-entries.ts';
import { draftFate, type KnowledgeContext, unitRefs } from '../knowledge.context.ts';
import type { ClusterState } from '../knowledge-words.ts';
import { nameOf } from '../name-of.ts';
import type { SettingsService } from '../settings/settings.service.ts';
import { clusterQuestions, idOf, nearestToAll, type Question } from './cluster-questions.ts';
import type { ClusterDetail, ClusterEvidence, ClusterView } from './clusters.contract.ts';
import * as store from './clusters.store.ts';
import { maskedWords } from './masked-words.ts';
import { figuresOf, followGroups } from './regroup.ts';

/** What people ask of; reports of errors on pages ask nothing. */
const ASKING_KINDS = ['policyMessage', 'enquiry', 'mailbox', 'transferred'];
const AT_ONCE = 1000;
const MOST_LETTERS = 20_000;
const MOST_TEXTS = 1000;
const EVIDENCE_SHOWN = 100;
const ALIKE_SHOWN = 3;
const LABEL = 60;

/** Questions that come again and again, with the evidence, for officers to make entries of (KB-1, KB-5, KB-C4). */
export class ClustersService {
  readonly #context: KnowledgeContext;
  readonly #settings: SettingsService;
  readonly #asked: AskedQuestionsService;
  readonly #segmenter = new Segmenter();

  constructor(context: KnowledgeContext, settings: SettingsService, asked: AskedQuestionsService) {
    this.#context = context;
    this.#settings = settings;
    this.#asked = asked;
  }

  /** Groups all questions of the period anew; what was decided stays. Safe to run at any time and twice. @returns groups of two and more */
  async refresh(): Promise<number> {
    const settings = await this.#settings.current();
    await this.#reopenDiscarded();
    const questions = await this.#questions(settings.clusterDays);
    const groups = clusterQuestions(questions, this.#segmenter).filter(isAskedAgain);
    const { platform } = this.#context;
    await platform.database.kysely.transaction().execute(async (tx) => {
      await store.lockClusters(tx);
      const [clusters, stood] = [await store.allClusters(tx), await store.allClusterQuestions(tx)];
      const before = new Map(stood.map((row) => [idOf(row), row.cluster_id]));
      const known = new Map(clusters.map((row) => [row.id, row]));
      const rows: store.ClusterQuestionRow[] = [];
      for (const { questions: members, clusterId } of followGroups(groups, before)) {
        const label = maskedWords(nearestToAll(members, this.#segmenter).title).slice(0, LABEL);
        const figures = { label, ...figuresOf(members) };
        const id = clusterId ?? (await store.insertCluster(tx, figures));
        if (clusterId !== null) await store.updateFigures(tx, clusterId, figures);
        const dismissed = known.get(id)?.dismissed_times ?? null;
        if (dismissed !== null && figures.times >= dismissed + settings.clusterTrigger) await store.reopen(tx, id);
        rows.push(...members.map((question) => rowOf(question, id)));
        known.delete(id);
      }
      await store.replaceQuestions(tx, rows);
      await store.deleteClusters(
        tx,
        [...known.values()].filter((row) => row.state === 'open').map((row) => row.id),
      );
    });
    return groups.length;
  }

  async list(
    actor: Actor,
    query: {
      readonly state: ClusterState;
      readonly least: 'frequent' | 'all';
      readonly page: number;
      readonly pageSize: number;
    },
  ) {
    const { clusterTrigger: trigger } = await this.#settings.current();
    const { items, total } = await store.listClusters(this.#db, {
      states: [query.state],
      leastTimes: query.least === 'frequent' ? trigger : 2,
      unitIds: reachOf(actor),
      page: query.page,
      pageSize: query.pageSize,
    });
    const views = await this.#views(actor, items, trigger);
    return { items: views, total, trigger, page: query.page, pageSize: query.pageSize };
  }

  /** @throws AppError `not-found` (404), also for those who may not read it */
  async get(actor: Actor, id: string): Promise<ClusterDetail> {
    const row = await store.findCluster(this.#db, id);
    if (!row || !can(actor, 'read', subjectOf(row))) throw missing(actor);
    const { clusterTrigger } = await this.#settings.current();
    const [view] = await this.#views(actor, [row], clusterTrigger);
    if (!view) throw missing(actor);
    const [evidence, alike] = await Promise.all([this.#evidence(actor, id), this.#alike(row.label)]);
    return { ...view, evidence, alike };
  }

  /** @throws AppError `stale` (409), `not-found` (404) */
  dismiss(
    actor: Actor,
    id: string,
    input: { readonly version: number; readonly reason: string },
  ): Promise<ClusterView> {
    return this.#decide(actor, id, input.version, async (change, row) => {
      await store.decideCluster(change.tx, id, {
        state: 'dismissed',
        publication_id: null,
        reason: input.reason,
        dismissed_times: row.times,
        decided_at: change.at,
        decided_by: nameOf(actor),
      });
      return 'dismiss';
    });
  }

  /** @throws AppError `invalid` (422) when there is no such public entry */
  async link(
    actor: Actor,
    id: string,
    input: { readonly version: number; readonly number: number },
  ): Promise<ClusterView> {
    const publicationId = await publicEntry(this.#context, input.number);
    return this.#decide(actor, id, input.version, async (change) => {
      if (publicationId === null) throw noSuchEntry();
      await this.#enter(change, id, publicationId);
      return 'link';
    });
  }

  /** In the change that drafts an entry from it. @throws AppError `not-found` (404), `settled` (409) */
  async enterIn(change: Change, id: string, publicationId: string): Promise<void> {
    const row = await store.lockCluster(change.tx, id);
    if (!row) throw missing(change.actor);
    demand(change.actor, 'decide', { ...subjectOf(row), state: 'open' });
    if (row.state === 'entered') throw new AppError('settled', 409, '这组问题已经有条目，请刷新页面。');
    await this.#enter(change, id, publicationId);
  }

  async #enter(change: Change, id: string, publicationId: string): Promise<void> {
    await store.decideCluster(change.tx, id, {
      state: 'entered',
      publication_id: publicationId,
      reason: null,
      dismissed_times: null,
      decided_at: change.at,
      decided_by: nameOf(change.actor),
    });
  }

  async #decide(
    actor: Actor,
    id: string,
    version: number,
    act: (change: Change, row: store.ClusterRow) => Promise<string>,
  ): Promise<ClusterView> {
    const row = await this.#context.platform.changes.run(actor, async (change) => {
      const held = await store.lockCluster(change.tx, id);
      if (!held || !can(actor, 'read', subjectOf(held))) throw missing(actor);
      demand(actor, 'decide', { ...subjectOf(held), state: 'open' });
      if (held.version !== version) throw staleError({ state: held.state, version: held.version }, { version });
      const action = await act(change, held);
      change.record({ action, kind: 'questionCluster', subjectId: id, unitId: held.unit_id });
      return store.findCluster(change.tx, id);
    });
    if (!row) throw missing(actor);
    const { clusterTrigger } = await this.#settings.current();
    const [view] = await this.#views(actor, [row], clusterTrigger);
    return view ?? Promise.reject(missing(actor));
  }

  /** An entry that was thrown away as a draft, or is public no more, answers nothing. */
  async #reopenDiscarded(): Promise<void> {
    for (const row of await store.allClusters(this.#db)) {
      if (row.publication_id === null || (await draftFate(this.#context, row.publication_id)) !== 'gone') continue;
      await store.reopen(this.#db, row.id);
    }
  }

  async #questions(days: number): Promise<Question[]> {
    const from = addDays(localDateAt(this.#context.platform.clock.now()), -days);
    const [letters, searches, asked] = await Promise.all([
      this.#letters(from),
      this.#context.words.inVain(from, MOST_TEXTS),
      this.#asked.inVain(days, MOST_TEXTS),
    ]);
    return [
      ...letters.map(questionOf),
      ...searches.map(({ query, times, lastOn }) => textQuestion('search', query, { times, firstOn: lastOn, lastOn })),
      ...asked.map(({ text, ...figures }) => textQuestion('asked', text, figures)),
    ];
  }

  async #letters(from: ReturnType<typeof addDays>): Promise<AskedQuestion[]> {
    const letters: AskedQuestion[] = [];
    for (let after: string | null = null; letters.length < MOST_LETTERS; ) {
      const query = { kinds: ASKING_KINDS, from, after, limit: AT_ONCE };
      const batch: readonly AskedQuestion[] = await this.#context.cases.questions.since(query);
      letters.push(...batch);
      after = batch.at(-1)?.id ?? null;
      if (batch.length < AT_ONCE) break;
    }
    return letters;
  }

  /** Letters are read where they lie, by those who may read them; of others only the number is told. */
  async #evidence(actor: Actor, id: string): Promise<ClusterEvidence[]> {
    const rows = (await store.questionsOfCluster(this.#db, id)).slice(0, EVIDENCE_SHOWN);
    const units = await unitRefs(this.#context);
    const readable = rows.filter((row) => row.source === 'case' && mayReadLetter(actor, row.unit_id));
    const letters = await this.#context.cases.questions.of(readable.map((row) => row.key));
    const byId = new Map(letters.map((letter) => [letter.id, letter]));
    return rows.map((row) => {
      const letter = byId.get(row.key);
      return {
        source: row.source,
        text: row.source === 'case' ? (letter ? maskedWords(letter.title || letter.text) : null) : row.key,
        caseId: letter?.id ?? null,
        times: row.times,
        firstOn: row.first_on,
        lastOn: row.last_on,
        unit: row.unit_id === null ? null : (units.get(row.unit_id)?.shortName ?? null),
      };
    });
  }

  async #alike(label: string): Promise<ClusterDetail['alike']> {
    const { search, publications } = this.#context;
    const { numbers } = await search.relevant(label, ALIKE_SHOWN, 'faq');
    if (numbers.length === 0) return [];
    const { items } = await publications.open.items({ kinds: FAQ_KINDS, numbers, page: 1, pageSize: ALIKE_SHOWN });
    const entries = await entriesOf(publications.open, items);
    return numbers.flatMap((number) => {
      const entry = entries.find((one) => one.number === number);
      return entry ? { number, question: entry.question } : [];
    });
  }

  async #views(actor: Actor, rows: readonly store.ClusterRow[], trigger: number): Promise<ClusterView[]> {
    const { publications } = this.#context;
    const units: ReadonlyMap<string, UnitRef> = await unitRefs(this.#context);
    const titles = await publications.open.titles(
      rows.flatMap((row) => (row.policy_number === null ? [] : Number(row.policy_number))),
    );
    const numberOf = async (publicationId: string | null) => {
      const item = publicationId === null ? undefined : await publications.open.itemOf(publicationId);
      return item?.status === 'public' ? item.number : null;
    };
    return Promise.all(
      rows.map(async (row) => {
        const policy = titles.find((one) => one.number === Number(row.policy_number) && one.status === 'public');
        return {
          id: row.id,
          version: row.version,
          label: row.label,
          unit: row.unit_id === null ? null : (units.get(row.unit_id) ?? null),
          policy: policy ? { number: policy.number, title: policy.title } : null,
          times: row.times,
          firstOn: row.first_on,
          lastOn: row.last_on,
          isFrequent: row.times >= trigger,
          state: row.state,
          publicationId: row.publication_id,
          entryNumber: await numberOf(row.publication_id),
          reason: row.reason,
          decidedAt: row.decided_at?.toISOString() ?? null,
          decidedBy: row.decided_by,
          mayDecide: can(actor, 'decide', subjectOf(row)),
        };
      }),
    );
  }

  get #db() {
    return this.#context.platform.database.kysely;
  }
}

function isAskedAgain(questions: readonly Question[]): boolean {
  return questions.reduce((sum, question) => sum + question.times, 0) > 1;
}

function questionOf(letter: AskedQuestion): Question {
  return {
    source: 'case',
    key: letter.id,
    title: letter.title === '' ? letter.text.slice(0, 40) : letter.title,
    text: letter.text,
    times: 1,
    firstOn: letter.receivedOn,
    lastOn: letter.receivedOn,
    unitId: letter.unitId,
    policyNumber: letter.publicationNumber,
  };
}

function textQuestion(
  source: 'search' | 'asked',
  text: string,
  figures: Pick<Question, 'times' | 'firstOn' | 'lastOn'>,
): Question {
  return { source, key: text, title: text, text: '', unitId: null, policyNumber: null, ...figures };
}

function rowOf(question: Question, cluster_id: string): store.ClusterQuestionRow {
  const { source, key, times, firstOn, lastOn, unitId } = question;
  return { source, key, cluster_id, times, first_on: firstOn, last_on: lastOn, unit_id: unitId };
}

function subjectOf(row: Pick<store.ClusterRow, 'state' | 'unit_id'>) {
  return { kind: 'questionCluster', state: row.state, unitIds: row.unit_id === null ? [] : [row.unit_id] };
}

function mayReadLetter(actor: Actor, unitId: string | null): boolean {
  return can(actor, 'read', { kind: 'case', state: 'received', unitIds: unitId === null ? [] : [unitId] });
}

/** Null: all. */
export function reachOf(actor: Actor, kind = 'questionCluster'): readonly string[] | null {
  if (can(actor, 'read', { kind, state: 'open' })) return null;
  const grants = actor.type === 'person' ? actor.grants : [];
  const unitIds = new Set(grants.map((grant) => grant.unitId));
  return [...unitIds].filter((unitId) => can(actor, 'read', { kind, state: 'open', unitIds: [unitId] }));
}

/** Whoever may read none is told so; of a single one nobody learns whether it is there. */
function missing(actor: Actor): AppError {
  if (reachOf(actor)?.length === 0) demand(actor, 'read', { kind: 'questionCluster' });
  return new AppError('not-found', 404, '没有找到这组问题，可能已重新归并，请刷新页面。');
}
