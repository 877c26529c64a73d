import { Segmented } from 'antd';
import { Fragment, useState } from 'react';
import { useApi } from '../../../../workbench/api/use-api.ts';
import { Loaded } from '../../../../workbench/components/loaded.tsx';
import { ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import type { Difference } from '../../publications.contract.ts';
import { useChoices } from '../content/field-input.tsx';
import { publicationPath } from '../content/use-publication.ts';

const CHANGES = {
  added: { word: '新增', tone: 'green' },
  removed: { word: '删除', tone: 'red' },
  changed: { word: '修改', tone: 'orange' },
  moved: { word: '移动', tone: 'blue' },
} as const;
const SIDES = { side: '左右对照', inline: '逐处标注' } as const;

/** What a version changes, part by part: the old at the left, the new at the right, or both in one line. */
export function DifferenceList(props: {
  readonly publicationId: string;
  readonly from?: string;
  readonly to?: string;
}) {
  const [side, setSide] = useState<keyof typeof SIDES>('side');
  const query = useApi<Difference>(`${publicationPath(props.publicationId)}/difference`, {
    from: props.from,
    to: props.to,
  });
  return (
    <Loaded query={query}>
      {({ from, parts }) =>
        from === null ? (
          <p className="mc-muted">首次公开，没有可以比对的已公开版本，请审核全文。</p>
        ) : parts.length === 0 ? (
          <p className="mc-muted">与已公开的版本没有差别。</p>
        ) : (
          <>
            <Segmented
              aria-label="比对方式"
              className="mc-gap-below"
              value={SIDES[side]}
              options={Object.values(SIDES)}
              onChange={(label) => setSide(label === SIDES.side ? 'side' : 'inline')}
            />
            <ul className="mc-difference" aria-label="差别">
              {parts.map((part) => (
                <li key={`${part.place} ${part.change}`}>
                  <div className="mc-difference-head">
                    <strong>{part.label}</strong>{' '}
                    <ToneTag tone={CHANGES[part.change].tone}>{CHANGES[part.change].word}</ToneTag>
                  </div>
                  {side === 'side' ? (
                    <div className="mc-difference-sides">
                      <PartRuns part={part} without="added" label="原来" />
                      <PartRuns part={part} without="removed" label="现在" />
                    </div>
                  ) : (
                    <PartRuns part={part} />
                  )}
                </li>
              ))}
            </ul>
          </>
        )
      }
    </Loaded>
  );
}

type Part = Difference['parts'][number];
type Side = { readonly without?: 'added' | 'removed'; readonly label?: string };

function PartRuns({ part, ...side }: Side & { readonly part: Part }) {
  return part.list?.choicesFrom ? (
    <ListedRuns runs={part.runs} choicesFrom={part.list.choicesFrom} {...side} />
  ) : (
    <Runs runs={part.runs} isList={part.list !== undefined} {...side} />
  );
}

/** Values of a list that the office keeps, by its labels. */
function ListedRuns({
  runs,
  choicesFrom,
  ...side
}: Side & { readonly runs: Part['runs']; readonly choicesFrom: string }) {
  const { options } = useChoices({ choicesFrom });
  const labelled = runs.map((run) => ({
    ...run,
    text: options.find((choice) => choice.value === run.text)?.label ?? run.text,
  }));
  return <Runs runs={labelled} isList {...side} />;
}

function Runs(props: Side & { readonly runs: Part['runs']; readonly isList?: boolean }) {
  const shown = props.runs.filter((run) => run.kind !== props.without);
  return (
    <div className="mc-difference-runs mc-pre">
      {props.label ? <div className="mc-muted mc-small">{props.label}</div> : null}
      {shown.length === 0 ? <span className="mc-muted">（无）</span> : null}
      {shown.map((run, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: runs are told apart by their place alone
        <Fragment key={index}>
          {props.isList && index > 0 ? '、' : null}
          {run.kind === 'same' ? run.text : run.kind === 'added' ? <ins>{run.text}</ins> : <del>{run.text}</del>}
        </Fragment>
      ))}
    </div>
  );
}
