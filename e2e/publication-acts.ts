import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { ask, settled, visit } from './workbench.ts';

const PATIENCE_MS = 20_000;

/** The editor of the text. */
export const text = (page: Page) => page.getByRole('textbox', { name: '正文', exact: true });

/** Path of the publication on the page, without the workbench's prefix. */
export function pathOf(page: Page): string {
  return new URL(page.url()).pathname.replace('/workbench', '');
}

export async function arrived(page: Page): Promise<string> {
  await page.waitForURL(/\/publications\/[0-9a-f-]{36}$/);
  await settled(page);
  return pathOf(page);
}

export async function save(page: Page): Promise<void> {
  // The sentence may still stand there from the saving before.
  const saved = page.waitForResponse(
    (answer) => answer.request().method() === 'PUT' && /\/content$/.test(answer.url()),
  );
  await page.keyboard.press('Control+s');
  await saved;
  await page.getByText('已保存。', { exact: true }).first().waitFor();
}

export async function submit(page: Page): Promise<void> {
  await page.getByRole('button', { name: '提交审核' }).click();
  await page.getByText('已提交审核。').waitFor();
}

/** Chooses an option of an element by typing it; once more where the list closed while the page was still settling, as anybody would. */
export async function choose(page: Page, code: string, option: string): Promise<void> {
  const field = page.locator(`#place-field-${code}`);
  const chosen = field.getByTitle(option, { exact: true });
  for (let attempt = 1; ; attempt += 1) {
    try {
      await field.getByRole('combobox').click({ timeout: PATIENCE_MS });
      await field.getByRole('combobox').fill(option);
      const offered = page.locator('.ant-select-item-option-active').getByText(option, { exact: true });
      await offered.waitFor({ timeout: PATIENCE_MS });
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      return await chosen.waitFor({ timeout: PATIENCE_MS });
    } catch (error) {
      if (attempt === 3) throw error;
      await page.keyboard.press('Escape');
    }
  }
}

export async function pickDay(page: Page, label: string, day: string): Promise<void> {
  await page.getByRole('textbox', { name: new RegExp(`^${label}`) }).fill(day);
  await page.keyboard.press('Enter');
}

/** Determines that it is disclosed to everybody, or at one place to those whom it concerns. */
export async function determine(page: Page, audience?: string): Promise<void> {
  await page.getByRole('button', { name: '认定公开属性' }).click();
  const dialog = page.getByRole('dialog', { name: '认定公开属性' });
  if (audience) {
    await dialog.getByRole('radio', { name: /定点/ }).check();
    await dialog.getByRole('textbox', { name: '公开对象' }).fill(audience);
  }
  await dialog.getByRole('combobox', { name: '依据' }).click();
  await dialog.getByRole('combobox', { name: '依据' }).fill('（十一）');
  await page.locator('.ant-select-item-option').filter({ hasText: '第二十条第（十一）项' }).click();
  await dialog.getByTitle(/第二十条第（十一）项/).waitFor();
  await dialog.getByRole('textbox', { name: '理由' }).fill('属于社会救助政策实施情况。');
  await dialog.getByRole('button', { name: '认定', exact: true }).click();
  await page.getByText('已认定公开属性。').waitFor();
}

/** Does every step that is open to this person, one after the other. */
export async function approveAll(page: Page, path: string): Promise<void> {
  for (let step = 0; step < 6; step += 1) {
    const { steps } = await ask<{ steps: { mine: boolean }[] }>(page, `/api${path}`);
    if (!steps.some((one) => one.mine)) return expect(step).toBeGreaterThan(0);
    await visit(page, `${path}?view=review`);
    await page.getByRole('button', { name: '审核通过' }).click();
    await page.getByText('审核通过。', { exact: true }).waitFor();
  }
}

/** Permanent number once it is public, else 0. */
export async function publicNumber(page: Page, path: string): Promise<number> {
  const { number, life } = await ask<{ number: number | null; life: string }>(page, `/api${path}`);
  return life === 'public' ? (number ?? 0) : 0;
}

/** One of the acts under 更多, with the reason that readers will see. */
export async function end(page: Page, action: string, reason: string, into?: number): Promise<void> {
  await page.getByRole('button', { name: '更多' }).click();
  await page.getByRole('menuitem', { name: action }).click();
  const dialog = page.getByRole('dialog', { name: action });
  if (into !== undefined) await dialog.getByRole('spinbutton').fill(String(into));
  await dialog.getByRole('textbox', { name: /理由/ }).fill(reason);
  await dialog.getByRole('button', { name: action }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** The minute of an instant as people in China write it. */
export function inBeijing(time: number): string {
  return new Date(time + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}
