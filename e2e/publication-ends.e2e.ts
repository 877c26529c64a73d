import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { type Program, startProgram } from './program.ts';
import { loggedActs, placesOf, shown } from './public-places.ts';
import { approveAll, arrived, choose, determine, end, pickDay, save, submit, text } from './publication-acts.ts';
import { ask, signIn, visit } from './workbench.ts';

interface Listed {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly kind: string;
}

const ENDED = '与另一份重复，并入后者。';
const MISTAKE = '误将内部征求意见稿公开。';
const AUDIENCE = '滨湖社区全体居民';

let program: Program;
let browser: Browser;
let visitor: Page;
let officer: Page;
let documents: readonly Listed[] = [];

beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram(), launchBrowser()]);
  visitor = await browser.newPage();
  officer = await signIn(browser, program.origin, 'officer.jiaoyu');
  const { items } = await ask<{ items: Listed[] }>(officer, '/api/publications?kind=policyDocument&pageSize=50');
  documents = items.filter((one) => one.kind === 'policyDocument' && one.number !== null);
}, 600_000);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

const at = (index: number): Listed => documents[index] as Listed;
const places = ({ number, title }: Listed) =>
  placesOf(visitor, program.origin, { number, unit: 'jiaoyu', words: title });

describe('what happens to public documents later', () => {
  it('one that stands there twice is merged: its address leads to the other, lists and search know one', async () => {
    const [double, kept] = [at(0), at(1)];
    await visit(officer, `/publications/${double.id}`);
    await end(officer, '合并到另一份信息', ENDED, kept.number);
    await expect
      .poll(() => shown(visitor, `${program.origin}/documents/${double.number}`))
      .toMatchObject({ path: `/documents/${kept.number}` });
    await expect.poll(() => places(double)).toEqual([]);
    expect(await places(kept)).toContain('检索');
    await expect.poll(() => loggedActs(visitor, program.origin, double.number)).toContain('合并');
  });

  it('one published in error is removed: the address says why and nothing else', async () => {
    const wrong = at(2);
    await visit(officer, `/publications/${wrong.id}`);
    await end(officer, '移除（错误发布）', MISTAKE);
    await expect
      .poll(() => shown(visitor, `${program.origin}/documents/${wrong.number}`))
      .toMatchObject({ status: 410, words: expect.stringContaining(MISTAKE) });
    expect(await visitor.content()).not.toContain(wrong.title);
    await expect.poll(() => places(wrong)).toEqual([]);
    await expect.poll(() => loggedActs(visitor, program.origin, wrong.number)).toContain('移除');
  });

  it('one withdrawn is restored: it stands where it stood, and its history tells both', async () => {
    const back = at(3);
    await visit(officer, `/publications/${back.id}`);
    await end(officer, '撤回', '待核实后恢复。');
    await expect.poll(() => places(back)).toEqual([]);
    await visit(officer, `/publications/${back.id}`);
    await end(officer, '恢复公开', '核实无误，恢复公开。');
    await expect.poll(() => places(back)).toEqual(expect.arrayContaining(['主动公开目录', '检索', '站点地图']));
    const history = (await shown(visitor, `${program.origin}/documents/${back.number}/history`)).words;
    for (const said of ['待核实后恢复。', '核实无误，恢复公开。']) expect(history).toContain(said);
  });
});

describe('what concerns only some people', () => {
  it('is reviewed like everything else, shown to them at its place, and never on the web', async () => {
    const drafter = await signIn(browser, program.origin, 'handler.jiaoyu');
    const title = '滨湖社区困难学生资助名额安排';
    await visit(drafter, '/publications/new');
    await drafter.getByText('法定主动公开内容', { exact: true }).click();
    await drafter.getByText('从空白开始', { exact: true }).click();
    await drafter.getByRole('textbox', { name: '标题' }).fill(title);
    await drafter.getByRole('button', { name: '登记', exact: true }).click();
    const path = await arrived(drafter);
    await choose(drafter, 'statutoryClass', '扶贫、教育、医疗、社会保障、促进就业等方面的政策、措施及其实施情况');
    await drafter.getByRole('textbox', { name: /^索引号/ }).fill('113301060025600000/2026-00091');
    await pickDay(drafter, '生成日期', '2026-11-20');
    await drafter.getByRole('textbox', { name: /^内容概述/ }).fill('资助名额和公示地点。');
    await text(drafter).click();
    await drafter.keyboard.type('名额共12个，名单在社区公开栏公布。');
    await save(drafter);
    await visit(officer, path);
    await determine(officer, AUDIENCE);
    await visit(drafter, path);
    await submit(drafter);
    await approveAll(officer, path);
    await approveAll(await signIn(browser, program.origin, 'deputy.jiaoyu'), path);
    await visit(officer, path);
    await officer.getByRole('button', { name: '登记定点公开' }).click();
    const dialog = officer.getByRole('dialog', { name: '登记定点公开' });
    await dialog.getByRole('textbox', { name: /公开地点/ }).fill('滨湖社区政务公开栏');
    expect(await dialog.getByRole('textbox', { name: /公开对象/ }).inputValue()).toBe(AUDIENCE);
    await dialog.locator('#fromOn').fill('2026-11-21');
    await officer.keyboard.press('Enter');
    await dialog.getByRole('button', { name: '登记', exact: true }).click();
    await officer.getByText('已登记。').waitFor();
    await visit(officer, `${path}?view=history`);
    await officer.getByText(`自 2026-11-21 起在滨湖社区政务公开栏向${AUDIENCE}公开。`).waitFor();
    const { number, life } = await ask<{ number: number | null; life: string }>(officer, `/api${path}`);
    expect({ number, life }).toEqual({ number: null, life: 'none' });
    await visitor.goto(`${program.origin}/search?q=${encodeURIComponent(title)}`);
    expect(await visitor.getByRole('main').innerText()).not.toContain('12个');
  });
});
