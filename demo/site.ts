import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SITE_FILE, type Site } from '../src/portal/index.ts';

/** What the invented district says of its site; every number is plainly an example. */
export const DEMO_SITE: Site = {
  name: '澄川市明湖区政务公开',
  district: '明湖区',
  sponsor: '澄川市明湖区人民政府办公室',
  operator: '澄川市明湖区政务公开办公室',
  siteCode: '0000000000',
  icp: '示例备00000000号',
  policeRecord: '示例公网安备00000000000000号',
  phone: '000-00000000（示例）',
  address: '澄川市明湖区明湖路1号（示例）',
  notice: '演示站点：地名、单位、人物和数据均为虚构。',
};

/** Leaves a file that the operator wrote alone. */
export async function writeDemoSite(dataFolder: string): Promise<void> {
  await writeFile(join(dataFolder, SITE_FILE), `${JSON.stringify(DEMO_SITE, null, 2)}\n`, { flag: 'wx' }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    },
  );
}
