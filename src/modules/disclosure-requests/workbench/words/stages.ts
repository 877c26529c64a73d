import type { RequestStage } from '../../disclosure-requests.contract.ts';

/** Heads of the list, in the order of the procedure. */
export const STAGE_LABELS: Readonly<Record<RequestStage, string>> = {
  confirmation: '待确认收到',
  handling: '办理中',
  review: '待审待发',
  delivery: '待送达',
  conversion: '待研判转化',
  closed: '已办结',
};

/** What somebody does who finds such a list empty. */
export const STAGE_EMPTY: Readonly<Record<RequestStage | 'all', { readonly what: string; readonly next: string }>> = {
  confirmation: { what: '没有待确认收到的申请。', next: '网上、传真、平常信函收到的申请，与申请人确认后才起算期限。' },
  handling: { what: '没有办理中的申请。', next: '新收到的申请确认收到之日后会出现在这里。' },
  review: { what: '没有待审核、待发出的答复决定。', next: '经办人提交的答复决定会出现在这里。' },
  delivery: { what: '没有待送达的告知书。', next: '发出的答复决定，登记送达凭证前会出现在这里。' },
  conversion: { what: '没有待研判的信息。', next: '依申请提供的每条信息，都要研判能否转为主动公开。' },
  closed: { what: '没有已办结的申请。', next: '送达并研判完毕的申请，归档后会出现在这里。' },
  all: { what: '没有符合条件的申请。', next: '可以换一个环节，或者放宽筛选条件。' },
};
