import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings, launchBrowser } from './browser.ts';
import { act } from './message-acts.ts';
import { type Program, startProgram } from './program.ts';
import { choose, fillDay, shanghaiDay, step } from './request-acts.ts';
import { approveAndSend } from './request-steps.ts';
import { ask, settled, signIn, visit } from './workbench.ts';

const TITLE = '实验小学改扩建工程招标文件和合同';
const NAME = '慕容知秋';
const PHONE = '13900007531';
const NUMBER = '310105199001011234';

let program: Program;
let browser: Browser;
let officer: Page;
let head: Page;
let deputy: Page;
let path = '';
beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram(), launchBrowser()]);
  officer = await signIn(browser, program.origin, 'officer.jiaoyu');
  deputy = await signIn(browser, program.origin, 'deputy.jiaoyu');
  head = await signIn(browser, program.origin, 'head.jiaoyu');
}, 600_000);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

const main = (page: Page) => page.getByRole('main');
const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const file = () => ask<{ case: { version: number } }>(officer, `/api${path}`);

/** Looked at as it stands: by the rules of accessibility, and whether anything sticks out. */
async function sound(page: Page): Promise<void> {
  expect(await axeFindings(page)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
}

/** Asks the server for an act as the person on the page, without any button. */
function post(page: Page, address: string, body: object): Promise<number> {
  return page.evaluate(
    async ([url, sent]) => {
      const session = await (await fetch('/api/session')).json();
      const headers = { 'content-type': 'application/json', 'x-csrf-token': session.csrfToken };
      return (await fetch(url as string, { method: 'POST', headers, body: JSON.stringify(sent) })).status;
    },
    [address, body] as const,
  );
}

describe('taking a request down', () => {
  it('tells the day of receipt as the way is chosen', async () => {
    await visit(officer, '/disclosure-requests');
    await sound(officer);
    await officer.getByRole('button', { name: '登记申请' }).click();
    await settled(officer);
    await officer.getByText(/以当面提交之日为收到申请之日/).waitFor();
    await choose(officer, main(officer), '收到方式', '平常信函');
    await officer.getByText(/应当于收到当日与申请人确认/).waitFor();
    await officer.getByText(/确认前答复期限不起算/).waitFor();
    await choose(officer, main(officer), '收到方式', '邮寄（签收）');
    await officer.getByLabel('签收日期').waitFor();
    await choose(officer, main(officer), '收到方式', '当面提交');
    await sound(officer);
  });

  it('asks for what article 29 asks and no purpose, and gives number and secret once', async () => {
    await officer.getByRole('button', { name: /^登\s*记$/ }).click();
    await officer.getByText('请填写申请公开的信息名称。').waitFor();
    await officer.getByLabel('信息名称').fill(TITLE);
    await officer.getByLabel('内容描述').fill('2025年实验小学改扩建工程的招标文件、中标合同和结算审核报告。');
    await officer.getByLabel('姓名').fill(NAME);
    await officer.getByLabel('证件号码').fill(NUMBER);
    await officer.getByLabel('联系电话').fill(PHONE);
    // What is to be posted needs an address.
    await officer.getByRole('button', { name: /^登\s*记$/ }).click();
    await officer.getByText('请填写联系地址。').waitFor();
    await officer.getByLabel('联系地址').fill('明湖路9号');
    expect(await officer.getByLabel('用途').count()).toBe(0);
    await officer.getByRole('button', { name: /^登\s*记$/ }).click();
    await officer.getByText('查询码只显示这一次', { exact: false }).waitFor();
    expect(await main(officer).innerText()).toMatch(/YS[2-9A-HJ-NP-Z]{11}/);
    await officer.getByRole('link', { name: '打开案卷' }).click();
    await officer.waitForURL(/disclosure-requests\/[0-9a-f-]{36}$/);
    await officer.getByRole('heading', { name: TITLE }).waitFor();
    await settled(officer);
    path = new URL(officer.url()).pathname.replace('/workbench', '');
  });
});

describe('the file of a request', () => {
  it('shows its nodes, keeps the applicant sealed and tells why the term ends on its day', async () => {
    const words = await main(officer).innerText();
    for (const node of ['提出申请', '收到申请', '登记', '答复', '送达', '办结归档']) expect(words).toContain(node);
    for (const secret of [NAME.slice(1), PHONE, NUMBER]) expect(words).not.toContain(secret);
    await region(officer, '答复期限').getByText('为什么是这一天').click();
    await officer
      .getByText(/自次日起计算 20 个工作日/)
      .first()
      .waitFor();
    await act(officer, '受理', '已受理，由您办理。');
    await sound(officer);
  });

  it('records who was checked and how, without the number', async () => {
    await step(
      officer,
      '核对身份',
      (dialog) => dialog.getByLabel('核对了什么证明').fill('居民身份证原件'),
      '已登记身份核对。',
    );
    await region(officer, '身份核对').getByText('核对了居民身份证原件').waitFor();
  });

  it('stops for one notice of correction, and counts anew from what came', async () => {
    await step(
      officer,
      '告知补正',
      async (dialog) => {
        await dialog.getByLabel(/需要补正的事项和理由/).fill('请写明需要的是哪一期工程的招标文件，一期还是二期。');
        await fillDay(dialog, '补正期限', shanghaiDay(15));
      },
      '已登记补正告知，答复期限停止计算。',
    );
    await region(officer, '答复期限').getByText('停止计时').first().waitFor();
    await region(officer, '办理中的其他期限').getByText('申请人补正').waitFor();
    expect(await officer.getByRole('button', { name: '告知补正', exact: true }).count()).toBe(0);
    await step(
      officer,
      '登记补正',
      (dialog) => dialog.getByLabel('申请人补正的内容').fill('需要二期工程的招标文件和合同。'),
      '已登记补正，答复期限重新起算。',
    );
  });

  it('stands still while a third party is asked, and weighs the objection', async () => {
    await step(
      officer,
      '征求意见',
      async (dialog) => {
        await dialog.getByLabel('名称', { exact: true }).fill('明湖建设工程有限公司');
        await dialog.getByLabel('征求什么意见').fill('是否同意公开中标合同，其中有无商业秘密。');
      },
      '已登记征求意见，所需时间不计入答复期限。',
    );
    await region(officer, '答复期限').getByText('暂停计时').first().waitFor();
    await step(
      officer,
      '登记意见',
      async (dialog) => {
        await dialog.getByText('不同意公开', { exact: true }).click();
        await dialog.getByLabel('不同意公开的理由').fill('合同单价构成属于商业秘密，公开会使竞争对手获知成本。');
        await dialog.getByText('合理', { exact: true }).click();
      },
      '已登记意见。',
      '登记',
    );
    await region(officer, '征求意见').getByText('理由合理，不予公开。').waitFor();
  });

  it('is extended by the head alone, and never by who asked for it', async () => {
    await step(
      officer,
      '申请延期',
      (dialog) => dialog.getByLabel('延期的理由').fill('涉及多份合同，需要逐份区分处理。'),
      '已提交延期申请，请负责人审批。',
    );
    expect(await officer.getByRole('button', { name: '审批延期' }).count()).toBe(0);
    const before = await region(head, '答复期限').count();
    expect(before).toBe(0);
    await visit(head, path);
    await step(
      head,
      '审批延期',
      (dialog) => dialog.getByLabel('审批意见').fill('同意延期。'),
      '已同意延期，答复期限已重算。',
      '同意延期',
    );
    await region(head, '延期').getByText('同意', { exact: true }).waitFor();
  });
});

describe('the decision', () => {
  it('asks for what its result needs, and says everything that is missing at once', async () => {
    await visit(officer, path);
    await officer.getByRole('radio', { name: '部分公开' }).check();
    const panel = region(officer, '答复决定');
    await panel.getByText(/提交前还缺 \d 项/).waitFor();
    for (const missing of ['请列明公开的信息名称', '请写明哪些内容不予公开', '请选择不予公开部分的依据'])
      await panel.getByText(missing).first().waitFor();
    await officer.getByRole('button', { name: '添加一条信息' }).click();
    await officer.getByLabel('第 1 条信息名称').fill('二期工程招标文件');
    await officer.getByRole('button', { name: '添加一条信息' }).click();
    await officer.getByLabel('第 2 条信息名称').fill('二期工程中标合同（隐去单价）');
    await officer.getByLabel('提供的方式、途径和时间').fill('随本告知书以纸质件邮寄');
    await officer.getByLabel('不予公开的内容').fill('中标合同中的单价构成');
    await officer.getByRole('checkbox', { name: '保护第三方合法权益' }).check();
    expect(await officer.getByLabel('法律依据').inputValue()).toContain('第十五条');
    await officer
      .getByLabel('第三方不同意而决定公开的理由')
      .fill('合同其余部分不含商业秘密，第三方的理由只及于单价构成。');
    await officer
      .getByLabel('理由', { exact: true })
      .fill('合同单价构成经第三方说明属于商业秘密，公开会损害其合法权益。');
    await panel.getByText(/提交前还缺/).waitFor({ state: 'detached' });
    await sound(officer);
  });

  it('loses nothing when two people write at once', async () => {
    const second = await signIn(browser, program.origin, 'handler.jiaoyu');
    await visit(second, path);
    await second.getByRole('radio', { name: '部分公开' }).check();
    await second.getByLabel('不予公开的内容').fill('单价构成和联系人');
    await second.getByRole('button', { name: '保存并生成告知书' }).click();
    await second.getByText('已保存。').first().waitFor();
    await second.context().close();
    await officer.getByRole('button', { name: '保存并生成告知书' }).click();
    const dialog = officer.getByRole('dialog', { name: '您填写期间，这条内容已被他人更新' });
    await dialog.getByText('单价构成和联系人').waitFor();
    await dialog.getByRole('radiogroup', { name: '不予公开的内容' }).getByText('对方改了什么').click();
    await dialog.getByRole('button', { name: '按选择保存' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await settled(officer);
    expect(await officer.getByLabel('不予公开的内容').inputValue()).toBe('单价构成和联系人');
    expect(await officer.getByLabel('第 1 条信息名称').inputValue()).toBe('二期工程招标文件');
  });

  it('becomes a letter that tells reasons, articles and remedies, and is handed to the reviewers', async () => {
    const letter = await officer.getByRole('region', { name: '告知书文字' }).innerText();
    for (const words of ['二期工程招标文件', '单价构成和联系人', '第三十七条', '行政复议', '人民法院'])
      expect(letter).toContain(words);
    await act(officer, '提交审核', '已提交审核。');
    expect(await officer.getByRole('button', { name: '审核通过' }).count()).toBe(0);
  });

  it('is examined by one and signed by another', async () => {
    await approveAndSend({ handler: officer, deputy, head }, path);
    await region(officer, '答复决定').getByText('部分公开').first().waitFor();
    await officer.getByText('按期答复').first().waitFor();
  });
});

describe('what follows the decision', () => {
  it('is told whole before the file may be closed', async () => {
    const archive = region(officer, '归档');
    await archive.getByText(/还没有送达记录/).waitFor();
    await archive.getByText('“二期工程招标文件”还没有研判能否转为主动公开').waitFor();
    expect(await archive.getByRole('button', { name: '办结归档' }).count()).toBe(0);
    await sound(officer);
  });

  it('is delivered with proof, which the server asks for', async () => {
    await officer.getByRole('button', { name: '登记送达', exact: true }).click();
    const dialog = officer.getByRole('dialog', { name: /^登记送达/ });
    await dialog.getByLabel('邮件号').fill('EMS1234567890');
    await fillDay(dialog, '送达日期', shanghaiDay(0));
    await dialog.getByRole('button', { name: /^登\s*记$/ }).click();
    await dialog.getByText('请写明送达凭证').waitFor();
    expect(await dialog.getByLabel('邮件号').inputValue()).toBe('EMS1234567890');
    await dialog.getByLabel('送达凭证').fill('邮件签收回执');
    await dialog.getByRole('button', { name: /^登\s*记$/ }).click();
    await dialog.waitFor({ state: 'hidden' });
    await region(officer, '送达').getByText(/送达$/).first().waitFor();
  });

  it('is examined for everybody, item by item', async () => {
    const panel = region(officer, '转化研判');
    await panel.getByRole('button', { name: '转为主动公开：二期工程招标文件' }).click();
    await officer.getByText('已起草，请按信息公开的环节审核发布。').waitFor();
    await settled(officer);
    const link = panel.getByRole('link', { name: '查看公开草稿和审核进度' });
    expect(await link.getAttribute('href')).toMatch(/publications\/[0-9a-f-]{36}$/);
    await step(
      officer,
      '不宜主动公开：二期工程中标合同（隐去单价）',
      (dialog) => dialog.getByLabel('不宜主动公开的理由').fill('只涉及申请人工程的往来，区分处理后对公众没有意义。'),
      '已登记。',
      '登记',
    );
    await panel.getByText('不宜主动公开', { exact: true }).waitFor();
  });

  it('is archived once nothing is missing', async () => {
    const archive = region(officer, '归档');
    await archive.getByLabel('档号').fill('2026-YSQ-0001');
    await act(officer, '办结归档', '已办结归档。');
    await archive.getByText(/档号 2026-YSQ-0001/).waitFor();
    await sound(officer);
    await visit(officer, '/disclosure-requests?waitsFor=closed');
    await officer.getByRole('link', { name: TITLE }).waitFor();
    await sound(officer);
  });

  it('is decided anew beside the first decision, which stays as it was sent', async () => {
    await visit(head, path);
    await step(
      head,
      '重新作出答复',
      (dialog) => dialog.getByLabel('重新作出的理由').fill('复核发现联系人可以公开，予以纠正。'),
      '已重新办理，原答复决定保留在案卷里。',
    );
    await visit(officer, path);
    await officer.getByText('已经发出的答复决定不能修改', { exact: false }).waitFor();
    await officer.getByRole('article', { name: '第 1 次答复决定' }).getByText('单价构成和联系人').first().waitFor();
    await officer.getByRole('radio', { name: '予以公开' }).waitFor();
  });
});

describe('a request of others', () => {
  it('does not exist for officers of another unit, whatever they ask', async () => {
    const other = await signIn(browser, program.origin, 'officer.weijian');
    await visit(other, path);
    await other
      .getByText(/没有找到/)
      .first()
      .waitFor();
    const body = { version: (await file()).case.version, text: '请写明需要的是哪一期工程。', until: shanghaiDay(15) };
    expect(await post(other, `/api${path}/correction-notice`, body)).toBe(404);
    expect(await post(other, `/api${path}/decision`, { edit: 0, content: { result: 'open' } })).toBe(404);
    await other.context().close();
  });

  it('is not handled by who only reviews, nor by raw replies', async () => {
    const { version } = (await file()).case;
    const notice = { version, text: '请写明需要的是哪一期工程。', until: shanghaiDay(15) };
    expect(await post(deputy, `/api${path}/correction-notice`, notice)).toBe(403);
    expect(await post(deputy, `/api${path}/decision`, { edit: 0, content: { result: 'open' } })).toBe(403);
    const id = path.split('/').at(-1);
    expect(await post(officer, `/api/cases/${id}/closing`, { version })).toBe(409);
  });
});

describe('on a phone', () => {
  it('shows file, list, form and analysis without anything sticking out', async () => {
    const phone = await signIn(browser, program.origin, 'officer.jiaoyu', { width: 390, height: 844 });
    for (const address of ['/disclosure-requests', '/disclosure-requests/new', path, '/request-hot-spots']) {
      await visit(phone, address);
      await sound(phone);
    }
    await phone.context().close();
  });
});

describe('where requests concentrate', () => {
  it('is drawn by field and unit, and each figure opens its list', async () => {
    await visit(officer, path);
    await step(officer, '归类', (dialog) => dialog.getByLabel('业务领域').fill('校园建设'), '已归类。');
    await visit(officer, '/request-hot-spots');
    await sound(officer);
    const row = region(officer, '各领域').getByRole('row', { name: /校园建设/ });
    await row.getByRole('link', { name: '1 件' }).click();
    await officer.getByText('领域“校园建设”', { exact: false }).waitFor();
    await officer.getByRole('link', { name: TITLE }).waitFor();
  });
});
