import { Alert, Checkbox, Input } from 'antd';

/** The letter as it will be read; words of one's own stand still when the fields above change, so they are warned of. */
export function LetterText(props: {
  /** As generated or kept by the last save; undefined: never saved. */
  readonly saved: string | undefined;
  /** Null: as the template gives it. */
  readonly own: string | null;
  readonly isOutdated: boolean;
  readonly onChange: (own: string | null) => void;
}) {
  const { saved, own, isOutdated, onChange } = props;
  if (saved === undefined)
    return <p className="mc-muted">保存后按文书模板生成告知书，可以在这里核对，确有必要的可以修改文字。</p>;
  return (
    <div className="mc-gap-below">
      <h3>告知书</h3>
      {own === null ? (
        <>
          {isOutdated ? <p className="mc-orange mc-small">上面的内容改过，保存后重新生成。</p> : null}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a letter may be longer than its box, which keyboards must scroll */}
          <section className="mc-letter mc-letter-box" tabIndex={0} aria-label="告知书文字">
            {saved}
          </section>
        </>
      ) : (
        <>
          <Alert
            className="mc-gap-below"
            type="warning"
            showIcon
            title="自行修改的文字不再随上面的内容更新，请逐字核对决定、理由、法律依据和救济途径。"
          />
          <Input.TextArea
            aria-label="告知书文字"
            rows={16}
            maxLength={20_000}
            value={own}
            onChange={(event) => onChange(event.target.value)}
          />
        </>
      )}
      <Checkbox checked={own !== null} onChange={(event) => onChange(event.target.checked ? saved : null)}>
        自行修改告知书文字
      </Checkbox>
    </div>
  );
}
