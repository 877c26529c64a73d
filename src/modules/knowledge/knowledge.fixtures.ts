import type { z } from 'zod';
import { openTestDistrict, policyContent, type TestDistrict } from '../../district.fixtures.ts';
import type { Actor } from '../../kernel/permissions.ts';
import type { TestPlatformOptions } from '../../platform/platform.fixtures.ts';
import { staff } from '../organisations/organisations.fixtures.ts';
import { EntryInput } from './entries/entries.contract.ts';

type People = Record<'officer' | 'handler' | 'head' | 'office' | 'stranger', Actor>;

export interface TestKnowledge extends TestDistrict {
  readonly people: People;
  /** 关于转学的通知 of 区教育局, public. */
  readonly policy: { readonly id: string; readonly number: number };
  /** Drafted by the handler. @returns id of the publication */
  draft(input: Partial<z.input<typeof EntryInput>>): Promise<string>;
  /** Through determination and reviews to the public. @returns its permanent number */
  publish(publicationId: string): Promise<number>;
  /** A question that somebody asked the unit, on the portal or by telephone. */
  asked(text: string, more?: { title?: string; unitId?: string; publicationNumber?: number | null }): Promise<string>;
}

export const TRANSFER_TEXT = '监护人可以在每学期开学前两周提出转学申请。毕业年级学生原则上不办理转学。';

/** The small district with the people who keep its FAQ and one policy to answer from. */
export async function openTestKnowledge(options: TestPlatformOptions = {}): Promise<TestKnowledge> {
  const district = await openTestDistrict({ now: '2026-03-02T09:00:00+08:00', ...options });
  const { modules, units } = district;
  const people = await staff(modules.organisations.service, {
    officer: [units.education, 'officer.jiaoyu', '李明', 'officer'],
    handler: [units.education, 'handler.jiaoyu', '何静', 'handler'],
    head: [units.education, 'head.jiaoyu', '吴敏', 'head'],
    office: [units.office, 'office', '周倩', 'supervisor'],
    stranger: [units.lakeside, 'officer.linhu', '赵强', 'officer', 'handler'],
  });
  const policy = await district.takeIn(policyContent({ title: '明湖区教育局关于学生转学的通知', text: TRANSFER_TEXT }));
  const knowledge = modules.knowledge.service;
  const { publications } = modules;
  return {
    ...district,
    people,
    policy,
    draft: async (input) => {
      const whole = EntryInput.parse({
        unitId: units.education.id,
        question: '什么时候可以申请转学？',
        answer: '每学期开学前两周由监护人提出申请。',
        topic: '教育',
        policyNumber: policy.number,
        ...input,
      });
      return (await knowledge.entries.create(people.handler, whole)).publicationId;
    },
    publish: async (id) => {
      const { determinations, reviews, publishing, view, open } = publications.service;
      await determinations.determine(people.officer, id, {
        attribute: 'proactive',
        manner: 'open',
        legalBasis: 'cat20.11',
        reason: '群众经常询问，需要广泛知晓。',
      });
      const { draft, steps } = await view.get({ type: 'system' }, id);
      if (!draft) throw new Error('nothing to publish');
      const { edit, contentHash } = draft;
      await reviews.submit(people.handler, id, edit);
      for (const { code } of steps) {
        const reviewer = code === 'secrecy' ? people.officer : people.head;
        await reviews.review(reviewer, id, { step: code, decision: 'approved', contentHash, remarks: [] });
      }
      await publishing.publish(people.officer, id, contentHash);
      await modules.search.service.follower.catchUp();
      return (await open.itemOf(id))?.number ?? 0;
    },
    asked: async (text, more = {}) => {
      const { id } = await modules.cases.service.receiving.receive(
        { type: 'system' },
        {
          kind: more.publicationNumber === null ? 'enquiry' : 'policyMessage',
          title: more.title ?? text.slice(0, 40),
          text,
          unitId: more.unitId ?? units.education.id,
          publicationNumber: more.publicationNumber === null ? null : (more.publicationNumber ?? policy.number),
          fields: {},
          applicant: null,
          mayPublish: false,
        },
        { channel: 'phone', form: null, files: [] },
      );
      return id;
    },
  };
}
