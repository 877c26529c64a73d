import type { LocalDate } from '../../../kernel/local-date.ts';
import { lastDayOfTerm, ruleFor, type TermRule, termByName } from './term-rules.ts';
import { isCall, standingState, type Validity, type ValidityFacts, validityOn } from './validity.ts';
import { chineseDay, isOver, nameOf, VALIDITY_WORDS } from './validity-words.ts';

/** One step of the reasoning, as it is shown to readers; `basis` says where it is written. */
export interface DerivationStep {
  readonly text: string;
  readonly basis: string | null;
}

const TEXT = '文件正文';
const REGISTERED = '登记信息';

/**
 * How the state on a day follows from dates and rules, step by step with the legal basis of each (LIB-5).
 * @param rules the terms by name as the office keeps them
 * @param bodyText the document's own words, so that only what they say is put down to them
 */
export function derivationOf(
  facts: ValidityFacts,
  today: LocalDate,
  rules: readonly TermRule[],
  bodyText: string,
): DerivationStep[] {
  const text = bodyText.replaceAll(/\s/g, '');
  return [
    ...firstDay(facts, text),
    ...lastDay(facts, rules, text),
    ...later(facts),
    conclusion(validityOn(facts, today, rules), today),
  ];
}

function firstDay(facts: ValidityFacts, text: string): DerivationStep[] {
  const { issuedOn, takesEffectOn } = facts;
  if (!takesEffectOn && standingState(facts) !== 'inForce') return [];
  return [takingEffect(issuedOn, takesEffectOn, text)];
}

function takingEffect(issuedOn: LocalDate, takesEffectOn: LocalDate | null, text: string): DerivationStep {
  if (takesEffectOn && new RegExp(`${written(takesEffectOn)}起?(正式)?(施行|实施|执行|生效)`).test(text))
    return { text: `文件写明自${chineseDay(takesEffectOn)}起施行`, basis: TEXT };
  if (takesEffectOn) return { text: `登记的施行日期为${chineseDay(takesEffectOn)}`, basis: REGISTERED };
  return { text: `文件没有写明施行日期，从成文日期${chineseDay(issuedOn)}起算`, basis: null };
}

/** Why the last day is the one it is, in the order in which a reader would ask. */
function lastDay(facts: ValidityFacts, rules: readonly TermRule[], text: string): DerivationStep[] {
  const { expiresOn, closesOn, normative, issuedOn, takesEffectOn, title } = facts;
  if (isCall(facts) && closesOn)
    return [
      { text: '是申报、征集、报名等事项的通知，不是行政规范性文件，按截止日期说明状态', basis: null },
      { text: `登记的截止日期为${chineseDay(closesOn)}（含当日）`, basis: REGISTERED },
    ];
  if (expiresOn && new RegExp(`(有效|施行|实施|执行)[^。]{0,40}至${written(expiresOn)}`).test(text))
    return [{ text: `文件写明有效期至${chineseDay(expiresOn)}（含当日）`, basis: TEXT }];
  if (expiresOn) return [{ text: `登记的有效期至${chineseDay(expiresOn)}（含当日）`, basis: REGISTERED }];
  if (!normative) return [{ text: '不是行政规范性文件，没有写明有效期，只说明是否已被修改、废止', basis: null }];
  const rule = ruleFor(issuedOn, rules);
  if (!rule) return [{ text: `成文日期${chineseDay(issuedOn)}早于现有的有效期规则，不因期满失效`, basis: null }];
  const { years, word } = termByName(title, rule);
  const first = takesEffectOn ?? issuedOn;
  const because = word ? `名称中有“${word}”，有效期为${years}年` : `名称不属于另有规定的情形，有效期为${years}年`;
  return [
    {
      text: `是行政规范性文件，没有写明有效期；成文日期${chineseDay(issuedOn)}，适用${chineseDay(rule.from)}起的规定`,
      basis: rule.basis,
    },
    { text: because, basis: rule.basis },
    { text: `从${chineseDay(first)}起算${years}年，最后一日是${chineseDay(lastDayOfTerm(first, years))}`, basis: null },
  ];
}

/** The day as texts write it, with or without leading zeros; for use in an expression. */
function written(day: LocalDate): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年0?${month}月0?${date}日`;
}

const DID = { repealedBy: '废止', amendedBy: '修改' } as const;

function later(facts: ValidityFacts): DerivationStep[] {
  const { relations } = facts;
  const term = isCall(facts) ? '截止日期' : '有效期';
  return [...relations]
    .sort((a, b) => (a.on < b.on ? -1 : 1))
    .map(({ type, on, until, by }) => ({
      text:
        type === 'extendedBy'
          ? `自${chineseDay(on)}起，${term}延长${until ? `至${chineseDay(until)}` : ''}`
          : `自${chineseDay(on)}起被${DID[type]}`,
      basis: nameOf(by),
    }));
}

function conclusion({ state, lastDay: last }: Validity, today: LocalDate): DerivationStep {
  const holds = state !== 'notYetInForce' && !isOver(state);
  const until = holds && last ? `，${state === 'accepting' ? '截止日期为' : '有效期至'}${chineseDay(last)}` : '';
  return { text: `今天是${chineseDay(today)}，因此为“${VALIDITY_WORDS[state]}”${until}`, basis: null };
}
