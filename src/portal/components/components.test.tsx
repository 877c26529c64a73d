import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { EmptyState, Fact, Facts } from './blocks.tsx';
import { FilterForm } from './filter-form.tsx';
import { Pagination, pagesToShow } from './pagination.tsx';
import { PaneWindow, Ring, ShareBar, ShareColumn } from './pictures.tsx';
import { Table } from './table.tsx';
import { Tag, TONES } from './tag.tsx';

const HOSTILE = '"><script>alert(1)</script>';

describe('Table', () => {
  const table = renderToString(
    <Table
      caption="各单位进展"
      rows={[{ name: HOSTILE, done: 3 }]}
      rowKey={(row) => row.name}
      columns={[
        { header: '单位', kind: 'name', cell: (row) => row.name },
        { header: '已完成', kind: 'number', cell: (row) => row.done },
      ]}
    />,
  );

  it('has a caption, column heads and row heads with their scope', () => {
    expect(table).toContain('<caption>各单位进展</caption>');
    expect(table.match(/scope="col"/g)).toHaveLength(2);
    expect(table.match(/scope="row"/g)).toHaveLength(1);
  });

  it('labels each cell for the phone', () => {
    expect(table).toContain('data-label="已完成">3</td>');
  });

  it('escapes what people wrote', () => {
    expect(table).not.toContain('<script>');
  });
});

describe('Pagination', () => {
  it('is absent when everything fits', () => {
    expect(renderToString(<Pagination page={1} pageSize={30} total={30} href={String} />)).toBe('');
  });

  it('marks the current page and names the others in full', () => {
    const html = renderToString(<Pagination page={2} pageSize={30} total={64} href={(page) => `?page=${page}`} />);
    expect(html).toMatch(/href="\?page=2"[^>]*aria-current="page"/);
    expect(html).toContain('aria-label="第 3 页，共 3 页"');
    expect(html).toContain('rel="prev"');
    expect(html).toContain('rel="next"');
  });

  it('shows the ends and the neighbourhood of a long list', () => {
    expect(pagesToShow(10, 40)).toEqual([1, 8, 9, 10, 11, 12, 40]);
    expect(pagesToShow(1, 3)).toEqual([1, 2, 3]);
  });
});

describe('FilterForm', () => {
  const form = renderToString(
    <FilterForm
      action="/plans/2026"
      label="筛选任务"
      clearHref={undefined}
      fields={[
        { name: 'state', label: '状态', value: 'overdue', options: [{ value: 'overdue', label: '逾期' }] },
        { name: 'q', label: '关键词', value: HOSTILE },
      ]}
    />,
  );

  it('is a GET form whose fields have labels and keep their values', () => {
    expect(form).toContain('method="get"');
    expect(form).toContain('<label for="filter-state">状态</label><select id="filter-state" name="state">');
    expect(form).toMatch(/<option[^>]*selected[^>]*value="overdue"|<option[^>]*value="overdue"[^>]*selected/);
    expect(form).toContain('for="filter-q"');
  });

  it('escapes what a visitor typed', () => {
    expect(form).not.toContain('<script>');
  });
});

describe('Tag', () => {
  it('gives every tone a shape of its own', () => {
    const shapes = TONES.map((tone) => /<svg[^>]*>(.*?)<\/svg>/.exec(renderToString(<Tag tone={tone}>字</Tag>))?.[1]);
    expect(new Set(shapes).size).toBe(TONES.length);
  });
});

describe('pictures', () => {
  const panes = renderToString(
    <PaneWindow
      label="共 2 项，已完成 1 项。"
      panes={[
        { tone: 'done', href: '/plans/2026/tasks/1', label: '1. 甲' },
        { tone: 'late', href: '/plans/2026/tasks/2', label: '2. 乙' },
      ]}
    />,
  );

  it('say their sums in words and keep out of the keyboard’s way', () => {
    expect(panes).toContain('<p class="unseen">共 2 项，已完成 1 项。</p>');
    expect(panes).toContain('aria-hidden="true"');
    expect(panes.match(/<a [^>]*tabindex="-1"/g)).toHaveLength(2);
  });

  it('draw bars as wide as their shares', () => {
    const bar = renderToString(
      <ShareBar
        shares={[
          { tone: 'done', value: 3 },
          { tone: 'active', value: 0 },
          { tone: 'late', value: 1 },
        ]}
      />,
    );
    expect(bar).toMatch(/class="fill-done" x="0" y="0" width="746"/);
    expect(bar).toMatch(/class="fill-late" x="750"/);
    expect(bar).not.toContain('fill-active');
  });

  it('survive nothing to show', () => {
    expect(renderToString(<ShareBar shares={[{ tone: 'done', value: 0 }]} />)).not.toContain('NaN');
    expect(renderToString(<ShareColumn shares={[{ tone: 'done', value: 0 }]} highest={0} />)).not.toContain('NaN');
    expect(renderToString(<PaneWindow panes={[]} label="没有任务" />)).not.toContain('NaN');
    expect(renderToString(<Ring percent={0} />)).not.toContain('ring-done');
  });

  it('never show more than the whole', () => {
    expect(renderToString(<Ring percent={140} />)).toContain('>100%<');
  });

  it('use attributes only: an inline style would be refused by the content policy', () => {
    expect(panes + renderToString(<Ring percent={40} />)).not.toMatch(/ style=/);
  });
});

describe('blocks', () => {
  it('leave out facts without a value, but not zero', () => {
    const html = renderToString(
      <Facts>
        <Fact name="文号">{null}</Fact>
        <Fact name="单位要点">{false}</Fact>
        <Fact name="份数">{0}</Fact>
      </Facts>,
    );
    expect(html).not.toContain('文号');
    expect(html).not.toContain('单位要点');
    expect(html).toContain('<dt>份数</dt><dd>0</dd>');
  });

  it('say what is missing', () => {
    expect(renderToString(<EmptyState title="没有符合条件的任务" />)).toContain('没有符合条件的任务');
  });
});
