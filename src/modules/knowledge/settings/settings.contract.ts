import { z } from 'zod';
import { routes, version } from '../../../kernel/route.contract.ts';
import { SETTING_CODES } from '../knowledge-words.ts';

export const SettingView = z.object({
  code: z.enum(SETTING_CODES),
  name: z.string(),
  unit: z.string(),
  help: z.string(),
  min: z.number().int(),
  max: z.number().int(),
  value: z.number().int(),
  version,
});
export type SettingView = z.infer<typeof SettingView>;

export const settingRoutes = routes({
  list: {
    method: 'GET',
    url: '/api/knowledge/settings',
    summary: '知识库参数',
    access: { kind: 'knowledgeEntry', action: 'read' },
    response: z.object({ items: z.array(SettingView) }),
  },
  set: {
    method: 'PUT',
    url: '/api/knowledge/settings/:code',
    summary: '修改知识库参数',
    access: { kind: 'knowledgeSetting', action: 'edit' },
    params: z.object({ code: z.string().max(60) }),
    body: z.object({ value: z.number({ error: '请填写整数' }).int('请填写整数'), version }),
    response: SettingView,
  },
});
