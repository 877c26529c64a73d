import type { LocalDate } from '../../../kernel/local-date.ts';
import type { ListedDocument } from './open-library.ts';

const AT = new Date('2024-03-01T02:00:00Z');

/** A complete normative document in force. */
export function listed(more: Partial<ListedDocument> = {}): ListedDocument {
  return {
    number: 1,
    kind: 'policyDocument',
    unitId: '6f6a9c1e-0000-4000-8000-000000000001',
    title: '明湖区既有多层住宅加装电梯管理办法',
    documentNumber: '明府规〔2024〕1号',
    indexNumber: 'MH0003/2024-00001',
    issuer: '明湖区人民政府',
    datedOn: '2024-02-18' as LocalDate,
    topic: '住房与城乡建设',
    tags: ['加装电梯'],
    audiences: ['居民'],
    normative: true,
    summary: '明确加装电梯的表决、公示和补贴。',
    statutoryClass: 'cat20.1',
    validity: 'inForce',
    validitySince: '2024-04-01' as LocalDate,
    lastDay: '2029-03-31' as LocalDate,
    relations: [],
    interpreted: true,
    firstPublishedAt: AT,
    publishedAt: AT,
    changedAt: AT,
    ...more,
  };
}
