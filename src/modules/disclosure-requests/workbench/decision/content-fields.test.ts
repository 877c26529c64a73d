import { describe, expect, it } from 'vitest';
import { localDate } from '../../../../kernel/local-date.ts';
import { REQUEST_RESULTS } from '../../request-words.ts';
import type { DecisionContent, DecisionFacts } from '../../results/decision-content.contract.ts';
import { suggestedArticles } from '../../results/decision-sentence.ts';
import { missingOf } from '../../results/missing-of.ts';
import type { DecisionElement } from '../../results/result-rules.ts';
import { emptyContent, fieldOf, fieldsFor, relevant, withChoice } from './content-fields.ts';

const NOBODY: DecisionFacts = { decidedOn: localDate('2026-04-01'), correction: null, fee: null, thirdParties: [] };
const OBJECTING: DecisionFacts = {
  ...NOBODY,
  thirdParties: [{ askedOn: localDate('2026-03-02'), until: localDate('2026-03-23'), answer: 'objects' }],
};
const decided = (choice: Partial<DecisionContent>): DecisionContent => withChoice(emptyContent(), choice);

/** Every choice that changes what is asked for. */
const CHOICES: readonly Partial<DecisionContent>[] = [
  ...REQUEST_RESULTS.map((result) => ({ result })),
  { result: 'open', way: 'alreadyPublic' },
  { result: 'open', way: 'supplied' },
  { result: 'notHeld', because: 'doesNotExist' },
  { result: 'notHeld', because: 'otherAgency' },
  { result: 'partial', grounds: ['forbiddenByLaw', 'thirdParty'] },
];

describe('the fields of a decision', () => {
  it.each(CHOICES)('hold everything that may be missing of %o', (choice) => {
    for (const facts of [NOBODY, OBJECTING]) {
      const content = decided(choice);
      const shown = fieldsFor(content, facts);
      const asked = missingOf({ ...content, articles: [] }, facts).map(({ field }) =>
        fieldOf(field as DecisionElement),
      );
      for (const field of asked) if (field !== null) expect(shown).toContain(field);
    }
  });

  it('ask for the reason against a third party only of what becomes public', () => {
    expect(fieldsFor(decided({ result: 'open' }), OBJECTING)).toContain('publicInterest');
    expect(fieldsFor(decided({ result: 'open' }), NOBODY)).not.toContain('publicInterest');
    expect(fieldsFor(decided({ result: 'thirdParty' }), OBJECTING)).not.toContain('publicInterest');
  });
});

describe('articles', () => {
  it('follow the choice as long as nobody has changed them', () => {
    const open = decided({ result: 'open', way: 'supplied' });
    const secret = withChoice(open, { result: 'stateSecret' });
    expect(secret.articles).toEqual(suggestedArticles(secret));
    expect(secret.articles.join()).toContain('第十四条');
  });

  it('stay as they were typed', () => {
    const typed = { ...emptyContent(), articles: ['《上海市政府信息公开规定》第二十一条'] };
    expect(withChoice(typed, { result: 'petition' }).articles).toEqual(typed.articles);
  });
});

describe('what is kept', () => {
  it('loses what belonged to a choice that was given up', () => {
    const searched = { ...decided({ result: 'notHeld', because: 'doesNotExist' }), search: '检索了档案系统' };
    expect(relevant(searched, NOBODY).search).toBe('检索了档案系统');
    const elsewhere = withChoice(searched, { because: 'otherAgency' });
    expect(relevant(elsewhere, NOBODY)).not.toHaveProperty('search');
    expect(relevant(withChoice(elsewhere, { result: 'open', way: 'supplied' }), NOBODY)).not.toHaveProperty('because');
  });

  it('has no empty lines among its articles', () => {
    expect(relevant({ ...emptyContent(), articles: [' 第一条 ', '', '  '] }, NOBODY).articles).toEqual(['第一条']);
  });
});
