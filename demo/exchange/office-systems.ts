import { parseDocumentNumber } from '../../src/kernel/document-number.ts';
import type { IntakeServices } from '../../src/modules/exchange/index.ts';
import type { LibraryWorld } from '../library/library-world.ts';

/** Units whose office system hands its documents in. */
const UNITS = ['jiaoyu', 'weijian', 'minzheng'];
const REGISTERED_ON = '2026-10-19';
const HANDED_IN_ON = '2026-11-16';
const CODES_ON = '2026-11-19';
const HALF_PAST_NINE = 9 * 60 + 30;

const DELIVERIES = [
  {
    sourceId: 'OA-2026-10237',
    unit: 'jiaoyu',
    title: '关于做好2026年冬季校园取暖安全工作的通知',
    documentNumber: '明教[2026]第58号',
    issuer: '明湖区教育局',
    issuedOn: '2026年11月13日',
    topic: '教育',
    recipients: '各中小学、幼儿园',
    signer: '陈立言',
    disclosure: { attribute: '主动公开', reason: '涉及学生和家长切身利益' },
    text: '各中小学、幼儿园：\n进入取暖期前，请对锅炉、管道和电取暖设备全面检查，检查结果在校内公示。\n发现隐患的，停用整改后再行使用。',
  },
  {
    sourceId: 'OA-2026-10241',
    unit: 'jiaoyu',
    title: '关于调整冬季作息时间的通知',
    issuedOn: '2026.13.1',
    documentType: '短信',
    text: '自12月1日起调整冬季作息时间。',
  },
];

/** The district's office system is connected in autumn; the codes of issuers are entered from what the library shows by then. */
export function tellOfficeSystems(world: LibraryWorld & { readonly intake: IntakeServices }): void {
  const { timeline, register, intake } = world;
  const office = () => register.actor('office');
  timeline.add(REGISTERED_ON, HALF_PAST_NINE, async () => {
    const unitIds = UNITS.filter((code) => register.unitIds.has(code)).map((code) => register.unitId(code));
    const { key } = await intake.sources.create(office(), { name: '明湖区办公自动化系统', unitIds });
    timeline.add(HANDED_IN_ON, HALF_PAST_NINE, async () => {
      const source = await intake.sources.authenticate(`Bearer ${key}`);
      for (const metadata of DELIVERIES) {
        const delivery = { source, metadata, text: null, attachments: [] };
        // The second is refused, so that the page shows what a refusal looks like.
        await intake.intake.deliver(delivery).catch(() => undefined);
      }
    });
  });
  timeline.add(CODES_ON, HALF_PAST_NINE, () => enterIssuerCodes(world));
}

async function enterIssuerCodes({ publications, register }: LibraryWorld): Promise<void> {
  const office = register.actor('office');
  const entered = new Set<string>();
  const { items } = await publications.open.items({ kinds: ['policyDocument'], page: 1, pageSize: 500 });
  for (const { fields, unitId } of items) {
    const parts = parseDocumentNumber(String(fields.documentNumber ?? ''));
    const entry = { code: parts?.agencyCode ?? '', issuer: String(fields.issuer ?? ''), unitId };
    if (!parts || entry.issuer === '' || entered.has(`${entry.code} ${entry.issuer}`)) continue;
    entered.add(`${entry.code} ${entry.issuer}`);
    await publications.rules.addIssuerCode(office, entry);
  }
}
