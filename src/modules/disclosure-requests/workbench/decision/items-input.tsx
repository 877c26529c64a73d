import { Button } from 'antd';
import type { DecidedItem } from '../../results/decision-content.contract.ts';
import type { SuppliedFileView } from '../../supplied/supplied-file.contract.ts';
import { Words } from './inputs.tsx';
import { ItemFiles } from './item-files.tsx';

/** What is supplied or pointed to, piece by piece: each is examined for proactive disclosure afterwards (FOI-9). */
export function ItemsInput(props: {
  readonly items: readonly DecidedItem[];
  /** Public already, so that its place is asked for. */
  readonly withPlaces: boolean;
  readonly requestId: string;
  readonly known: readonly SuppliedFileView[];
  readonly onChange: (items: DecidedItem[]) => void;
}) {
  const { items, withPlaces, requestId, known, onChange } = props;
  const change = (at: number, part: Partial<DecidedItem>) =>
    onChange(items.map((one, index) => (index === at ? { ...one, ...part } : one)));
  return (
    <>
      {items.map((item, at) => {
        const nth = `第 ${at + 1} 条`;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name while they are typed
          <div key={at} className="mc-item-row">
            <div className="mc-item-fields">
              <Words
                label={`${nth}信息名称`}
                placeholder="信息名称"
                rows={1}
                most={300}
                value={item.name}
                onChange={(name) => change(at, { name })}
              />
              <Words
                label={`${nth}文号`}
                placeholder="文号（没有的不填）"
                rows={1}
                most={300}
                value={item.documentNumber}
                onChange={(documentNumber) => change(at, { documentNumber })}
              />
              {withPlaces ? (
                <Words
                  label={`${nth}获取途径`}
                  placeholder="网址、公报期号或者查阅场所"
                  rows={1}
                  most={1000}
                  value={item.place}
                  onChange={(place) => change(at, { place })}
                />
              ) : (
                <ItemFiles
                  nth={nth}
                  requestId={requestId}
                  known={known}
                  files={item.files ?? []}
                  onChange={(files) => change(at, { files })}
                />
              )}
            </div>
            <Button aria-label={`删去${nth}`} onClick={() => onChange(items.filter((_one, index) => index !== at))}>
              删去
            </Button>
          </div>
        );
      })}
      <Button onClick={() => onChange([...items, { name: '' }])}>添加一条信息</Button>
    </>
  );
}
