import { Radio } from 'antd';
import { REQUEST_RESULTS, type RequestResult } from '../../request-words.ts';
import { RESULT_GROUP_LABELS, RESULT_RULES, type ResultGroup } from '../../results/result-rules.ts';

const GROUPS = Map.groupBy(REQUEST_RESULTS, (result) => RESULT_RULES[result].group);

/** The 21 results as the statutory table groups them; the annual report counts by this choice. */
export function ResultSelect(props: {
  readonly value: RequestResult;
  readonly onChange: (result: RequestResult) => void;
}) {
  return (
    <Radio.Group
      className="mc-result-groups"
      aria-label="答复结果"
      value={props.value}
      onChange={(event) => props.onChange(event.target.value as RequestResult)}
    >
      {[...GROUPS].map(([group, results]) => (
        <Group key={group} group={group} results={results} />
      ))}
    </Radio.Group>
  );
}

function Group({ group, results }: { readonly group: ResultGroup; readonly results: readonly RequestResult[] }) {
  return (
    <fieldset>
      <legend>{RESULT_GROUP_LABELS[group]}</legend>
      {results.map((result) => (
        <div key={result}>
          <Radio value={result}>{RESULT_RULES[result].label}</Radio>
        </div>
      ))}
    </fieldset>
  );
}
