import { plainBody } from './body.ts';
import { determinationOf, type LibraryWorld, peopleOf } from './library-world.ts';

const NINE = 9 * 60;

/** Documents that were signed and still wait to become public: the term of one is over, that of the other ends in a few days. */
const DRAFTS = [
  {
    unit: 'jiaoyu',
    registeredOn: '2026-10-16',
    fields: {
      documentNumber: '明教〔2026〕52号',
      indexNumber: 'MH-JY/2026-00952',
      issuer: '明湖区教育局',
      issuedOn: '2026-10-15',
      documentType: '通知',
      normative: false,
      topic: '教育',
      tags: ['监督检查'],
      interpretation: 'none',
      summary: '对中小学、幼儿园冬季取暖、通风和晨午检作出安排。',
    },
    title: '关于做好2026年冬季校园取暖和通风工作的通知',
    text: '各中小学、幼儿园：\n教室每半天至少开窗通风两次，每次不少于三十分钟，有专人记录。\n取暖设备在十一月十日前全面检修，检修记录留存备查。\n晨检、午检发现发热学生，及时告知家长并做好登记。',
  },
  {
    unit: 'minzheng',
    registeredOn: '2026-10-29',
    fields: {
      documentNumber: '明民〔2026〕36号',
      indexNumber: 'MH-MZ/2026-00936',
      issuer: '明湖区民政局',
      issuedOn: '2026-10-28',
      documentType: '通知',
      normative: false,
      topic: '民政与养老',
      tags: ['救助'],
      interpretation: 'none',
      summary: '对社区食堂冬季供餐时间、送餐上门和价格公示作出安排。',
    },
    title: '关于做好2026年冬季社区食堂供餐服务的通知',
    text: '各街道办事处、镇人民政府：\n社区食堂晚餐供应时间延长至十九时，行动不便的老年人可以电话预约送餐上门。\n菜品和价格在食堂门口公示，每周更新一次。\n区民政局每月抽查不少于五家，结果通报各街道、镇。',
  },
] as const;

export function tellOpenDrafts(world: LibraryWorld): void {
  const { publications, register, timeline } = world;
  for (const { unit, registeredOn, fields, title, text } of DRAFTS) {
    timeline.add(registeredOn, NINE, async () => {
      const { drafter, officer } = peopleOf(register, unit);
      const content = {
        schema: 1 as const,
        title,
        fields: { ...fields, tags: [...fields.tags] },
        body: plainBody(text),
        attachments: [],
        relations: [],
      };
      const input = { kind: 'policyDocument', unitId: register.unitId(unit), content };
      const { id } = await publications.drafting.create(drafter, input);
      await publications.determinations.determine(officer, id, determinationOf('art21'));
    });
  }
}
