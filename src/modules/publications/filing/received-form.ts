import { bodyText } from '../../../kernel/document-body.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { WorkdayCalendar } from '../../../kernel/workdays.ts';
import { Content } from '../content/content.contract.ts';
import { contentFaults, missingElements } from '../content/content-faults.ts';
import { elementReasons } from '../element-checks/element-reasons.ts';
import { ownReasons } from '../element-checks/own-reasons.ts';
import type { PublicationKind } from '../kinds/publication-kind.ts';

/** The public form of another installation's publication. */
export type ReceivedForm = Pick<Content, 'title' | 'fields' | 'body' | 'attachments'>;

export interface ReceivedFacts {
  readonly today: LocalDate;
  readonly calendar: WorkdayCalendar;
  readonly firstPublishedOn: LocalDate;
}

/** Asked of one's own registers, or of the day on which one published: for the office itself to judge. */
const OF_ONE_OFFICE = new Set(['unique-number', 'internal-links', 'issuer-code', 'own-issuer', 'publish-within']);

/**
 * The element check of the door out (要素齐全, DOC-6) on a form that another installation published: the same rules, all reasons at once,
 * without those that only its own office can judge and without fields that never leave an office.
 */
export function receivedFaults(kind: PublicationKind, form: ReceivedForm, facts: ReceivedFacts): string[] {
  const parsed = Content.safeParse({ ...form, schema: 1, relations: [] });
  if (!parsed.success) return parsed.error.issues.map((issue) => `${issue.path.join('.') || '内容'}：${issue.message}`);
  const content = parsed.data;
  const seen = { ...kind, fields: kind.fields.filter((field) => !field.internal) };
  const text = content.body ? bodyText(content.body) : '';
  const elements = elementReasons(kind.elementChecks, seen.fields, content, {
    today: facts.today,
    calendar: facts.calendar,
    issuerCodes: [],
    issuerStanding: () => 'own',
    publicFields: null,
    sameNumber: {},
    deadLinks: [],
    firstPublishedOn: facts.firstPublishedOn,
    convertedAt: null,
    lateReason: null,
  });
  const own = ownReasons(kind, content, facts.today);
  const reasons = [...missingElements(seen, content, text), ...elements, ...own].filter(
    ({ code, severity }) => severity === 'blocks' && !OF_ONE_OFFICE.has(code),
  );
  return [...contentFaults(seen, content), ...reasons].map(({ message }) => message);
}
