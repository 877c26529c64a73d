import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDistrict, type TestDistrict } from '../../../district.fixtures.ts';
import type { Actor } from '../../../kernel/permissions.ts';
import { addPerson } from '../../organisations/organisations.fixtures.ts';

let district: TestDistrict;
let officer: Actor;
let headers: Record<string, string>;
beforeAll(async () => {
  district = await openTestDistrict({ now: '2026-03-02T09:00:00+08:00' });
  const { service } = district.modules.organisations;
  const { person, actor } = await addPerson(service, district.units.education, 'officer.jiaoyu', '李明', 'officer');
  officer = actor;
  headers = await district.signedIn(person.id);
});
afterAll(() => district.close());

async function register(input: object, files: readonly [name: string, content: string][]) {
  const form = new FormData();
  form.append(
    'input',
    JSON.stringify({ kind: 'enquiry', channel: 'mail', unitId: district.units.education.id, ...input }),
  );
  for (const [name, content] of files) form.append('files', new Blob([content]), name);
  const sent = new Request('http://localhost/', { method: 'POST', body: form });
  return district.app.server.inject({
    method: 'POST',
    url: '/api/messages/with-files',
    headers: { ...headers, 'content-type': sent.headers.get('content-type') ?? '' },
    payload: Buffer.from(await sent.arrayBuffer()),
  });
}

describe('a letter that somebody of the staff takes down', () => {
  it('keeps the scans that came along, as brought by staff', async () => {
    const answer = await register({ text: '来信询问公租房。' }, [
      ['来信.txt', '来信全文。'],
      ['证明.txt', '居住证明。'],
    ]);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['cache-control']).toBe('no-store');
    const view = await district.modules.cases.service.view.get(officer, answer.json().id);
    expect(view.attachments.map(({ name, from }) => [name, from])).toEqual([
      ['来信.txt', 'staff'],
      ['证明.txt', 'staff'],
    ]);
  });

  it('is not taken with a program, with too many files, or with words that are wrong', async () => {
    const program = await register({ text: '来信询问公租房。' }, [['照片.jpg', '#!/bin/sh\nrm -rf /\n\u0000']]);
    expect([program.statusCode, program.json().code]).toEqual([415, 'media-type-refused']);
    const many = await register(
      { text: '来信询问公租房。' },
      Array.from({ length: 4 }, (_, n) => [`${n}.txt`, `第${n}页`]),
    );
    expect([many.statusCode, many.json().code]).toEqual([422, 'case-invalid']);
    const wrong = await register({ text: '来信询问公租房。', channel: 'portal' }, [['来信.txt', '来信全文。']]);
    expect([wrong.statusCode, wrong.json().reasons[0].field]).toEqual([422, 'channel']);
    const elsewhere = await register({ text: '来信询问公租房。', unitId: district.units.lakeside.id }, []);
    expect(elsewhere.statusCode).toBe(403);
  });
});
