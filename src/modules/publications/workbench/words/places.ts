import { textBlocks } from '../../../../kernel/document-body.ts';
import type { Content } from '../../content/content.contract.ts';
import type { KindView } from '../../register.contract.ts';

/** Id of the element at which a place stands on the page. */
export function placeElementId(place: string): string {
  return `place-${place.replace(/[^\w-]/g, '-')}`;
}

/** A place in words: 标题, 发文字号, 正文“第一条……”. */
export function placeLabel(place: string, content: Content | null, kind: KindView | undefined): string {
  const [type = '', rest = ''] = parted(place);
  switch (type) {
    case 'whole':
      return '整篇';
    case 'title':
      return '标题';
    case 'field':
      return kind?.fields.find((field) => field.code === rest)?.label ?? '要素';
    case 'block':
      return blockLabel(rest, content);
    case 'attachment':
      return `附件“${content?.attachments.find((file) => file.sha256 === rest)?.name ?? '已移除'}”`;
    case 'relation':
      return kind?.relations.find((relation) => relation.code === rest)?.label ?? '关联信息';
    default:
      return OTHER[type] ?? '';
  }
}

const OTHER: Readonly<Record<string, string>> = {
  review: '审核',
  finding: '个人信息',
  remark: '审核意见',
  determination: '公开属性',
  term: '公开时限',
  state: '办理状态',
  together: '同步公开',
  body: '正文',
};

export function parted(place: string): [type: string, rest: string] {
  const colon = place.indexOf(':');
  return colon < 0 ? [place, ''] : [place.slice(0, colon), place.slice(colon + 1)];
}

function blockLabel(id: string, content: Content | null): string {
  const found = content?.body ? textBlocks(content.body).find((one) => one.id === id || one.topId === id) : undefined;
  if (!found) return '正文';
  const where = found.kind === 'table' ? (found.heading ? `表格“${found.heading}”列` : '表格') : '正文';
  return `${where}“${found.text.length > 14 ? `${found.text.slice(0, 14)}…` : found.text}”`;
}
