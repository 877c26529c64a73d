import mammoth from 'mammoth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localDate } from '../../../kernel/local-date.ts';
import type { Actor } from '../../../kernel/permissions.ts';
import { describeDatabases } from '../../../platform/db/database.fixtures.ts';
import { inspect } from '../../attachments/index.ts';
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
import { DecisionContent, type DecisionContentInput } from '../results/decision-content.contract.ts';
import { TemplateLetters } from './decision-letters.service.ts';
import type { LetterKind } from './letter-words.ts';

const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error) => error.code ?? String(error),
  );
const REFUSED: DecisionContentInput = {
  result: 'internalAffairs',
  reasons: '该材料是本机关内设科室的排班安排，仅用于内部管理。',
  articles: ['《政府信息公开条例》第十六条第一款'],
};

describeDatabases([], (database) => {
  let door: TestRequests;
  beforeAll(async () => {
    door = await openTestRequests({ database: database() });
  }, 120_000);
  afterAll(() => door.close());

  const docx = async (actor: Actor, id: string, kind: LetterKind, of?: string) => {
    const { bytes } = await door.service.letters.file(actor, id, { kind, format: 'docx', of });
    return (await mammoth.extractRawText({ buffer: bytes })).value.split('\n').filter((line) => line !== '');
  };
  const pdf = async (actor: Actor, id: string, kind: LetterKind) => {
    const { bytes, name } = await door.service.letters.file(actor, id, { kind, format: 'pdf' });
    return (await inspect(bytes, name)).text.replaceAll(/\s/g, '');
  };
  const received = async () => {
    const { id } = await atCounter(door);
    await accept(door, id);
    return id;
  };

  describe('the decision letter of a case', () => {
    let id: string;
    beforeAll(async () => {
      door.on('2026-03-02');
      id = await received();
      door.on('2026-03-05');
      await decide(door, id, REFUSED);
    });

    it('is the reviewed reply with the applicant’s name, as Word file and as PDF', async () => {
      const view = await fileOf(door, id);
      const lines = await docx(door.people.handler, id, 'refused');
      expect(lines).toEqual([
        '明湖区教育局',
        `${view.case.number}-1`,
        '政府信息公开申请答复书',
        '陈晓东：',
        `明湖区教育局于2026年3月2日收到您提出的政府信息公开申请（编号：${view.case.number}）。您申请公开的内容：2025年学区划分方案及论证材料。`,
        '经审查，依照《政府信息公开条例》第十六条第一款的规定，本机关答复如下：',
        '您申请的政府信息属于行政机关人事管理、后勤管理、内部工作流程等方面的内部事务信息，本机关决定不予公开。',
        '理由：该材料是本机关内设科室的排班安排，仅用于内部管理。',
        expect.stringMatching(
          /^对本告知不服的，应当依照《行政复议法》第二十三条的规定.*明湖区人民政府（地址：明湖路1号/,
        ),
        '明湖区教育局',
        '2026年3月5日',
      ]);
      const printed = await pdf(door.people.handler, id, 'refused');
      for (const line of lines.slice(2)) expect(printed).toContain(line.replaceAll(/\s/g, ''));
    });

    it('masks the name for those who may read the case but not open the seal', async () => {
      expect(await docx(door.people.reviewer, id, 'refused')).toContain('陈**：');
      expect(await docx(door.people.auditor, id, 'refused')).toContain('陈**：');
    });

    it('is nobody else’s', async () => {
      const letter = door.service.letters.file(door.people.stranger, id, { kind: 'refused', format: 'pdf' });
      expect(await refusal(letter)).toBe('case-missing');
    });

    it('leaves an audit entry whenever the name was put in', async () => {
      const count = async () => {
        const { rows } = await door.platform.database.pool.query(
          "select count(*)::int as n from audit.entry where action = 'openApplicant' and subject_id = $1",
          [id],
        );
        return rows[0].n as number;
      };
      const before = await count();
      await docx(door.people.reviewer, id, 'refused');
      expect(await count()).toBe(before);
      await docx(door.people.officer, id, 'refused');
      expect(await count()).toBe(before + 1);
    });

    it('has no other kind than that of its decision', async () => {
      const letter = door.service.letters.file(door.people.handler, id, { kind: 'open', format: 'docx' });
      expect(await refusal(letter)).toBe('letter-not-due');
    });
  });

  describe('letters of the procedure', () => {
    let id: string;
    beforeAll(async () => {
      door.on('2026-03-02');
      id = await received();
    });
    const none = (kind: LetterKind) =>
      refusal(door.service.letters.file(door.people.handler, id, { kind, format: 'docx' }));

    it('are not there before their step', async () => {
      for (const kind of [
        'correctionNotice',
        'extensionNotice',
        'feeNotice',
        'consultation',
        'thirdPartyNotice',
      ] as const)
        expect(await none(kind), kind).toBe('letter-not-due');
    });

    it('confirm the receipt with the day of answer', async () => {
      const lines = await docx(door.people.handler, id, 'receipt');
      expect(lines.join('\n')).toContain('本机关将于2026年3月30日前答复');
      expect(lines.at(-1)).toBe('2026年3月2日');
    });

    it('ask for a correction', async () => {
      door.on('2026-03-04');
      await door.service.correction.ask(door.people.handler, id, {
        version: await versionOf(door, id),
        text: '请写明是哪一所学校的方案。',
        until: localDate('2026-03-18'),
      });
      const text = (await docx(door.people.handler, id, 'correctionNotice')).join('\n');
      expect(text).toContain('请您于2026年3月18日前对以下内容作出补正：\n请写明是哪一所学校的方案。');
      expect(text).not.toContain('复议');
    });

    it('ask a third party without saying who applied', async () => {
      door.on('2026-03-10');
      await door.service.correction.take(door.people.handler, id, {
        version: await versionOf(door, id),
        on: localDate('2026-03-10'),
        text: '明湖小学。',
      });
      await door.service.consultation.consult(door.people.handler, id, {
        version: await versionOf(door, id),
        whom: 'thirdParty',
        name: '明湖测绘有限公司',
        asked: '学区划分方案的测绘成果',
      } as never);
      const text = (await docx(door.people.handler, id, 'consultation')).join('\n');
      expect(text).toContain('明湖测绘有限公司：');
      expect(text).toContain('学区划分方案的测绘成果');
      // Fifteen working days after 10 March.
      expect(text).toContain('（2026年3月31日前）');
      expect(text).not.toMatch(/陈|申请公开2025年学区/);
    });
  });

  describe('the templates of the office', () => {
    let service: TestRequests['service']['templates'];
    let people: TestRequests['people'];
    beforeAll(() => {
      service = door.service.templates;
      people = door.people;
    });
    const shipped = async () => (await service.list()).find(({ kind }) => kind === 'open');

    it('begin with what comes with the program', async () => {
      expect(await shipped()).toMatchObject({ version: 0, savedBy: null, title: '政府信息公开申请答复书' });
      expect(await service.list()).toHaveLength(12);
    });

    it('are the office’s to change, one at a time, and every version stays (FOI-4, FOI-5)', async () => {
      const words = { title: '政府信息公开答复书', hasRedHead: false, note: '按法制机构意见改标题' };
      const body = (await shipped())?.body ?? '';
      const save = (actor: Actor, version: number, more: object = {}) =>
        service.save(actor, 'open', { ...words, body, version, ...more });
      expect(await refusal(save(people.officer, 0))).toBe('forbidden');
      expect(await refusal(save(people.office, 0, { body: body.replace('【救济途径】', '') }))).toBe(
        'template-invalid',
      );
      expect(await save(people.office, 0)).toMatchObject({ version: 1, savedBy: '周宁', title: words.title });
      expect(await refusal(save(people.office, 0))).toBe('stale');
      expect(await refusal(save(people.office, 7))).toBe('stale');
      expect((await service.versions('open')).map(({ version }) => version)).toEqual([1, 0]);
      const gone = door.platform.database.pool.query('delete from requests.letter_template');
      await expect(gone).rejects.toThrow(/kept/);
    });

    it('give their words to the next decision, not to those that were sent', async () => {
      door.on('2026-03-16');
      const id = await received();
      await decide(door, id, OPEN);
      expect((await docx(people.handler, id, 'open')).slice(0, 2)).toEqual([
        `${(await fileOf(door, id)).case.number}-1`,
        '政府信息公开答复书',
      ]);
    });

    it('make twenty saves at once into one version', async () => {
      const { body, title, hasRedHead } = (await service.list()).find(({ kind }) => kind === 'partial') ?? {
        body: '',
        title: '',
        hasRedHead: true,
      };
      const saves = await Promise.all(
        Array.from({ length: 20 }, (_, at) =>
          refusal(
            service.save(people.office, 'partial', { body, title, hasRedHead, version: 0, note: `第${at}次修改` }),
          ),
        ),
      );
      expect(saves.filter((one) => one === 'done')).toHaveLength(1);
      expect(saves.filter((one) => one === 'stale')).toHaveLength(19);
    });

    it('can be looked at as files', async () => {
      expect((await service.sample('feeNotice')).paragraphs.join()).toContain('1100元');
      expect(
        service.check('open', { title: '', body: '【申请人】：', hasRedHead: true }).reasons.length,
      ).toBeGreaterThan(5);
    });
  });

  describe('words written by hand', () => {
    it('do not leave without the remedy, the law and the day of receipt', async () => {
      door.on('2026-03-17');
      const id = await received();
      const content = REFUSED;
      await door.service.decisions.draft(door.people.handler, id, {
        edit: 0,
        content,
        letterText: '答复书\n【申请人】：\n不予公开，理由另告。',
      });
      const submit = async (edit: number) =>
        door.service.decisions.submit(door.people.handler, id, { version: await versionOf(door, id), edit }).then(
          () => [],
          (error) => error.reasons.map((one: { field: string }) => one.field),
        );
      expect(await submit(1)).toEqual(['agency', 'receivedOn', 'articles', 'remedy']);
      const whole = (await fileOf(door, id)).case.replies.at(-1)?.text ?? '';
      expect(whole).toContain('理由另告');
      await door.service.decisions.draft(door.people.handler, id, { edit: 1, content });
      const text = (await fileOf(door, id)).case.replies.at(-1)?.text ?? '';
      await door.service.decisions.draft(door.people.handler, id, {
        edit: 2,
        content,
        letterText: text.replace('理由：', '理由如下：'),
      });
      expect(await submit(3)).toEqual([]);
    });

    it('nor where nothing is set for a unit like this one', async () => {
      const { modules, service, units } = door;
      const letters = new TemplateLetters(
        modules.organisations.service,
        () => service.remedyBodies.all(),
        service.templates,
      );
      const letter = await letters.of(units.government.id);
      const facts = { decidedOn: localDate('2026-03-17'), correction: null, fee: null, thirdParties: [] };
      expect(letter.missing(DecisionContent.parse(OPEN), facts)).toMatchObject([{ field: 'remedyBody' }]);
    });
  });
});
