import { Checkbox, Radio } from 'antd';
import type { ReactNode } from 'react';
import { todayInShanghai } from '../../../../workbench/components/day.ts';
import { DayInput } from '../../../../workbench/components/day-input.tsx';
import type { DecisionContent } from '../../results/decision-content.contract.ts';
import { suggestedArticles } from '../../results/decision-sentence.ts';
import { REFUSAL_GROUNDS, RESULT_RULES } from '../../results/result-rules.ts';
import type { RequestView } from '../../viewing/request-view.contract.ts';
import { BECAUSE_LABELS, WAY_LABELS } from './content-facts.tsx';
import { type ContentField, FIELD_LABELS, withChoice } from './content-fields.ts';
import { Part, PartGroup, Words } from './inputs.tsx';
import { ItemsInput } from './items-input.tsx';

interface InputProps {
  readonly content: DecisionContent;
  readonly onChange: (content: DecisionContent) => void;
  /** What the field still lacks, in words. */
  readonly missing: string | undefined;
  /** Whose files are supplied, and how the applicant wants to have them. */
  readonly view: RequestView;
}

/** The input of one field. */
export function ContentInput({ field, ...props }: InputProps & { readonly field: ContentField }): ReactNode {
  switch (field) {
    case 'way':
      return <ChoiceInput {...props} field="way" labels={WAY_LABELS} />;
    case 'because':
      return <ChoiceInput {...props} field="because" labels={BECAUSE_LABELS} />;
    case 'items':
      return <Items {...props} />;
    case 'supply':
      return <Supply {...props} />;
    case 'grounds':
      return <Grounds {...props} />;
    case 'articles':
      return <Articles {...props} />;
    case 'rightAgency':
      return <RightAgency {...props} />;
    case 'earlierReply':
      return <EarlierReply {...props} />;
    case 'explanation':
      return <Explanation {...props} />;
    case 'withdrawnOn':
      return <WithdrawnOn {...props} />;
    default:
      return <TextInput {...props} field={field} />;
  }
}

type TextField = Exclude<
  ContentField,
  'way' | 'because' | 'items' | 'grounds' | 'articles' | 'rightAgency' | 'earlierReply' | 'explanation' | 'withdrawnOn'
>;

const HELP: Readonly<Partial<Record<TextField, string>>> = {
  reasons: '结合本件申请写清事实和为什么适用该条款，写进告知书。',
  supply: '例如：随本告知书以纸质件邮寄。',
  search: '检索了哪些系统、档案，用了哪些关键词，写进告知书。',
  specialProcedure: '依照哪部法律、行政法规，到哪里、怎样查询。',
};
const LINES: ReadonlySet<TextField> = new Set(['supply', 'forbiddingLaw']);

function TextInput({ field, content, onChange, missing }: InputProps & { readonly field: TextField }) {
  const help = HELP[field];
  const isLine = LINES.has(field);
  return (
    <Part label={FIELD_LABELS[field]} missing={missing} {...(help ? { help } : {})}>
      {(id) => (
        <Words
          id={id}
          rows={isLine ? 1 : 3}
          most={isLine ? 300 : 5000}
          value={content[field]}
          onChange={(text) => onChange({ ...content, [field]: text })}
        />
      )}
    </Part>
  );
}

function ChoiceInput(
  props: InputProps & { readonly field: 'way' | 'because'; readonly labels: Readonly<Record<string, string>> },
) {
  const { field, labels, content, onChange, missing } = props;
  return (
    <PartGroup label={FIELD_LABELS[field]} missing={missing}>
      <Radio.Group
        aria-label={FIELD_LABELS[field]}
        value={content[field]}
        onChange={(event) => onChange(withChoice(content, { [field]: event.target.value }))}
        options={Object.entries(labels).map(([value, label]) => ({ value, label }))}
      />
    </PartGroup>
  );
}

/** How it reaches the applicant; who wanted it by the portal has it there, or is told how he gets it otherwise. */
function Supply(props: InputProps) {
  const { content, onChange, view } = props;
  const { isSuppliedElsewhere = false } = content;
  return (
    <>
      <TextInput {...props} field="supply" />
      {view.wantedWay === 'online' ? (
        <Checkbox
          checked={isSuppliedElsewhere}
          onChange={(event) => onChange({ ...content, isSuppliedElsewhere: event.target.checked })}
        >
          另行提供：申请人要求网上获取，但是不能在网上提供，按上面写明的方式提供
        </Checkbox>
      ) : null}
    </>
  );
}

function Items({ content, onChange, missing, view }: InputProps) {
  return (
    <PartGroup label={FIELD_LABELS.items} missing={missing} help="一条信息一行，答复后逐条研判能否转为主动公开。">
      <ItemsInput
        items={content.items}
        withPlaces={content.result === 'open' && content.way === 'alreadyPublic'}
        requestId={view.case.id}
        known={view.suppliedFiles}
        onChange={(items) => onChange({ ...content, items })}
      />
    </PartGroup>
  );
}

function Grounds({ content, onChange, missing }: InputProps) {
  return (
    <PartGroup label={FIELD_LABELS.grounds} missing={missing}>
      <Checkbox.Group
        aria-label={FIELD_LABELS.grounds}
        value={content.grounds}
        onChange={(grounds) => onChange(withChoice(content, { grounds: grounds as DecisionContent['grounds'] }))}
        options={REFUSAL_GROUNDS.map((value) => ({ value, label: RESULT_RULES[value].label }))}
      />
    </PartGroup>
  );
}

function Articles({ content, onChange, missing }: InputProps) {
  const suggested = suggestedArticles(content);
  const isOwn = suggested.length > 0 && content.articles.join() !== suggested.join();
  return (
    <Part label={FIELD_LABELS.articles} missing={missing} help="一行一条，精确到条、款、项。">
      {(id) => (
        <>
          <Words
            id={id}
            rows={Math.max(2, content.articles.length)}
            value={content.articles.join('\n')}
            onChange={(text) => onChange({ ...content, articles: text === '' ? [] : text.split('\n').slice(0, 20) })}
          />
          {isOwn ? (
            <button
              type="button"
              className="mc-link-button"
              onClick={() => onChange({ ...content, articles: suggested })}
            >
              换成常用条款：{suggested.join('、')}
            </button>
          ) : null}
        </>
      )}
    </Part>
  );
}

function RightAgency({ content, onChange, missing }: InputProps) {
  const agency = content.rightAgency ?? { name: '' };
  const set = (part: Partial<typeof agency>) => onChange({ ...content, rightAgency: { ...agency, ...part } });
  return (
    <PartGroup label={FIELD_LABELS.rightAgency} missing={missing}>
      {content.isRightAgencyUnknown ? null : (
        <div className="mc-item-fields">
          <Words
            label="负责公开的行政机关名称"
            placeholder="名称"
            rows={1}
            most={300}
            value={agency.name}
            onChange={(name) => set({ name })}
          />
          <Words
            label="负责公开的行政机关联系方式"
            placeholder="联系方式"
            rows={1}
            most={300}
            value={agency.contact}
            onChange={(contact) => set({ contact })}
          />
        </div>
      )}
      <Checkbox
        checked={content.isRightAgencyUnknown}
        onChange={(event) => onChange({ ...content, isRightAgencyUnknown: event.target.checked })}
      >
        不能确定负责公开的行政机关
      </Checkbox>
    </PartGroup>
  );
}

function EarlierReply({ content, onChange, missing }: InputProps) {
  const { earlierReply } = content;
  const set = (part: Partial<NonNullable<DecisionContent['earlierReply']>>) =>
    onChange({ ...content, earlierReply: { number: '', on: todayInShanghai() as never, ...earlierReply, ...part } });
  return (
    <PartGroup label={FIELD_LABELS.earlierReply} missing={missing}>
      <div className="mc-item-fields">
        <Words
          label="原答复的编号"
          placeholder="原答复的编号"
          rows={1}
          most={300}
          value={earlierReply?.number}
          onChange={(number) => set({ number })}
        />
        <DayInput
          label="原答复的日期"
          max={todayInShanghai()}
          value={earlierReply?.on ?? null}
          onChange={(on) => on && set({ on: on as never })}
        />
      </div>
    </PartGroup>
  );
}

function Explanation({ content, onChange, missing }: InputProps) {
  const { explanation } = content;
  const set = (part: Partial<NonNullable<DecisionContent['explanation']>>) =>
    onChange({
      ...content,
      explanation: { askedOn: todayInShanghai() as never, answer: null, ...explanation, ...part },
    });
  return (
    <PartGroup label={FIELD_LABELS.explanation} missing={missing}>
      <div className="mc-item-fields">
        <DayInput
          label="要求申请人说明理由的日期"
          max={todayInShanghai()}
          value={explanation?.askedOn ?? null}
          onChange={(on) => on && set({ askedOn: on as never })}
        />
        <Words
          label="申请人的说明"
          placeholder="申请人的说明；没有说明的不填"
          rows={2}
          value={explanation?.answer ?? ''}
          onChange={(answer) => set({ answer: answer === '' ? null : answer })}
        />
      </div>
    </PartGroup>
  );
}

function WithdrawnOn({ content, onChange, missing }: InputProps) {
  const { withdrawnOn: _old, ...rest } = content;
  return (
    <Part label={FIELD_LABELS.withdrawnOn} missing={missing} help="申请人主动撤回的填写，其他情形不填。">
      {(id) => (
        <DayInput
          id={id}
          max={todayInShanghai()}
          value={content.withdrawnOn ?? null}
          onChange={(on) => onChange(on ? { ...rest, withdrawnOn: on as never } : rest)}
        />
      )}
    </Part>
  );
}
