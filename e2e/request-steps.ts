import type { Page } from 'playwright-core';
import { ask } from './workbench.ts';

/** Those of a unit who bring a request to its decision; the pages of the workbench have a journey of their own. */
export interface Handlers {
  readonly handler: Page;
  readonly deputy: Page;
  readonly head: Page;
}

/** Steps of the procedure as the API takes them from people who are signed in. */
export function requestSteps({ handler, deputy, head }: Handlers, number: string) {
  let id = '';
  const file = () =>
    ask<{ case: { id: string; version: number }; deliveries: unknown[]; contacts: unknown[] }>(handler, url());
  const url = (tail = '') => `/api/disclosure-requests/${id}${tail}`;
  const act = async (page: Page, address: string, body: object) => {
    const { case: view } = await file();
    await send(page, address, { version: view.version, ...body });
  };
  return {
    find: async () => {
      const found = await ask<{ items: { id: string }[] }>(
        handler,
        `/api/disclosure-requests?text=${number}&page=1&pageSize=10`,
      );
      id = found.items[0]?.id ?? '';
    },
    file,
    confirm: async () => {
      await act(handler, url('/receipt'), { on: shanghaiDay(0), how: '电话确认' });
      await act(handler, `/api/cases/${id}/acceptance`, {});
    },
    askCorrection: (text: string) => act(handler, url('/correction-notice'), { text, until: shanghaiDay(14) }),
    /** Drafted by one, examined by another, signed by a third. */
    decide: async (content: object) => {
      await send(handler, url('/decision'), { edit: 0, content });
      await act(handler, url('/decision-submission'), { edit: 1 });
      const review = { edit: 1, decision: 'approved' };
      await act(deputy, `/api/cases/${id}/reply/reviews`, { ...review, step: 'examination' });
      await act(head, `/api/cases/${id}/reply/reviews`, { ...review, step: 'signing' });
      await act(handler, url('/decision-sending'), { edit: 1 });
    },
  };
}

async function send(page: Page, address: string, body: object): Promise<void> {
  const [status, text] = await page.evaluate(
    async ([to, sent]) => {
      const session = await (await fetch('/api/session')).json();
      const headers = { 'content-type': 'application/json', 'x-csrf-token': session.csrfToken };
      const answer = await fetch(to as string, { method: 'POST', headers, body: JSON.stringify(sent) });
      return [answer.status, await answer.text()] as const;
    },
    [address, body] as const,
  );
  if (status >= 300) throw new Error(`${address}: ${status} ${text}`);
}

/** Day of Asia/Shanghai, so many days from now. */
function shanghaiDay(daysFromNow: number): string {
  return new Date(Date.now() + 8 * 3_600_000 + daysFromNow * 86_400_000).toISOString().slice(0, 10);
}
