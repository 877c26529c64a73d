import type { Organisations } from '../../organisations/index.ts';
import { type RemedyBody, remedyBodyOf } from '../remedies/remedy-body.ts';
import { type Remedy, remedyOf } from '../remedies/remedy-of.ts';
import type { DecisionContent, DecisionFacts } from '../results/decision-content.contract.ts';
import { articlesOf, decisionSentence } from '../results/decision-sentence.ts';
import { RESULT_GROUP_LABELS, RESULT_RULES } from '../results/result-rules.ts';
import { spokenDate } from '../results/spoken-date.ts';
import type { DecisionLetter, DecisionLetters } from './decision-letters.ts';

/** Letters as the decision, its reasons and the remedies give them. */
export class TemplateLetters implements DecisionLetters {
  readonly #organisations: Pick<Organisations, 'units'>;
  readonly #bodies: () => Promise<readonly RemedyBody[]>;

  constructor(organisations: Pick<Organisations, 'units'>, bodies: () => Promise<readonly RemedyBody[]>) {
    this.#organisations = organisations;
    this.#bodies = bodies;
  }

  async of(unitId: string): Promise<DecisionLetter> {
    const unit = (await this.#organisations.units.all()).find(({ id }) => id === unitId);
    const body = unit && remedyBodyOf(unit, await this.#bodies());
    const remedy = (content: DecisionContent, facts: DecisionFacts): Remedy =>
      remedyOf({ result: content.result, grounds: content.grounds, decidedOn: facts.decidedOn, isOnline: true, body });
    return {
      text: (of, content, facts) =>
        [
          `政府信息公开申请${RESULT_GROUP_LABELS[RESULT_RULES[content.result].group]}告知书`,
          '【申请人】：',
          `本机关于${spokenDate(of.receivedOn)}收到您提出的政府信息公开申请（编号：${of.number}），申请公开“${of.title}”。`,
          decisionSentence(content, facts),
          ...(content.reasons === '' ? [] : [`理由：${content.reasons}`]),
          `以上答复的依据：${articlesOf(content).join('、')}。`,
          remedy(content, facts).text,
          `${unit?.name ?? ''}\n${spokenDate(facts.decidedOn)}`,
        ]
          .filter((paragraph) => paragraph !== '')
          .join('\n'),
      missing: (content, facts) => [...remedy(content, facts).missing],
    };
  }
}
