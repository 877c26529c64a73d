import { createHmac } from 'node:crypto';
import type { Secrets } from '../../../platform/secrets/secrets.ts';

/**
 * What stands for the other system's number once its document is erased: the number may be the file's name, and so the title. Keyed, so that
 * nobody finds the name by trying; the same number still leads to the document, which is refused without a word kept.
 */
export function erasedId(secrets: Pick<Secrets, 'key'>, sourceId: string, externalId: string): string {
  const mac = createHmac('sha256', secrets.key('exchange-intake-erased')).update(`${sourceId}\n${externalId}`);
  return `erased-${mac.digest('hex').slice(0, 32)}`;
}
