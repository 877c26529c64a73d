import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Mail } from '../../../platform/mail/mailer.ts';
import { REMINDER_KIND_WORDS, type ReminderKind } from '../plan-words.ts';
import type { DirectoryHolder } from '../unit-directory.ts';
import type { MailLine } from './reminders.store.ts';

const MOST_LINES = 50;
const ORDER: readonly ReminderKind[] = ['returned', 'overdue', 'dueDay', 'manual', 'before'];

/** Who is told what: the person named for a share, else the unit's officers, else its handlers; nobody twice on one day. */
export function digestsOf(
  lines: readonly MailLine[],
  holders: readonly DirectoryHolder[],
  mailed: ReadonlySet<string>,
): Map<string, MailLine[]> {
  const digests = new Map<string, MailLine[]>();
  for (const line of lines) {
    for (const personId of receivers(line, holders)) {
      if (mailed.has(personId)) continue;
      const known = digests.get(personId);
      if (known) known.push(line);
      else digests.set(personId, [line]);
    }
  }
  return digests;
}

function receivers(line: MailLine, holders: readonly DirectoryHolder[]): Set<string> {
  if (line.person_id) return new Set([line.person_id]);
  const ofUnit = holders.filter((holder) => holder.unitId === line.unit_id);
  const officers = ofUnit.filter((holder) => holder.role === 'officer');
  return new Set((officers.length > 0 ? officers : ofUnit).map((holder) => holder.personId));
}

/** One mail that tells everything of the day, the most pressing first. */
export function digestMail(
  person: { readonly id: string; readonly name: string; readonly email: string },
  lines: readonly MailLine[],
  day: LocalDate,
  origin: string,
): Mail {
  const sorted = [...lines].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  const shown = sorted.slice(0, MOST_LINES).map((line) => `【${REMINDER_KIND_WORDS[line.kind]}】${line.text}`);
  const rest = sorted.length > MOST_LINES ? [`……另有 ${sorted.length - MOST_LINES} 项，请登录工作台查看。`] : [];
  return {
    to: person.email,
    subject: `政务公开工作要点：${sorted.length} 项任务需要办理（${day}）`,
    text: [
      `${person.name}：`,
      '',
      ...shown,
      ...rest,
      '',
      `办理请登录工作台：${origin}/workbench/`,
      '本邮件由系统发送，每天至多一封，请勿回复。',
    ].join('\n'),
    messageId: `<plans-reminders.${day}.${person.id}@${new URL(origin).hostname}>`,
  };
}
