import { z } from 'zod';
import { day, id, idParams, instant, routes, version } from '../../../kernel/route.contract.ts';

export const TOPIC_KINDS = ['class', 'collection'] as const;

const name = z.string().trim().min(2, '请填写名称').max(40);
const words = z.array(z.string().trim().min(1).max(40)).max(60);

/** 主题: a class of the whole library, or a collection across departments with a lead department (TOP-4, TOP-5). */
export const Topic = z.object({
  id,
  code: z.string(),
  name: z.string(),
  kind: z.enum(TOPIC_KINDS),
  description: z.string(),
  leadUnitId: id.nullable(),
  leadUnitName: z.string().nullable(),
  /** Labels whose documents belong to the collection. */
  tags: z.array(z.string()),
  audiences: z.array(z.string()),
  sort: z.number().int(),
  retiredOn: day.nullable(),
  documents: z.number().int(),
  lastPatrol: z
    .object({ on: day, byName: z.string(), documents: z.number().int(), gaps: z.number().int(), findings: z.string() })
    .nullable(),
  version,
});
export type Topic = z.infer<typeof Topic>;

export const TopicInput = z
  .object({
    code: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, '代码用小写字母、数字和连字符'),
    name,
    kind: z.enum(TOPIC_KINDS),
    description: z.string().trim().max(500).default(''),
    leadUnitId: id.nullable().default(null),
    tags: words.default([]),
    audiences: words.default([]),
    sort: z.number().int().min(0).max(9999).default(100),
    retiredOn: day.nullable().default(null),
  })
  .refine((topic) => topic.kind === 'class' || topic.leadUnitId !== null, {
    path: ['leadUnitId'],
    message: '特色主题须确定牵头单位',
  });
export type TopicInput = z.infer<typeof TopicInput>;
export const TopicEdit = z.intersection(TopicInput, z.object({ version }));

/** 政策标签: from the user's side, with its family and the audiences that it is mapped to (TOP-1, TOP-3). */
export const Tag = z.object({
  id,
  name: z.string(),
  family: z.string(),
  audiences: z.array(z.string()),
  since: day,
  retiredOn: day.nullable(),
  replacedBy: z.string().nullable(),
  documents: z.number().int(),
  version,
});
export type Tag = z.infer<typeof Tag>;

export const TagInput = z.object({
  name,
  family: z.string().trim().min(2, '请填写类别').max(40),
  audiences: words.default([]),
  since: day,
  retiredOn: day.nullable().default(null),
  replacedBy: name.nullable().default(null),
});
export type TagInput = z.infer<typeof TagInput>;
export const TagEdit = TagInput.extend({ version });

export const PatrolInput = z.object({ findings: z.string().trim().min(2, '请写明巡查情况').max(1000) });
export type PatrolInput = z.infer<typeof PatrolInput>;
export const Patrol = z.object({
  id,
  topicId: id,
  patrolledOn: day,
  documents: z.number().int(),
  gaps: z.number().int(),
  findings: z.string(),
  byName: z.string(),
  at: instant,
});
export type Patrol = z.infer<typeof Patrol>;

/** What a patrol looks at: documents of the labels that carry no valid state, no summary, no interpretation or are over (TOP-6). */
export const TopicGap = z.object({ number: z.number().int(), title: z.string(), gaps: z.array(z.string()) });
export type TopicGap = z.infer<typeof TopicGap>;

const Choices = z.object({ items: z.array(z.object({ value: z.string(), label: z.string() })) });
const reads = { kind: 'topic', action: 'read' } as const;
const edits = { kind: 'topic', action: 'edit' } as const;

export const topicRoutes = routes({
  topics: {
    method: 'GET',
    url: '/api/library/topics',
    summary: '主题目录',
    access: reads,
    response: z.object({ items: z.array(Topic) }),
  },
  createTopic: {
    method: 'POST',
    url: '/api/library/topics',
    summary: '增加主题',
    access: edits,
    body: TopicInput,
    response: Topic,
  },
  editTopic: {
    method: 'PUT',
    url: '/api/library/topics/:id',
    summary: '修改主题',
    access: edits,
    params: idParams,
    body: TopicEdit,
    response: Topic,
  },
  gaps: {
    method: 'GET',
    url: '/api/library/topics/:id/gaps',
    summary: '主题库的缺漏',
    access: reads,
    params: idParams,
    response: z.object({ items: z.array(TopicGap) }),
  },
  patrols: {
    method: 'GET',
    url: '/api/library/topics/:id/patrols',
    summary: '巡查记录',
    access: reads,
    params: idParams,
    response: z.object({ items: z.array(Patrol) }),
  },
  patrol: {
    method: 'POST',
    url: '/api/library/topics/:id/patrols',
    summary: '登记巡查',
    access: { kind: 'topic', action: 'patrol' },
    params: idParams,
    body: PatrolInput,
    response: Patrol,
  },
  tags: {
    method: 'GET',
    url: '/api/library/tags',
    summary: '标签目录',
    access: reads,
    response: z.object({ items: z.array(Tag) }),
  },
  createTag: {
    method: 'POST',
    url: '/api/library/tags',
    summary: '增加标签',
    access: edits,
    body: TagInput,
    response: Tag,
  },
  editTag: {
    method: 'PUT',
    url: '/api/library/tags/:id',
    summary: '修改标签',
    access: edits,
    params: idParams,
    body: TagEdit,
    response: Tag,
  },
  topicChoices: {
    method: 'GET',
    url: '/api/library/topics/choices',
    summary: '可选主题分类',
    access: reads,
    response: Choices,
  },
  tagChoices: {
    method: 'GET',
    url: '/api/library/tags/choices',
    summary: '可选标签',
    access: reads,
    response: Choices,
  },
  audienceChoices: {
    method: 'GET',
    url: '/api/library/audiences/choices',
    summary: '可选适用对象',
    access: reads,
    response: Choices,
  },
  statutoryChoices: {
    method: 'GET',
    url: '/api/library/statutory-classes',
    summary: '法定公开事项',
    access: reads,
    response: Choices,
  },
});
