import type { LocalDate } from '../../../kernel/local-date.ts';
import { daysBetween } from '../../../kernel/local-date.ts';
import { EmptyState, longDay, PageTitle, Table, type Column as TableColumn } from '../../../portal/index.ts';
import { documentHref } from './document-list.portal.tsx';
import type { DailyFigure, ListedDocument } from './open-library.ts';
import { ValidityTag } from './validity.portal.tsx';

/** Normative documents by the day on which they end, soonest first (LIB-5). */
export function NormativeBody({ documents, today }: { documents: readonly ListedDocument[]; today: LocalDate }) {
  const columns: TableColumn<ListedDocument>[] = [
    { header: '文件', kind: 'name', cell: (one) => <a href={documentHref(one.number)}>{one.title}</a> },
    { header: '发文字号', cell: (one) => one.documentNumber ?? '—' },
    { header: '有效性', cell: (one) => <ValidityTag state={one.validity} /> },
    { header: '有效期至', cell: (one) => one.lastDay && longDay(one.lastDay) },
    { header: '还有', kind: 'number', cell: (one) => (one.lastDay ? `${daysBetween(today, one.lastDay)} 天` : '') },
  ];
  return (
    <>
      <PageTitle
        title="规范性文件有效期一览"
        lead="写明或者规定了有效期的行政规范性文件，包括现行的和已经公布、尚未施行的，按到期先后排列。期满没有延长的，自动失效，并在文件页面显著标明。"
      />
      <div class="wrap">
        {documents.length === 0 ? (
          <EmptyState title="没有将要到期的规范性文件" />
        ) : (
          <Table
            caption={`${countWords(documents)}，截至 ${longDay(today)}`}
            columns={columns}
            rows={documents}
            rowKey={(one) => String(one.number)}
          />
        )}
        <p class="actions">
          <a href="/library?list=normative">全部规范性文件</a>
          <a href="/library?list=normative&validity=expired">已失效的</a>
          <a href="/library?list=normative&validity=repealed">已废止的</a>
        </p>
      </div>
    </>
  );
}

/** What is not in force yet is counted apart. */
export function countWords(documents: readonly Pick<ListedDocument, 'validity'>[]): string {
  const waiting = documents.filter((one) => one.validity === 'notYetInForce').length;
  return `现行 ${documents.length - waiting} 件${waiting > 0 ? `，尚未施行 ${waiting} 件` : ''}`;
}

/** Figures of each day; a day that was missed is told, never filled in afterwards. */
export function FiguresBody({ figures, missing }: { figures: readonly DailyFigure[]; missing: readonly LocalDate[] }) {
  const columns: TableColumn<DailyFigure>[] = [
    { header: '日期', kind: 'name', cell: (one) => <time dateTime={one.day}>{longDay(one.day)}</time> },
    { header: '文件总数', kind: 'number', cell: (one) => one.documents },
    { header: '规范性文件', kind: 'number', cell: (one) => one.normative },
    { header: '有效', kind: 'number', cell: (one) => one.inForce },
    { header: '已修改', kind: 'number', cell: (one) => one.amended },
    { header: '已失效', kind: 'number', cell: (one) => one.expired },
    { header: '已废止', kind: 'number', cell: (one) => one.repealed },
    { header: '当日发布', kind: 'number', cell: (one) => one.published },
    { header: '当日更新', kind: 'number', cell: (one) => one.changed },
  ];
  return (
    <>
      <PageTitle title="文件库每日数据" lead="每天零时后按前一日状态统计一次，最近九十天。" />
      <div class="wrap">
        {missing.length > 0 && (
          <p class="notice" role="note">
            缺少 {missing.length} 天的数据：{missing.slice(0, 10).map(longDay).join('、')}
            {missing.length > 10 && '等'}。缺失的日期不补填。
          </p>
        )}
        {figures.length === 0 ? (
          <EmptyState title="还没有统计数据">
            <p>启用后的第二天开始有数据。</p>
          </EmptyState>
        ) : (
          <Table
            caption={`共 ${figures.length} 天`}
            columns={columns}
            rows={figures}
            rowKey={(one) => one.day}
            figures
          />
        )}
      </div>
    </>
  );
}
