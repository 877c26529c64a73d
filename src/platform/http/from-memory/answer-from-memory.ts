import type { Socket } from 'node:net';
import type { HttpServer } from '../http-server.ts';
import { type KeptAnswer, KeptAnswers, type Stands } from './kept-answers.ts';
import { type PlainGet, plainGet } from './plain-get.ts';

declare module 'fastify' {
  interface FastifyReply {
    /** Set by a route whose answer is the same for everybody: it is kept and said again as long as it stands. */
    keptWhile: Stands | undefined;
  }
}

const TOLD_EVERY_MS = 60_000;

/**
 * Says finished answers again straight from the socket, at a third of the cost of the way through the server. A connection that asks for
 * anything else goes to the server's own parser, with what it sent, and stays there.
 */
export function answerFromMemory(app: HttpServer): void {
  const { server } = app;
  const kept = new KeptAnswers({ keepAliveSeconds: Math.floor(server.keepAliveTimeout / 1000) });
  keepAnswers(app, kept);
  const parse = server.listeners('connection') as ((socket: Socket) => void)[];
  server.removeAllListeners('connection');
  const open = new Set<Connection>();
  let answered = 0;
  const surroundings: Surroundings = {
    silenceMs: server.keepAliveTimeout,
    find: (asked) => kept.find(asked),
    renew: async (asked, remoteAddress) => {
      const headers = { 'accept-encoding': asked.acceptEncoding };
      await app.inject({ method: 'GET', url: asked.target, headers, remoteAddress });
    },
    answered: () => {
      answered += 1;
    },
    handOver: (socket) => {
      for (const listener of parse) listener.call(server, socket);
    },
    gone: (connection) => open.delete(connection),
  };
  server.on('connection', (socket: Socket) => open.add(new Connection(socket, surroundings)));
  // One line for many: they are all alike, and none of them can fail.
  const tell = (): void => {
    if (answered > 0) app.log.info({ answered }, 'answered from memory');
    answered = 0;
  };
  const telling = setInterval(tell, TOLD_EVERY_MS).unref();
  app.addHook('preClose', async () => {
    clearInterval(telling);
    tell();
    for (const connection of open) connection.stop();
  });
}

/** Last of all hooks, so that headers and bytes are those that go out. */
function keepAnswers(app: HttpServer, kept: KeptAnswers): void {
  app.decorateReply('keptWhile', undefined);
  app.addHook('onSend', async (request, reply, payload) => {
    const { keptWhile: stands } = reply;
    if (!stands || request.method !== 'GET' || reply.statusCode !== 200 || !Buffer.isBuffer(payload)) return payload;
    if (request.headers.cookie !== undefined) return payload;
    const encoding = reply.getHeader('content-encoding');
    kept.keep({
      target: request.url,
      encoding: encoding === 'br' || encoding === 'gzip' ? encoding : 'identity',
      headers: new Map(Object.entries(reply.getHeaders())),
      body: payload,
      stands,
    });
    return payload;
  });
}

interface Surroundings {
  /** A connection that says nothing for so long is closed. */
  readonly silenceMs: number;
  readonly find: (asked: PlainGet) => KeptAnswer | undefined;
  /** Lets the server make the answer anew, which keeps it. */
  readonly renew: (asked: PlainGet, remoteAddress: string) => Promise<void>;
  readonly answered: () => void;
  readonly handOver: (socket: Socket) => void;
  readonly gone: (connection: Connection) => void;
}

class Connection {
  readonly #socket: Socket;
  readonly #around: Surroundings;
  #isAsking = false;
  #isStopping = false;

  constructor(socket: Socket, around: Surroundings) {
    this.#socket = socket;
    this.#around = around;
    socket.setTimeout(around.silenceMs);
    socket.on('data', this.#hear).on('end', this.#end).on('drain', this.#goOn);
    socket.on('timeout', this.#leave).on('error', this.#leave).on('close', this.#closed);
  }

  /** Ends it as soon as what was asked is answered. */
  stop(): void {
    this.#isStopping = true;
    if (!this.#isAsking) this.#socket.destroySoon();
  }

  readonly #hear = (chunk: Buffer): void => {
    const asked = plainGet(chunk);
    const found = asked && this.#around.find(asked);
    const stands = found?.stands();
    if (!found) this.#handOver(chunk);
    else if (stands === true) this.#say(found, asked);
    else this.#wait(chunk, asked, this.#ask(asked, found, stands ?? false));
  };

  /** Nothing more is heard until this is answered: answers come in the order of the questions. */
  #wait(chunk: Buffer, asked: PlainGet, asking: Promise<KeptAnswer | undefined>): void {
    this.#isAsking = true;
    this.#socket.pause();
    void asking.then((answer) => {
      this.#isAsking = false;
      if (this.#socket.destroyed) return;
      if (answer) this.#sayAndGoOn(answer, asked);
      else this.#handOver(chunk);
    });
  }

  /** @returns the answer as it is now; undefined: there is none to keep, the server must say */
  async #ask(asked: PlainGet, found: KeptAnswer, stands: false | Promise<boolean>): Promise<KeptAnswer | undefined> {
    try {
      if (await stands) return found;
      await this.#around.renew(asked, this.#socket.remoteAddress ?? '127.0.0.1');
      const renewed = this.#around.find(asked);
      return renewed !== found ? renewed : undefined;
    } catch {
      return undefined;
    }
  }

  #sayAndGoOn(answer: KeptAnswer, asked: PlainGet): void {
    this.#socket.resume();
    this.#say(answer, asked);
    if (this.#isStopping) this.#socket.destroySoon();
  }

  #say(answer: KeptAnswer, asked: PlainGet): void {
    this.#around.answered();
    // Who asks and does not read must not fill the memory.
    if (!this.#socket.write(answer.bytes(asked.ifNoneMatch))) this.#socket.pause();
  }

  #handOver(chunk: Buffer): void {
    const socket = this.#socket;
    this.#closed();
    socket.off('data', this.#hear).off('end', this.#end).off('drain', this.#goOn);
    socket.off('timeout', this.#leave).off('error', this.#leave).off('close', this.#closed);
    socket.setTimeout(0);
    socket.pause();
    socket.unshift(chunk);
    this.#around.handOver(socket);
    socket.resume();
  }

  readonly #goOn = (): void => {
    if (!this.#isAsking) this.#socket.resume();
  };
  readonly #end = (): void => {
    this.#socket.end();
  };
  readonly #leave = (): void => {
    this.#socket.destroy();
  };
  readonly #closed = (): void => this.#around.gone(this);
}
