import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { download } from '../../../../workbench/api/client.ts';
import { useAction } from '../../../../workbench/api/use-api.ts';
import { instantText } from '../../../../workbench/components/day.ts';
import { Section } from '../../../../workbench/components/section.tsx';
import type { CaseAttachment, CaseView } from '../../cases.contract.ts';
import { casePath } from './use-case.ts';

/** The words of the sender, what he brought, what he was asked and said then. */
export function AskedPanel(props: {
  readonly view: CaseView;
  readonly title?: string;
  readonly who?: string;
  /** What he was asked to do: 补充, of requests 补正. */
  readonly asked?: string;
  readonly children?: ReactNode;
}) {
  const { view, title = '来件内容', who = '来信人', asked: act = '补充' } = props;
  return (
    <Section title={title}>
      <p className="mc-pre">{view.text}</p>
      {view.publicationNumber || view.fields.length > 0 ? (
        <dl className="mc-facts">
          {view.publicationNumber ? (
            <>
              <dt>所问的文件</dt>
              <dd>
                <a href={`/documents/${view.publicationNumber}`} target="_blank" rel="noreferrer">
                  公开页面（编号 {view.publicationNumber}）
                </a>
              </dd>
            </>
          ) : null}
          {view.fields.map((field) => (
            <FieldLine key={field.code} label={field.label} value={field.value} />
          ))}
        </dl>
      ) : null}
      {props.children}
      {view.attachments.length > 0 ? (
        <>
          <h3>附件</h3>
          <ul className="mc-plain-list">
            {view.attachments.map((file) => (
              <li key={file.id}>
                <FileLine caseId={view.id} file={file} mayOpen={view.allowed.openFiles === true} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {view.senderWords.map((word) => (
        <div key={word.id}>
          <h3>
            来信人{word.way === 'askOn' ? '追问' : '主动补充'}（{instantText(word.at)}）
          </h3>
          <p className="mc-pre">{word.text}</p>
        </div>
      ))}
      {isNewer(view) ? (
        <Alert type="warning" showIcon title="答复起草以后，来信人又补充了情况，请核对答复是否仍然合适。" />
      ) : null}
      {view.questions.map((asked) => (
        <div key={asked.id}>
          <h3>
            请{who}
            {act}（{instantText(asked.askedAt)}）
          </h3>
          <p className="mc-pre">{asked.question}</p>
          {asked.answer === null ? (
            <Alert type="info" showIcon title={`${who}还没有${act}。`} />
          ) : (
            <>
              <h3>
                {who}
                {act}（{instantText(asked.answeredAt)}）
              </h3>
              <p className="mc-pre">{asked.answer}</p>
            </>
          )}
        </div>
      ))}
    </Section>
  );
}

/** Something came from the sender after the answer in hand was last written. */
function isNewer({ senderWords, replies }: CaseView): boolean {
  const draft = replies.find((reply) => reply.state === 'draft');
  return draft !== undefined && senderWords.some((word) => word.at > draft.updatedAt);
}

function FieldLine({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  );
}

/** What strangers send is kept on the disk of whoever opens it, never shown in the page. */
function FileLine(props: { readonly caseId: string; readonly file: CaseAttachment; readonly mayOpen: boolean }) {
  const { caseId, file, mayOpen } = props;
  const save = useAction<CaseAttachment, void>(async ({ id, name }) => {
    const address = URL.createObjectURL(await download(`${casePath(caseId)}/attachments/${id}`));
    const link = document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
    URL.revokeObjectURL(address);
  });
  if (file.problems.length > 0)
    return (
      <span>
        {file.name} <span className="mc-red">{file.problems.join('')}不能下载。</span>
      </span>
    );
  if (file.inspectedAt === null) return <span className="mc-muted">{file.name}（正在检查，稍后可以下载）</span>;
  if (!mayOpen) return <span className="mc-muted">{file.name}（只有办理人员可以打开）</span>;
  return (
    <>
      <button type="button" className="mc-link-button" onClick={() => save.mutate(file)}>
        下载 {file.name}（{Math.max(1, Math.round(file.size / 1024))} KB）
      </button>
      {file.warnings.map((warning) => (
        <p key={warning} className="mc-red mc-small">
          {warning}
        </p>
      ))}
    </>
  );
}
