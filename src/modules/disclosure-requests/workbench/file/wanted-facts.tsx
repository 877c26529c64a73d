import { dayText } from '../../../../workbench/components/day.ts';
import { DELIVERY_WAY_LABELS, WANTED_FORM_LABELS } from '../../request-words.ts';
import type { RequestView } from '../../viewing/request-view.contract.ts';
import { Facts } from './facts.tsx';

/** In which shape the applicant wants it, and how receipt was confirmed. */
export function WantedFacts({ view }: { readonly view: RequestView }) {
  return (
    <Facts
      rows={[
        ['希望的形式', WANTED_FORM_LABELS[view.wantedForm]],
        ['获取途径', DELIVERY_WAY_LABELS[view.wantedWay]],
        ['提出申请', dayText(view.submittedOn)],
        [
          '确认收到',
          view.confirmedOn && view.confirmedHow ? `${dayText(view.confirmedOn)}，${view.confirmedHow}` : null,
        ],
        ['归入领域', view.topic],
      ]}
    />
  );
}
