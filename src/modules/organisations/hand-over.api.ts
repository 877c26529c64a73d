import { z } from 'zod';
import { daysBetween, localDateAt } from '../../kernel/local-date.ts';
import type { HttpServer } from '../../platform/http/server.ts';
import {
  FileInput,
  HandOverInput,
  HandOverListQuery,
  HandOverPage,
  type HandOverSummary,
  HandOverView,
  ItemEdit,
  ItemInput,
} from './hand-over.contract.ts';
import type { HandOverService } from './hand-over.service.ts';
import type { HandOverRow, ItemRow } from './hand-over.store.ts';
import { CHECKLIST, CHECKLIST_TITLE, filingNumber } from './hand-over-checklist.ts';
import type { OpenWork } from './open-work.ts';
import type { PeopleService } from './people.service.ts';

const ById = z.object({ id: z.uuid() });
const ByItem = z.object({ id: z.uuid(), itemId: z.uuid() });
const tags = ['工作交接'];
const access = { kind: 'person', action: 'handOver' } as const;

export function handOverRoutes(
  app: HttpServer,
  handOvers: HandOverService,
  people: PeopleService,
  openWork: OpenWork,
): void {
  app.get(
    '/api/hand-overs',
    {
      config: { access },
      schema: { summary: '工作交接', tags, querystring: HandOverListQuery, response: { 200: HandOverPage } },
    },
    async (request) => {
      const page = await handOvers.list(request.actor, request.query);
      const names = await namesOf(people, page.items);
      return { ...page, items: page.items.map((row) => summaryOf(row, names)) };
    },
  );
  app.get(
    '/api/hand-overs/:id',
    { config: { access }, schema: { summary: '一份交接', tags, params: ById, response: { 200: HandOverView } } },
    async (request) => {
      const { handOver, items } = await handOvers.find(request.actor, request.params.id);
      const titles = new Map(openWork.providers.map((provider) => [provider.name, provider.title]));
      titles.set(CHECKLIST, CHECKLIST_TITLE);
      return {
        ...summaryOf(handOver, await namesOf(people, [handOver])),
        items: items.map((item) => itemOf(item, titles)),
        rolesEnded: [...handOver.roles_ended],
        rolesGiven: [...handOver.roles_given],
      };
    },
  );
  app.post(
    '/api/hand-overs',
    { config: { access }, schema: { summary: '开始交接', tags, body: HandOverInput, response: { 201: ById } } },
    async (request, reply) => reply.code(201).send({ id: await handOvers.start(request.actor, request.body) }),
  );
  stepRoutes(app, handOvers);
}

function stepRoutes(app: HttpServer, handOvers: HandOverService): void {
  const done = { 204: z.null() };
  app.post(
    '/api/hand-overs/:id/refresh',
    { config: { access }, schema: { summary: '更新清单', tags, params: ById, response: done } },
    async (request, reply) => {
      await handOvers.refresh(request.actor, request.params.id);
      return reply.code(204).send(null);
    },
  );
  app.post(
    '/api/hand-overs/:id/items',
    { config: { access }, schema: { summary: '补充事项', tags, params: ById, body: ItemInput, response: done } },
    async (request, reply) => {
      await handOvers.addLine(request.actor, request.params.id, request.body);
      return reply.code(204).send(null);
    },
  );
  app.put(
    '/api/hand-overs/:id/items/:itemId',
    { config: { access }, schema: { summary: '确认一项', tags, params: ByItem, body: ItemEdit, response: done } },
    async (request, reply) => {
      await handOvers.editItem(request.actor, request.params.id, request.params.itemId, request.body);
      return reply.code(204).send(null);
    },
  );
  app.post(
    '/api/hand-overs/:id/file',
    { config: { access }, schema: { summary: '完成交接并备案', tags, params: ById, body: FileInput, response: done } },
    async (request, reply) => {
      await handOvers.file(request.actor, request.params.id, request.body);
      return reply.code(204).send(null);
    },
  );
  app.delete(
    '/api/hand-overs/:id',
    { config: { access }, schema: { summary: '撤销交接', tags, params: ById, response: done } },
    async (request, reply) => {
      await handOvers.cancel(request.actor, request.params.id);
      return reply.code(204).send(null);
    },
  );
}

async function namesOf(people: PeopleService, rows: readonly HandOverRow[]): Promise<ReadonlyMap<string, string>> {
  const found = await people.getMany(rows.flatMap((row) => [row.person_id, row.successor_id]));
  return new Map(found.map((person) => [person.id, person.name]));
}

function summaryOf(row: HandOverRow, names: ReadonlyMap<string, string>): HandOverSummary {
  return {
    id: row.id,
    personId: row.person_id,
    personName: names.get(row.person_id) ?? '',
    unitId: row.unit_id,
    successorId: row.successor_id,
    successorName: names.get(row.successor_id) ?? '',
    reason: row.reason,
    changedOn: row.changed_on,
    note: row.note,
    state: row.state,
    createdAt: row.created_at,
    filingNumber: filingNumber(row.filing_year, row.filing_number),
    filedAt: row.filed_at,
    daysToFiling: row.filed_at ? daysBetween(row.changed_on, localDateAt(row.filed_at)) : null,
    itemCount: row.item_count,
    tickedCount: row.ticked_count,
    version: row.version,
  };
}

function itemOf(item: ItemRow, titles: ReadonlyMap<string, string>) {
  return {
    id: item.id,
    provider: item.provider,
    providerTitle: titles.get(item.provider) ?? item.provider,
    subjectId: item.subject_id,
    title: item.title,
    detail: item.detail,
    unitId: item.unit_id,
    dueOn: item.due_on,
    toPersonId: item.to_person_id,
    tickedAt: item.ticked_at,
  };
}
