import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { DayInput } from '../../../../workbench/components/day-input.tsx';
import type { Relation } from '../../content/content.contract.ts';
import type { PublicationDetail } from '../../publications.contract.ts';
import type { KindView } from '../../register.contract.ts';
import { placeElementId } from '../words/places.ts';
import { PublicationSelect } from './publication-select.tsx';

export interface RelationsEditorProps {
  readonly kind: KindView;
  readonly relations: readonly Relation[];
  readonly related: PublicationDetail['related'];
  readonly editable: boolean;
  readonly onChange: (relations: Relation[]) => void;
  readonly notesAt: (place: string) => ReactNode;
}

/** What it rests on, what it explains, what it repeals: shown on both sides once both are public. */
export function RelationsEditor(props: RelationsEditorProps) {
  const { kind, relations, editable, onChange } = props;
  const first = kind.relations[0];
  if (!first) return null;
  return (
    <>
      {relations.length === 0 ? (
        <p className="mc-muted">没有关联信息。{editable ? '可关联依据、解读、被修改或废止的文件等。' : ''}</p>
      ) : null}
      <ul className="mc-list" aria-label="关联信息">
        {relations.map((relation, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a relation has nothing else of its own while it is being written
          <li key={index} id={placeElementId(`relation:${relation.type}`)}>
            {editable ? (
              <RelationForm
                {...props}
                relation={relation}
                onSet={(next) => onChange(relations.map((one, at) => (at === index ? next : one)))}
                onRemove={() => onChange(relations.filter((_one, at) => at !== index))}
              />
            ) : (
              <RelationLine {...props} relation={relation} />
            )}
            {props.notesAt(`relation:${relation.type}`)}
          </li>
        ))}
      </ul>
      {editable ? (
        <Button
          icon={<PlusOutlined />}
          onClick={() =>
            onChange([...relations, { type: first.code, publicationId: null, address: null, title: null, on: null }])
          }
        >
          增加关联
        </Button>
      ) : null}
    </>
  );
}

type One = RelationsEditorProps & { readonly relation: Relation };

function RelationLine({ kind, relation, related }: One) {
  const label = kind.relations.find((one) => one.code === relation.type)?.label ?? relation.type;
  const target = related.find((one) => one.id === relation.publicationId);
  return (
    <>
      {label}：
      {target ? (
        <Link to={`/publications/${target.id}`}>{target.title}</Link>
      ) : relation.address ? (
        <a href={relation.address} target="_blank" rel="noreferrer">
          {relation.title ?? relation.address}
        </a>
      ) : (
        relation.title
      )}
      {relation.on ? `（${relation.on}）` : ''}
    </>
  );
}

function RelationForm(props: One & { readonly onSet: (relation: Relation) => void; readonly onRemove: () => void }) {
  const { kind, relation, related, onSet } = props;
  const target = kind.relations.find((one) => one.code === relation.type)?.target ?? 'either';
  return (
    <div className="mc-relation">
      <Select
        aria-label="关联类型"
        value={relation.type}
        options={kind.relations.map((one) => ({ value: one.code, label: one.label }))}
        popupMatchSelectWidth={false}
        onChange={(type) => onSet({ ...relation, type })}
      />
      {target === 'address' ? null : (
        <PublicationSelect
          value={relation.publicationId}
          known={related}
          onChange={(publicationId) => onSet({ ...relation, publicationId })}
        />
      )}
      {relation.publicationId ? null : (
        <>
          {target === 'publication' ? null : (
            <Input
              aria-label="网址"
              placeholder="或填网址 https://"
              value={relation.address ?? ''}
              maxLength={2000}
              onChange={(event) => onSet({ ...relation, address: event.target.value.trim() || null })}
            />
          )}
          <Input
            aria-label="名称"
            placeholder="名称（不在库中的文件填这里）"
            value={relation.title ?? ''}
            maxLength={300}
            onChange={(event) => onSet({ ...relation, title: event.target.value || null })}
          />
        </>
      )}
      <DayInput
        label="自何日起"
        value={relation.on}
        onChange={(on) => onSet({ ...relation, on: on as Relation['on'] })}
      />
      <Button type="text" danger aria-label="删除这条关联" icon={<DeleteOutlined />} onClick={props.onRemove} />
    </div>
  );
}
