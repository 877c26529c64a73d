import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AppError } from '../kernel/app-error.ts';
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
  /** Seconds until it may be tried again. */
  readonly retryAfter?: number;
  /** Where the switch of the display leads back to, when that is another address than the one asked for. */
  readonly path?: string;
}

/** Of a page that tells a refusal: its status, and when to come back if the refusal says so. */
export function refusedBy({ status, details }: AppError): Pick<LiveContent, 'status' | 'retryAfter'> {
  const { retryAfterSeconds: seconds } = details;
  return { status, ...(typeof seconds === 'number' && { retryAfter: seconds }) };
}

/** See other (303). */
export interface GoTo {
  readonly goTo: string;
}
