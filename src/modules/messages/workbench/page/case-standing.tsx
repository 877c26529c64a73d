import { Alert } from 'antd';
import { Link } from 'react-router';
import { dayText } from '../../../../workbench/components/day.ts';
import { REJECTION_LABELS } from '../../../cases/case-words.ts';
import type { CaseView } from '../../../cases/cases.contract.ts';

/** What somebody who opens the page must know first. */
export function CaseStanding({ view }: { readonly view: CaseView }) {
  const { mergedInto, rejection, merged } = view;
  return (
    <>
      {mergedInto ? (
        <Alert
          className="mc-gap-below"
          type="info"
          showIcon
          title="已并入另一件，随它一并答复"
          description={
            <Link to={`/cases/${mergedInto.id}`}>
              {mergedInto.number} {mergedInto.title}
            </Link>
          }
        />
      ) : null}
      {rejection ? (
        <Alert
          className="mc-gap-below"
          type="warning"
          showIcon
          title={`不予受理：${REJECTION_LABELS[rejection.reason]}`}
          description={rejection.text}
        />
      ) : null}
      {merged.length > 0 ? (
        <Alert
          className="mc-gap-below"
          type="info"
          showIcon
          title={`${merged.length} 件同样的来件并入本件，答复后各来信人都能看到`}
          description={
            <ul className="mc-plain-list">
              {merged.map((one) => (
                <li key={one.id}>
                  <Link to={`/cases/${one.id}`}>
                    {one.number} {one.title}
                  </Link>
                  {one.dueOn ? `，${dayText(one.dueOn)}前` : ''}
                </li>
              ))}
            </ul>
          }
        />
      ) : null}
    </>
  );
}
