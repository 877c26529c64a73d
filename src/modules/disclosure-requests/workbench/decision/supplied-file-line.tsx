import type { ReactNode } from 'react';
import type { DecidedFile } from '../../results/decision-content.contract.ts';
import { requestPath } from '../words/use-request.ts';

/** A file that is handed over, to be looked at before it goes, and what was found in it. */
export function SuppliedFileLine(props: {
  readonly requestId: string;
  readonly file: DecidedFile;
  readonly warnings: readonly string[];
  readonly children?: ReactNode;
}) {
  const { requestId, file, warnings, children } = props;
  return (
    <div className="mc-small">
      <a href={`${requestPath(requestId)}/files/${file.id}`} download={file.name}>
        {file.name}
      </a>{' '}
      <span className="mc-muted">{Math.max(1, Math.round(file.size / 1024))} KB</span> {children}
      {warnings.length > 0 ? <div className="mc-orange">{warnings.join('；')}</div> : null}
    </div>
  );
}
