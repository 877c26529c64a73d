import { Alert } from 'antd';
import { useApi } from '../../../../workbench/api/use-api.ts';
import type { AffectedEntry } from '../../publications.contract.ts';
import { publicationPath } from '../content/use-publication.ts';
import { effectWords } from '../words/effect-words.ts';

const SHOWN = 10;

/** Names the public things that the end touches, each with what becomes of it. */
export function EndingEffects({ id, word }: { readonly id: string; readonly word: string }) {
  const affected = useApi<readonly AffectedEntry[]>(`${publicationPath(id)}/ending-effects`);
  if (affected.error) return <Alert type="warning" showIcon title="受影响的信息没有读取成功，请关闭后重试。" />;
  if (!affected.data) return <p className="mc-muted">正在核对受影响的信息……</p>;
  if (affected.data.length === 0) return <p>没有其他公开的信息与它关联。</p>;
  const rest = affected.data.slice(SHOWN);
  return (
    <section aria-label="受影响的信息">
      <p>
        {word}后，以下 {affected.data.length} 件公开的信息会受影响：
      </p>
      <ul className="mc-affected">{affected.data.slice(0, SHOWN).map((one) => item(one, word))}</ul>
      {rest.length > 0 ? (
        <details>
          <summary>其余 {rest.length} 件</summary>
          <ul className="mc-affected">{rest.map((one) => item(one, word))}</ul>
        </details>
      ) : null}
    </section>
  );
}

function item(one: AffectedEntry, word: string) {
  return (
    <li key={one.number}>
      {one.label}：
      <a href={`/documents/${one.number}`} target="_blank" rel="noreferrer">
        {one.title}
      </a>
      <div className="mc-muted mc-small">{effectWords(one, word)}</div>
    </li>
  );
}
