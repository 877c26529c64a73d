import { AppError } from '../../kernel/app-error.ts';
import type { Actor } from '../../kernel/permissions.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import type { HttpServer } from '../../platform/http/server.ts';
import { receiveUploads } from '../../platform/http/uploads.ts';
import { ATTACHMENT_BYTES } from './content/uploads.service.ts';
import { draftingRoutes as draft, publishingRoutes as out } from './publication-routes.contract.ts';
import type { PublicationsServices } from './publications.services.ts';
import { serve } from './serve-publications.api.ts';

/** Every act answers with the publication as its page shows it then. */
export function serveDrafting(app: HttpServer, services: PublicationsServices, files: FileStore): void {
  const { drafting, reviews, determinations, findings, uploads, attachments, terms } = services;
  const then = after(services);
  serve(app, draft.create, ({ actor, body }) => drafting.create(actor, body));
  serve(app, draft.edit, ({ actor, params, body }) => then(actor, params.id, drafting.edit(actor, params.id, body)));
  serve(app, draft.autosave, ({ actor, params, body }) => drafting.autosave(actor, params.id, body));
  serve(app, draft.dropAutosave, async ({ actor, params }) => {
    await drafting.dropAutosave(actor, params.id);
    return {};
  });
  serve(app, draft.upload, async ({ actor, params, request }) => {
    await uploads.demandUpload(actor, params.id);
    const { files: received } = await receiveUploads(request, files, { maxBytes: ATTACHMENT_BYTES, maxFiles: 1 });
    const [file] = received;
    if (!file) throw new AppError('upload-expected', 415, '请选择要上传的附件。');
    return uploads.add(actor, params.id, file);
  });
  serve(app, draft.cleanAttachment, ({ actor, params, body }) =>
    then(actor, params.id, attachments.clean(actor, params.id, params.sha256, body.edit)),
  );
  serve(app, draft.maskAttachment, ({ actor, params, body }) =>
    then(actor, params.id, attachments.mask(actor, params.id, params.sha256, body)),
  );
  serve(app, draft.submit, ({ actor, params, body }) =>
    then(actor, params.id, reviews.submit(actor, params.id, body.edit)),
  );
  serve(app, draft.recall, ({ actor, params, body }) =>
    then(actor, params.id, reviews.recall(actor, params.id, body.edit)),
  );
  serve(app, draft.discard, ({ actor, params, body }) =>
    then(actor, params.id, drafting.discard(actor, params.id, body.edit)),
  );
  serve(app, draft.amend, ({ actor, params, body }) =>
    then(actor, params.id, drafting.amend(actor, params.id, body.version)),
  );
  serve(app, draft.review, ({ actor, params, body }) => then(actor, params.id, reviews.review(actor, params.id, body)));
  serve(app, draft.remark, ({ actor, params, body }) => then(actor, params.id, reviews.remark(actor, params.id, body)));
  serve(app, draft.resolveRemark, ({ actor, params, body }) =>
    then(actor, params.id, reviews.resolve(actor, params.id, params.remarkId, body.resolution)),
  );
  serve(app, draft.determine, ({ actor, params, body }) =>
    then(actor, params.id, determinations.determine(actor, params.id, body)),
  );
  serve(app, draft.archive, ({ actor, params, body }) =>
    then(actor, params.id, determinations.archive(actor, params.id, body)),
  );
  serve(app, draft.explainLate, ({ actor, params, body }) =>
    then(actor, params.id, terms.explain(actor, params.id, body)),
  );
  serve(app, draft.overrideFinding, ({ actor, params, body }) =>
    then(actor, params.id, findings.override(actor, params.id, params.findingId, body.reason)),
  );
  serve(app, draft.maskFindings, ({ actor, params, body }) =>
    then(actor, params.id, findings.mask(actor, params.id, body)),
  );
}

export function servePublishing(app: HttpServer, services: PublicationsServices): void {
  const { publishing, ends, targeted } = services;
  const then = after(services);
  serve(app, out.schedule, ({ actor, params, body }) =>
    then(actor, params.id, publishing.schedule(actor, params.id, body)),
  );
  serve(app, out.unschedule, ({ actor, params, body }) =>
    then(actor, params.id, publishing.unschedule(actor, params.id, body.contentHash)),
  );
  serve(app, out.publish, ({ actor, params, body }) =>
    then(actor, params.id, publishing.publish(actor, params.id, body.contentHash)),
  );
  serve(app, out.discloseTargeted, ({ actor, params, body }) =>
    then(actor, params.id, targeted.disclose(actor, params.id, body)),
  );
  serve(app, out.withdraw, ({ actor, params, body }) => then(actor, params.id, ends.withdraw(actor, params.id, body)));
  serve(app, out.remove, ({ actor, params, body }) => then(actor, params.id, ends.remove(actor, params.id, body)));
  serve(app, out.restore, ({ actor, params, body }) => then(actor, params.id, ends.restore(actor, params.id, body)));
  serve(app, out.merge, ({ actor, params, body }) => then(actor, params.id, ends.merge(actor, params.id, body)));
  serve(app, out.erase, ({ actor, params, body }) => then(actor, params.id, ends.erase(actor, params.id, body)));
}

function after({ view }: PublicationsServices) {
  return async (actor: Actor, id: string, act: Promise<unknown>) => {
    await act;
    return view.get(actor, id);
  };
}
