import { describe, expect, it } from 'vitest';
import { plainGet } from './plain-get.ts';

const read = (text: string) => plainGet(Buffer.from(text, 'latin1'));
const request = (...fields: string[]) =>
  read(['GET /documents/3 HTTP/1.1', 'Host: www.example.cn', ...fields, '', ''].join('\r\n'));

describe('a plain GET', () => {
  it('is read as browsers send it', () => {
    expect(
      request(
        'Connection: keep-alive',
        'User-Agent: Mozilla/5.0 (X11; Linux x86_64)',
        'Accept: text/html',
        'ACCEPT-ENCODING:  gzip, br ',
        'If-None-Match: W/"abc"',
      ),
    ).toEqual({ target: '/documents/3', acceptEncoding: 'gzip, br', ifNoneMatch: 'W/"abc"' });
    expect(request()).toEqual({ target: '/documents/3', acceptEncoding: '', ifNoneMatch: undefined });
  });

  it.each([
    ['another method', 'HEAD /documents/3 HTTP/1.1\r\nHost: a\r\n\r\n'],
    ['an older protocol', 'GET /documents/3 HTTP/1.0\r\nHost: a\r\n\r\n'],
    ['a whole address', 'GET http://a/documents/3 HTTP/1.1\r\nHost: a\r\n\r\n'],
    ['no host', 'GET /documents/3 HTTP/1.1\r\nAccept: */*\r\n\r\n'],
    ['two hosts', 'GET /documents/3 HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n'],
    ['an empty host', 'GET /documents/3 HTTP/1.1\r\nHost:\r\n\r\n'],
    ['line feeds alone', 'GET /documents/3 HTTP/1.1\nHost: a\n\n'],
    ['a field on two lines', 'GET /documents/3 HTTP/1.1\r\nHost: a\r\nAccept: text/html,\r\n */*\r\n\r\n'],
    ['a blank before the colon', 'GET /documents/3 HTTP/1.1\r\nHost: a\r\nContent-Length : 3\r\n\r\n'],
    ['a zero byte', 'GET /documents/3 HTTP/1.1\r\nHost: a\r\nAccept: a\0b\r\n\r\n'],
    ['a request cut in two', 'GET /documents/3 HTTP/1.1\r\nHost: a\r\n'],
    ['two requests at once', 'GET /a HTTP/1.1\r\nHost: a\r\n\r\nGET /b HTTP/1.1\r\nHost: a\r\n\r\n'],
    ['words after the end', 'GET /a HTTP/1.1\r\nHost: a\r\n\r\nx'],
    ['too much', `GET /a HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(9_000)}\r\n\r\n`],
    ['nothing', ''],
  ])('is not seen in %s', (_what, text) => {
    expect(read(text)).toBeUndefined();
  });

  it.each([
    'Cookie: session=x',
    'Content-Length: 0',
    'Transfer-Encoding: chunked',
    'Expect: 100-continue',
    'Upgrade: websocket',
    'Range: bytes=0-9',
    'Authorization: Bearer x',
    'Connection: close',
    'Connection: keep-alive, te',
  ])('asks for nothing more: %s', (field) => {
    expect(request(field)).toBeUndefined();
  });
});
