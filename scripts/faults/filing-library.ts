import { setTimeout as pause } from 'node:timers/promises';
import type { Office } from './office.ts';
import { ask } from './patient-office.ts';

const HEAD = '标题,发文字号,公开单位,发文机关,成文日期,发布日期,文种,规范性文件,主题分类,标签,适用对象,内容概述,正文';

/** Fills an empty installation's library with so many documents by its own bulk import. */
export async function importDocuments(office: Office, documents: number): Promise<void> {
  await office.createUnit('education');
  const topic = { code: 'education', name: '教育', kind: 'class', sort: 1 };
  await office.ask('POST', '/api/library/topics', topic);
  const tag = { name: '入学', family: '教育', audiences: ['学生家长'], since: '2020-01-01' };
  await office.ask('POST', '/api/library/tags', tag);
  const rows = Array.from({ length: documents }, (_, at) => row(at + 1));
  const form = new FormData();
  form.set('file', new Blob([`${HEAD}\r\n${rows.join('\r\n')}\r\n`], { type: 'text/csv' }), 'library.csv');
  const started = await fetch(`${office.origin}/api/library/imports`, {
    method: 'POST',
    headers: office.headers,
    body: form,
  });
  if (!started.ok) throw new Error(`import: ${started.status} ${await started.text()}`);
  const { id } = (await started.json()) as { id: string };
  await office.ask('POST', `/api/library/imports/${id}/run`, {});
  for (;;) {
    await pause(500);
    const { state, counts } = (await ask(office, 'GET', `/api/library/imports/${id}`)) as {
      state: string;
      counts: Record<string, number>;
    };
    if (state !== 'done') continue;
    if (counts.imported !== documents) throw new Error(`import: ${JSON.stringify(counts)}`);
    return;
  }
}

function row(at: number): string {
  const unit = '明湖区education局';
  return [
    `${unit}关于第${at}项工作的通知`,
    `明教〔2025〕${at}号`,
    unit,
    unit,
    '2025-03-01',
    '2025-03-02',
    '通知',
    '否',
    '教育',
    '入学',
    '学生家长',
    `第${at}项工作的安排。`,
    `第${at}项：居民可以到服务窗口办理，也可以在网上办理。`,
  ].join(',');
}
