import type { FastifyRequest } from 'fastify';
import type { Platform } from '../platform.ts';

const REPEAT_MS = 60_000;
const PER_MINUTE = 120;

/**
 * Files attempts that a signed-in person's roles did not allow. Repetitions within a minute count once and all together are capped: a
 * script that knocks all day must neither fill the log nor hold up its chain.
 */
export class Refusals {
  readonly #platform: Pick<Platform, 'changes' | 'log'>;
  readonly #seen = new Set<string>();
  #minute = { start: 0, count: 0 };

  constructor(platform: Pick<Platform, 'changes' | 'log'>) {
    this.#platform = platform;
  }

  /** Never throws: the refusal itself must reach the person whatever happens to the log. */
  async record(request: FastifyRequest): Promise<void> {
    const { access } = request.routeOptions.config;
    if (request.actor.type !== 'person' || !access) return;
    const subjectId = subjectOf(request);
    if (!this.#admit([request.actor.personId, access.kind, access.action, subjectId].join(' '))) return;
    const entry = { ...access, subjectId, detail: { method: request.method, route: request.routeOptions.url ?? '' } };
    try {
      await this.#platform.changes.recordRefusal(request.actor, entry);
    } catch (error) {
      this.#platform.log.error({ err: error }, 'refusal not recorded');
    }
  }

  #admit(attempt: string): boolean {
    const now = performance.now();
    if (now - this.#minute.start > REPEAT_MS) {
      this.#minute = { start: now, count: 0 };
      this.#seen.clear();
    }
    if (this.#seen.has(attempt) || this.#minute.count >= PER_MINUTE) return false;
    this.#seen.add(attempt);
    this.#minute.count += 1;
    return true;
  }
}

function subjectOf(request: FastifyRequest): string {
  const id = (request.params as Record<string, unknown> | undefined)?.id;
  return typeof id === 'string' && id.length <= 64 ? id : '';
}
