/** Work found from state (`where due_at <= now()`): safe to run twice, safe to miss, never a timer that must fire. */
export interface Job {
  readonly name: string;
  /** Cron in Asia/Shanghai, for example `*\/5 * * * *`. */
  readonly every: string;
  /** Does what is due now. @param signal aborted when the process stops */
  run(signal: AbortSignal): Promise<void>;
}
