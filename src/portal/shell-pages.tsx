import type { Access } from '../platform/http/access.ts';
import { AccessibilityBody } from './accessibility.tsx';
import { PageTitle } from './components/blocks.tsx';
import { HomeBody } from './home.tsx';
import { type PageRoute, pageRoute } from './page-route.ts';
import type { PortalPart } from './portal-part.ts';
import type { Site } from './site.ts';

const access: Access = { kind: 'portal', action: 'read' };

/** Pages that belong to the site itself; their content comes from the parts. */
export function shellPages({ site, parts }: { site: Site; parts: readonly PortalPart[] }): PageRoute[] {
  return [
    pageRoute({
      url: '/',
      access,
      make: async ({ version }) => {
        const shares = (await Promise.all(parts.map((part) => part.home?.(version)))).filter(
          (one) => one !== undefined,
        );
        const description = `${site.district}的政策文件、政策解读、政府信息公开专栏和政务公开工作要点的进展。`;
        const alternates = shares.flatMap((share) => share.feeds ?? []);
        return { head: { title: site.name, description, alternates }, body: <HomeBody site={site} shares={shares} /> };
      },
    }),
    pageRoute({
      url: '/about',
      access,
      make: async () => ({
        head: { title: '数据说明', description: '本站数字从哪里来、怎样计算、怎样取用。', trail: [] },
        body: (
          <>
            <PageTitle title="数据说明" lead="本站的每个数字都由台账中的记录算出，没有手工填写的汇总数。" />
            <div class="wrap prose">{parts.map((part) => part.about?.())}</div>
          </>
        ),
      }),
    }),
    pageRoute({
      url: '/accessibility',
      access,
      make: async () => ({
        head: { title: '无障碍声明', description: '本站的无障碍与适老化做法，以及遇到困难时的办法。', trail: [] },
        body: <AccessibilityBody site={site} />,
      }),
    }),
  ];
}
