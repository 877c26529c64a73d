import { openTestDistrict } from '../../district.fixtures.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Actor } from '../../kernel/permissions.ts';
import { addPerson } from '../organisations/organisations.fixtures.ts';

export const SYSTEM: Actor = { type: 'system' };
export type TestLibrary = Awaited<ReturnType<typeof openTestLibrary>>;

/** The whole program with one topic, one label and two documents of the education bureau, on 2 March 2026. */
export async function openTestLibrary() {
  const district = await openTestDistrict({ now: '2026-03-02T09:00:00+08:00' });
  const { modules, units } = district;
  const educationId = units.education.id;
  const officeUnitId = units.office.id;
  const office = (await addPerson(modules.organisations.service, units.office, 'office', '周宁', 'supervisor')).actor;
  const numbers = new Map<string, number>();

  async function adopt(
    documentNumber: string,
    issuedOn: string,
    more: { title?: string; fields?: object; relations?: object[]; text?: string } = {},
  ) {
    const { number, reasons } = await modules.publications.service.adopting.adopt(SYSTEM, {
      kind: 'policyDocument',
      unitId: educationId,
      content: {
        schema: 1,
        title: more.title ?? `明湖区教育局关于第${documentNumber}项工作的通知`,
        fields: {
          documentNumber,
          indexNumber: `MH0001/${issuedOn.slice(0, 4)}-${String(numbers.size + 1).padStart(5, '0')}`,
          issuer: '明湖区教育局',
          issuedOn,
          documentType: '通知',
          interpretation: 'earlier',
          normative: documentNumber.includes('规〔'),
          topic: '教育',
          tags: ['入学'],
          audiences: ['学生家长'],
          summary: '入学工作的安排。',
          ...more.fields,
        },
        body: {
          type: 'doc',
          content: [
            {
              type: 'paragraph',
              attrs: { id: 'p1' },
              content: [{ type: 'text', text: more.text ?? '免试就近入学。' }],
            },
          ],
        },
        attachments: [],
        relations: (more.relations ?? []) as never,
      },
      files: [],
      determination: { attribute: 'proactive', manner: 'open', legalBasis: 'cat20.1', reason: '应当主动公开' },
      from: '原网站',
      publishedAt: new Date(`${issuedOn}T10:00:00+08:00`),
    });
    if (reasons.length > 0) throw new Error(JSON.stringify(reasons));
    numbers.set(documentNumber, number ?? 0);
    return number ?? 0;
  }

  const { topics } = modules.library.service;
  const blank = { description: '', leadUnitId: null, tags: [], audiences: [], sort: 1, retiredOn: null };
  await topics.createTopic(office, { ...blank, code: 'class-education', name: '教育', kind: 'class' });
  await topics.createTopic(office, {
    ...blank,
    code: 'school',
    name: '入学升学',
    kind: 'collection',
    leadUnitId: educationId,
    tags: ['入学'],
  });
  await topics.createTag(office, {
    name: '入学',
    family: '教育',
    audiences: ['学生家长'],
    since: '2020-01-01' as LocalDate,
    retiredOn: null,
    replacedBy: null,
  });
  await adopt('明教规〔2021〕1号', '2021-05-01', { title: '明湖区教育局关于印发《转学办法》的通知' });
  await adopt('明教〔2026〕2号', '2026-02-01');
  return {
    ...district,
    office,
    educationId,
    officeUnitId,
    /** By document number. */
    numbers,
    adopt,
    idOf: async (number: number) => (await modules.publications.service.open.item(number))?.publicationId ?? '',
    get: (url: string) => district.app.server.inject({ url, headers: { accept: 'text/html' } }),
  };
}
