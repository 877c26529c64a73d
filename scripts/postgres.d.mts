export interface ThrowAwayPostgres {
  readonly url: string;
  readonly pid: number;
  stop(): void;
  /** Starts it again when it has ended by itself. */
  restart(): Promise<void>;
}

export function postgresBinaries(): string | undefined;
export function startPostgres(options?: { durable?: boolean; folder?: string }): Promise<ThrowAwayPostgres | undefined>;
