import type { LocalDate } from '../../../kernel/local-date.ts';
import { addDays } from '../../../kernel/local-date.ts';

export interface FeedEvent {
  readonly id: string;
  readonly dueOn: LocalDate;
  /** Of the row: a changed day replaces the old one in the reader's calendar. */
  readonly version: number;
  readonly summary: string;
  readonly description: string;
  /** What the alarm says. */
  readonly alarm: string;
  /** Of the workbench. */
  readonly path: string;
}

/**
 * iCalendar (RFC 5545) of whole days. Written here and not by a library: a whole day is a DATE without time zone, and the library tried
 * goes through a Date object and prints it a day early at +08:00.
 * @param origin for the links back
 */
export function calendarFeed(events: readonly FeedEvent[], at: Date, origin: string): string {
  const stamp = at.toISOString().replace(/[-:]/g, '').replace(/\.\d+/, '');
  const host = new URL(origin).hostname;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Mingchuang//plans//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'X-WR-CALNAME:政务公开工作要点',
    'X-WR-TIMEZONE:Asia/Shanghai',
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    ...events.flatMap((event) => [
      'BEGIN:VEVENT',
      `UID:${event.id}@${host}`,
      `SEQUENCE:${event.version}`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${compact(event.dueOn)}`,
      `DTEND;VALUE=DATE:${compact(addDays(event.dueOn, 1))}`,
      `SUMMARY:${text(event.summary)}`,
      `DESCRIPTION:${text(event.description)}`,
      `URL:${origin}/workbench${event.path}`,
      'TRANSP:TRANSPARENT',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${text(event.alarm)}`,
      'TRIGGER:-PT15H',
      'END:VALARM',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return `${lines.map(fold).join('\r\n')}\r\n`;
}

function compact(date: LocalDate): string {
  return date.replaceAll('-', '');
}

function text(value: string): string {
  return value.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, '\\n');
}

/** Lines of at most 75 octets, never broken inside a character. */
function fold(line: string): string {
  const parts: string[] = [];
  let part = '';
  let size = 0;
  for (const sign of line) {
    const bytes = Buffer.byteLength(sign);
    if (size + bytes > 74) {
      parts.push(part);
      part = '';
      size = 0;
    }
    part += sign;
    size += bytes;
  }
  parts.push(part);
  return parts.join('\r\n ');
}
