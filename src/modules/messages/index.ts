import type { Module } from '../../platform/module.ts';
import type { Platform } from '../../platform/platform.ts';
import type { PortalPart } from '../../portal/index.ts';
import type { CasesDoor } from '../cases/index.ts';
import type { LibraryServices, PublicationsBelow } from '../library/index.ts';
import type { Organisations } from '../organisations/index.ts';
import type { PublicationsServices } from '../publications/index.ts';
import { MESSAGE_KINDS } from './kinds/message-kinds.ts';
import { serveMessages } from './messages.api.ts';
import { type MessagesServices, messagesServices } from './messages.services.ts';
import { messages } from './migrations/messages.ts';
import { messageParts } from './public/document-parts.portal.tsx';
import { messagesPortal } from './public/messages.portal.tsx';
import { ownHosts } from './public/own-hosts.ts';
import { messageAddresses } from './public/sitemap-share.ts';
import { selectedReply } from './selected/selected-reply.kind.ts';

export type { MessagesServices } from './messages.services.ts';
export { AskFormBody, HONEYPOT_FIELD, PROOF_FIELD } from './public/ask-form.portal.tsx';
export { credentialsIn, demandCredentials } from './public/credentials.ts';
export { DueWhy } from './public/due-why.portal.tsx';
export { Field, faultOf, type Given, Problem } from './public/form-fields.portal.tsx';
export { applicantIn, fieldsUnder, handIn, heldBack, lostFiles, type ShownAgain } from './public/hand-in.ts';
export { LookUpElsewhere } from './public/look-up-elsewhere.portal.tsx';
export { type GivenForm, readForm } from './public/read-form.ts';
export { ReceiptBody } from './public/receipt.portal.tsx';
export { markBrowser, originOf } from './public/sender-origin.ts';

export const messagesMigrations = [messages];

/** What people ask, write and suggest (MSG-1..15, SITE-3): the kinds, their pages, and what of it becomes public. */
export function messagesModule(
  platform: Platform,
  below: {
    readonly organisations: Organisations;
    readonly publications: PublicationsBelow & Pick<PublicationsServices, 'drafting'>;
    readonly library: LibraryServices;
    readonly cases: CasesDoor;
  },
): Module & { readonly service: MessagesServices; readonly portal: PortalPart } {
  const { organisations, publications, library, cases } = below;
  for (const kind of MESSAGE_KINDS) cases.kinds.register(kind);
  publications.kinds.register(selectedReply);
  const service = messagesServices(platform, { organisations, publications, cases });
  library.documentParts.register(messageParts(cases, publications.open));
  library.sitemapShares.register(() => messageAddresses(publications.open));
  return {
    name: 'messages',
    migrations: messagesMigrations,
    service,
    portal: messagesPortal({
      cases,
      open: publications.open,
      library: library.open,
      files: platform.files,
      answered: service.answered,
      hosts: ownHosts(platform.config),
      figures: service.figures,
    }),
    routes: (app) => serveMessages(app, service, cases, platform.files),
  };
}
