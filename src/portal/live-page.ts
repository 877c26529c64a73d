import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Access } from '../platform/http/access.ts';
import type { PageContent } from './page-route.ts';

/**
 * A page made anew for each request and never kept: a form with its proof, or what one person alone may read. It answers whoever asks as a
 * visitor, signed in or not.
 */
export interface LivePage {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly access: Access;
  /** Requests from one connection; absent: the site's general limit. */
  readonly perMinute?: number;
  make(request: FastifyRequest, reply: FastifyReply): Promise<LiveContent | GoTo>;
  /** Answers instead of `make` once it is more, so that nothing that was typed is lost; absent: the site's page of faults. */
  tooMany?(request: FastifyRequest, reply: FastifyReply, seconds: number): Promise<LiveContent | GoTo>;
}

export interface LiveContent extends PageContent {
  /** Absent: 200. */
  readonly status?: number;
  /** Where the switch of the display leads back to, when that is another address than the one asked for. */
  readonly path?: string;
}

/** See other (303). */
export interface GoTo {
  readonly goTo: string;
}
