import type { LocalDate } from '../../../kernel/local-date.ts';

/** How something came in; each way has its own day of receipt (regulation art 31). */
export type Channel = 'portal' | 'counter' | 'registeredMail' | 'ordinaryMail' | 'fax' | 'email' | 'oral' | 'imported';

export interface Arrival {
  readonly channel: Channel;
  /** When it was handed in, posted or sent by the other side. */
  readonly submittedOn: LocalDate;
  /** Of registered mail: when the organ signed for it. */
  readonly signedOn?: LocalDate;
  /** When both sides confirmed that it had been received. */
  readonly confirmedOn?: LocalDate;
}

export interface StartDay {
  /** Null: still to be confirmed, and somebody must see to it. */
  readonly on: LocalDate | null;
  /** Chinese: 当面提交之日, 签收之日 ...; what is missing while it is null. */
  readonly why: string;
  readonly basis: string;
}

const BASIS = '《政府信息公开条例》第三十一条';

/** The day a disclosure request counts as received. Never the time stamp of the form: nobody must lose or win days by how it travelled. */
export function requestStartDay(arrival: Arrival): StartDay {
  const { channel, submittedOn, signedOn, confirmedOn } = arrival;
  switch (channel) {
    case 'counter':
    case 'oral':
      return { on: submittedOn, why: '当面提交之日', basis: BASIS };
    case 'registeredMail':
      return { on: signedOn ?? null, why: signedOn ? '签收之日' : '尚未登记签收日期', basis: BASIS };
    case 'ordinaryMail':
      return confirmed(confirmedOn, '与申请人确认之日', '平常信函应于收到当日与申请人确认，尚未确认');
    case 'portal':
    case 'fax':
    case 'email':
      return confirmed(confirmedOn, '双方确认之日', '互联网、传真申请以双方确认之日为收到之日，尚未确认');
    case 'imported':
      return { on: signedOn ?? submittedOn, why: '转来系统记载的收到之日', basis: BASIS };
  }
}

function confirmed(on: LocalDate | undefined, why: string, waiting: string): StartDay {
  return { on: on ?? null, why: on ? why : waiting, basis: BASIS };
}

/** Messages and error reports count as received on the day the system took them, whatever the hour. */
export function messageStartDay(arrival: Pick<Arrival, 'submittedOn'>): StartDay {
  return { on: arrival.submittedOn, why: '提交之日', basis: '本级政府互动交流渠道办理规定' };
}
