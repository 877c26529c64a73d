/** A yearly contest: its days, and how many people chose the first, second … of its candidates. */
export interface DemoContest {
  readonly year: number;
  readonly publishedOn: string;
  readonly opensOn: string;
  readonly closesOn: string;
  /** Titles of interpretations. */
  readonly candidates: readonly string[];
  /** Day on which the invented voters voted. */
  readonly votedOn: string;
  readonly votes: readonly number[];
}

export const DEMO_CONTESTS: readonly DemoContest[] = [
  {
    year: 2025,
    publishedOn: '2026-01-12',
    opensOn: '2026-01-13',
    closesOn: '2026-01-23',
    candidates: [
      '老房子怎样加装电梯：四步走完',
      '科技创新券申领全流程演示',
      '2026年度居民医保这样缴',
      '走进街区看店招：户外广告和招牌设置场景演示',
    ],
    votedOn: '2026-01-16',
    votes: [31, 12, 24, 9],
  },
  {
    year: 2026,
    publishedOn: '2026-11-12',
    opensOn: '2026-11-16',
    closesOn: '2026-12-18',
    candidates: [
      '停车那些事儿：五个场景',
      '2026年义务教育招生入学政策吹风会',
      '低保标准调整，说给您听',
      '技能提升补贴领多少、怎样领',
      '专家访谈：中小企业数字化转型从哪里起步',
    ],
    votedOn: '2026-11-17',
    votes: [14, 22, 17, 11, 6],
  },
];
