import { EmptyState, longDay, PageTitle, Table, type Column as TableColumn } from '../../../portal/index.ts';
import type { Unit } from '../../organisations/index.ts';
import type { ColumnState, OpennessColumn } from '../columns/openness-columns.ts';
import type { StatutoryClass } from '../columns/statutory-content.ts';
import { DocumentList, documentHref } from './document-list.portal.tsx';
import { libraryHref } from './library-filter.ts';
import type { ListedDocument } from './open-library.ts';

export interface UnitLine {
  readonly unit: Unit;
  readonly guide: ListedDocument | undefined;
  readonly documents: number;
  readonly report: ListedDocument | undefined;
}

/** One list of all units' guides and catalogues (GIP-3). */
export function OpennessListBody({ lines }: { lines: readonly UnitLine[] }) {
  const columns: TableColumn<UnitLine>[] = [
    { header: '单位', kind: 'name', cell: ({ unit }) => <a href={`/openness/${unit.code}`}>{unit.name}</a> },
    {
      header: '公开指南',
      cell: ({ guide }) =>
        guide ? (
          <a href={documentHref(guide.number)}>
            指南<span class="unseen">：{guide.title}</span>
          </a>
        ) : (
          <span class="muted">
            <span class="narrow-only">指南</span>尚未公布
          </span>
        ),
    },
    {
      header: '主动公开目录',
      cell: ({ unit, documents }) => (
        <a href={`/openness/${unit.code}/catalogue`}>
          <span class="narrow-only">目录 </span>
          {documents} 条<span class="unseen">，{unit.shortName}主动公开目录</span>
        </a>
      ),
    },
    {
      header: '年度报告',
      cell: ({ report }) =>
        report ? (
          <a href={documentHref(report.number)}>
            <span class="narrow-only">年报 </span>
            {report.datedOn.slice(0, 4)}年公布
          </a>
        ) : (
          <span class="muted wide-only">
            —<span class="unseen">还没有年度报告</span>
          </span>
        ),
    },
  ];
  return (
    <>
      <PageTitle title="政府信息公开专栏" lead="各单位的公开指南、主动公开目录和年度报告，栏目设置全区统一。" />
      <div class="wrap">
        <p class="muted">共 {lines.length} 个单位，按类别列出。</p>
        {unitGroups(lines).map(({ code, label, lines: group }, at) => (
          <details key={code} class="openness-group" open={at === 0}>
            <summary class="openness-group-head">
              <h2>
                {label}（{group.length} 个）
              </h2>
            </summary>
            <Table caption={label} hideCaption columns={columns} rows={group} rowKey={({ unit }) => unit.code} />
          </details>
        ))}
      </div>
    </>
  );
}

const UNIT_GROUPS: readonly {
  readonly code: string;
  readonly label: string;
  readonly kinds: readonly Unit['kind'][];
}[] = [
  { code: 'departments', label: '政府部门', kinds: ['government', 'department'] },
  { code: 'streets', label: '街道和镇', kinds: ['street', 'town'] },
  { code: 'parks', label: '园区', kinds: ['park'] },
  { code: 'others', label: '事业单位和企业', kinds: ['institution', 'enterprise'] },
];

/** Sixty and more units are found sooner by what they are; groups without units are left out. */
export function unitGroups(lines: readonly UnitLine[]) {
  return UNIT_GROUPS.map(({ code, label, kinds }) => ({
    code,
    label,
    lines: lines.filter(({ unit }) => kinds.includes(unit.kind)),
  })).filter((group) => group.lines.length > 0);
}

export interface ShownColumn {
  readonly column: OpennessColumn;
  readonly state: ColumnState;
  readonly count: number;
  readonly documents: readonly ListedDocument[];
}

/** Columns whose information can be asked for; guides, rules and reports must be public anyway. */
const ASKED_FOR: ReadonlySet<string> = new Set(['policy', 'statutory']);

/** The form of disclosure requests with the unit chosen. */
function askHref(unit: Unit): string {
  return `/disclosure-requests/new?unit=${unit.id}`;
}

/** The uniform columns of one unit (GIP-1), an empty one saying so. */
export function OpennessUnitBody({
  unit,
  columns,
  classes,
}: {
  unit: Unit;
  columns: readonly ShownColumn[];
  classes: readonly { readonly class: StatutoryClass; readonly count: number }[];
}) {
  return (
    <>
      <PageTitle title={`${unit.name}信息公开专栏`} lead="栏目设置全区统一；同一内容只存一份，在各处同步更新。" />
      <div class="wrap openness-grid">
        <nav class="openness-nav" aria-label="本单位栏目">
          <ul>
            {columns.map(({ column, count }) => (
              <li key={column.code}>
                <a href={`#${column.code}`}>
                  {column.name} <span class="count">{count}</span>
                </a>
              </li>
            ))}
            <li>
              <a href={`/openness/${unit.code}/catalogue`}>主动公开目录</a>
            </li>
          </ul>
        </nav>
        <div>
          {columns.map((shown) => (
            <section key={shown.column.code} class="openness-column" aria-labelledby={shown.column.code}>
              <div class="section-head">
                <h2 id={shown.column.code}>{shown.column.name}</h2>
                {more(shown, unit)}
              </div>
              <p class="muted">{shown.column.description}</p>
              {shown.column.code === 'onRequest' && (
                <p class="actions">
                  <a href={askHref(unit)}>向本单位申请</a>
                  <a href="/disclosure-requests">申请指引</a>
                  <a href="/disclosure-requests/look-up">查看申请办理进度</a>
                  <a href={`/disclosure-complaints/new?unit=${unit.code}`}>投诉举报公开工作</a>
                </p>
              )}
              {shown.documents.length > 0 ? (
                <DocumentList documents={shown.documents} short />
              ) : (
                <EmptyState title="本栏目还没有内容">
                  {ASKED_FOR.has(shown.column.code) && (
                    <p>
                      需要该信息的，可以通过<a href={askHref(unit)}>依申请公开</a>的方式向本单位提出。
                    </p>
                  )}
                </EmptyState>
              )}
              {shown.column.code === 'statutory' && <Classes unit={unit} classes={classes} />}
            </section>
          ))}
        </div>
      </div>
    </>
  );
}

function more({ column, count, documents }: ShownColumn, unit: Unit) {
  if (count <= documents.length) return null;
  const href = column.code === 'policy' ? libraryHref({ unit: unit.code }) : `/openness/${unit.code}/catalogue`;
  return (
    <a href={href}>
      全部 {count} 件<span class="unseen">{column.name}</span>
    </a>
  );
}

function Classes({ unit, classes }: { unit: Unit; classes: readonly { class: StatutoryClass; count: number }[] }) {
  if (classes.length === 0) return null;
  return (
    <details class="classes">
      <summary>按法定公开事项查看（条例第二十条、第二十一条）</summary>
      <ul>
        {classes.map(({ class: one, count }) => (
          <li key={one.code}>
            {count > 0 ? (
              <a href={`/openness/${unit.code}/catalogue?class=${one.code}`}>{one.name}</a>
            ) : (
              <span class="muted">{one.name}</span>
            )}{' '}
            <span class="count">{count}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** 主动公开目录 with the four elements of the Regulations' article 12: index, name, summary, date (GIP-7). */
export function CatalogueBody({
  unit,
  documents,
  className,
}: {
  unit: Unit;
  documents: readonly ListedDocument[];
  className: string | undefined;
}) {
  const columns: TableColumn<ListedDocument>[] = [
    { header: '索引号', cell: (one) => one.indexNumber ?? '—' },
    { header: '名称', kind: 'name', cell: (one) => <a href={documentHref(one.number)}>{one.title}</a> },
    { header: '内容概述', kind: 'wide', cell: (one) => one.summary },
    { header: '生成日期', cell: (one) => <time dateTime={one.datedOn}>{longDay(one.datedOn)}</time> },
  ];
  return (
    <>
      <PageTitle title={`${unit.name}主动公开目录`} lead={className && `法定公开事项：${className}`} />
      <div class="wrap">
        {documents.length === 0 ? (
          <EmptyState title="目录中还没有信息" />
        ) : (
          <Table
            caption={`共 ${documents.length} 条`}
            columns={columns}
            rows={documents}
            rowKey={(one) => String(one.number)}
          />
        )}
        <p class="actions">
          <a href={`/openness/${unit.code}/catalogue.csv`}>下载目录（CSV）</a>
          <a href={`/openness/${unit.code}`}>返回本单位专栏</a>
        </p>
      </div>
    </>
  );
}
