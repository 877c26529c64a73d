/** Types of `log-audit.mjs` for our own code; outsiders get that file alone. */
export interface AuditState {
  readonly key: string;
  readonly size: number;
  readonly root: string;
}

export interface AuditResult {
  /** Chinese sentences; empty when nothing wrong was found. */
  readonly findings: readonly string[];
  readonly size: number;
  readonly documents: number;
  readonly cosigned: readonly string[];
  readonly state: AuditState | undefined;
}

export function audit(
  url: string,
  options?: {
    readonly state?: AuditState | undefined;
    readonly key?: string;
    readonly witnesses?: readonly string[];
    readonly logOnly?: boolean;
    readonly settleSeconds?: number;
  },
): Promise<AuditResult>;

export function checkReceipt(
  text: string,
  files: readonly (readonly [name: string, bytes: Uint8Array])[],
  key: string,
): { readonly isGood: boolean; readonly lines: readonly string[] };

/** @returns exit code: 0 nothing wrong, 1 findings, 2 not checked */
export function main(args: readonly string[], print?: (line: string) => void): Promise<number>;
