import type { Reason } from '../../../kernel/app-error.ts';
import type { CaseView } from '../../cases/index.ts';
import type { DecisionContent, DecisionFacts } from '../results/decision-content.contract.ts';

/** How a decision is put into words in one unit: its templates, and where remedies against it are sought. */
export interface DecisionLetter {
  /** The whole letter but for the applicant's name, which stays sealed: 【申请人】 stands for it. */
  text(of: LetterOf, content: DecisionContent, facts: DecisionFacts): string;
  /** What the installation has to set before such a letter may leave. */
  missing(content: DecisionContent, facts: DecisionFacts): Reason[];
  /** What words written by hand, or older than the record, lack of what every such letter tells. */
  lost(of: LetterOf, content: DecisionContent, facts: DecisionFacts, text: string): Reason[];
}

export type LetterOf = Pick<CaseView, 'number' | 'title' | 'text' | 'receivedOn'>;

export interface DecisionLetters {
  /** Ask before a transaction begins. */
  of(unitId: string): Promise<DecisionLetter>;
}
