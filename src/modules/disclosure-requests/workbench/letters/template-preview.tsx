import { Alert } from 'antd';
import type { TemplateCheck } from '../../letters/letters.contract.ts';

/** What is wrong, all of it, and how the letter reads. */
export function TemplatePreview({ check: { reasons, sample } }: { readonly check: TemplateCheck }) {
  const [title, addressee, ...paragraphs] = sample;
  return (
    <>
      {reasons.length > 0 ? (
        <Alert
          type="error"
          showIcon
          title={`还不能保存，有 ${reasons.length} 处要改：`}
          description={
            <ul>
              {reasons.map(({ message }) => (
                <li key={message}>{message}</li>
              ))}
            </ul>
          }
        />
      ) : (
        <Alert type="success" showIcon title="法定要素齐全，可以保存。" />
      )}
      <section className="mc-sample" aria-label="样稿">
        <h2>{title}</h2>
        <p className="mc-sample-addressee">{addressee}</p>
        {paragraphs.map((text, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no other identity and never move
          <p key={at}>{text}</p>
        ))}
      </section>
    </>
  );
}
