import type { ProceedingEvent } from '../../proceedings/proceeding-words.ts';

export type ProceedingStep = Exclude<ProceedingEvent, 'register' | 'reckon' | 'reopen'>;

interface Spec {
  readonly label: string;
  readonly tail: string;
  readonly what: string;
  readonly done: string;
}

/** Dialogs of the stages, in the order in which they are met. */
export const PROCEEDING_STEPS: Readonly<Record<ProceedingStep, Spec>> = {
  answer: {
    label: '登记提交答复',
    tail: '/answer',
    what: '向复议机关提交答复书，或者向法院提交答辩状，连同证据、依据和其他有关材料。',
    done: '已登记。',
  },
  hear: { label: '登记听证、开庭', tail: '/hearing', what: '听证、听取意见或者开庭审理的日期。', done: '已登记。' },
  close: { label: '登记审理结果', tail: '/result', what: '按复议决定书、裁判文书登记。', done: '已登记审理结果。' },
  learn: {
    label: '原因分析和整改',
    tail: '/lessons',
    what: '分析原因，吸取教训；需要整改的写明事项和期限。',
    done: '已登记。',
  },
  rectify: { label: '登记整改完成', tail: '/rectification', what: '整改做了什么。', done: '已登记。' },
  edit: { label: '更正登记内容', tail: '/facts', what: '登记有误的在这里更正，答复期限随之重算。', done: '已更正。' },
  correct: { label: '更正审理结果', tail: '/corrected-result', what: '只用于登记错误，不用于改判。', done: '已更正。' },
};
