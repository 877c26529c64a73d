import { describe, expect, test } from 'vitest';
import {
  categories,
  contents,
  dates,
  HEAD,
  messages,
  names,
  numbers,
  type Rows,
  read,
  units,
} from './plan-views.fixtures.ts';
import { drawDocument } from './table-drawing.fixtures.ts';
import { understand } from './understand.ts';

describe('columns', () => {
  test('no number column: rows are counted', () => {
    const reading = read([
      [
        ['任务内容', '责任单位', '时间节点'],
        ['做好公文公开属性认定', '区府办', '6月底'],
        ['开展政策解读', '各单位', '全年'],
      ],
    ]);
    expect(numbers(reading)).toEqual([1, 2]);
    expect(messages(reading)).toEqual([expect.stringContaining('编号')]);
  });

  test('numbers at the head of the text', () => {
    const reading = read([
      [
        ['任务内容', '责任单位', '时间节点'],
        ['1.做好公文公开属性认定', '区府办', '6月底'],
        ['2.开展政策解读', '各单位', '全年'],
        ['3.开展12次培训', '各单位', '全年'],
      ],
    ]);
    expect(numbers(reading)).toEqual([1, 2, 3]);
    expect(contents(reading)).toEqual(['做好公文公开属性认定', '开展政策解读', '开展12次培训']);
    expect(reading.warnings).toEqual([]);
  });

  test('columns without use are passed over', () => {
    const reading = read([
      [
        ['完成情况', '时限要求', '责任部门', '责任人', '工作举措', '重点任务', '编号', '备注'],
        ['', '6月底', '区府办', '王某', '做好公文公开属性认定', '规范公文', '1', ''],
        ['', '全年', '各单位', '李某', '开展政策解读', '优化解读', '2', ''],
      ],
    ]);
    expect(names(reading)).toEqual(['规范公文', '优化解读']);
    expect(contents(reading)).toEqual(['做好公文公开属性认定', '开展政策解读']);
    expect(units(reading)).toEqual(['区府办', '各单位']);
    expect(dates(reading)).toEqual(['2024-06-30', '2024-12-31']);
  });

  test('a heading that belies its column is overruled and said', () => {
    const reading = read([
      [
        ['序号', '任务内容', '备  考', '负责', '责任单位'],
        ['1', '做好公文公开属性认定', '区府办', '6月底', ''],
        ['2', '开展政策解读', '各街镇、区教育局', '全年', ''],
        ['3', '组织开展业务培训', '区政府各部门', '9月底前', ''],
      ],
    ]);
    expect(units(reading)).toEqual(['区府办', '各街镇 区教育局', '区政府各部门']);
    expect(dates(reading)).toEqual(['2024-06-30', '2024-12-31', '2024-09-30']);
    expect(messages(reading).filter((m) => m.startsWith('- document'))).toHaveLength(2);
  });

  test('name and content under one heading', () => {
    const rows = [
      ['1', '公文', '做好公文认定工作', '区府办', '6月底'],
      ['2', '解读', '开展政策解读活动', '各单位', '全年'],
    ];
    for (const head of [
      ['序号', '工作内容', '<', '责任单位', '时间'],
      ['序号', '工作内容', '', '责任单位', '时间'],
    ]) {
      expect(names(read([[head, ...rows]]))).toEqual(['公文', '解读']);
      expect(contents(read([[head, ...rows]]))).toEqual(['做好公文认定工作', '开展政策解读活动']);
    }
  });

  test('a column that is not there is missed once, not for every task', () => {
    const reading = read([
      [
        ['序号', '工作内容', '责任单位'],
        ['1', '做好公文认定工作', '区府办'],
        ['2', '开展政策解读活动', '各单位'],
      ],
    ]);
    expect(messages(reading)).toEqual(['- deadline 表中没有完成时限一列，请补充']);
  });

  test('blank columns at the edge', () => {
    const reading = read([
      [
        ['', ...HEAD, ''],
        ['', '1', '规范公文', '做好公文公开属性认定', '区府办', '6月底', ''],
        ['', '2', '优化解读', '开展政策解读', '各单位', '全年', ''],
      ],
    ]);
    expect(names(reading)).toEqual(['规范公文', '优化解读']);
    expect(reading.warnings).toEqual([]);
  });
});

test('a note says that the first unit leads', () => {
  const rows = [
    ['序号', '任务内容', '责任单位（列第一位的为牵头单位）', '时间节点'],
    ['1', '做好公文公开属性认定', '区府办、区司法局', '6月底'],
    ['2', '开展政策解读', '各单位', '全年'],
  ];
  expect(read([rows]).tasks.map((task) => task.units.map((unit) => unit.role))).toEqual([
    ['lead', 'responsible'],
    ['lead'],
  ]);
});

test('numbers of several parts are counted and said', () => {
  const reading = read([
    [
      HEAD,
      ['1.1', '规范公文', '做好公文公开属性认定', '区府办', '6月底'],
      ['1.2', '优化解读', '开展政策解读', '各单位', '全年'],
      ['2.1', '加强培训', '组织业务培训', '区府办', '全年'],
    ],
  ]);
  expect(numbers(reading)).toEqual([1, 2, 3]);
  expect(messages(reading)).toEqual([expect.stringContaining('1.1')]);
});

describe('blank cells', () => {
  test('a blank deadline stays blank and is asked about', () => {
    const reading = read([
      [
        HEAD,
        ['1', '规范公文', '做好公文公开属性认定', '区府办', '6月底'],
        ['2', '优化解读', '开展政策解读', '各单位', ''],
        ['3', '加强培训', '组织开展业务培训', '区府办', '全年'],
      ],
    ]);
    expect(reading.tasks[1]).toMatchObject({ deadlineText: '', deadline: { kind: 'unknown', from: null, to: null } });
    expect(messages(reading)).toEqual([expect.stringContaining('2 deadline 没有写完成时限')]);
  });

  test('where joins are lost, units and habitually blank dates come from above, and it is said', () => {
    const reading = read(
      [
        [
          HEAD,
          ['1', '规范公文', '做好公文公开属性认定', '区府办', '6月底'],
          ['2', '', '定期清理行政规范性文件', '', ''],
          ['3', '', '编制公开目录', '区司法局', ''],
          ['4', '优化解读', '开展政策解读', '各单位', '全年'],
          ['5', '', '提高解读比例', '各街镇', ''],
        ],
      ],
      'csv',
    );
    expect(names(reading)).toEqual(['规范公文', '规范公文', '规范公文', '优化解读', '优化解读']);
    expect(units(reading)).toEqual(['区府办', '区府办', '区司法局', '各单位', '各街镇']);
    expect(dates(reading)).toEqual(['2024-06-30', '2024-06-30', '2024-06-30', '2024-12-31', '2024-12-31']);
    expect(messages(reading)).toHaveLength(4);
  });

  test('a number that is missing between two is filled in and said', () => {
    const reading = read([
      [
        HEAD,
        ['1', '规范公文', '做好认定', '区府办', '6月底'],
        ['', '优化解读', '开展政策解读', '各单位', '全年'],
        ['3', '加强培训', '组织业务培训', '区府办', '全年'],
        ['4', '加强宣传', '组织主题宣传', '区府办', '全年'],
      ],
    ]);
    expect(numbers(reading)).toEqual([1, 2, 3, 4]);
    expect(messages(reading)).toEqual([expect.stringContaining('2 number 原文此行没有序号')]);
  });

  test('a gap in the numbers is asked about', () => {
    const reading = read([
      [HEAD, ['1', '规范公文', '做好认定', '区府办', '6月底'], ['3', '加强培训', '组织业务培训', '区府办', '全年']],
    ]);
    expect(numbers(reading)).toEqual([1, 3]);
    expect(messages(reading)).toEqual([expect.stringContaining('没有找到第2项')]);
  });
});

describe('several tables', () => {
  test('tables that are no breakdown are passed over', () => {
    const reading = read([
      [
        ['单位', '联络员', '电话'],
        ['区府办', '王某', '1'],
        ['区教育局', '李某', '2'],
      ],
      [
        ['指标', '2022年', '2023年'],
        ['主动公开', '120', '130'],
        ['依申请公开', '3', '5'],
      ],
      [
        HEAD,
        ['1', '规范公文', '做好公文公开属性认定', '区府办', '6月底'],
        ['2', '优化解读', '开展政策解读', '各单位', '全年'],
      ],
    ]);
    expect(numbers(reading)).toEqual([1, 2]);
  });

  test('one table per chapter with numbers that go on', () => {
    const reading = read([
      '一、政策公开',
      [HEAD, ['1', '规范公文', '做好公文公开属性认定', '区府办', '6月底']],
      '二、组织保障',
      [HEAD, ['2', '加强培训', '组织开展业务培训', '各单位', '全年']],
    ]);
    expect(numbers(reading)).toEqual([1, 2]);
    expect(categories(reading)).toEqual(['一、政策公开', '二、组织保障']);
  });

  test('the same table twice is read once, and it is said', () => {
    const table = [
      HEAD,
      ['1', '规范公文', '做好公文公开属性认定', '区府办', '6月底'],
      ['2', '优化解读', '开展政策解读', '各单位', '全年'],
    ];
    const reading = read([table, table], 'xlsx');
    expect(numbers(reading)).toEqual([1, 2]);
    expect(messages(reading)).toEqual([expect.stringContaining('重复')]);
  });
});

test.each<[string, Rows]>([
  [
    'a roster',
    [
      ['序号', '姓名', '单位', '职务', '联系电话'],
      ['1', '王某', '区府办', '科长', '60000001'],
      ['2', '李某', '区教育局', '主任', '60000002'],
    ],
  ],
  [
    'a budget',
    [
      ['序号', '项目名称', '责任单位', '预算金额（万元）', '完成时间'],
      ['1', '道路维修工程', '区建管委', '120', '2024年6月'],
      ['2', '绿化养护', '区绿化市容局', '80', '2024年9月'],
    ],
  ],
  [
    'page facts',
    [
      ['名称：', '关于印发工作要点的通知'],
      ['发文机关：', '区府办'],
    ],
  ],
])('%s is no plan', (_, rows) => {
  const document = drawDocument([rows], 'xlsx');
  expect(() => understand(document)).toThrow(
    expect.objectContaining({ code: 'plan-unreadable', message: expect.stringContaining('Excel') }),
  );
});

test('a list of building projects is no plan, though it has units and days', () => {
  const projects = ['中山路改造', '文化馆新建', '污水处理厂提标', '学校迁建', '公园改造'];
  const table = [
    ['序号', '项目名称', '建设内容', '总投资（万元）', '建设单位', '计划完成时间'],
    ...projects.map((name, i) => [`${i + 1}`, name, `新建道路${i}公里，配套管线`, `${i}100`, '区建设管理委', '6月底']),
  ];
  expect(() => understand(drawDocument([table]))).toThrow('任务分解表');
});
