import type { CaseKind } from '../cases/index.ts';
import { COMPLAINT_MATTERS } from './complaint-words.ts';

/** Field with the number of the disclosure request that it is about. */
export const REQUEST_NUMBER = 'requestNumber';

/**
 * 公开工作投诉举报 (FOI-8; regulation art 51): held by the department in charge of disclosure work, never by the unit complained of, told
 * what was found after another person than the drafter has signed it.
 */
export const complaint: CaseKind = {
  code: 'complaint',
  label: '公开工作投诉举报',
  numberPrefix: 'TS',
  procedure: 'complaint',
  clock: { ordinary: { reply: 'complaint.reply' }, simple: null },
  channels: ['portal', 'counter', 'phone', 'mail', 'email', 'hotline12345'],
  form: {
    title: 'none',
    applicant: { name: 'optional', phone: 'optional', email: 'optional', address: 'optional' },
    mayBeAnonymous: true,
    fields: [
      { code: 'matter', label: '反映的问题', required: true, maxLength: 20, choices: COMPLAINT_MATTERS },
      {
        code: REQUEST_NUMBER,
        label: '有关的公开申请编号',
        required: false,
        maxLength: 40,
        help: '投诉的是公开申请的办理的，填写申请时得到的编号；没有的不填',
      },
    ],
    maxFiles: 5,
  },
  heldBy: 'office',
  readBy: 'named',
  reviewSteps: [
    {
      code: 'signing',
      name: '主管部门审签',
      roles: ['supervisor', 'reviewer', 'deputyHead', 'head'],
      unit: 'office',
    },
  ],
  isSelectable: false,
  asksSatisfaction: false,
  senderMay: { askOnDays: 15, supplements: 3 },
};
