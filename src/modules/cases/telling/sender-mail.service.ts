import type { CaseReceipt } from '../case-senders.contract.ts';
import type { CasesContext } from '../cases.context.ts';
import { spacedCaseNumber } from '../numbers/case-number.ts';
import type { ApplicantsService } from '../sealing/applicants.service.ts';
import { markTold, type Untold, untoldReplies } from './telling.store.ts';

/** Nobody waits longer for a form's answer because a mail server is slow. */
const LONGEST_MS = 5_000;
const AT_ONCE = 100;
const SYSTEM = { type: 'system' } as const;

/** Mail to those who left an address: number and secret once, and that there is an answer. Never what was asked or answered. */
export class SenderMail {
  readonly #context: CasesContext;
  readonly #applicants: Pick<ApplicantsService, 'open'>;

  constructor(context: CasesContext, applicants: Pick<ApplicantsService, 'open'>) {
    this.#context = context;
    this.#applicants = applicants;
  }

  /** @returns whether the server took it in time */
  async receipt(email: string, { id, number, secret, dueOn }: CaseReceipt, kindLabel: string): Promise<boolean> {
    const { mailer, log } = this.#context.platform;
    if (!mailer.configured) return false;
    const lines = [
      `您提交的${kindLabel}已收到。`,
      '',
      `编号：${spacedCaseNumber(number)}`,
      `查询码：${secret}`,
      ...(dueOn ? [`最迟答复日期：${dueOn}`] : []),
      '',
      `查询办理进度：${this.#lookUp(number)}`,
      '查询码只发送这一次，请妥善保存，不要告诉他人。',
    ];
    const sent = mailer
      .send({
        to: email,
        subject: '来件已收到',
        text: `${lines.join('\n')}\n`,
        messageId: `<case-receipt-${id}@mingchuang>`,
      })
      .then(
        () => true,
        (error) => {
          log.warn({ code: codeOf(error), caseId: id }, 'receipt not mailed');
          return false;
        },
      );
    return Promise.race([sent, new Promise<boolean>((done) => setTimeout(done, LONGEST_MS, false).unref())]);
  }

  /** Job: tells of replies that were sent since, from state. What the mail server does not take now is tried with the next run. */
  async tellReplies(signal: AbortSignal): Promise<number> {
    const { mailer, database } = this.#context.platform;
    if (!mailer.configured) return 0;
    let told = 0;
    for (const reply of await untoldReplies(database.kysely, AT_ONCE)) {
      if (signal.aborted) break;
      if (reply.hasEmail) {
        if (!(await this.#tell(reply))) continue;
        told += 1;
      }
      await markTold(database.kysely, reply, this.#context.platform.clock.now());
    }
    return told;
  }

  /** @returns false when it is to be tried again */
  async #tell({ replyId, caseId, number }: Untold): Promise<boolean> {
    const { mailer, log } = this.#context.platform;
    try {
      const { email } = await this.#applicants.open(SYSTEM, caseId, '通知来信人已有答复');
      if (email === null) return true;
      await mailer.send({
        to: email,
        subject: '来件已答复',
        text: `您的来件 ${spacedCaseNumber(number)} 已有答复，请凭编号和查询码查看：\n${this.#lookUp(number)}\n`,
        messageId: `<case-reply-${replyId}-${caseId}@mingchuang>`,
      });
      return true;
    } catch (error) {
      log.warn({ code: codeOf(error), caseId }, 'reply not told by mail');
      // An address that is refused for good will not be taken tomorrow either.
      return codeOf(error) === 'mail-refused';
    }
  }

  /** Address of the page on which a case of that number is followed. */
  #lookUp(number: string): string {
    return `${this.#origin}${this.#context.kinds.ofNumber(number)?.lookUpPath ?? '/messages/look-up'}`;
  }

  get #origin(): string {
    const { config } = this.#context.platform;
    return (config.origin ?? `http://${config.host}:${config.port}`).replace(/\/$/, '');
  }
}

/** Alone of it: what a mail server says of an address names the address. */
function codeOf(error: unknown): string {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? code : 'unexpected';
}
