import type { Locator, Page } from 'playwright-core';
import { docxFile, paragraph } from '../src/modules/attachments/office.fixtures.ts';
import { act } from './message-acts.ts';
import { choose, fillDay, shanghaiDay, step } from './request-acts.ts';
import { ask, settled, visit } from './workbench.ts';

/** Those of a unit who bring a request to its decision, each on a page of the workbench. */
export interface Handlers {
  readonly handler: Page;
  readonly deputy: Page;
  readonly head: Page;
}

/** What is handed over, as a Word file with nothing hidden in it. */
export const CONTRACT = {
  name: '施工合同.docx',
  mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  buffer: docxFile(paragraph('实验小学改扩建工程施工合同')),
};

async function bringContract(panel: Locator): Promise<void> {
  await panel.locator('input[type=file]').setInputFiles(CONTRACT);
  await panel.getByRole('link', { name: CONTRACT.name }).waitFor();
}

/** A decision that was submitted is examined by one, signed by another and sent. */
export async function approveAndSend({ handler, deputy, head }: Handlers, path: string): Promise<void> {
  for (const page of [deputy, head]) {
    await visit(page, path);
    await act(page, '审核通过', '审核通过。');
  }
  await visit(handler, path);
  await handler.getByRole('button', { name: '发出答复决定' }).click();
  await handler
    .getByRole('dialog')
    .getByRole('button', { name: /^发\s*出$/ })
    .click();
  await handler.getByText('答复决定已发出，请登记送达。').waitFor();
  await settled(handler);
}

/** What they do with one request, by the buttons of its file. */
export function requestSteps({ handler, deputy, head }: Handlers, number: string) {
  let path = '';
  const region = (name: string) => handler.getByRole('region', { name, exact: true });
  /** Fills the result's fields, saves what makes the letter, and has it examined, signed and sent. */
  const decide = async (result: string, fill: (panel: Locator) => Promise<void>) => {
    await visit(handler, path);
    await handler.getByRole('radio', { name: result }).check();
    const panel = region('答复决定');
    await fill(panel);
    await panel.getByText(/提交前还缺/).waitFor({ state: 'detached' });
    await handler.getByRole('button', { name: '保存并生成告知书' }).click();
    await handler.getByText('已保存。').first().waitFor();
    await settled(handler);
    await act(handler, '提交审核', '已提交审核。');
    await approveAndSend({ handler, deputy, head }, path);
  };
  return {
    open: async () => {
      const address = `/api/disclosure-requests?text=${number}&page=1&pageSize=10`;
      const found = await ask<{ items: { id: string }[] }>(handler, address);
      path = `/disclosure-requests/${found.items[0]?.id}`;
      await visit(handler, path);
    },
    confirm: async () => {
      await step(
        handler,
        '确认收到',
        (dialog) => dialog.getByLabel('怎样确认').fill('电话确认'),
        '已确认收到申请之日，答复期限自次日起算。',
      );
      await act(handler, '受理', '已受理，由您办理。');
    },
    askCorrection: (text: string) =>
      step(
        handler,
        '告知补正',
        async (dialog) => {
          await dialog.getByLabel(/需要补正的事项和理由/).fill(text);
          await fillDay(dialog, '补正期限', shanghaiDay(15));
        },
        '已登记补正告知，答复期限停止计算。',
      ),
    /** A third party is asked and objects with reasons that hold. */
    consult: async (whom: string) => {
      await visit(handler, path);
      await step(
        handler,
        '征求意见',
        async (dialog) => {
          await dialog.getByLabel('名称', { exact: true }).fill(whom);
          await dialog.getByLabel('征求什么意见').fill('是否同意公开施工合同，其中有无商业秘密。');
        },
        '已登记征求意见，所需时间不计入答复期限。',
      );
    },
    takeObjection: () =>
      step(
        handler,
        '登记意见',
        async (dialog) => {
          await dialog.getByText('不同意公开', { exact: true }).click();
          await dialog.getByLabel('不同意公开的理由').fill('合同单价构成属于商业秘密，公开会使竞争对手获知成本。');
          await dialog.getByText('合理', { exact: true }).click();
        },
        '已登记意见。',
        '登记',
      ),
    extend: async () => {
      await step(
        handler,
        '申请延期',
        (dialog) => dialog.getByLabel('延期的理由').fill('涉及多份合同，需要逐份区分处理。'),
        '已提交延期申请，请负责人审批。',
      );
      await visit(head, path);
      await step(
        head,
        '审批延期',
        (dialog) => dialog.getByLabel('审批意见').fill('同意延期。'),
        '已同意延期，答复期限已重算。',
        '同意延期',
      );
    },
    disclosePart: () =>
      decide('部分公开', async (panel) => {
        await panel.getByRole('button', { name: '添加一条信息' }).click();
        await panel.getByLabel('第 1 条信息名称').fill('实验小学改扩建工程施工合同（隐去单价）');
        await bringContract(panel);
        await panel.getByLabel('提供的方式、途径和时间').fill('凭编号和查询码在网上获取');
        await panel.getByLabel('不予公开的内容').fill('施工合同中的单价构成');
        await panel.getByRole('checkbox', { name: '保护第三方合法权益' }).check();
        await panel.getByLabel('第三方不同意而决定公开的理由').fill('合同其余部分不含商业秘密。');
        await panel.getByLabel('理由', { exact: true }).fill('合同单价构成属于商业秘密，公开会损害第三方合法权益。');
      }),
    discloseAll: () =>
      decide('予以公开', async (panel) => {
        await panel.getByRole('radio', { name: '随答复提供' }).check();
        await panel.getByRole('button', { name: '添加一条信息' }).click();
        await panel.getByLabel('第 1 条信息名称').fill('实验小学改扩建工程施工合同');
        await bringContract(panel);
        await panel.getByLabel('提供的方式、途径和时间').fill('凭编号和查询码在网上获取');
        await panel
          .getByLabel('第三方不同意而决定公开的理由')
          .fill('复议决定认定单价构成不属于商业秘密，不公开会影响公众监督。');
      }),
    /** A reconsideration is taken down, answered, and decided against the unit with the order to decide anew, which the head lets begin. */
    loseReconsideration: async (title: string, bodyNumber: string) => {
      await visit(handler, '/proceedings');
      await handler.getByRole('button', { name: '登记案件' }).click();
      const dialog = handler.getByRole('dialog', { name: '登记复议诉讼案件' });
      await settled(handler);
      await choose(handler, dialog, '所涉及的申请', `${title}（${number}）`);
      await choose(handler, dialog, '被复议、被诉的答复', '部分公开');
      await dialog.getByLabel('行政复议机关', { exact: true }).fill('明湖区人民政府');
      await dialog.getByLabel('案号').fill(bodyNumber);
      await dialog.getByRole('button', { name: /^登\s*记$/ }).click();
      await handler.waitForURL(/proceedings\/[0-9a-f-]{36}$/);
      await settled(handler);
      await step(handler, '登记提交答复', async () => undefined, '已登记。');
      await step(
        handler,
        '登记审理结果',
        async (result) => {
          await result.getByRole('radio', { name: '结果纠正' }).check();
          await result.getByLabel('要点').fill('单价构成不属于商业秘密，撤销原答复，责令重新答复。');
          await choose(handler, result, '被纠正的原因', '适用依据错误');
          await result.getByLabel(/责令重新答复/).check();
        },
        '已登记审理结果。',
      );
      await visit(head, new URL(handler.url()).pathname.replace('/workbench', ''));
      await act(head, '重新办理原申请', '原申请已重新办理。');
    },
    deliveries: () =>
      ask<{ deliveries: { way: string; proof: string | null }[] }>(handler, `/api${path}`).then(
        (file) => file.deliveries,
      ),
    contacts: () =>
      ask<{ contacts: { topic: string; by: string }[] }>(handler, `/api${path}`).then((file) => file.contacts),
  };
}
