import { z } from 'zod';
import type { HttpServer } from '../../platform/http/server.ts';
import type { GrantsService } from './grants.service.ts';
import {
  AccessReport,
  AccessReportQuery,
  GrantEnd,
  GrantInput,
  GrantView,
  PersonEdit,
  PersonInput,
  PersonListQuery,
  PersonPage,
  PersonView,
} from './people.contract.ts';
import type { PeopleService } from './people.service.ts';

const ById = z.object({ id: z.uuid() });
const tags = ['人员'];

export function peopleRoutes(app: HttpServer, people: PeopleService, grants: GrantsService): void {
  app.get(
    '/api/people',
    {
      config: { access: { kind: 'person', action: 'read' } },
      schema: { summary: '人员列表', tags, querystring: PersonListQuery, response: { 200: PersonPage } },
    },
    async (request) => {
      const page = await people.list(request.actor, request.query);
      return { ...page, items: [...page.items] };
    },
  );
  app.get(
    '/api/people/:id',
    {
      config: { access: { kind: 'person', action: 'read' } },
      schema: { summary: '一位人员', tags, params: ById, response: { 200: PersonView } },
    },
    (request) => people.find(request.actor, request.params.id),
  );
  app.post(
    '/api/people',
    {
      config: { access: { kind: 'person', action: 'create' } },
      schema: { summary: '登记人员', tags, body: PersonInput, response: { 201: PersonView } },
    },
    async (request, reply) => reply.code(201).send(await people.create(request.actor, request.body)),
  );
  app.put(
    '/api/people/:id',
    {
      config: { access: { kind: 'person', action: 'edit' } },
      schema: { summary: '修改人员', tags, params: ById, body: PersonEdit, response: { 200: PersonView } },
    },
    (request) => people.edit(request.actor, request.params.id, request.body),
  );
  grantRoutes(app, grants);
}

function grantRoutes(app: HttpServer, grants: GrantsService): void {
  app.get(
    '/api/people/:id/grants',
    {
      config: { access: { kind: 'person', action: 'read' } },
      schema: { summary: '角色', tags, params: ById, response: { 200: z.object({ items: z.array(GrantView) }) } },
    },
    async (request) => ({ items: [...(await grants.list(request.actor, request.params.id))] }),
  );
  app.post(
    '/api/people/:id/grants',
    {
      config: { access: { kind: 'grant', action: 'give' } },
      schema: { summary: '授予角色或代理', tags, params: ById, body: GrantInput, response: { 201: GrantView } },
    },
    async (request, reply) => reply.code(201).send(await grants.give(request.actor, request.params.id, request.body)),
  );
  app.post(
    '/api/grants/:id/end',
    {
      config: { access: { kind: 'grant', action: 'end' } },
      schema: { summary: '终止角色', tags, params: ById, body: GrantEnd, response: { 204: z.null() } },
    },
    async (request, reply) => {
      await grants.end(request.actor, request.params.id, request.body.reason);
      return reply.code(204).send(null);
    },
  );
  app.get(
    '/api/access-report',
    {
      config: { access: { kind: 'accessReport', action: 'read' } },
      schema: { summary: '某一时刻谁有权限', tags, querystring: AccessReportQuery, response: { 200: AccessReport } },
    },
    async (request) => {
      const { at, unitId } = request.query;
      return { at, items: [...(await grants.accessAt(request.actor, new Date(at), unitId))] };
    },
  );
}
