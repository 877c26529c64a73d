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

describe('joined cells', () => {
  test('six columns, category and name joined downward', () => {
    const reading = read([
      [
        ['序号', '类别', '任务名称', '任务内容', '责任单位', '时间节点'],
        ['1', '政策公开', '规范公文', '做好公文公开属性认定', '区府办', '6月底'],
        ['2', '^', '^', '定期清理行政规范性文件', '区司法局', '全年'],
        ['3', '^', '优化解读', '开展政策解读质量提升行动', '各单位', '^'],
        ['4', '组织保障', '^', '组织开展业务培训', '区府办', '10月前'],
      ],
    ]);
    expect(categories(reading)).toEqual(['政策公开', '政策公开', '政策公开', '组织保障']);
    expect(names(reading)).toEqual(['规范公文', '规范公文', '优化解读', '优化解读']);
    expect(dates(reading)).toEqual(['2024-06-30', '2024-12-31', '2024-12-31', '2024-09-30']);
    expect(reading.warnings).toEqual([]);
  });

  test('one number over several contents: each row is a task, and it is said', () => {
    const reading = read([
      [
        HEAD,
        ['1', '规范公文', '做好公文公开属性认定', '区府办', '6月底'],
        ['^', '^', '定期清理行政规范性文件', '区司法局', '9月底'],
        ['2', '优化解读', '开展政策解读质量提升行动', '各单位', '全年'],
      ],
    ]);
    expect(numbers(reading)).toEqual([1, 2, 3]);
    expect(messages(reading)).toEqual([expect.stringContaining('- number')]);
  });

  test('number and content joined, units and dates divided: still one task', () => {
    const reading = read([
      [
        ['序号', '任务内容', '责任单位', '时间节点'],
        ['1', '做好公文公开属性认定', '区府办', '6月底'],
        ['^', '^', '区司法局', '9月底'],
        ['2', '开展政策解读质量提升行动', '各单位', '全年'],
      ],
    ]);
    expect(numbers(reading)).toEqual([1, 2]);
    expect(units(reading)).toEqual(['区府办 区司法局', '各单位']);
    expect(reading.tasks[0]?.deadline).toMatchObject({ kind: 'multi', to: '2024-09-30' });
  });

  test('a heading of two storeys gives lead and support columns', () => {
    const reading = read([
      [
        ['序号', '工作任务', '责任分工', '<', '完成时限'],
        ['^', '^', '牵头单位', '配合单位', '^'],
        ['1', '做好公文公开属性认定', '区府办', '区司法局、各街镇', '6月底'],
        ['2', '开展政策解读质量提升行动', '区新闻办', '', '全年'],
      ],
    ]);
    expect(reading.tasks[0]?.units).toEqual([
      { name: '区府办', role: 'lead' },
      { name: '区司法局', role: 'support' },
      { name: '各街镇', role: 'support' },
    ]);
    expect(reading.tasks[1]?.units).toEqual([{ name: '区新闻办', role: 'lead' }]);
    expect(reading.warnings).toEqual([]);
  });

  test('one cell for name and content is the content', () => {
    const reading = read([
      [
        HEAD,
        ['1', '规范公文', '做好公文公开属性认定', '区府办', '6月底'],
        ['2', '开展政策解读质量提升行动', '<', '各单位', '全年'],
        ['3', '加强培训', '组织开展业务培训', '区府办', '全年'],
      ],
    ]);
    expect(contents(reading)[1]).toBe('开展政策解读质量提升行动');
    expect(names(reading)).toEqual(['规范公文', null, '加强培训']);
  });

  test('one date for all rows', () => {
    const reading = read([
      [
        HEAD,
        ['1', '规范公文', '做好公开属性认定', '区府办', '全年'],
        ['2', '优化解读', '开展政策解读', '各单位', '^'],
        ['3', '加强培训', '组织业务培训', '区府办', '^'],
      ],
    ]);
    expect(reading.tasks.every((task) => task.deadline.kind === 'year')).toBe(true);
  });
});

describe('groups', () => {
  const rows = (heading: string[]): Rows => [
    ['序号', '任务内容', '责任单位', '时间节点'],
    heading,
    ['1', '做好公文公开属性认定', '区府办', '6月底'],
    ['2', '定期清理行政规范性文件', '区司法局', '全年'],
    ['二、加强组织保障', '<', '<', '<'],
    ['3', '组织开展业务培训', '区府办', '10月前'],
  ];
  test.each([
    ['across the table', ['一、政策公开', '<', '<', '<']],
    ['in the first cell', ['一、政策公开', '', '', '']],
    ['numeral and title in two cells', ['一', '政策公开', '', '']],
    ['numeral and a title across the rest', ['一', '政策公开', '<', '<']],
  ])('heading %s', (_, heading) => {
    const reading = read([rows(heading)]);
    expect(categories(reading)).toEqual(['一、政策公开', '一、政策公开', '二、加强组织保障']);
    expect(numbers(reading)).toEqual([1, 2, 3]);
    expect(reading.warnings).toEqual([]);
  });

  test('a plain heading across the table', () => {
    expect(categories(read([rows(['重点领域公开', '<', '<', '<'])]))).toEqual([
      '重点领域公开',
      '重点领域公开',
      '二、加强组织保障',
    ]);
  });

  test('numbers that begin again in each group are counted on', () => {
    const reading = read([
      [
        ['序号', '任务内容', '责任单位', '时间节点'],
        ['一、政策公开', '<', '<', '<'],
        ['1', '做好公文公开属性认定', '区府办', '6月底'],
        ['2', '定期清理行政规范性文件', '区司法局', '全年'],
        ['二、组织保障', '<', '<', '<'],
        ['1', '组织开展业务培训', '区府办', '10月前'],
      ],
    ]);
    expect(numbers(reading)).toEqual([1, 2, 3]);
    expect(messages(reading)).toEqual([expect.stringContaining('重新起编')]);
  });

  test('notes and sums in the table are no groups and no tasks', () => {
    const reading = read([
      [
        HEAD,
        ['1', '规范公文', '做好公文公开属性认定', '区府办', '6月底'],
        ['2', '优化解读', '开展政策解读', '各单位', '全年'],
        ['注：标*的为牵头单位。', '<', '<', '<', '<'],
        ['备注：未尽事宜另行通知', '', '', '', ''],
        ['合计', '2项', '', '', ''],
      ],
    ]);
    expect(numbers(reading)).toEqual([1, 2]);
    expect(categories(reading)).toEqual([null, null]);
  });
});

describe('pages', () => {
  const first: Rows = [
    HEAD,
    ['1', '规范公文', '做好公文公开属性认定', '区府办', '6月底'],
    ['2', '优化解读', '开展政策解读质量提升', '各单位', '全年'],
  ];

  test('headings repeated, missing, or repeated in the midst of one table', () => {
    const next = ['3', '加强培训', '组织开展业务培训', '区府办', '10月前'];
    for (const reading of [read([first, [HEAD, next]]), read([first, [next]]), read([[...first, HEAD, next]])]) {
      expect(numbers(reading)).toEqual([1, 2, 3]);
      expect(reading.warnings).toEqual([]);
    }
  });

  test('a row broken over two pages is one task', () => {
    const reading = read(
      [
        first,
        [
          ['', '', '行动，提高解读比例。', '', ''],
          ['3', '加强培训', '组织开展业务培训', '区府办', '10月前'],
        ],
      ],
      'pdf',
    );
    expect(contents(reading)).toEqual([
      '做好公文公开属性认定',
      '开展政策解读质量提升行动，提高解读比例。',
      '组织开展业务培训',
    ]);
    expect(numbers(reading)).toEqual([1, 2, 3]);
  });

  test('cells repeated at the head of the page do not repeat the task', () => {
    const reading = read(
      [
        first,
        [
          ['2', '优化解读', '行动，提高解读比例。', '各单位', '全年'],
          ['3', '加强培训', '组织开展业务培训', '区府办', '10月前'],
        ],
      ],
      'pdf',
    );
    expect(numbers(reading)).toEqual([1, 2, 3]);
    expect(contents(reading)[1]).toBe('开展政策解读质量提升行动，提高解读比例。');
    expect(units(reading)[1]).toBe('各单位');
  });

  test('a joined name goes on over the page', () => {
    const reading = read([first, [['3', '', '组织开展业务培训', '区府办', '10月前']]], 'pdf');
    expect(names(reading)).toEqual(['规范公文', '优化解读', '优化解读']);
  });
});
