/** An entry of the live room's programme; the addresses are examples that lead nowhere. */
export interface DemoSession {
  readonly unit: string;
  readonly title: string;
  /** Day on which this entry becomes public. */
  readonly publishedOn: string;
  readonly fields: Readonly<Record<string, string>>;
  /** 发文字号 of the documents that are explained. */
  readonly explains: readonly string[];
  readonly text: string;
}

export const DEMO_SESSIONS: readonly DemoSession[] = [
  {
    unit: 'jiaoyu',
    title: '局长在线：2026年招生入学政策',
    publishedOn: '2026-04-17',
    explains: ['明教〔2026〕15号'],
    fields: {
      state: 'held',
      heldOn: '2026-04-16',
      startsAt: '19:00',
      occasion: 'frequent',
      guests: '区教育局局长、基础教育科科长',
      replay: 'https://live.example/minghu/20260416',
      summary: '报名时间、材料和入学顺序，现场回答家长提问二十三个。',
    },
    text: `## 租房家庭怎样报名
凭租赁备案和居住证，由街道统筹安排。
## 民办学校没有摇中怎么办
在公办学校报名截止以前，可以回到户籍或居住地对口学校登记。`,
  },
  {
    unit: 'gongxin',
    title: '数字化转型补助申领直播课',
    publishedOn: '2026-05-29',
    explains: ['明工信规〔2026〕1号'],
    fields: {
      state: 'held',
      heldOn: '2026-05-28',
      startsAt: '10:00',
      occasion: 'normative',
      guests: '区工业和信息化局副局长、澄川大学数字经济研究所专家',
      replay: 'https://live.example/minghu/20260528',
      summary: '新办法支持什么、怎样申报、何时到账，按申报页面一步步演示。',
    },
    text: '直播按申报页面逐步演示，企业提问由主管科室当场答复，答复要点已收入解读。',
  },
  {
    unit: 'zhujian',
    title: '物业管理办法（征求意见稿）说明会',
    publishedOn: '2026-09-11',
    explains: [],
    fields: {
      state: 'cancelled',
      heldOn: '2026-09-18',
      startsAt: '14:30',
      occasion: 'draft',
      guests: '区住房和城乡建设局副局长',
      summary: '因场地设备检修，本场直播取消，意见征集照常进行。',
    },
    text: '请继续通过意见征集页面提出意见。',
  },
  {
    unit: 'zhengfuban',
    title: '停车管理办法实施问答',
    publishedOn: '2026-11-13',
    explains: ['明府规〔2026〕3号'],
    fields: {
      state: 'planned',
      heldOn: '2026-12-10',
      startsAt: '15:00',
      occasion: 'normative',
      guests: '区交通运输局副局长、区城市管理局副局长',
      liveAddress: 'https://live.example/minghu/20261210',
      asking: '直播间留言，或提前拨打12345',
      summary: '路内停车怎样收费、小区共享车位怎样办理，请部门负责人在线回答。',
    },
    text: '提前提出的问题，将在直播中优先回答。',
  },
];
