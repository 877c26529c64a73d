import type { PortalPart } from '../../../portal/index.ts';
import { documentPages } from './document-routes.portal.tsx';
import { feedFiles } from './feed-routes.portal.ts';
import { libraryHome } from './home-documents.portal.tsx';
import { listPages } from './list-routes.portal.tsx';
import { opennessFiles, opennessPages } from './openness-routes.portal.tsx';
import type { PortalContext } from './portal-context.ts';

/** What the library shows to everybody. */
export function libraryPortal(context: PortalContext): PortalPart {
  return {
    navigation: [
      { href: '/library', label: '政策文件' },
      { href: '/topics', label: '政策主题' },
      { href: '/openness', label: '信息公开专栏' },
    ],
    home: () => libraryHome(context.open),
    about: () => (
      <>
        <h2>文件的有效性</h2>
        <p>
          行政规范性文件的有效性由施行日期、有效期和后来文件的修改、废止、延长记录逐日推算，没有人工填写的状态。没有写明有效期的，按规定计算：一般为五年，名称为“暂行”“试行”的为两年，通告为一年。
        </p>
      </>
    ),
    pages: [...listPages(context), ...documentPages(context), ...opennessPages(context)],
    files: [...feedFiles(context), ...opennessFiles(context)],
  };
}
