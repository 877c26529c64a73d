import { localDateAt } from '../../../kernel/local-date.ts';
import type { Actor } from '../../../kernel/permissions.ts';
import type { UnitRef } from '../../../kernel/route.contract.ts';
import type { OpenItemSummary } from '../../publications/index.ts';
import type { AskedQuestionsService } from '../asked/asked-questions.service.ts';
import { reachOf } from '../clusters/clusters.service.ts';
import { listClusters } from '../clusters/clusters.store.ts';
import type { EntriesService } from '../entries/entries.service.ts';
import { listGaps } from '../gaps/gaps.store.ts';
import { type KnowledgeContext, unitRefs } from '../knowledge.context.ts';
import {
  CARE_REASONS,
  type CLUSTER_STATE_CODES,
  FOUR_TARGETS,
  GAP_STATE_CODES,
  GAP_STATES,
  TARGETS,
} from '../knowledge-words.ts';
import type { SettingsService } from '../settings/settings.service.ts';
import { deliveredTargets } from '../sharing/deliveries.store.ts';
import { TREATMENT_STATES } from '../treatments/treatment-words.ts';
import { treatedClusters } from '../treatments/treatments.store.ts';
import { FIGURE_CODES, type FigureCode, type FigureRecord, type KnowledgeFigure } from './figures.contract.ts';

const NAMES: Readonly<Record<FigureCode, string>> = {
  'KB-C1': '涉及群众、企业的政策有常见问题并推送到四个渠道',
  'KB-C2': '窗口和热线反映的缺口已答复入库',
  'KB-C3': '常见问题按期复核、依据有效',
  'KB-C4': '高频问题已有常见问题',
  'MSG-C6': '高频问题已有常见问题，或者已开展专题调查、源头治理',
};
const ASKED_DAYS = 90;
const EVERYTHING = 10_000;
const OVER = new Set(['repealed', 'expired']);

/** KB-C1 to KB-C4 and MSG-C6, each a share of records that can be looked at one by one. */
export class FiguresService {
  readonly #context: KnowledgeContext;
  readonly #parts: {
    readonly entries: EntriesService;
    readonly settings: SettingsService;
    readonly asked: AskedQuestionsService;
  };

  constructor(
    context: KnowledgeContext,
    parts: { entries: EntriesService; settings: SettingsService; asked: AskedQuestionsService },
  ) {
    this.#context = context;
    this.#parts = parts;
  }

  async figures(actor: Actor) {
    const codes = FIGURE_CODES;
    const items: KnowledgeFigure[] = [];
    for (const code of codes) {
      const records = await this.#recordsOf(actor, code);
      const met = records.filter((record) => record.isMet).length;
      items.push({ code, name: NAMES[code], met, of: records.length, note: await this.#note(actor, code, records) });
    }
    return { items, asked: { days: ASKED_DAYS, ...(await this.#parts.asked.figures(ASKED_DAYS)) } };
  }

  async records(
    actor: Actor,
    query: { readonly code: FigureCode; readonly met?: string | undefined; page: number; pageSize: number },
  ) {
    const all = (await this.#recordsOf(actor, query.code)).filter(
      (record) => query.met === undefined || record.isMet === (query.met === 'true'),
    );
    const ordered = [...all].sort((a, b) => Number(a.isMet) - Number(b.isMet));
    const items = ordered.slice((query.page - 1) * query.pageSize, query.page * query.pageSize);
    return { items, total: all.length, page: query.page, pageSize: query.pageSize };
  }

  async #note(actor: Actor, code: FigureCode, records: readonly FigureRecord[]): Promise<string> {
    if (code === 'KB-C2') return this.#gapDays(actor);
    if (code === 'KB-C3') {
      const over = records.filter((record) => record.state.includes(CARE_REASONS.policyOver)).length;
      return over === 0 ? '没有依据已失效的条目。' : `${over} 个条目依据的政策已废止或者失效，应当修改或者下架。`;
    }
    if (code === 'KB-C4' || code === 'MSG-C6') {
      const dismissed = await this.#clusters(actor, ['dismissed']);
      return dismissed.length === 0 ? '没有不列入的高频问题。' : `另有 ${dismissed.length} 组经说明理由不列入。`;
    }
    return `四个渠道：${FOUR_TARGETS.map((target) => TARGETS[target]).join('、')}。`;
  }

  async #recordsOf(actor: Actor, code: FigureCode): Promise<FigureRecord[]> {
    const units = await unitRefs(this.#context);
    if (code === 'KB-C1') return this.#policies(units);
    if (code === 'KB-C2') return this.#gaps(actor, units);
    if (code === 'KB-C3') return this.#entries(units);
    return this.#clusterRecords(actor, units, code === 'MSG-C6');
  }

  /** @param countsTreated an inquiry into the problem will do as well (MSG-11) */
  async #clusterRecords(
    actor: Actor,
    units: ReadonlyMap<string, UnitRef>,
    countsTreated: boolean,
  ): Promise<FigureRecord[]> {
    const clusters = await this.#clusters(actor, ['open', 'entered']);
    const ids = countsTreated ? clusters.map(({ id }) => id) : [];
    const treated = await treatedClusters(this.#db, ids);
    return Promise.all(
      clusters.map(async (row) => {
        const item =
          row.publication_id === null ? undefined : await this.#context.publications.open.itemOf(row.publication_id);
        const treatment = treated.get(row.id);
        const isEntered = item?.status === 'public';
        const state = isEntered
          ? `常见问题：${item.title}`
          : row.publication_id === null
            ? '还没有条目'
            : '条目正在起草、审核';
        return {
          title: `${row.label}（${row.times}次）`,
          href: `/knowledge/clusters/${row.id}`,
          unit: nameOf(units, row.unit_id),
          isMet: isEntered || treatment !== undefined,
          state: treatment === undefined ? state : `${state}；源头治理：${TREATMENT_STATES[treatment]}`,
        };
      }),
    );
  }

  /** Policies that are read by people or firms: all but those of which the office said that they concern neither. */
  async #policies(units: ReadonlyMap<string, UnitRef>): Promise<FigureRecord[]> {
    const policies = (await this.#standingPolicies()).filter(
      (item) =>
        item.fields.interpretation !== 'none' &&
        Array.isArray(item.fields.audiences) &&
        item.fields.audiences.length > 0,
    );
    const entries = await this.#parts.entries.cared();
    const delivered = await deliveredTargets(
      this.#db,
      entries.map((entry) => entry.number),
    );
    return policies.map((policy) => {
      const own = entries.filter((entry) => entry.policies.includes(policy.number));
      const missing = FOUR_TARGETS.filter(
        (target) => !own.every((entry) => delivered.get(entry.number)?.includes(target)),
      );
      const isMet = own.length > 0 && missing.length === 0;
      const state =
        own.length === 0
          ? '还没有常见问题'
          : `${own.length} 个常见问题${isMet ? '，都已推送' : `，未推送到${missing.map((target) => TARGETS[target]).join('、')}`}`;
      return {
        title: policy.title,
        href: `/documents/${policy.number}`,
        unit: nameOf(units, policy.unitId),
        isMet,
        state,
      };
    });
  }

  async #standingPolicies(): Promise<OpenItemSummary[]> {
    const { publications, library } = this.#context;
    const found: OpenItemSummary[] = [];
    for (let page = 1, left = true; left; page += 1) {
      const { items, total } = await publications.open.items({
        kinds: ['policyDocument'],
        sort: '-datedOn',
        page,
        pageSize: 1000,
      });
      const validities = await library.open.validities(items.map((item) => item.number));
      found.push(...items.filter((item) => !OVER.has(validities.get(item.number) ?? '')));
      left = items.length > 0 && page * 1000 < total;
    }
    return found;
  }

  async #gaps(actor: Actor, units: ReadonlyMap<string, UnitRef>): Promise<FigureRecord[]> {
    const today = localDateAt(this.#context.platform.clock.now());
    const { items } = await this.#allGaps(actor);
    return items.map((row) => {
      const isOpen = row.state === 'open' || row.state === 'drafting';
      const late = isOpen && row.due_on < today ? '，已逾期' : '';
      const day = isOpen ? `期限 ${row.due_on}${late}` : `${row.settled_at ? localDateAt(row.settled_at) : ''} 办结`;
      return {
        title: row.questions[0] ?? '',
        href: `/knowledge/gaps/${row.id}`,
        unit: nameOf(units, row.unit_id),
        isMet: row.state === 'answered',
        state: `${GAP_STATES[row.state]}，${day}`,
      };
    });
  }

  async #gapDays(actor: Actor): Promise<string> {
    const calendar = await this.#context.calendar.current();
    const { items } = await this.#allGaps(actor);
    const days = items.flatMap((row) =>
      row.state === 'answered' && row.settled_at
        ? calendar.workdaysBetween(localDateAt(row.received_at), localDateAt(row.settled_at))
        : [],
    );
    if (days.length === 0) return '还没有答复入库的缺口。';
    return `平均 ${(days.reduce((sum, one) => sum + one, 0) / days.length).toFixed(1)} 个工作日答复入库。`;
  }

  #allGaps(actor: Actor) {
    const unitIds = reachOf(actor, 'knowledgeGap');
    return listGaps(this.#db, { states: GAP_STATE_CODES, unitIds, page: 1, pageSize: EVERYTHING });
  }

  async #entries(units: ReadonlyMap<string, UnitRef>): Promise<FigureRecord[]> {
    return (await this.#parts.entries.cared()).map((entry) => {
      const grave = entry.care.reasons.filter((reason) => reason !== 'reviewSoon');
      return {
        title: entry.question,
        href: `/documents/${entry.number}`,
        unit: nameOf(units, entry.unitId),
        isMet: grave.length === 0,
        state:
          grave.length === 0 ? `${entry.care.reviewOn} 前复核` : grave.map((reason) => CARE_REASONS[reason]).join('；'),
      };
    });
  }

  async #clusters(actor: Actor, states: readonly (typeof CLUSTER_STATE_CODES)[number][]) {
    const { clusterTrigger: leastTimes } = await this.#parts.settings.current();
    const query = { states, leastTimes, unitIds: reachOf(actor), page: 1, pageSize: EVERYTHING };
    return (await listClusters(this.#db, query)).items;
  }

  get #db() {
    return this.#context.platform.database.kysely;
  }
}

function nameOf(units: ReadonlyMap<string, UnitRef>, unitId: string | null): string | null {
  return unitId === null ? null : (units.get(unitId)?.shortName ?? null);
}
