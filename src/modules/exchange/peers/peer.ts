import type { Direction } from '../filing/filing-words.ts';

/** Another installation, as this one knows it. */
export interface Peer {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly direction: Direction;
  /** Origin alone, for example https://openness.example.gov.cn. */
  readonly baseUrl: string;
  /** Raw Ed25519 key in Base64. */
  readonly publicKey: string;
  /** C2SP vkey of its public log; with it, what it discloses must bear a proof. */
  readonly logKey: string | null;
  readonly alarmHours: number;
  readonly isActive: boolean;
  readonly failures: number;
  readonly nextAttemptAt: Date | null;
  readonly lastError: string | null;
  readonly version: number;
}
