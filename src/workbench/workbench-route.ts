import type { ComponentType, ReactNode } from 'react';

/** One page of the workbench as a module offers it; the shell makes the route, the menu entry and the breadcrumb from it. */
export interface WorkbenchRoute {
  /** Below /workbench, without a leading slash, for example `tasks/:taskId`. */
  readonly path: string;
  /** Chinese name in the menu, the breadcrumb and the window's title. */
  readonly title: string;
  readonly page: () => Promise<{ readonly Page: ComponentType }>;
  /** Only people who could ever do this see the page and its menu entry. */
  readonly needs?: { readonly kind: string; readonly action: string };
  readonly menu?: { readonly group: MenuGroup; readonly icon: ReactNode; readonly order: number };
  /** Path of the page one step up, for the breadcrumb. */
  readonly parent?: string;
}

export const MENU_GROUPS = {
  work: '我的工作',
  publications: '信息公开',
  requests: '依申请公开',
  messages: '互动交流',
  knowledge: '知识库',
  plans: '工作要点',
  drive: '推进落实',
  organisations: '机构与人员',
  settings: '设置',
} as const;

export type MenuGroup = keyof typeof MENU_GROUPS;
