import type { CaseKind } from '../../cases/index.ts';
import { REQUEST_STATE_WORDS } from '../request-words.ts';

/**
 * 依申请公开 (FOI-1; regulation art 29): name, proof of identity and a way to reach the applicant, what is asked for, and in which form. A
 * purpose is never asked.
 */
export const disclosureRequest: CaseKind = {
  code: 'disclosureRequest',
  label: '依申请公开',
  numberPrefix: 'YS',
  procedure: 'request',
  clock: { ordinary: { reply: 'request.reply', extension: 'request.extension' }, simple: null },
  channels: ['portal', 'counter', 'mail', 'email', 'fax', 'board'],
  form: {
    title: 'required',
    applicant: {
      name: 'required',
      identityNumber: 'required',
      phone: 'required',
      email: 'optional',
      address: 'optional',
      contactPerson: 'optional',
      needsHelp: 'optional',
    },
    mayBeAnonymous: false,
    fields: [{ code: 'documentNumber', label: '文号', required: false, maxLength: 60, help: '知道文号的，请填写' }],
    maxFiles: 5,
  },
  // Whoever examines it against arts 14 to 16 and secrecy, and whoever signs for the agency; neither is the drafter.
  reviewSteps: [
    { code: 'examination', name: '审查', roles: ['reviewer', 'deputyHead', 'head'], unit: 'holder' },
    { code: 'signing', name: '签发', roles: ['deputyHead', 'head'], unit: 'holder' },
  ],
  stateWords: REQUEST_STATE_WORDS,
  lookUpPath: '/disclosure-requests/look-up',
  isSelectable: false,
  asksSatisfaction: false,
};
