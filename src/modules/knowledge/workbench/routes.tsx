import {
  AimOutlined,
  BarChartOutlined,
  BookOutlined,
  FieldTimeOutlined,
  QuestionCircleOutlined,
  ShareAltOutlined,
} from '@ant-design/icons';
import type { WorkbenchRoute } from '../../../workbench/workbench-route.ts';

const readEntries = { kind: 'knowledgeEntry', action: 'read' } as const;
const readClusters = { kind: 'questionCluster', action: 'read' } as const;
const readTreatments = { kind: 'sourceTreatment', action: 'read' } as const;
const readGaps = { kind: 'knowledgeGap', action: 'read' } as const;

/** 知识库: what was answered once, for everybody. */
export const knowledgeRoutes: readonly WorkbenchRoute[] = [
  {
    path: 'knowledge',
    title: '常见问题',
    page: async () => ({ Page: (await import('./entries/entries-page.tsx')).EntriesPage }),
    needs: readEntries,
    menu: { group: 'knowledge', icon: <BookOutlined />, order: 1 },
  },
  {
    path: 'knowledge/new',
    title: '起草条目',
    page: async () => ({ Page: (await import('./entries/new-entry-page.tsx')).NewEntryPage }),
    needs: { kind: 'knowledgeEntry', action: 'create' },
    parent: 'knowledge',
  },
  {
    path: 'knowledge/clusters',
    title: '高频问题',
    page: async () => ({ Page: (await import('./questions/clusters-page.tsx')).ClustersPage }),
    needs: readClusters,
    menu: { group: 'knowledge', icon: <QuestionCircleOutlined />, order: 2 },
  },
  {
    path: 'knowledge/clusters/:clusterId',
    title: '一组同类提问',
    page: async () => ({ Page: (await import('./questions/cluster-page.tsx')).ClusterPage }),
    needs: readClusters,
    parent: 'knowledge/clusters',
  },
  {
    path: 'knowledge/gaps',
    title: '知识库缺口',
    page: async () => ({ Page: (await import('./gaps/gaps-page.tsx')).GapsPage }),
    needs: readGaps,
    menu: { group: 'knowledge', icon: <FieldTimeOutlined />, order: 3 },
  },
  {
    path: 'knowledge/gaps/:gapId',
    title: '一件缺口',
    page: async () => ({ Page: (await import('./gaps/gap-page.tsx')).GapPage }),
    needs: readGaps,
    parent: 'knowledge/gaps',
  },
  {
    path: 'knowledge/sharing',
    title: '推送与对接',
    page: async () => ({ Page: (await import('./sharing/sharing-page.tsx')).SharingPage }),
    needs: { kind: 'knowledgeReceiver', action: 'read' },
    menu: { group: 'knowledge', icon: <ShareAltOutlined />, order: 4 },
  },
  {
    path: 'knowledge/figures',
    title: '知识库指标',
    page: async () => ({ Page: (await import('./figures/figures-page.tsx')).FiguresPage }),
    needs: readEntries,
    menu: { group: 'knowledge', icon: <BarChartOutlined />, order: 5 },
  },
  {
    path: 'source-treatments',
    title: '源头治理',
    page: async () => ({ Page: (await import('./treatments/treatments-page.tsx')).TreatmentsPage }),
    needs: readTreatments,
    // What is treated comes from letters: those who handle letters look for it there.
    menu: { group: 'messages', icon: <AimOutlined />, order: 3.5 },
  },
  {
    path: 'source-treatments/new',
    title: '立项源头治理',
    page: async () => ({ Page: (await import('./treatments/new-treatment-page.tsx')).NewTreatmentPage }),
    needs: { kind: 'sourceTreatment', action: 'open' },
    parent: 'source-treatments',
  },
  {
    path: 'source-treatments/:treatmentId',
    title: '源头治理事项',
    page: async () => ({ Page: (await import('./treatments/treatment-page.tsx')).TreatmentPage }),
    needs: readTreatments,
    parent: 'source-treatments',
  },
];
