import type { RequestArrival } from '../request-words.ts';

/** Ways of arriving that the staff registers; the portal's form comes by the portal. */
export const OFFLINE_ARRIVALS = [
  'counter',
  'oral',
  'registeredMail',
  'ordinaryMail',
  'fax',
  'email',
  'imported',
] as const satisfies readonly RequestArrival[];
export type OfflineArrival = (typeof OFFLINE_ARRIVALS)[number];

/** Which day counts as that of receipt, told while the way is chosen (regulation art 31; 国办公开办函〔2015〕207号). */
export const RECEIPT_DAY: Readonly<Record<OfflineArrival, { readonly rule: string; readonly next: string | null }>> = {
  counter: { rule: '以当面提交之日为收到申请之日，答复期限自次日起算。', next: null },
  oral: {
    rule: '申请人书写确有困难的，可以口头提出，由工作人员代为填写，请读给申请人核对；以提出之日为收到申请之日。',
    next: null,
  },
  registeredMail: { rule: '以签收之日为收到申请之日，请填写签收日期，不是邮寄日期。', next: null },
  ordinaryMail: {
    rule: '无需签收的平常信函，应当于收到当日与申请人确认，以确认之日为收到申请之日。',
    next: '登记后请当日与申请人确认，并在案卷里“确认收到”；确认前答复期限不起算。',
  },
  fax: {
    rule: '以双方确认之日为收到申请之日。',
    next: '登记后请与申请人确认，并在案卷里“确认收到”；确认前答复期限不起算。',
  },
  email: {
    rule: '互联网提交的，以双方确认之日为收到申请之日。',
    next: '登记后请与申请人确认，并在案卷里“确认收到”；确认前答复期限不起算。',
  },
  imported: { rule: '以转来系统记载的收到之日为收到申请之日。', next: null },
};
