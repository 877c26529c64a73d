import { z } from 'zod';
import { type PortalPart, pageRoute } from '../../../portal/index.ts';
import { LogBody } from './log-page.portal.tsx';
import type { LogSummary } from './log-summary.ts';

/** The page that explains the log. @param address of this site, for the command to copy */
export function logPortal(summarise: (page: number) => Promise<LogSummary>, address: string): PortalPart {
  return {
    navigation: [],
    files: [],
    pages: [
      pageRoute({
        url: '/log',
        access: { kind: 'log', action: 'read' },
        query: z.object({ page: z.coerce.number().int().min(1).max(1_000_000).catch(1).default(1) }),
        make: async ({ query }) => ({
          head: {
            title: '公开存证日志',
            description: '每一次发布、修订、撤回和移除的只增不减的记录，以及自己核对的办法。',
            trail: [],
          },
          body: <LogBody log={await summarise(query.page)} address={address} />,
        }),
      }),
    ],
    about: () => (
      <>
        <h2>公开信息有没有被改过</h2>
        <p>
          每次发布、修订、撤回和移除都记入<a href="/log">公开存证日志</a>，任何人都可以自行核对。
        </p>
      </>
    ),
  };
}
