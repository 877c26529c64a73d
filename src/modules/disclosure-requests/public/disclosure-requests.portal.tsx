import { type PortalPart, pageRoute } from '../../../portal/index.ts';
import type { CasesDoor } from '../../cases/index.ts';
import type { LibraryServices } from '../../library/index.ts';
import { type ApplyContext, applyPages } from './apply.portal.tsx';
import { GuideBody, type GuideFacts } from './guide-page.portal.tsx';
import { lookUpPages } from './look-up.portal.tsx';
import type { OwnRequestService } from './own-request.service.ts';
import { GUIDE } from './paths.ts';

const GUIDES = 100;

/** 依申请公开 on the portal: how to ask, the form, one's own request (FOI-1, FOI-3, FOI-14). */
export function disclosureRequestsPortal(
  context: ApplyContext & {
    readonly cases: Pick<CasesDoor, 'kinds' | 'clocks'>;
    readonly library: Pick<LibraryServices['open'], 'inColumn'>;
    readonly own: OwnRequestService;
  },
): PortalPart {
  const { cases, library, own, files } = context;
  return {
    navigation: [],
    foot: [{ href: GUIDE, label: '依申请公开' }],
    files: [],
    home: async () => ({ entries: [{ href: GUIDE, label: '依申请公开', note: '没有公开的信息，可以申请' }] }),
    live: [...applyPages(context), ...lookUpPages({ own, kinds: cases.kinds, files })],
    pages: [
      pageRoute({
        url: GUIDE,
        access: { kind: 'portal', action: 'read' },
        make: async () => ({
          head: {
            title: '依申请公开',
            trail: [],
            description: '怎样申请公开政府信息：途径、收到之日、答复期限、补正、费用和救济',
            column: {
              name: '依申请公开',
              description: '政府信息公开申请的途径、期限和办理进度查询',
              keywords: '依申请公开,政府信息公开申请',
            },
          },
          body: <GuideBody facts={await guideFacts(cases, library)} />,
        }),
      }),
    ],
  };
}

async function guideFacts(
  { clocks }: Pick<CasesDoor, 'clocks'>,
  library: Pick<LibraryServices['open'], 'inColumn'>,
): Promise<GuideFacts> {
  const { rules, today } = await clocks.now();
  return {
    reply: rules.on('request.reply', today).figure,
    extension: rules.on('request.extension', today).figure,
    correctionNotice: rules.on('request.correctionNotice', today).figure,
    consultation: rules.on('request.thirdParty', today).figure,
    feePayment: rules.on('request.feePayment', today).figure,
    guides: await library.inColumn('onRequest', null, GUIDES),
  };
}
