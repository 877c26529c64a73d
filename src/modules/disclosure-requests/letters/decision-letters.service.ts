import type { Organisations } from '../../organisations/index.ts';
import type { DecisionLetter, DecisionLetters, LetterOf } from '../decisions/decision-letters.ts';
import { type RemedyBody, remedyBodyOf } from '../remedies/remedy-body.ts';
import { type Remedy, remedyOf } from '../remedies/remedy-of.ts';
import type { DecisionContent, DecisionFacts } from '../results/decision-content.contract.ts';
import { decisionValues, letterKindOf, requestValues } from './decision-values.ts';
import { draftLetter, type LetterValues, lostWords, plainText } from './letter-text.ts';
import { shippedTemplate } from './shipped-templates.ts';
import type { TemplatesService } from './templates.service.ts';

/** Decisions in the words of the office's templates, with the remedies of the unit. */
export class TemplateLetters implements DecisionLetters {
  readonly #organisations: Pick<Organisations, 'units'>;
  readonly #bodies: () => Promise<readonly RemedyBody[]>;
  readonly #templates: Pick<TemplatesService, 'current'>;

  constructor(
    organisations: Pick<Organisations, 'units'>,
    bodies: () => Promise<readonly RemedyBody[]>,
    templates: Pick<TemplatesService, 'current'>,
  ) {
    this.#organisations = organisations;
    this.#bodies = bodies;
    this.#templates = templates;
  }

  async of(unitId: string): Promise<DecisionLetter> {
    const unit = (await this.#organisations.units.all()).find(({ id }) => id === unitId);
    const body = unit && remedyBodyOf(unit, await this.#bodies());
    const templates = await this.#templates.current();
    const agency = unit?.name ?? '';
    const values = (of: LetterOf, content: DecisionContent, facts: DecisionFacts): LetterValues => ({
      ...requestValues({ number: of.number, requested: requestedOf(of), receivedOn: of.receivedOn }),
      ...decisionValues(content, facts, remedy(content, facts, body)),
      agency,
    });
    return {
      text: (of, content, facts) => {
        const kind = letterKindOf(content);
        const template = templates.get(kind) ?? shippedTemplate(kind);
        const frame = { agency, documentNumber: null, signedOn: null };
        return plainText(draftLetter(template, values(of, content, facts), frame));
      },
      missing: (content, facts) => [...remedy(content, facts, body).missing],
      lost: (of, content, facts, text) => lostWords(text, values(of, content, facts), letterKindOf(content)),
    };
  }
}

/** Every decision can be read over the internet by number and secret, so its letter names the internet channel. */
function remedy(
  { result, grounds }: DecisionContent,
  { decidedOn }: DecisionFacts,
  body: RemedyBody | undefined,
): Remedy {
  return remedyOf({ result, grounds, decidedOn, isOnline: true, body });
}

const LONGEST_QUOTE = 500;

/** As most begin; letters say so before the words. */
const BEGINNING = /^(?:本人|我)?(?:特)?(?:申请|请求|要求|请)公开(?:以下信息)?[：:，,\s]*(?=\S)/;

/** The applicant's own words; of very long ones the name of the information that he gave. */
export function requestedOf({ title, text }: Pick<LetterOf, 'title' | 'text'>): string {
  return (text.length <= LONGEST_QUOTE ? text.trim() : title).replace(BEGINNING, '');
}
