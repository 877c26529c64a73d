import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, expect, it } from 'vitest';
import { smtpMailer } from './smtp-mailer.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

interface Receiver {
  readonly url: string;
  readonly received: { mail: Email; secure: boolean; recipients: string[] }[];
}

/** A real SMTP server; `refuse` answers a recipient with that code. */
async function receive(options: SMTPServerOptions, refuse?: { code: number }): Promise<Receiver> {
  const received: Receiver['received'] = [];
  const server = new SMTPServer({
    authOptional: true,
    ...options,
    onRcptTo: (_address, _session, done) =>
      done(refuse ? Object.assign(new Error('not now'), { responseCode: refuse.code }) : null),
    onData: (stream, session, done) => {
      void buffer(stream).then(async (bytes) => {
        const mail = await PostalMime.parse(bytes);
        const recipients = session.envelope.rcptTo.map(({ address }) => address);
        received.push({ mail, secure: session.secure, recipients });
        done();
      });
    },
  });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  closing.push(() => server.close());
  return { url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, received };
}

const mail = {
  to: 'officer@example.cn',
  subject: '任务即将到期：2026 年政务公开工作要点第 12 项',
  text: '距完成时限还有 3 个工作日。',
  messageId: '<reminder-12-20260328@mingchuang>',
};
const FROM = '明窗 <mingchuang@example.cn>';

it('sends Chinese text to one person, with the id that we gave it', async () => {
  const { url, received } = await receive({ disabledCommands: ['STARTTLS'] });
  const mailer = smtpMailer(url, FROM);
  closing.push(() => mailer.close());
  await mailer.send(mail);
  expect(received).toMatchObject([
    {
      secure: false,
      recipients: [mail.to],
      mail: {
        subject: mail.subject,
        messageId: mail.messageId,
        from: { name: '明窗', address: 'mingchuang@example.cn' },
      },
    },
  ]);
  expect(received[0]?.mail.text?.trim()).toBe(mail.text);
});

it('encrypts when the server can, and trusts no certificate it cannot check', async () => {
  const { url, received } = await receive({});
  const strict = smtpMailer(url, FROM);
  closing.push(() => strict.close());
  await expect(strict.send(mail)).rejects.toMatchObject({ code: 'mail-failed' });
  const trusting = smtpMailer(`${url}?tls.rejectUnauthorized=false`, FROM);
  closing.push(() => trusting.close());
  await trusting.send(mail);
  expect(received).toMatchObject([{ secure: true }]);
});

it('tells what may pass later from what never will', async () => {
  const busy = smtpMailer((await receive({ disabledCommands: ['STARTTLS'] }, { code: 451 })).url, FROM);
  await expect(busy.send(mail)).rejects.toMatchObject({ code: 'mail-failed', status: 503 });
  const unknown = smtpMailer((await receive({ disabledCommands: ['STARTTLS'] }, { code: 550 })).url, FROM);
  await expect(unknown.send(mail)).rejects.toMatchObject({ code: 'mail-refused', status: 502 });
  const gone = smtpMailer('smtp://127.0.0.1:9', FROM);
  await expect(gone.send(mail)).rejects.toMatchObject({ code: 'mail-failed' });
});

it('lets no input add recipients or headers', async () => {
  const { url, received } = await receive({ disabledCommands: ['STARTTLS'] });
  const mailer = smtpMailer(url, FROM);
  closing.push(() => mailer.close());
  await mailer.send({ ...mail, subject: '到期\r\nBcc: other@example.cn', to: 'officer@example.cn' });
  await mailer.send({ ...mail, to: 'officer@example.cn, other@example.cn' }).catch(() => undefined);
  expect(received.flatMap(({ recipients }) => recipients)).not.toContain('other@example.cn');
});
