import { Button } from 'antd';
import { instantText } from '../../../../workbench/components/day.ts';
import type { TemplateView } from '../../letters/letters.contract.ts';

/** Every version that ever held; an older one is taken by saving its words anew. */
export function TemplateVersions(props: {
  readonly versions: readonly TemplateView[];
  readonly mayEdit: boolean;
  readonly onTake: (version: TemplateView) => void;
}) {
  const { versions, mayEdit, onTake } = props;
  if (versions.length < 2) return null;
  return (
    <section aria-label="历次版本">
      <h2>历次版本</h2>
      <ul>
        {versions.map((one) => {
          const name = one.version === 0 ? '随程序提供' : `第 ${one.version} 版`;
          return (
            <li key={one.version}>
              {name}
              {one.savedAt ? (
                <span className="mc-muted">
                  {' '}
                  {one.savedBy} {instantText(one.savedAt)}：{one.note}
                </span>
              ) : null}{' '}
              {mayEdit && one !== versions[0] ? (
                <Button size="small" onClick={() => onTake(one)} aria-label={`取用${name}的文字`}>
                  取用
                </Button>
              ) : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
