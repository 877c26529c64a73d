import type { LocalDate } from '../../../../kernel/local-date.ts';
import type { DecisionFacts } from '../../results/decision-content.contract.ts';
import type { RequestView } from '../../viewing/request-view.contract.ts';

/** What the records say to a decision of that day, so that the page checks it as the server will. */
export function factsOf(
  {
    correction,
    fee,
    consultations,
    wantedWay,
  }: Pick<RequestView, 'correction' | 'fee' | 'consultations' | 'wantedWay'>,
  decidedOn: LocalDate,
): DecisionFacts {
  return {
    decidedOn,
    wantsOnline: wantedWay === 'online',
    correction: correction && {
      noticedOn: correction.noticedOn,
      until: correction.until,
      correctedOn: correction.correctedOn,
    },
    fee: fee && { noticedOn: fee.noticedOn, until: fee.until, yuan: fee.amount, paidOn: fee.paidOn },
    thirdParties: consultations
      .filter(({ whom }) => whom === 'thirdParty')
      .map(({ sentOn, until, opinion }) => ({ askedOn: sentOn, until, answer: opinion })),
  };
}
