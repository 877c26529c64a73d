import { LETTER_LABELS, type LetterKind } from '../../letters/letter-words.ts';
import { FormatLinks } from './format-links.tsx';
import { requestPath } from './use-request.ts';

/** A letter of the file as it is printed or sent; the applicant's name is put in when it is made. */
export function LetterLinks(props: {
  readonly requestId: string;
  readonly kind: LetterKind;
  /** Which decision or consultation. */
  readonly of?: string;
}) {
  const { requestId, kind, of } = props;
  const label = LETTER_LABELS[kind];
  return (
    <p className="mc-small">
      {label}：
      <FormatLinks
        name={label}
        verb="下载 "
        addressOf={(format) =>
          `${requestPath(requestId)}/letters/${kind}?${new URLSearchParams({ format, ...(of ? { of } : {}) })}`
        }
      />
      <span className="mc-muted">（文件中有申请人姓名，谁下载有记录）</span>
    </p>
  );
}
