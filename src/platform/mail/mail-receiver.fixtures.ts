import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export interface MailReceiver {
  readonly address: string;
  /** In the order of their coming; emptied by `mails.length = 0`. */
  readonly mails: ReceivedMail[];
  close(): Promise<void>;
}

/** A real SMTP server that keeps what it is sent. @param refused addresses that it knows nothing of */
export async function openMailReceiver(refused?: RegExp): Promise<MailReceiver> {
  const mails: ReceivedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) =>
      refused?.test(address) ? done(new Error(`5.1.1 <${address}>: user unknown`)) : done(),
    onData: (stream, session, done) => {
      buffer(stream)
        .then((bytes) => PostalMime.parse(bytes))
        .then((mail) => {
          const to = session.envelope.rcptTo.map((receiver) => receiver.address).join(',');
          mails.push({ to, subject: mail.subject ?? '', text: mail.text ?? '' });
          done();
        }, done);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    address: `smtp://127.0.0.1:${port}`,
    mails,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
