import { Alert, Button, Popconfirm, Select } from 'antd';
import { useState } from 'react';
import { call } from '../../../../workbench/api/client.ts';
import { usePermissions } from '../../../../workbench/api/session.ts';
import { useAction, useApi } from '../../../../workbench/api/use-api.ts';
import { instantText } from '../../../../workbench/components/day.ts';
import { PageHeader } from '../../../../workbench/components/page-header.tsx';
import { Section } from '../../../../workbench/components/section.tsx';
import { ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import { useFilters } from '../../../../workbench/components/use-filters.ts';
import { UnitSelect } from '../../../organisations/workbench/words/unit-select.tsx';
import type { KindView, ReviewRule, ReviewRuleInput, RuleReviewers } from '../../register.contract.ts';
import { lackText } from '../words/lack-text.ts';
import { useKinds } from '../words/use-kinds.ts';
import { OwnRules } from './own-rules.tsx';
import { StepsDialog } from './steps-dialog.tsx';
import { type Step, StepsTable } from './steps-table.tsx';

const PATH = '/api/review-rules';

/** Which steps a publication goes through before it becomes public: by kind, for all units or for one. */
export function ReviewRulesPage() {
  const { values, set } = useFilters();
  const kinds = useKinds();
  const rules = useApi<readonly ReviewRule[]>(PATH);
  if (kinds.error) throw kinds.error;
  if (rules.error) throw rules.error;
  const kind = kinds.data?.find((one) => one.code === values.kind) ?? kinds.data?.[0];
  return (
    <div className="mc-page">
      <PageHeader
        title="审查环节"
        lead="信息公开前要经过哪些审查、校对环节，由谁办理。各类信息有默认环节；可以为全区另行规定，也可以为某个单位单独规定，单位的规定优先。"
      />
      <div className="mc-toolbar">
        <Select
          aria-label="信息类型"
          popupMatchSelectWidth={false}
          {...(kind ? { value: kind.code } : {})}
          onChange={(code: string) => set({ kind: code })}
          options={(kinds.data ?? []).map(({ code, name }) => ({ value: code, label: name }))}
        />
        <UnitSelect
          label="适用单位，不选为全区"
          placeholder="全区（可选择一个单位）"
          value={values.unitId}
          onChange={(unitId) => set({ unitId: unitId ?? undefined })}
        />
      </div>
      {kind && rules.data ? (
        <InForce key={`${kind.code} ${values.unitId}`} kind={kind} unitId={values.unitId ?? null} rules={rules.data} />
      ) : null}
      <OwnRules
        rules={rules.data ?? []}
        kinds={kinds.data ?? []}
        onShow={(rule) => set({ kind: rule.kind, unitId: rule.unitId ?? undefined })}
      />
    </div>
  );
}

function InForce(props: {
  readonly kind: KindView;
  readonly unitId: string | null;
  readonly rules: readonly ReviewRule[];
}) {
  const { kind, unitId } = props;
  const mayEdit = usePermissions().could('edit', 'reviewRule');
  const [editing, setEditing] = useState(false);
  const own = props.rules.find((rule) => rule.kind === kind.code && rule.unitId === unitId);
  const general = props.rules.find((rule) => rule.kind === kind.code && rule.unitId === null);
  const steps = own?.steps ?? general?.steps ?? kind.reviewSteps;
  const reviewers = useApi<RuleReviewers>(`${PATH}/reviewers`, { kind: kind.code, unitId: unitId ?? undefined });
  const save = useAction((input: ReviewRuleInput) => call<ReviewRule[]>('PUT', PATH, input), {
    refreshes: [PATH, '/api/publications'],
    done: (_, input) => (input.steps ? '已保存，立即适用。' : '已恢复。'),
    onDone: () => setEditing(false),
  });
  const set = (to: ReviewRuleInput['steps']) =>
    save.mutate({ kind: kind.code, unitId, steps: to, version: own?.version ?? 0 });
  return (
    <Section
      title={
        <>
          {kind.name}：在用的环节{' '}
          {own ? <ToneTag tone="gold">另行规定</ToneTag> : <ToneTag>{general ? '按全区规定' : '默认'}</ToneTag>}
        </>
      }
      extra={
        mayEdit ? (
          <div className="mc-row-links">
            <Button type="primary" onClick={() => setEditing(true)}>
              {own ? '修改' : unitId ? '为该单位另行规定' : '为全区另行规定'}
            </Button>
            {own ? (
              <Popconfirm
                title="取消另行规定？"
                description={unitId && general ? '恢复为全区规定的环节。' : '恢复为默认环节。'}
                okText="恢复"
                cancelText="不恢复"
                onConfirm={() => set(null)}
              >
                <Button loading={save.isPending}>恢复默认</Button>
              </Popconfirm>
            ) : null}
          </div>
        ) : null
      }
    >
      {own ? (
        <p className="mc-muted">
          {own.updatedBy} {instantText(own.updatedAt)} 规定。
        </p>
      ) : null}
      <Lacking steps={steps} reviewers={reviewers.data} />
      <StepsTable steps={steps} kind={kind} reviewers={reviewers.data} />
      {editing ? (
        <StepsDialog
          kind={kind}
          steps={steps}
          isSaving={save.isPending}
          onSave={set}
          onClose={() => setEditing(false)}
        />
      ) : null}
    </Section>
  );
}

/** What would wait for ever: said before somebody submits and nobody can go on. */
function Lacking({
  steps,
  reviewers,
}: {
  readonly steps: readonly Step[];
  readonly reviewers: RuleReviewers | undefined;
}) {
  const faults = (reviewers?.steps ?? []).flatMap((found) => {
    const step = steps.find((one) => one.code === found.code);
    if (!step) return [];
    const own = lackText({ ...step, lack: found.lack });
    const units = found.unitsWithout.map((unit) => unit.shortName).join('、');
    const others = units ? lackText({ ...step, lack: 'nobody' }, '这些单位') : null;
    return [...(own ? [own] : []), ...(others ? [`${others}涉及：${units}。`] : [])];
  });
  if (faults.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title="有环节没有人能办理，送审后会停在那里"
      description={
        <ul>
          {faults.map((fault) => (
            <li key={fault}>{fault}</li>
          ))}
        </ul>
      }
    />
  );
}
