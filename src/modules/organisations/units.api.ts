import { z } from 'zod';
import type { HttpServer } from '../../platform/http/server.ts';
import type { GroupsService } from './groups.service.ts';
import {
  GroupEdit,
  GroupInput,
  GroupView,
  MatchInput,
  MatchView,
  SectionEdit,
  SectionInput,
  SectionView,
  UnitEdit,
  UnitInput,
  UnitListQuery,
  UnitPage,
  UnitView,
} from './units.contract.ts';
import type { UnitsService } from './units.service.ts';

const ById = z.object({ id: z.uuid() });
const tags = ['机构'];

export function unitRoutes(app: HttpServer, units: UnitsService, groups: GroupsService): void {
  app.get(
    '/api/units',
    {
      config: { access: { kind: 'unit', action: 'read' } },
      schema: { summary: '单位列表', tags, querystring: UnitListQuery, response: { 200: UnitPage } },
    },
    async (request) => copyPage(await units.list(request.query)),
  );
  app.get(
    '/api/units/:id',
    {
      config: { access: { kind: 'unit', action: 'read' } },
      schema: { summary: '一个单位', tags, params: ById, response: { 200: UnitView } },
    },
    async (request) => copy(await units.find(request.params.id)),
  );
  app.post(
    '/api/units',
    {
      config: { access: { kind: 'unit', action: 'create' } },
      schema: { summary: '登记单位', tags, body: UnitInput, response: { 201: UnitView } },
    },
    async (request, reply) => reply.code(201).send(copy(await units.create(request.actor, request.body))),
  );
  app.put(
    '/api/units/:id',
    {
      config: { access: { kind: 'unit', action: 'edit' } },
      schema: { summary: '修改单位', tags, params: ById, body: UnitEdit, response: { 200: UnitView } },
    },
    async (request) => copy(await units.edit(request.actor, request.params.id, request.body)),
  );
  app.post(
    '/api/units/match',
    {
      config: { access: { kind: 'unit', action: 'read' } },
      schema: { summary: '按名称查找单位或单位组', tags, body: MatchInput, response: { 200: MatchView } },
    },
    async (request) => {
      const register = await units.register();
      const matches = request.body.names.map((name) => ({ name, match: register.match(name) }));
      return { matches } as z.infer<typeof MatchView>;
    },
  );
  groupRoutes(app, groups);
  sectionRoutes(app, groups);
}

function groupRoutes(app: HttpServer, groups: GroupsService): void {
  app.get(
    '/api/unit-groups',
    {
      config: { access: { kind: 'unitGroup', action: 'read' } },
      schema: { summary: '单位组', tags, response: { 200: z.object({ items: z.array(GroupView) }) } },
    },
    async () => ({ items: (await groups.list()) as z.infer<typeof GroupView>[] }),
  );
  app.post(
    '/api/unit-groups',
    {
      config: { access: { kind: 'unitGroup', action: 'create' } },
      schema: { summary: '新建单位组', tags, body: GroupInput, response: { 201: ById } },
    },
    async (request, reply) => reply.code(201).send({ id: await groups.create(request.actor, request.body) }),
  );
  app.put(
    '/api/unit-groups/:id',
    {
      config: { access: { kind: 'unitGroup', action: 'edit' } },
      schema: { summary: '修改单位组', tags, params: ById, body: GroupEdit, response: { 204: z.null() } },
    },
    async (request, reply) => {
      await groups.edit(request.actor, request.params.id, request.body);
      return reply.code(204).send(null);
    },
  );
  app.delete(
    '/api/unit-groups/:id',
    {
      config: { access: { kind: 'unitGroup', action: 'edit' } },
      schema: { summary: '删除单位组', tags, params: ById, response: { 204: z.null() } },
    },
    async (request, reply) => {
      await groups.remove(request.actor, request.params.id);
      return reply.code(204).send(null);
    },
  );
}

function sectionRoutes(app: HttpServer, groups: GroupsService): void {
  app.get(
    '/api/units/:id/sections',
    {
      config: { access: { kind: 'unit', action: 'read' } },
      schema: { summary: '科室', tags, params: ById, response: { 200: z.object({ items: z.array(SectionView) }) } },
    },
    async (request) => ({ items: [...(await groups.sections(request.params.id))] }),
  );
  app.post(
    '/api/units/:id/sections',
    {
      config: { access: { kind: 'unit', action: 'editSections' } },
      schema: { summary: '新建科室', tags, params: ById, body: SectionInput, response: { 201: SectionView } },
    },
    async (request, reply) =>
      reply.code(201).send(await groups.addSection(request.actor, request.params.id, request.body.name)),
  );
  app.put(
    '/api/sections/:id',
    {
      config: { access: { kind: 'unit', action: 'editSections' } },
      schema: { summary: '修改科室', tags, params: ById, body: SectionEdit, response: { 200: SectionView } },
    },
    (request) => groups.editSection(request.actor, request.params.id, request.body),
  );
}

type UnitRow = Awaited<ReturnType<UnitsService['find']>>;

/** The schemas' arrays are mutable, ours are not. */
function copy(unit: UnitRow): z.infer<typeof UnitView> {
  return { ...unit, aliases: [...unit.aliases] };
}

function copyPage(page: Awaited<ReturnType<UnitsService['list']>>): z.infer<typeof UnitPage> {
  return { ...page, items: page.items.map(copy) };
}
