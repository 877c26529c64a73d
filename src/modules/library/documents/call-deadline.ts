import type { OwnRule } from '../../publications/index.ts';

const CALL =
  /(组织|开展|受理).{0,20}(申报|征集|招募|报名|遴选)|公开(征集|征求|招募)|(申报|报名|征集|招募).{0,12}(通知|公告|启事)$/;

/** A call without its last day would stand in the library for ever, as if one could still apply. */
export const CALL_HAS_LAST_DAY: OwnRule = {
  code: 'call-has-last-day',
  severity: 'warns',
  fields: ['closesOn', 'normative', 'expiresOn'],
  faults: ({ title, fields }) => {
    if (fields.normative === true || fields.closesOn || fields.expiresOn || !CALL.test(title)) return [];
    const message = '标题表明这是申报、征集或者报名，请填写“截止日期”，到期后页面自动标明“已截止”。';
    return [{ place: 'field:closesOn', message }];
  },
};
