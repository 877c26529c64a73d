import { Button, Tooltip } from 'antd';
import { Fragment, useRef, useState } from 'react';
import { Link, useParams } from 'react-router';
import { useApi } from '../../../../workbench/api/use-api.ts';
import { dayText, instantText, withDayTexts } from '../../../../workbench/components/day.ts';
import { FoldedList } from '../../../../workbench/components/folded-list.tsx';
import { Loaded } from '../../../../workbench/components/loaded.tsx';
import { PageHeader } from '../../../../workbench/components/page-header.tsx';
import { Section } from '../../../../workbench/components/section.tsx';
import { MEASURE_KINDS } from '../../treatments/treatment-words.ts';
import type { TreatmentDetail } from '../../treatments/treatments.contract.ts';
import { ActDialog, type WordedAct } from './act-dialogs.tsx';
import { type CasesFilter, CasesSection } from './cases-section.tsx';
import { EffectSection } from './effect-section.tsx';
import { FinishDialog } from './finish-dialog.tsx';
import { PlanDialog } from './plan-dialog.tsx';
import { TreatmentTags } from './treatment-tags.tsx';

/** One problem treated at the source: cause, measure, proof, and whether fewer cases come since (MSG-15). */
export function TreatmentPage() {
  const { treatmentId = '' } = useParams();
  const query = useApi<TreatmentDetail>(`/api/source-treatments/${treatmentId}`);
  return (
    <div className="mc-page">
      <Loaded query={query} rows={10}>
        {(detail) => (detail.id === treatmentId ? <Whole key={detail.id} detail={detail} /> : null)}
      </Loaded>
    </div>
  );
}

function Whole({ detail }: { readonly detail: TreatmentDetail }) {
  const [filter, setFilter] = useState<CasesFilter>({});
  const list = useRef<HTMLDivElement>(null);
  const pick = (next: CasesFilter): void => {
    setFilter(next);
    list.current?.scrollIntoView();
    list.current?.focus();
  };
  return (
    <>
      <PageHeader
        title={detail.title}
        tags={<TreatmentTags row={detail} />}
        lead={`${detail.unit.name}负责，${detail.openedBy}于${dayText(detail.openedOn)}立项，依据来件 ${detail.rooted} 件。`}
      />
      <Acts detail={detail} />
      <div className="mc-columns">
        <div className="mc-span-8">
          <Plan detail={detail} />
          <EffectSection detail={detail} onPick={pick} />
          <div ref={list} tabIndex={-1}>
            <CasesSection detail={detail} filter={filter} onFilter={setFilter} />
          </div>
        </div>
        <div className="mc-span-4">
          <Due detail={detail} />
          <History detail={detail} />
        </div>
      </div>
    </>
  );
}

type Dialog = 'plan' | 'begin' | 'finish' | WordedAct;
const WORDED = { verify: '确认成效', reopen: '重新治理', assign: '改由其他单位负责', drop: '不再治理' } as const;

/** The next steps that the person may take; those in the way of which something stands say what. */
function Acts({ detail }: { readonly detail: TreatmentDetail }) {
  const [dialog, setDialog] = useState<Dialog>();
  const { allowed, state } = detail;
  const worded = (Object.keys(WORDED) as WordedAct[]).filter((act) => allowed[act] !== undefined);
  const close = () => setDialog(undefined);
  return (
    <>
      <div className="mc-actions">
        {allowed.plan && state === 'inquiry' ? (
          <Button type="primary" onClick={() => setDialog('begin')}>
            确定治理措施
          </Button>
        ) : null}
        {allowed.finish ? (
          <Button type="primary" onClick={() => setDialog('finish')}>
            报告措施落实
          </Button>
        ) : null}
        {allowed.plan ? (
          <Button onClick={() => setDialog('plan')}>{state === 'inquiry' ? '登记调查情况' : '修改措施和期限'}</Button>
        ) : null}
        {worded.map((act) => (
          <WordedButton key={act} act={act} may={allowed[act]} onClick={() => setDialog(act)} />
        ))}
      </div>
      {dialog === 'plan' || dialog === 'begin' ? (
        <PlanDialog detail={detail} begins={dialog === 'begin'} onClose={close} />
      ) : dialog === 'finish' ? (
        <FinishDialog detail={detail} onClose={close} />
      ) : dialog ? (
        <ActDialog detail={detail} act={dialog} onClose={close} />
      ) : null}
    </>
  );
}

function WordedButton(props: {
  readonly act: WordedAct;
  readonly may: true | string | undefined;
  readonly onClick: () => void;
}) {
  const { act, may } = props;
  const button = (
    <Button
      {...(act === 'verify' ? { type: 'primary' as const } : {})}
      danger={act === 'drop'}
      disabled={may !== true}
      onClick={props.onClick}
    >
      {WORDED[act]}
    </Button>
  );
  if (typeof may !== 'string') return button;
  return (
    <Tooltip title={may}>
      <span>
        {button}
        <span className="mc-visually-hidden">（{may}）</span>
      </span>
    </Tooltip>
  );
}

function Plan({ detail }: { readonly detail: TreatmentDetail }) {
  const facts = [
    ['调查情况', detail.inquiry],
    ['问题根源', detail.cause],
    ['治理方式', detail.measureKind ? MEASURE_KINDS[detail.measureKind] : ''],
    ['治理措施', detail.measure],
    ['生效日期', dayText(detail.effectiveOn)],
    ['落实情况', detail.result],
    ['确认意见', detail.verdict ? `${detail.verdict}（${detail.verifiedBy ?? ''}）` : ''],
    ['终止理由', detail.dropReason ?? ''],
  ] as const;
  const filled = facts.filter(([, words]) => words !== '');
  return (
    <Section title="根源与措施">
      {filled.length === 0 ? (
        <p className="mc-muted">还没有登记。先开展专题调查，再写明问题根源，确定治理措施和期限。</p>
      ) : (
        <dl className="mc-facts">
          {filled.map(([label, words]) => (
            <Fragment key={label}>
              <dt>{label}</dt>
              <dd className="mc-pre">{words}</dd>
            </Fragment>
          ))}
        </dl>
      )}
      {detail.proofs.length > 0 ? (
        <>
          <h3>公开的证明</h3>
          <ul className="mc-list">
            {detail.proofs.map(({ number, title, isPublic }) => (
              <li key={number}>
                <a href={`/documents/${number}`} target="_blank" rel="noreferrer">
                  {title}
                </a>
                {isPublic ? null : <span className="mc-muted">（现已不公开）</span>}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Section>
  );
}

function Due({ detail }: { readonly detail: TreatmentDetail }) {
  return (
    <Section title="期限">
      <p>
        <strong>{dayText(detail.dueOn) || '调查后确定'}</strong>
      </p>
      {detail.due.map((sentence) => (
        <p key={sentence} className="mc-muted mc-small">
          {withDayTexts(sentence)}
        </p>
      ))}
      {detail.clusterId ? (
        <p className="mc-small">
          <Link to={`/knowledge/clusters/${detail.clusterId}`}>立项时的一组提问</Link>
        </p>
      ) : null}
    </Section>
  );
}

function History({ detail }: { readonly detail: TreatmentDetail }) {
  return (
    <Section title="办理经过">
      <FoldedList items={detail.history} shown={8} noun="条记录">
        {(items) => (
          <ol className="mc-list">
            {items.map((one) => (
              <li key={`${one.at} ${one.text}`}>
                {withDayTexts(one.text)}
                <div className="mc-muted mc-small">
                  {one.by} · {instantText(one.at)}
                </div>
              </li>
            ))}
          </ol>
        )}
      </FoldedList>
    </Section>
  );
}
