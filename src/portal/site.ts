import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../kernel/app-error.ts';

/**
 * What the office says about its own site: it stands in the head and foot of every page (政府网站发展指引, 国办发〔2017〕47号).
 * Whatever is not given yet is shown as 待设置, never invented.
 */
export const Site = z.object({
  /** Name of the site, as registered: 澄川市明湖区政务公开. */
  name: z.string().min(1).default('政务公开'),
  /** The government the site speaks for: 明湖区. */
  district: z.string().min(1).default('本区'),
  /** 主办单位. */
  sponsor: z.string().min(1).optional(),
  /** 承办单位. */
  operator: z.string().min(1).optional(),
  /** 网站标识码: 10 characters, 6-digit division code + 4 digits, or `bm` + 8 digits. */
  siteCode: z
    .string()
    .regex(/^(\d{10}|bm\d{8})$/)
    .optional(),
  /** ICP 备案号. */
  icp: z.string().min(1).optional(),
  /** 公安备案号. */
  policeRecord: z.string().min(1).optional(),
  domain: z.string().min(1).optional(),
  phone: z.string().min(1).optional(),
  address: z.string().min(1).optional(),
  /** Where 我为政府网站找错 leads. */
  errorReportUrl: z.url({ protocol: /^https?$/ }).optional(),
  /** Page that proves the 党政机关网站标识. */
  officialMarkUrl: z.url({ protocol: /^https?$/ }).optional(),
  /** Shown on every page of a trial or demonstration, so that nobody takes invented figures for real ones. */
  notice: z.string().min(1).optional(),
});
export type Site = z.infer<typeof Site>;

export const SITE_FILE = 'site.json';

/**
 * Reads `site.json` of the data folder; a missing file means nothing is set yet.
 * @throws AppError `site-invalid` naming every field that is wrong
 */
export async function readSite(dataFolder: string): Promise<Site> {
  const text = await readFile(join(dataFolder, SITE_FILE), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{}';
    throw error;
  });
  const parsed = Site.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  const reasons = parsed.error.issues.map((issue) => ({ field: issue.path.join('.'), message: issue.message }));
  const names = reasons.map((reason) => reason.field || SITE_FILE).join('、');
  throw new AppError('site-invalid', 500, `站点设置文件 ${SITE_FILE} 有误（${names}），请改正后重新启动。`, {
    reasons,
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
