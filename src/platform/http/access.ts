/**
 * What a route demands at its gate: an action on a kind of the permission table. A route without it cannot be registered; the
 * service demands it again with the subject itself.
 */
export interface Access {
  readonly kind: string;
  readonly action: string;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access;
    /** The route answers everybody alike and is not told who asks. */
    anonymous?: boolean;
  }
}
