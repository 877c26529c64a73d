import type { PortalPart } from '../../../portal/index.ts';
import type { AnswersService } from '../answering/answers.service.ts';
import { FAQ_KINDS } from '../entries/open-entries.ts';
import { askPolicyPages } from './ask-policy.portal.tsx';
import { type FaqPages, faqPage } from './faq-page.portal.tsx';

export function knowledgePortal(context: FaqPages & { readonly answers: AnswersService }): PortalPart {
  return {
    navigation: [{ href: '/ask-policy', label: '问政策' }],
    foot: [{ href: '/faq', label: '常见问题' }],
    files: [],
    home: async () => {
      const { total } = await context.open.items({ kinds: FAQ_KINDS, page: 1, pageSize: 1 });
      return {
        entries: [
          {
            href: '/ask-policy',
            label: '问政策',
            note: total > 0 ? `用文件原文回答，另有常见问题 ${total} 条` : '用自己的话提问，用文件原文回答',
          },
        ],
      };
    },
    live: askPolicyPages(context.answers),
    pages: [faqPage(context)],
  };
}
