import { afterAll, beforeAll, expect, it } from 'vitest';
import { addPerson } from '../../organisations/organisations.fixtures.ts';
import type { Content } from '../../publications/index.ts';
import { openTestLibrary, type TestLibrary } from '../library.fixtures.ts';

let library: TestLibrary;
beforeAll(async () => {
  library = await openTestLibrary();
});
afterAll(() => library.close());

const GOVERNMENT = '明湖区人民政府';

async function blockedBy(unitId: string, fields: Content['fields']): Promise<string[]> {
  const { drafting, view } = library.modules.publications.service;
  const content: Content = {
    schema: 1,
    title: '关于入学工作的通知',
    fields: { issuedOn: '2026-02-27', ...fields },
    body: null,
    attachments: [],
    relations: [],
  };
  const system = { type: 'system' } as const;
  const { id } = await drafting.create(system, { kind: 'policyDocument', unitId, content });
  const { reasons } = await view.get(library.office, id);
  return reasons.filter((one) => one.code === 'own-issuer' && one.severity === 'blocks').map((one) => one.place);
}

it('a bureau publishes in no other name than its own', async () => {
  expect(await blockedBy(library.educationId, { issuer: '明湖区教育局' })).toEqual([]);
  expect(await blockedBy(library.educationId, { issuer: GOVERNMENT })).toEqual(['field:issuer']);
  const joint = { issuer: '明湖区教育局', jointIssuers: [GOVERNMENT] };
  expect(await blockedBy(library.educationId, joint)).toEqual(['field:jointIssuers']);
});

it('the government’s office publishes for its government without being entitled first', async () => {
  expect(await blockedBy(library.officeUnitId, { issuer: GOVERNMENT })).toEqual([]);
  expect(await blockedBy(library.officeUnitId, { issuer: '明湖区教育局' })).toEqual(['field:issuer']);
});

it('whom the office entitles may, as long as the entry stands', async () => {
  const { rules } = library.modules.publications.service;
  const entry = { code: '明府', issuer: GOVERNMENT, unitId: library.educationId };
  await rules.addIssuerCode(library.office, { ...entry, unitId: null });
  expect(await blockedBy(library.educationId, { issuer: GOVERNMENT })).toEqual(['field:issuer']);
  await rules.addIssuerCode(library.office, entry);
  expect(await blockedBy(library.educationId, { issuer: GOVERNMENT })).toEqual([]);
  await rules.removeIssuerCode(library.office, entry);
  expect(await blockedBy(library.educationId, { issuer: GOVERNMENT })).toEqual(['field:issuer']);
});

it('a document taken in keeps the name of a predecessor, in its later versions too', async () => {
  const predecessor = '明湖区教育委员会';
  const number = await library.adopt('明教委〔2015〕9号', '2015-09-01', { fields: { issuer: predecessor } });
  expect(number).toBeGreaterThan(0);
  const { publications, organisations } = library.modules;
  const unit = await organisations.service.units.find(library.educationId);
  const officer = (await addPerson(organisations.service, unit, 'officer', '李明', 'officer')).actor;
  const id = await library.idOf(number);
  const { version } = await publications.service.view.get(officer, id);
  await publications.service.drafting.amend(officer, id, version);
  const { reasons } = await publications.service.view.get(officer, id);
  expect(reasons.map((one) => one.code)).not.toContain('own-issuer');
});
