import type { IsolatedInput } from '../../../platform/isolated-process/isolated-process.ts';
import type { HiddenKind } from '../inspection.contract.ts';

export type OtherTask = 'import' | 'clean' | 'preview' | 'positions';

/** A file made to harm, and what has to come of it. */
export interface HostileCase {
  readonly what: string;
  readonly name: string;
  readonly file: () => IsolatedInput;
  /** Code of the problem that refuses it; several where either is right. */
  readonly refused?: string | readonly string[];
  /** It may be taken; this is told of it. */
  readonly hidden?: HiddenKind;
  /** It may be taken, and its words are read. */
  readonly text?: string;
  /** Given to these as well; each ends with a result or a sentence. */
  readonly also?: readonly OtherTask[];
}

/** What a file tries to read or visit; none of it may ever be seen. */
export interface Bait {
  /** file: address of a file whose content is the canary. */
  readonly file: string;
  /** http: address of a server that counts visits. */
  readonly web: string;
}

export const tenths = [10, 20, 30, 40, 50, 60, 70, 80, 90] as const;

/** The file cut off after each tenth of it. */
export function cutOff(what: string, name: string, make: () => Buffer, refused: HostileCase['refused']): HostileCase[] {
  return tenths.map((share) => ({
    what: `${what} cut off at ${share} %`,
    name,
    file: () => {
      const whole = make();
      return whole.subarray(0, Math.floor((whole.length * share) / 100));
    },
    refused: refused ?? 'broken',
  }));
}
