import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../kernel/permissions.ts';
import { describeDatabases } from '../../../platform/db/database.fixtures.ts';
import { docxFile, paragraph } from '../../attachments/office.fixtures.ts';
import type { CaseReceipt } from '../../cases/index.ts';
import {
  accept,
  atCounter,
  decide,
  fileOf,
  OPEN,
  openTestRequests,
  type TestRequests,
  versionOf,
} from '../disclosure-requests.fixtures.ts';
import type { DecisionContentInput } from '../results/decision-content.contract.ts';
import { heldByRequests } from './supplied-files.store.ts';

const ORIGIN = { connection: '203.0.113.9', browser: null };
const PLAN = docxFile(paragraph('2025年学区划分方案'));
const LIST = docxFile(paragraph('联系人：张三，手机：13812340987'));

describeDatabases([], (database) => {
  let door: TestRequests;
  beforeAll(async () => {
    door = await openTestRequests({ database: database() });
    door.on('2026-03-02');
  });
  afterAll(() => door.close());

  const refusal = (promise: Promise<unknown>) =>
    promise.then(
      () => 'done',
      (error) => error.code ?? String(error),
    );
  const bring = async (id: string, bytes: Buffer, name: string, actor: Actor = door.people.handler) => {
    const stored = await door.platform.files.put(Readable.from(bytes), { maxBytes: 10_000_000 });
    return door.service.supplied.add(actor, id, { ...stored, name });
  };
  /** Wanted by the portal. */
  const taken = async (): Promise<CaseReceipt> => {
    const receipt = await atCounter(door, { wantedWay: 'online', wantedForm: 'electronic' });
    await accept(door, receipt.id);
    return receipt;
  };
  const open = (files: readonly { readonly id: string }[]): DecisionContentInput => ({
    ...OPEN,
    supply: '凭编号和查询码在网上获取',
    isSuppliedElsewhere: false,
    items: [{ name: '2025年学区划分方案', files: files.map(({ id }) => ({ id, name: '随便写的', size: 1 })) }],
  });
  const draft = (id: string, content: DecisionContentInput, edit = 0, findingsReason: string | null = null) =>
    door.service.decisions.draft(door.people.handler, id, { edit, content, findingsReason });
  const submit = async (id: string, edit: number) =>
    door.service.decisions.submit(door.people.handler, id, { version: await versionOf(door, id), edit });

  describe('what an applicant wanted by the portal', () => {
    it('is missing until it is there, or is said to come otherwise', async () => {
      const { id } = await taken();
      await draft(id, open([]));
      expect((await fileOf(door, id)).decisions[0]?.missing).toMatchObject([
        { field: 'supply', message: expect.stringContaining('“2025年学区划分方案”还没有上传文件') },
      ]);
      expect(await refusal(submit(id, 1))).toBe('decision-incomplete');
      await draft(id, { ...open([]), isSuppliedElsewhere: true }, 1);
      expect((await fileOf(door, id)).decisions[0]?.missing).toEqual([]);
    });

    it('is had with number and secret once the decision is sent, and no sooner', async () => {
      const { id, number, secret } = await taken();
      const file = await bring(id, PLAN, '学区划分方案.docx');
      const other = await bring(id, docxFile(paragraph('没有用上的一稿')), '旧稿.docx');
      expect(file).toMatchObject({ name: '学区划分方案.docx', size: PLAN.length, warnings: [] });
      const own = (fileId: string, key = secret) =>
        door.service.own.file({ number, secret: key, file: fileId }, ORIGIN);
      await draft(id, open([file]));
      expect(await refusal(own(file.id))).toBe('file-missing');
      await decide(door, id, open([file]));
      const [decision] = (await door.service.own.open({ number, secret }, ORIGIN)).decisions;
      // Named as the file is, whatever a page sent.
      expect(decision?.supplied).toEqual([
        { name: '2025年学区划分方案', files: [{ id: file.id, name: '学区划分方案.docx', size: PLAN.length }] },
      ]);
      const had = await own(file.id);
      const bytes = await door.platform.files.read(had.sha256);
      expect(Buffer.concat(await bytes.toArray()).equals(PLAN)).toBe(true);
      expect(await refusal(own(other.id))).toBe('file-missing');
      expect(await refusal(own(file.id, '22222222'))).toBe('case-not-found');
      expect((await fileOf(door, id)).deliveries).toMatchObject([{ way: 'online', proof: '网上查阅' }]);
    });

    it('is not another request’s', async () => {
      const one = await taken();
      const file = await bring(one.id, PLAN, '方案.docx');
      await decide(door, one.id, open([file]));
      const two = await taken();
      expect(await refusal(draft(two.id, open([file])))).toBe('decision-incomplete');
      const { number, secret } = two;
      expect(await refusal(door.service.own.file({ number, secret, file: file.id }, ORIGIN))).toBe('file-missing');
    });
  });

  describe('what is found in a file', () => {
    it('is told at once, and answered for before it goes out', async () => {
      const { id } = await taken();
      const file = await bring(id, LIST, '联系表.docx');
      expect(file.warnings.join()).toMatch(/疑似有电话号码 1 处/);
      await draft(id, open([file]));
      expect(await refusal(submit(id, 1))).toBe('decision-incomplete');
      await draft(id, open([file]), 1, '联系人是本单位公开的联系人');
      expect(await refusal(submit(id, 2))).toBe('done');
    });

    it('keeps it out when it may harm', async () => {
      const { id } = await taken();
      const stored = await door.platform.files.put(Readable.from(Buffer.from('%PDF-1.7\nbroken')), { maxBytes: 1000 });
      expect(await refusal(door.service.supplied.add(door.people.handler, id, { ...stored, name: '坏.pdf' }))).toBe(
        'file-refused',
      );
    });
  });

  it('is brought by those who draft, and seen by those who read the case', async () => {
    const { id } = await taken();
    const file = await bring(id, PLAN, '方案.docx');
    expect(await refusal(bring(id, PLAN, '方案.docx', door.people.stranger))).toBe('case-missing');
    expect(await refusal(bring(id, PLAN, '方案.docx', door.people.reviewer))).toBe('forbidden');
    const { supplied } = door.service;
    expect((await supplied.open(door.people.reviewer, id, file.id)).name).toBe('方案.docx');
    expect(await refusal(supplied.open(door.people.stranger, id, file.id))).toBe('case-missing');
    expect(
      await heldByRequests(door.platform.database.kysely, [
        (await supplied.open(door.people.handler, id, file.id)).sha256,
      ]),
    ).toHaveLength(1);
  });

  it('is approved with the decision: another file is another version', async () => {
    const { id } = await taken();
    const [one, two] = [await bring(id, PLAN, '甲.docx'), await bring(id, docxFile(paragraph('乙')), '乙.docx')];
    await draft(id, open([one]));
    await submit(id, 1);
    const { cases, people } = door;
    const [reply] = (await fileOf(door, id)).case.replies;
    await cases.replies.review(people.reviewer, id, {
      version: await versionOf(door, id),
      edit: reply?.edit ?? 0,
      step: 'examination',
      decision: 'approved',
    });
    await cases.replies.recall(people.handler, id, await versionOf(door, id));
    await draft(id, open([two]), reply?.edit ?? 0);
    await submit(id, (reply?.edit ?? 0) + 1);
    const steps = (await fileOf(door, id)).case.replies[0]?.steps ?? [];
    expect(steps.map(({ state }) => state)).not.toContain('approved');
  });
});
