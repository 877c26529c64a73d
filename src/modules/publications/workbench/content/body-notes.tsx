import { Button } from 'antd';
import { type Body, textBlocks } from '../../../../kernel/document-body.ts';
import type { Annotation, Note } from '../../../../workbench/editor/lazy-editor.tsx';
import type { Finding, PublicationDetail, Remark } from '../../publications.contract.ts';
import { findingTypeLabel } from '../words/labels.ts';
import { FindingItem } from './finding-item.tsx';
import type { NoteActions } from './note-actions.ts';
import { RemarkItem } from './remark-item.tsx';

const PREFIX = 'block:';
const SHOWN = 4;

type Noted = Pick<PublicationDetail, 'findings' | 'remarks'>;

/** What is coloured in the text. */
export function annotationsOf({ findings, remarks }: Noted): Annotation[] {
  return [
    ...findings
      .filter((one) => one.place.startsWith(PREFIX) && (one.state === 'open' || one.state === 'overridden'))
      .map(
        (one): Annotation => ({
          id: one.id,
          blockId: one.place.slice(PREFIX.length),
          kind: 'finding',
          range: { start: one.start, end: one.end },
          title:
            one.state === 'open'
              ? `${findingTypeLabel(one.type)}：${one.why}`
              : `${findingTypeLabel(one.type)}，已说明理由保留：${one.reason ?? ''}`,
          isOpen: one.state === 'open',
        }),
      ),
    ...remarks
      .filter((one) => one.place.startsWith(PREFIX) && !one.resolvedAt)
      .map(
        (one): Annotation => ({
          id: one.id,
          blockId: one.place.slice(PREFIX.length),
          kind: 'remark',
          title: `${one.by.name}：${one.text}`,
          isOpen: true,
        }),
      ),
  ];
}

/** One card for the findings of a block of the first level, one for its remarks, in the order of the text. */
export function notesOf({ findings, remarks }: Noted, body: Body | null, actions: NoteActions): Note[] {
  const topOf = new Map((body ? textBlocks(body) : []).map((place) => [place.id, place.topId]));
  const open = findings.filter((one) => one.state === 'open' && one.place.startsWith(PREFIX));
  const said = remarks.filter((one) => !one.resolvedAt && one.place.startsWith(PREFIX));
  const top = (place: string): string => topOf.get(place.slice(PREFIX.length)) ?? place.slice(PREFIX.length);
  const findingsOf = Map.groupBy(open, (one) => top(one.place));
  const remarksOf = Map.groupBy(said, (one) => top(one.place));
  return (body?.content ?? []).flatMap(({ attrs: { id } }) => [
    ...(findingsOf.has(id) ? [findingNote(id, findingsOf.get(id) ?? [], actions)] : []),
    ...(remarksOf.has(id) ? [remarkNote(id, remarksOf.get(id) ?? [], actions)] : []),
  ]);
}

function findingNote(blockId: string, findings: readonly Finding[], actions: NoteActions): Note {
  const { mask } = actions;
  const item = (one: Finding) => <FindingItem key={one.id} finding={one} actions={actions} />;
  return {
    key: `finding-${blockId}`,
    blockId: findings[0]?.place.slice(PREFIX.length) ?? blockId,
    annotationIds: findings.map((one) => one.id),
    tone: 'finding',
    title: `个人信息 ${findings.length} 处`,
    content: (
      <>
        {mask && findings.length > 1 ? (
          <Button size="small" type="primary" disabled={actions.isBusy ?? false} onClick={() => mask(findings)}>
            这一段全部脱敏（{findings.length} 处）
          </Button>
        ) : null}
        {findings.slice(0, SHOWN).map(item)}
        {findings.length > SHOWN ? (
          <details>
            <summary>其余 {findings.length - SHOWN} 处</summary>
            {findings.slice(SHOWN).map(item)}
          </details>
        ) : null}
      </>
    ),
  };
}

function remarkNote(blockId: string, remarks: readonly Remark[], actions: NoteActions): Note {
  return {
    key: `remark-${blockId}`,
    blockId: remarks[0]?.place.slice(PREFIX.length) ?? blockId,
    annotationIds: remarks.map((one) => one.id),
    tone: 'remark',
    title: `审核意见 ${remarks.length} 条`,
    content: remarks.map((one) => <RemarkItem key={one.id} remark={one} actions={actions} />),
  };
}
