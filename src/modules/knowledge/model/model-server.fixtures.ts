import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface AskedModel {
  readonly authorization: string | undefined;
  readonly body: { readonly model: string; readonly messages: readonly { role: string; content: string }[] };
}

export interface ModelServer {
  readonly url: string;
  readonly asked: AskedModel[];
  /** How it answers from now on. */
  behave(answer: (asked: AskedModel, response: ServerResponse) => void): void;
  close(): Promise<void>;
}

/** A real server that speaks the protocol of chat completions. */
export async function openModelServer(): Promise<ModelServer> {
  const asked: AskedModel[] = [];
  let behaviour: (asked: AskedModel, response: ServerResponse) => void = (_, response) => says(response, '不知道');
  const server = createServer(async (request, response) => {
    const one = { authorization: request.headers.authorization, body: JSON.parse(await bodyOf(request)) };
    asked.push(one);
    if (request.url === '/v1/chat/completions' && request.method === 'POST') behaviour(one, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    behave: (answer) => {
      behaviour = answer;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

export function says(response: ServerResponse, content: string): void {
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ choices: [{ index: 0, message: { role: 'assistant', content } }] }));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request) text += part;
  return text;
}
