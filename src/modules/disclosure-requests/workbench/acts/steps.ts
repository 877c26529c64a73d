import type { CaseEvent } from '../../../cases/case-words.ts';
import { NEEDS_RECEIPT } from '../../request-words.ts';
import type { RequestView } from '../../viewing/request-view.contract.ts';

export const STEPS = [
  'confirmReceipt',
  'askCorrection',
  'takeCorrection',
  'takeFee',
  'stopWaiting',
  'consult',
  'proposeExtension',
  'delay',
  'noticeFee',
  'reopen',
  'checkIdentity',
  'contact',
  'confer',
  'sort',
] as const;
export type Step = (typeof STEPS)[number];

export interface StepSpec {
  readonly label: string;
  /** Of the file's path. */
  readonly tail: string;
  readonly done: string;
  readonly what: string;
  /** Event of the life table that it is. */
  readonly event: CaseEvent;
  /** Whether it has a sense now, as far as the file itself tells. */
  readonly when?: (view: RequestView) => boolean;
  /** Only adds, and changes nothing that others see. */
  readonly isNote?: true;
}

const isAwaited = ({ correction }: RequestView) => correction !== null && correction.correctedOn === null;
const isOwed = ({ fee }: RequestView) => fee !== null && fee.paidOn === null;
const isWaiting = ({ case: { state } }: RequestView) => state === 'awaitingSender';

/** Steps of the procedure that ask something; what they ask stands in step-fields.tsx. */
export const STEP_SPECS: Readonly<Record<Step, StepSpec>> = {
  confirmReceipt: {
    label: '确认收到',
    tail: '/receipt',
    done: '已确认收到申请之日，答复期限自次日起算。',
    what: '与申请人确认后登记。确认之日为收到申请之日，登记后不能修改。',
    event: 'confirmReceipt',
    when: ({ confirmedOn }) => confirmedOn === null,
  },
  askCorrection: {
    label: '告知补正',
    tail: '/correction-notice',
    done: '已登记补正告知，答复期限停止计算。',
    what: '申请内容不明确的，应当给予指导和释明，自收到申请之日起7个工作日内一次性告知需要补正的事项和合理的补正期限（条例第三十条）。只能告知一次。',
    event: 'askCorrection',
    when: ({ correction }) => correction === null,
  },
  takeCorrection: {
    label: '登记补正',
    tail: '/correction',
    done: '已登记补正，答复期限重新起算。',
    what: '收到补正申请之日起，答复期限重新计算。',
    event: 'takeCorrection',
    when: (view) => isAwaited(view) && isWaiting(view),
  },
  takeFee: {
    label: '登记缴费',
    tail: '/fee',
    done: '已登记缴费，答复期限重新起算。',
    what: '缴费之日起，答复期限重新计算。',
    event: 'takeFee',
    when: (view) => isOwed(view) && isWaiting(view),
  },
  stopWaiting: {
    label: '不再等待',
    tail: '/stop-waiting',
    done: '已不再等待，可以作出答复决定。',
    what: '补正或者缴费期限已满而没有收到的，不再等待，接着作出答复决定。',
    event: 'resume',
  },
  consult: {
    label: '征求意见',
    tail: '/consultations',
    done: '已登记征求意见，所需时间不计入答复期限。',
    what: '第三方应当自收到征求意见书之日起15个工作日内提出意见，逾期未提出的由本机关决定是否公开；共同制作机关逾期未提出的视为同意公开（条例第三十二条、第三十四条）。',
    event: 'consult',
  },
  proposeExtension: {
    label: '申请延期',
    tail: '/extensions',
    done: '已提交延期申请，请负责人审批。',
    what: '需要延长答复期限的，应当经政府信息公开工作机构负责人同意并告知申请人，最多延长20个工作日（条例第三十三条）。',
    event: 'proposeExtension',
    when: ({ extensions }) => extensions.every(({ decision }) => decision !== null),
  },
  delay: {
    label: '另定答复期限',
    tail: '/delay',
    done: '已确定延迟答复的合理期限。',
    what: '申请数量、频次明显超过合理范围，申请人说明的理由合理但无法按期答复的，可以确定延迟答复的合理期限并告知申请人（条例第三十五条）。',
    event: 'delay',
    when: ({ delay }) => delay === null,
  },
  noticeFee: {
    label: '收费通知',
    tail: '/fee-notice',
    done: '已登记收费通知，答复期限停止计算。',
    what: '数量、频次明显超过合理范围的，可以按件或者按量收取信息处理费，同一申请不能同时按两种标准收取（条例第四十二条）。',
    event: 'noticeFee',
    when: ({ fee }) => fee === null,
  },
  reopen: {
    label: '重新作出答复',
    tail: '/reopening',
    done: '已重新办理，原答复决定保留在案卷里。',
    what: '原答复决定被撤销、责令重作，或者发现有误需要纠正的，重新作出。已经发出的决定不能修改，新的决定另起一份。',
    event: 'reopen',
  },
  checkIdentity: {
    label: '核对身份',
    tail: '/identity',
    done: '已登记身份核对。',
    what: '只写核对了什么证明，不抄录证件号码。',
    event: 'logContact',
  },
  contact: {
    label: '记沟通',
    tail: '/contacts',
    done: '已记入沟通记录。',
    what: '与申请人的电话、当面沟通，指导帮助，以及法律顾问意见。',
    event: 'logContact',
    isNote: true,
  },
  confer: {
    label: '记会商',
    tail: '/conferences',
    done: '已记入会商。',
    what: '疑难申请会同法制、保密和业务单位会商。',
    event: 'confer',
    isNote: true,
  },
  sort: {
    label: '归类',
    tail: '/sorting',
    done: '已归类。',
    what: '归入业务领域，用于热点分析；有疑似不当行使申请权的情形，写明理由供研判。',
    event: 'logContact',
    isNote: true,
  },
};

/** What the person may do now, from the life table, as far as it has a sense. */
export function possibleSteps(view: RequestView): readonly Step[] {
  return STEPS.filter((step) => {
    const { event, when } = STEP_SPECS[step];
    if (view.confirmedOn === null && NEEDS_RECEIPT.has(event)) return false;
    return view.case.allowed[event] === true && (when?.(view) ?? true);
  });
}
