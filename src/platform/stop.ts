import type { FastifyBaseLogger } from 'fastify';

/** Requests and jobs in flight get this long; then the process ends with exit code 1. */
const LIMIT_MS = 25_000;
/** npm passes a terminal's Ctrl-C on though the terminal has sent it too: that is one wish, not two. */
const SAME_WISH_MS = 500;

/**
 * Ends the process in order at the first SIGTERM or SIGINT, at once at the second.
 *
 * @param stop refuses new work, finishes what is in flight, closes the database
 */
export function stopOnSignal(stop: () => Promise<void>, log: FastifyBaseLogger): void {
  let asked: number | undefined;
  const onSignal = (signal: NodeJS.Signals) => {
    if (asked !== undefined) {
      if (performance.now() - asked > SAME_WISH_MS) process.exit(1);
      return;
    }
    asked = performance.now();
    log.info({ signal }, 'stopping');
    setTimeout(() => {
      log.error('not finished in time');
      process.exit(1);
    }, LIMIT_MS).unref();
    stop().then(
      () => process.exit(0),
      (error) => {
        log.error({ err: error }, 'stopping failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}
