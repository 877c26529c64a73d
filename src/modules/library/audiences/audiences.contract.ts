import { z } from 'zod';
import { routes } from '../../../kernel/route.contract.ts';

const word = z.string().trim().min(2, '请填写名称，至少两个字').max(40);

/** 适用对象 with the wider one that it is a kind of. */
export const Audience = z.object({
  name: z.string(),
  parent: z.string().nullable(),
  /** Public documents for it and for its kinds. */
  documents: z.number().int(),
  /** Every wider one, the nearest first; the list is in the order of the tree. */
  above: z.array(z.string()),
});
export type Audience = z.infer<typeof Audience>;

export const AudienceInput = z.object({ name: word, parent: word.nullable() });
export type AudienceInput = z.infer<typeof AudienceInput>;

const AudienceList = z.object({ items: z.array(Audience) });

export const audienceRoutes = routes({
  audiences: {
    method: 'GET',
    url: '/api/library/audiences',
    summary: '适用对象及其上级',
    access: { kind: 'topic', action: 'read' },
    response: AudienceList,
  },
  /** Puts an audience below another, or to the top; adds it when it is new. */
  putAudience: {
    method: 'PUT',
    url: '/api/library/audiences',
    summary: '设置适用对象的上级',
    access: { kind: 'topic', action: 'edit' },
    body: AudienceInput,
    response: AudienceList,
  },
});
