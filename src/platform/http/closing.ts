import type { HttpServer } from './http-server.ts';

const LOOK_MS = 100;

/**
 * Browsers keep their connections open for the next request; while the server closes, one that has just been answered would hold it up for
 * more than a minute. So connections are closed as they fall idle.
 */
export function closeAsAnswered(app: HttpServer): void {
  let timer: NodeJS.Timeout | undefined;
  app.addHook('preClose', async () => {
    timer = setInterval(() => app.server.closeIdleConnections(), LOOK_MS);
  });
  app.addHook('onClose', async () => clearInterval(timer));
}
