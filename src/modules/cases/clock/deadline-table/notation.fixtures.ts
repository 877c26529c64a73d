import type { LocalDate } from '../../../../kernel/local-date.ts';
import type { ClockEvent } from '../clock-event.ts';
import type { ClockTerms } from '../clock-reading.ts';
import { type Channel, messageStartDay, requestStartDay } from '../start-day.ts';

/** One line: basis | kind | what happened | outcome | remark. */
export interface DeadlineRow {
  readonly basis: string;
  readonly kind: string;
  readonly what: string;
  readonly outcome: string;
  readonly remark: string;
}

const TERMS: Readonly<Record<string, ClockTerms>> = {
  request: { reply: 'request.reply', extension: 'request.extension' },
  enquiry: { reply: 'message.enquiry' },
  'policy message': { reply: 'message.policy' },
  mailbox: { reply: 'message.mailbox' },
  suggestion: { reply: 'message.suggestion' },
  'forwarded message': { reply: 'message.transferred' },
  'site error': { reply: 'siteError.reply' },
  reconsideration: { reply: 'reconsideration.answer' },
  'simple reconsideration': { reply: 'reconsideration.answerSimple' },
  lawsuit: { reply: 'litigation.answer' },
};

export function rowsOf(table: string): readonly DeadlineRow[] {
  return table
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [basis = '', kind = '', what = '', outcome = '', remark = ''] = line.split('|').map((cell) => cell.trim());
      return { basis, kind, what, outcome, remark };
    });
}

export function termsOf(kind: string): ClockTerms {
  const terms = TERMS[kind];
  if (!terms) throw new Error(`no such kind: ${kind}`);
  return terms;
}

/** What the words say, in their order; a receipt that nobody has confirmed gives no event. */
export function eventsOf(what: string): readonly ClockEvent[] {
  return what.split('; ').flatMap((words) => eventOf(words) ?? []);
}

function eventOf(words: string): ClockEvent | null {
  const [first, second] = (words.match(/\d{4}-\d\d-\d\d/g) ?? []) as LocalDate[];
  if (!first) throw new Error(`no day in: ${words}`);
  const said = words.slice(0, words.indexOf(first)).trim();
  const on = first;
  const key = said.split(' ').at(-2) ?? '';
  switch (said.replace(/ [A-D] asked$/, ' asked').replace(/^[A-D] ended$/, 'ended')) {
    case 'simple':
      return { type: 'classified', on, rule: 'message.simple' };
    case 'ordinary':
      return { type: 'classified', on, rule: 'message.enquiry' };
    case 'correction asked':
      return { type: 'correctionNoticed', on, until: needed(second, words) };
    case 'corrected':
      return { type: 'corrected', on };
    case 'third party asked':
      return { type: 'consulted', on, key, whom: 'thirdParty', ...(second && { receivedOn: second }) };
    case 'joint agency asked':
      return { type: 'consulted', on, key, whom: 'jointAgency', ...(second && { receivedOn: second }) };
    case 'ended':
      return { type: 'consultationEnded', on, key };
    case 'extended':
      return { type: 'extended', on, workdays: Number(words.split(' by ')[1]) };
    case 'fee notice':
      return { type: 'feeNoticed', on, ...(second && { receivedOn: second }) };
    case 'paid':
      return { type: 'feePaid', on };
    case 'delayed':
      return { type: 'delayed', on, until: needed(second, words) };
    case 'transferred':
      return { type: 'transferred', on, from: '区教育局', to: '区民政局' };
    case 'given':
      return { type: 'given', on, due: needed(second, words), by: '12345' };
    case 'reopened':
      return { type: 'reopened', on };
    case 'answered':
      return { type: 'answered', on };
    default:
      return received(said, first, second);
  }
}

const CHANNELS: Readonly<Record<string, Channel>> = {
  'at the counter': 'counter',
  orally: 'oral',
  'by registered mail': 'registeredMail',
  'by ordinary mail': 'ordinaryMail',
  'by web form': 'portal',
  'by fax': 'fax',
  'by e-mail': 'email',
  imported: 'imported',
};

/** The second day is that of the signature or of the confirmation. */
function received(said: string, submittedOn: LocalDate, second: LocalDate | undefined): ClockEvent | null {
  if (said === 'received') return { type: 'received', on: submittedOn };
  if (said === 'handed in') return { type: 'received', on: messageStartDay({ submittedOn }).on as LocalDate };
  const channel = CHANNELS[said];
  if (!channel) throw new Error(`cannot read: ${said}`);
  const isSigned = channel === 'registeredMail' || channel === 'imported';
  const arrival = { channel, submittedOn, ...(second && { [isSigned ? 'signedOn' : 'confirmedOn']: second }) };
  const { on } = requestStartDay(arrival);
  return on && { type: 'received', on };
}

function needed(day: LocalDate | undefined, words: string): LocalDate {
  if (!day) throw new Error(`a day is missing in: ${words}`);
  return day;
}
