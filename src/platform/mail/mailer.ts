/** Sends mail by SMTP. */
export interface Mailer {
  /** False when no SMTP server is configured; callers then leave the mail undone, the workbench still reminds. */
  readonly configured: boolean;
  /** @throws AppError `mail-failed` (503) when the server does not take it */
  send(mail: Mail): Promise<void>;
}

export interface Mail {
  /** One address: a list would show people each other's addresses. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Same id, same mail: receivers and our own retries can tell a repetition. */
  readonly messageId: string;
}
