import { Input, Modal } from 'antd';
import { useState } from 'react';
import type { z } from 'zod';
import { call } from '../../../../workbench/api/client.ts';
import { useAction } from '../../../../workbench/api/use-api.ts';
import { ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import type { MatchView } from '../../units.contract.ts';
import { useUnitNames } from '../words/use-units.ts';

type Matched = z.infer<typeof MatchView>['matches'][number];

const HOW = { exact: '名称相同', alias: '别名相同', normalised: '按通用简称规则' } as const;

/** Tries how a plan's wording would be understood, before an alias or a group is changed. */
export function MatchDialog({ onClose }: { readonly onClose: () => void }) {
  const [found, setFound] = useState<readonly Matched[]>();
  const names = useUnitNames();
  const match = useAction(
    (text: string) =>
      call<z.infer<typeof MatchView>>('POST', '/api/units/match', {
        names: text.split(/[、，,；;\s]+/).filter(Boolean),
      }),
    { onDone: (answer) => setFound(answer.matches) },
  );
  return (
    <Modal open width={720} title="文件里的名称会对应到谁" footer={null} onCancel={onClose}>
      <Input.Search
        aria-label="文件里的单位名称"
        placeholder="例如 区府办、发改委、各街镇、各相关单位"
        enterButton="对应"
        loading={match.isPending}
        onSearch={(text) => (text.trim() ? match.mutate(text) : setFound(undefined))}
      />
      {found ? (
        <ul className="mc-list mc-gap-above" aria-live="polite">
          {found.map((one) => (
            <li key={one.name}>
              <strong>{one.name}</strong> <MatchWords match={one.match} nameOf={names} />
            </li>
          ))}
        </ul>
      ) : null}
    </Modal>
  );
}

function MatchWords({ match, nameOf }: { readonly match: Matched['match']; readonly nameOf: (id: string) => string }) {
  switch (match.kind) {
    case 'unit':
      return (
        <>
          → {nameOf(match.unitId)} <ToneTag tone="green">{HOW[match.how]}</ToneTag>
        </>
      );
    case 'group':
      return match.open ? (
        <ToneTag tone="orange">统称：由主管部门按任务确定</ToneTag>
      ) : (
        <>
          <ToneTag tone="blue">统称，共 {match.unitIds.length} 个单位</ToneTag>{' '}
          <span className="mc-muted">{match.unitIds.map(nameOf).join('、')}</span>
        </>
      );
    case 'doubt':
      return (
        <>
          <ToneTag tone="orange">需要人工选择</ToneTag>{' '}
          <span className="mc-muted">
            {match.candidates
              .map((one) => `${one.name}（${one.reason}，相近 ${Math.round(one.score * 100)}%）`)
              .join('；')}
          </span>
        </>
      );
    case 'none':
      return <ToneTag tone="red">登记册中没有，可登记单位或增加别名</ToneTag>;
  }
}
