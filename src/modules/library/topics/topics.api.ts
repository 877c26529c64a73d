import type { HttpServer } from '../../../platform/http/server.ts';
import { STATUTORY_CHOICES } from '../columns/statutory-content.ts';
import { serveRoute } from '../serve-route.ts';
import { topicRoutes } from './topics.contract.ts';
import type { TopicsService } from './topics.service.ts';

export function serveTopics(app: HttpServer, topics: TopicsService): void {
  serveRoute(app, topicRoutes.topicChoices, () => topics.choices('topics'));
  serveRoute(app, topicRoutes.tagChoices, () => topics.choices('tags'));
  serveRoute(app, topicRoutes.audienceChoices, () => topics.choices('audiences'));
  serveRoute(app, topicRoutes.statutoryChoices, async () => ({ items: [...STATUTORY_CHOICES] }));
  serveRoute(app, topicRoutes.topics, async () => ({ items: await topics.topics() }));
  serveRoute(app, topicRoutes.createTopic, ({ actor, body }) => topics.createTopic(actor, body));
  serveRoute(app, topicRoutes.editTopic, ({ actor, params, body }) => topics.editTopic(actor, params.id, body));
  serveRoute(app, topicRoutes.gaps, async ({ params }) => ({ items: await topics.gaps(params.id) }));
  serveRoute(app, topicRoutes.patrols, async ({ params }) => ({ items: await topics.patrols(params.id) }));
  serveRoute(app, topicRoutes.patrol, ({ actor, params, body }) => topics.patrol(actor, params.id, body));
  serveRoute(app, topicRoutes.tags, async () => ({ items: await topics.tags() }));
  serveRoute(app, topicRoutes.createTag, ({ actor, body }) => topics.createTag(actor, body));
  serveRoute(app, topicRoutes.editTag, ({ actor, params, body }) => topics.editTag(actor, params.id, body));
}
