import type { Office } from './office.ts';

/** A machine that does much else may answer late; all that is asked so may be asked twice. */
export async function ask(office: Office, method: string, path: string, body?: object): Promise<unknown> {
  for (let left = 5; ; left -= 1) {
    try {
      return await office.ask(method, path, body);
    } catch (error) {
      if (left === 0 || !(error instanceof DOMException)) throw error;
    }
  }
}
