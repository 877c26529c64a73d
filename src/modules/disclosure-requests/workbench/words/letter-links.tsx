import { download } from '../../../../workbench/api/client.ts';
import { useAction } from '../../../../workbench/api/use-api.ts';
import { LETTER_LABELS, type LetterKind } from '../../letters/letter-words.ts';
import { requestPath } from './use-request.ts';

const FORMATS = { docx: 'Word', pdf: 'PDF' } as const;
type Format = keyof typeof FORMATS;

/** A letter of the file as it is printed or sent; the applicant's name is put in when it is made. */
export function LetterLinks(props: {
  readonly requestId: string;
  readonly kind: LetterKind;
  /** Which decision or consultation. */
  readonly of?: string;
}) {
  const { requestId, kind, of } = props;
  const label = LETTER_LABELS[kind];
  const save = useAction<Format, void>(async (format) => {
    const query = new URLSearchParams({ format, ...(of ? { of } : {}) });
    const address = URL.createObjectURL(await download(`${requestPath(requestId)}/letters/${kind}?${query}`));
    const link = document.createElement('a');
    link.href = address;
    link.download = `${label}.${format}`;
    link.click();
    URL.revokeObjectURL(address);
  });
  return (
    <p className="mc-small">
      {label}：
      {(Object.keys(FORMATS) as Format[]).map((format) => (
        <button key={format} type="button" className="mc-link-button" onClick={() => save.mutate(format)}>
          下载 {FORMATS[format]}
          <span className="mc-visually-hidden">（{label}）</span>
        </button>
      ))}
    </p>
  );
}
