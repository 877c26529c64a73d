/** What went wrong in a way that a person can mend; everything else is a defect and stays an ordinary Error. */
export class AppError extends Error {
  readonly code: string;
  /** HTTP status that the answer carries. */
  readonly status: number;
  /** One entry per field or obstacle, so that an editor sees all reasons at once. */
  readonly reasons: readonly Reason[];
  /** What the other side may need to go on, for example the newer version of a row edited by two people. */
  readonly details: Readonly<Record<string, unknown>>;

  /**
   * @param code stable, kebab-case, for programs
   * @param message Chinese sentence that says what happened and what to do
   */
  constructor(
    code: string,
    status: number,
    message: string,
    more: { reasons?: readonly Reason[]; details?: Readonly<Record<string, unknown>>; cause?: unknown } = {},
  ) {
    super(message, { cause: more.cause });
    this.name = 'AppError';
    this.code = code;
    this.status = status;
    this.reasons = more.reasons ?? [];
    this.details = more.details ?? {};
  }
}

export interface Reason {
  /** Path of the field in the input, empty when the reason is about the whole. */
  readonly field: string;
  /** Chinese sentence. */
  readonly message: string;
}
