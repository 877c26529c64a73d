import { parseDocumentNumber, readDocumentNumber } from '../../../kernel/document-number.ts';
import { isLocalDate, type LocalDate, yearOf } from '../../../kernel/local-date.ts';
import type { WorkdayCalendar } from '../../../kernel/workdays.ts';
import type { Content, FieldValue } from '../content/content.contract.ts';
import { holds } from '../content/field-condition.ts';
import type { ElementCheck, FieldDefinition } from '../kinds/publication-kind.ts';
import type { BlockingReason } from '../publications.contract.ts';
import { termBegins } from '../terms/public-term.ts';
import { issuerFaults } from './issuer-faults.ts';
import type { IssuerStanding } from './issuer-standing.ts';

/** A 发文机关代字 of the register and the name of the issuer that writes under it. */
export interface IssuerCode {
  readonly code: string;
  readonly issuer: string;
}

/** The unit that may publish what the issuer writes under the code; null: no unit of the register. */
export interface EntitledIssuer extends IssuerCode {
  readonly unit_id: string | null;
}

/** What the checks look up; found beforehand, so that the rule needs no database and no clock. */
export interface ElementFacts {
  readonly today: LocalDate;
  readonly calendar: WorkdayCalendar;
  readonly issuerCodes: readonly IssuerCode[];
  /** How a name stands to the unit that registers the document. */
  readonly issuerStanding: (name: string) => IssuerStanding;
  /** Fields of the form that is public; null before. */
  readonly publicFields: Readonly<Record<string, FieldValue>> | null;
  /** By field code: how to call the other publications whose field has the same value, for example 《…》. */
  readonly sameNumber: Readonly<Record<string, readonly string[]>>;
  /** Links inside the site that lead nowhere, with the block they stand in. */
  readonly deadLinks: readonly { readonly blockId: string; readonly href: string }[];
  /** Day on which it first became public; null before. */
  readonly firstPublishedOn: LocalDate | null;
  /** When it was determined to be public after all; null when it always was to be. */
  readonly convertedAt: Date | null;
  /** Why it is published after its term, once somebody said so. */
  readonly lateReason: string | null;
}

type Check<K extends ElementCheck['check']> = Extract<ElementCheck, { check: K }>;
/** With a severity of its own where the kind's holds for the worst only. */
type Sentences = readonly { readonly place: string; readonly message: string; readonly severity?: 'warns' }[];

/** The checks that inspectors make, all at once, each with its place. Missing values are another rule's matter. */
export function elementReasons(
  checks: readonly ElementCheck[],
  definitions: readonly FieldDefinition[],
  content: Pick<Content, 'fields'>,
  facts: ElementFacts,
): BlockingReason[] {
  const look = new Look(definitions, content, facts);
  return checks.flatMap((check) =>
    look.at(check).map(({ place, message, severity = check.severity }) => ({
      code: codeOf(check),
      place,
      severity,
      message,
    })),
  );
}

class Look {
  readonly #labels: ReadonlyMap<string, string>;
  readonly #content: Pick<Content, 'fields'>;
  readonly #facts: ElementFacts;

  constructor(definitions: readonly FieldDefinition[], content: Pick<Content, 'fields'>, facts: ElementFacts) {
    this.#labels = new Map(definitions.map((field) => [field.code, field.label]));
    this.#content = content;
    this.#facts = facts;
  }

  at(check: ElementCheck): Sentences {
    switch (check.check) {
      case 'numberForm':
        return this.#numberForm(check);
      case 'numberYear':
        return this.#numberYear(check);
      case 'issuerCode':
        return this.#issuerCode(check);
      case 'ownIssuer':
        return this.#ownIssuer(check);
      case 'dateOrder':
        return this.#dateOrder(check);
      case 'notInFuture':
        return this.#notInFuture(check);
      case 'publishWithin':
        return this.#publishWithin(check);
      case 'uniqueNumber':
        return this.#uniqueNumber(check);
      case 'choiceFits':
        return this.#choiceFits(check);
      case 'internalLinks':
        return this.#facts.deadLinks.map(({ blockId, href }) => ({
          place: `block:${blockId}`,
          message: `站内链接 ${href} 打不开，请改正或删去。`,
        }));
    }
  }

  #numberForm({ field }: Check<'numberForm'>): Sentences {
    const text = this.#text(field);
    if (text === '' || parseDocumentNumber(text)) return [];
    const better = readDocumentNumber(text).value;
    const hint = better !== null ? `应写作“${better}”。` : '应由发文机关代字、〔年份〕、顺序号和“号”组成。';
    return at(field, `${this.#label(field)}“${text}”不合公文格式国家标准，${hint}`);
  }

  /** The year of the number is the year of forming. */
  #numberYear({ field, date }: Check<'numberYear'>): Sentences {
    const number = parseDocumentNumber(this.#text(field));
    const year = number?.form === 'yearly' ? number.year : undefined;
    const formed = this.#date(date);
    if (!year || !formed || year === yearOf(formed)) return [];
    return at(field, `${this.#label(field)}中的年份是 ${year} 年，${this.#label(date)}是 ${formed}，两者应当一致。`);
  }

  /** A code stands for its issuers; one that no register knows is let pass, for it may be another government's. */
  #issuerCode({ field, issuer }: Check<'issuerCode'>): Sentences {
    const code = parseDocumentNumber(this.#text(field))?.agencyCode;
    const name = this.#text(issuer);
    if (!code || name === '') return [];
    const writers = this.#facts.issuerCodes.filter((one) => one.code === code).map((one) => one.issuer);
    const known = [...new Set(writers)];
    if (known.length === 0 || known.includes(name)) return [];
    return at(field, `代字“${code}”属于${known.join('、')}，而${this.#label(issuer)}填的是“${name}”，请核对。`);
  }

  #ownIssuer({ issuer, joint }: Check<'ownIssuer'>): Sentences {
    const { issuerStanding, publicFields } = this.#facts;
    const named = (fields: Readonly<Record<string, FieldValue>>) => ({
      issuer: textOf(fields[issuer]),
      joint: joint ? listOf(fields[joint]) : [],
    });
    const faults = issuerFaults(named(this.#content.fields), publicFields && named(publicFields), issuerStanding);
    const places = { issuer, joint: joint ?? issuer };
    return faults.map(({ of, message, ...fault }) => ({
      ...fault,
      place: `field:${places[of]}`,
      message: `${this.#label(places[of])}${message}`,
    }));
  }

  #dateOrder({ earlier, later }: Check<'dateOrder'>): Sentences {
    const first = this.#date(earlier);
    const last = this.#date(later);
    if (!first || !last || first <= last) return [];
    return at(later, `${this.#label(later)} ${last} 早于${this.#label(earlier)} ${first}，请核对。`);
  }

  #notInFuture({ field }: Check<'notInFuture'>): Sentences {
    const date = this.#date(field);
    return date && date > this.#facts.today ? at(field, `${this.#label(field)} ${date} 在今天以后，请核对。`) : [];
  }

  #publishWithin({ from, workdays, basis }: Check<'publishWithin'>): Sentences {
    const formed = this.#date(from);
    if (!formed || this.#facts.firstPublishedOn) return [];
    const begins = termBegins(formed, this.#facts.convertedAt);
    const { due, awaitingYears } = this.#facts.calendar.explain(begins, workdays);
    const provisional =
      awaitingYears.length > 0 ? `（${awaitingYears.join('、')}年放假安排尚未公布，日期可能变动）` : '';
    const term = `${basis}规定自${begins === formed ? '形成' : '转为主动公开'}之日起 ${workdays} 个工作日内公开，最迟为 ${due}${provisional}`;
    const left = this.#facts.calendar.workdaysBetween(this.#facts.today, due);
    if (this.#facts.today <= due) return warning(from, `${term}，还剩 ${left} 个工作日。`);
    const late = `${term}，已超过 ${-left} 个工作日`;
    const { lateReason } = this.#facts;
    if (lateReason !== null) return warning(from, `${late}；已说明理由：${lateReason}`);
    return [{ place: 'term', message: `${late}。请说明超过时限的理由，理由留存备查，说明后才能发布。` }];
  }

  #uniqueNumber({ field }: Check<'uniqueNumber'>): Sentences {
    const same = this.#facts.sameNumber[field] ?? [];
    if (this.#text(field) === '' || same.length === 0) return [];
    return at(field, `${this.#label(field)}“${this.#text(field)}”已用于${same[0]}，请核对是否重复登记。`);
  }

  #choiceFits({ field, oneOf, when, message }: Check<'choiceFits'>): Sentences {
    if (!holds(when, this.#content.fields) || oneOf.includes(this.#text(field))) return [];
    return at(field, message);
  }

  #label(field: string): string {
    return this.#labels.get(field) ?? field;
  }

  #text(field: string): string {
    return textOf(this.#content.fields[field]);
  }

  #date(field: string): LocalDate | undefined {
    const text = this.#text(field);
    return isLocalDate(text) ? text : undefined;
  }
}

function textOf(value: FieldValue | undefined): string {
  return typeof value === 'string' ? value.trim() : '';
}

function listOf(value: FieldValue | undefined): string[] {
  return Array.isArray(value) ? value.map((one) => one.trim()).filter((one) => one !== '') : [];
}

function at(field: string, message: string): Sentences {
  return [{ place: `field:${field}`, message }];
}

function warning(field: string, message: string): Sentences {
  return [{ place: `field:${field}`, message, severity: 'warns' }];
}

function codeOf(check: ElementCheck): string {
  return check.check.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
