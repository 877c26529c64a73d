import { createTransport } from 'nodemailer';
import { AppError } from '../../kernel/app-error.ts';
import type { Mail, Mailer } from './mailer.ts';

/** What is used when no SMTP server is configured. */
export const noMailer: Mailer = {
  configured: false,
  send: async () => {
    throw new AppError('mail-not-configured', 503, '没有配置邮件服务器，邮件未发出。请管理员设置 MINGCHUANG_SMTP。');
  },
};

/** @param url smtp://user:password@host:port or smtps://…; STARTTLS is used whenever the server offers it */
export function smtpMailer(url: string, from: string): Mailer & { close(): void } {
  const transport = createTransport(
    {
      url,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 30_000,
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from },
  );
  return {
    configured: true,
    close: () => transport.close(),
    send: async (mail: Mail) => {
      try {
        await transport.sendMail({
          to: { name: '', address: mail.to },
          subject: mail.subject,
          text: mail.text,
          messageId: mail.messageId,
        });
      } catch (error) {
        throw mailError(error);
      }
    },
  };
}

/** RFC 5321: 5yz will fail again however often it is sent; 4yz and a broken connection may pass later. */
function mailError(error: unknown): AppError {
  const code = (error as { responseCode?: number }).responseCode ?? 0;
  if (code >= 500 && code < 600) {
    return new AppError('mail-refused', 502, '对方邮件服务器拒收这封邮件，请核对收件人的邮箱地址。', { cause: error });
  }
  return new AppError('mail-failed', 503, '邮件暂时没有发出，系统稍后会重试。', { cause: error });
}
