import type { HttpServer } from '../../platform/http/server.ts';
import { AuditPage, AuditQuery } from './audit.contract.ts';
import type { AuditService } from './audit.service.ts';

export function auditRoutes(app: HttpServer, audit: AuditService): void {
  app.get(
    '/api/audit',
    {
      config: { access: { kind: 'audit', action: 'read' } },
      schema: { summary: '审计日志', tags: ['审计'], querystring: AuditQuery, response: { 200: AuditPage } },
    },
    (request) => audit.list(request.actor, request.query),
  );
}
