import type { Locator, Page } from 'playwright-core';
import { settled } from './workbench.ts';

/** Opens the dialog of a step, fills it in, sends it and waits for what the server says of it. */
export async function step(
  page: Page,
  name: string,
  fill: (dialog: Locator) => Promise<void>,
  done: string | RegExp,
  sends = name,
): Promise<void> {
  const button = page.getByRole('button', { name, exact: true }).first();
  await button.click();
  const dialog = page.getByRole('dialog', { name: new RegExp(`^${name}`) });
  // What arrives late may move the button away from under the hand: then it is pressed once more, as people do.
  await dialog.waitFor({ timeout: 20_000 }).catch(() => button.click());
  await fill(dialog);
  await dialog.getByRole('button', { name: spaced(sends) }).click();
  await page.getByText(done).first().waitFor();
  await dialog.waitFor({ state: 'hidden' });
  await settled(page);
}

/** antd puts a space between two characters of a button. */
function spaced(name: string): RegExp {
  return new RegExp(`^${[...name].join('\\s*')}$`);
}

export async function fillDay(within: Locator, label: string, day: string): Promise<void> {
  const input = within.getByLabel(label, { exact: true });
  await input.fill(day);
  await input.press('Enter');
}

export async function choose(page: Page, within: Locator, label: string, option: string): Promise<void> {
  await within.getByLabel(label, { exact: true }).click();
  await page.locator('.ant-select-item-option:visible').getByText(option, { exact: true }).last().click();
  await page.locator('.ant-select-dropdown:visible').waitFor({ state: 'hidden' });
}

/** Day of Asia/Shanghai, so many days from now. */
export function shanghaiDay(daysFromNow: number): string {
  return new Date(Date.now() + 8 * 3_600_000 + daysFromNow * 86_400_000).toISOString().slice(0, 10);
}
