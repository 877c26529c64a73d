import { shortHash } from './labels.ts';

/** The print of the content, for the rare case in which two people on the telephone want to be sure that they see the same. */
export function ContentCode({ hash }: { readonly hash: string }) {
  return (
    <details className="mc-muted mc-small">
      <summary>核对是不是同一份内容</summary>
      两人看到的这串字符相同，内容就一字不差：<code>{shortHash(hash)}</code>
    </details>
  );
}
