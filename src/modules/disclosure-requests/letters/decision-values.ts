import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Remedy } from '../remedies/remedy-of.ts';
import type { DecisionContent, DecisionFacts } from '../results/decision-content.contract.ts';
import { articlesOf, decisionSentence } from '../results/decision-sentence.ts';
import { RESULT_RULES } from '../results/result-rules.ts';
import { spokenDate } from '../results/spoken-date.ts';
import { blankText } from './blanks.ts';
import type { LetterValues } from './letter-text.ts';
import type { LetterKind } from './letter-words.ts';

/** What every letter says of its request; the applicant stays sealed, his blank stands for him until a file is made for somebody who may know. */
export function requestValues(of: {
  readonly number: string;
  readonly requested: string;
  readonly receivedOn: LocalDate;
}): LetterValues {
  return {
    applicant: blankText('applicant'),
    requestNumber: of.number,
    requested: sentenceOf(of.requested),
    receivedOn: spokenDate(of.receivedOn),
  };
}

/** What a decision letter says besides. */
export function decisionValues(
  content: DecisionContent,
  facts: DecisionFacts,
  remedy: Pick<Remedy, 'text'>,
): LetterValues {
  return {
    decision: decisionSentence(content, facts),
    articles: articlesOf(content).join('、'),
    reasons: sentenceOf([content.reasons, content.publicInterest ?? ''].filter((one) => one.trim() !== '').join('\n')),
    remedy: remedy.text,
  };
}

export function letterKindOf(content: Pick<DecisionContent, 'result'>): LetterKind {
  return RESULT_RULES[content.result].group;
}

function sentenceOf(text: string): string {
  const trimmed = text.trim();
  return trimmed === '' || /[。！？；：]$/.test(trimmed) ? trimmed : `${trimmed}。`;
}
