import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** So long whoever still sends may read the answer; closed at once, he would see a broken connection. */
const LINGER_MS = 1000;

const SAID: Readonly<Record<string, readonly [status: string, words: string]>> = {
  HPE_HEADER_OVERFLOW: [
    '431 Request Header Fields Too Large',
    '网址或请求头过长，未能处理。请缩短网址后重试；用浏览器访问的，可清除本网站的 Cookie 后重试。',
  ],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: ['413 Payload Too Large', '提交的内容格式不正确，未能处理。请重新提交。'],
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', '等待时间过长，内容没有收全。请检查网络后重新提交。'],
};
const UNREADABLE = ['400 Bad Request', '请求的格式不正确，未能处理。请检查网址，或从首页重新进入。'] as const;

/**
 * Answers in Chinese what is refused before any route or hook knows of it: what is no HTTP, too long a head, too slow a sender. Nothing of
 * what was sent is said again.
 */
export function answerUnreadable(error: { readonly code?: string }, socket: Socket): void {
  // Told already: what else he sends is read and dropped.
  if (socket.writableEnded && !socket.destroyed) return;
  if (error.code === 'ECONNRESET' || !socket.writable || isAnswering(socket)) {
    socket.destroy();
    return;
  }
  const [status, words] = SAID[error.code ?? ''] ?? UNREADABLE;
  const body = `${words}\n`;
  const head = [
    `HTTP/1.1 ${status}`,
    'content-type: text/plain; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'x-content-type-options: nosniff',
    'cache-control: no-store',
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
  setTimeout(() => socket.destroy(), LINGER_MS).unref();
}

/** An answer to what came before on the same connection is on its way: a second one within it would be read as a part of it. */
function isAnswering(socket: Socket): boolean {
  return (socket as { _httpMessage?: ServerResponse })._httpMessage?.headersSent ?? false;
}
