import { describe, expect, it } from 'vitest';
import { bodyText } from '../../../kernel/document-body.ts';
import { localDate } from '../../../kernel/local-date.ts';
import type { CaseView } from '../../cases/index.ts';
import type { Known } from './mask-message.ts';
import { selectedContent } from './selected-content.ts';

const UNIT = {
  id: '6f1c2f6e-3d0b-4a57-8d5a-2f9b8e2f0c22',
  code: 'jiaoyu',
  name: '明湖区教育局',
  shortName: '区教育局',
};
const KNOWN: Known = {
  kind: 'person',
  name: '温知秋',
  phone: '13900001234',
  email: null,
  address: null,
  identityNumber: null,
};
const POLICY = '0b5e4a52-6a3f-4d9e-9f43-1d6c1f0a7a11';

function reply(text: string, sentAt: string | null): CaseView['replies'][number] {
  return {
    id: POLICY,
    state: sentAt ? 'sent' : 'draft',
    ordinal: sentAt ? 1 : null,
    text,
    edit: 1,
    drafter: null,
    unit: UNIT,
    updatedAt: '2026-04-13T02:00:00Z',
    sentAt,
    findings: [],
    findingsReason: null,
    steps: [],
  };
}

const MESSAGE = {
  kind: 'policyMessage',
  title: '温知秋的孩子怎样入学',
  text: '我叫温知秋，电话 139 0000 1234，房产证没有办下来，怎样报名？',
  receivedOn: localDate('2026-04-08'),
  replies: [
    reply('温知秋您好：可以用购房合同报名。', '2026-04-13T03:00:00Z'),
    reply('核验地点改为学校北门。', '2026-04-14T16:30:00Z'),
    reply('还没有发出的草稿', null),
  ],
};

describe('a selected message (MSG-7, MSG-C4)', () => {
  const content = selectedContent(MESSAGE, KNOWN, POLICY);
  const answer = content.body ? bodyText(content.body) : '';

  it('has the four fields: when it was asked, when and by whom it was answered, the answer', () => {
    expect(content.fields).toMatchObject({
      channel: 'policyMessage',
      askedOn: '2026-04-08',
      // Half past midnight of the next day in China.
      answeredOn: '2026-04-15',
      answeringUnit: '明湖区教育局',
      sender: '温**',
    });
    expect(answer).toContain('可以用购房合同报名');
    expect(answer).toContain('2026-04-15补充答复');
    expect(content.relations).toMatchObject([{ type: 'asksAbout', publicationId: POLICY }]);
  });

  it('holds nothing that the sender gave, nor what was never sent', () => {
    const all = JSON.stringify(content);
    for (const value of ['知秋', '1234', '139', '还没有发出']) expect(all).not.toContain(value);
  });

  it('names nobody when nobody gave a name, and no policy when there is none', () => {
    const anonymous = selectedContent(MESSAGE, null, null);
    expect(anonymous.fields.sender).toBeNull();
    expect(anonymous.relations).toEqual([]);
  });
});
