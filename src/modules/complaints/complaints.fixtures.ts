import { openTestDistrict, type TestDistrict } from '../../district.fixtures.ts';
import type { Actor } from '../../kernel/permissions.ts';
import type { Database } from '../../platform/db/database.ts';
import type { CaseReceipt, ReceiveInput } from '../cases/index.ts';
import { staff } from '../organisations/organisations.fixtures.ts';

export type TestComplaints = Awaited<ReturnType<typeof openTestComplaints>>;

/** A small district on 2026-03-02, a Monday, with an office of three and the unit complained of. */
export async function openTestComplaints(database: Database) {
  const district = await openTestDistrict({ database, now: '2026-03-02T09:00:00+08:00' });
  const { office, education, lakeside } = district.units;
  const people = await staff(district.modules.organisations.service, {
    office: [office, 'office', '周宁', 'supervisor'],
    signer: [office, 'head.office', '陈立', 'head'],
    worker: [office, 'officer.office', '邓宇', 'officer'],
    ofBoth: [education, 'supervisor.jiaoyu', '冯双', 'supervisor'],
    head: [education, 'head.jiaoyu', '王芳', 'head'],
    officer: [education, 'officer.jiaoyu', '李明', 'officer'],
    stranger: [lakeside, 'officer.linhu', '赵强', 'officer', 'head'],
  });
  return { district, people, units: district.units, ...services(district) };
}

function services({ modules }: TestDistrict) {
  return { cases: modules.cases.service, complaints: modules.complaints.service };
}

let serial = 0;

/** Taken down by the office from a telephone call, about 区教育局 unless told otherwise. */
export function complained(
  { cases, people, units }: Pick<TestComplaints, 'cases' | 'people' | 'units'>,
  more: Partial<ReceiveInput> = {},
  actor: Actor = people.office,
): Promise<CaseReceipt> {
  serial += 1;
  return cases.receiving.receive(
    actor,
    {
      kind: 'complaint',
      text: `第${serial}件申请过了二十个工作日，还没有答复。`,
      fields: { matter: 'notAnswered' },
      againstUnitId: units.education.id,
      ...more,
    },
    { channel: 'phone', form: null, files: [] },
  );
}
