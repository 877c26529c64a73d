import { FileOutlined, LinkOutlined, ReadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Link } from 'react-router';
import { call } from '../../../../workbench/api/client.ts';
import { useAction } from '../../../../workbench/api/use-api.ts';
import { instantText } from '../../../../workbench/components/day.ts';
import { type Tone, ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import type { AssignmentDetail, Evidence } from '../../assignments/assignments.contract.ts';
import { ADDRESS_STATE_WORDS, type AddressState } from '../../plan-words.ts';
import { sizeText } from './size-text.ts';

type Share = Pick<AssignmentDetail, 'id' | 'allowed'>;

const TONES: Readonly<Record<AddressState, Tone>> = {
  unchecked: 'grey',
  reachable: 'green',
  unreachable: 'red',
  refused: 'orange',
};

export function EvidenceList({ evidence, share }: { readonly evidence: readonly Evidence[]; readonly share: Share }) {
  if (evidence.length === 0) return <p className="mc-muted mc-small">没有附佐证材料。</p>;
  return (
    <ul className="mc-evidence" aria-label="佐证材料">
      {evidence.map((one) => (
        <li key={one.id}>
          <One evidence={one} share={share} />
        </li>
      ))}
    </ul>
  );
}

function One({ evidence, share }: { readonly evidence: Evidence; readonly share: Share }) {
  if (evidence.kind === 'file' && evidence.file) {
    return (
      <>
        <FileOutlined aria-hidden />{' '}
        <a href={evidence.file.url} download={evidence.file.name}>
          {evidence.title || evidence.file.name}
        </a>{' '}
        <span className="mc-muted mc-small">{sizeText(evidence.file.size)}</span>
      </>
    );
  }
  if (evidence.kind === 'address') return <AddressEvidence evidence={evidence} share={share} />;
  const meeting = /^meeting:(.+)$/.exec(evidence.recordRef ?? '')?.[1];
  return (
    <>
      <ReadOutlined aria-hidden />{' '}
      {meeting ? <Link to={`/meetings/${meeting}`}>{evidence.title}</Link> : evidence.title}{' '}
      <span className="mc-muted mc-small">平台记录</span>
    </>
  );
}

function AddressEvidence({ evidence, share }: { readonly evidence: Evidence; readonly share: Share }) {
  const recheck = useAction(() => call<Evidence>('POST', `/api/evidence/${evidence.id}/recheck`, {}), {
    refreshes: [`/api/assignments/${share.id}`],
    done: '已重新检测。',
  });
  const state = evidence.addressState ?? 'unchecked';
  return (
    <>
      <LinkOutlined aria-hidden />{' '}
      <a href={evidence.address ?? ''} target="_blank" rel="noreferrer noopener">
        {evidence.title || evidence.address}
      </a>{' '}
      <ToneTag tone={TONES[state]}>{ADDRESS_STATE_WORDS[state]}</ToneTag>{' '}
      <span className="mc-muted mc-small">
        {evidence.addressNote} {evidence.checkedAt ? `检测于 ${instantText(evidence.checkedAt)}` : ''}
      </span>
      {share.allowed.includes('recheckEvidence') ? (
        <Button type="link" size="small" loading={recheck.isPending} onClick={() => recheck.mutate()}>
          重新检测
        </Button>
      ) : null}
    </>
  );
}
