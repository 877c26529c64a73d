import type { Platform } from '../../../platform/platform.ts';
import type { Organisations } from '../../organisations/index.ts';
import { type LateRow, markAlarmed, untoldLate } from './deliveries-list.store.ts';

/** IX-C1: tells the supervising office by mail, once, of what has been without receipt for too long; the workbench shows it in any case. */
export async function tellLate(platform: Platform, organisations: Organisations, signal: AbortSignal): Promise<void> {
  const { database, mailer, clock } = platform;
  if (!mailer.configured) return;
  const now = clock.now();
  for (const late of await untoldLate(database.kysely, now)) {
    if (signal.aborted) return;
    for (const to of await addresses(organisations)) {
      await mailer.send({ to, ...mailOf(late, to) });
    }
    await markAlarmed(database.kysely, late.peerId, now);
  }
}

async function addresses({ people }: Organisations): Promise<string[]> {
  const holders = await people.holders(['supervisor']);
  const persons = await people.getMany([...new Set(holders.map((one) => one.personId))]);
  return persons.flatMap((person) => (person.active && person.email ? [person.email] : []));
}

function mailOf(late: LateRow, to: string) {
  const refused = late.refused > 0 ? `，其中 ${late.refused} 份被对方退回` : '';
  return {
    subject: `${late.count} 份公文报送${late.peer}后没有回执`,
    text: `有 ${late.count} 份公文报送${late.peer}后超过 ${late.hours} 小时没有回执${refused}。\n请到工作台“报送与对账”查看原因并重新报送。`,
    messageId: `<filing-late-${late.peerId}-${late.oldest.getTime()}-${late.count}-${Buffer.from(to).toString('hex')}@mingchuang>`,
  };
}
