import { expect, test } from 'vitest';
import { readHtml } from './html-document.ts';

const read = (html: string) => texts(new TextEncoder().encode(html));

function texts(bytes: Uint8Array): unknown[] {
  return readHtml(bytes).blocks.map((block) => {
    if (block.kind === 'paragraph') return block.text;
    return block.cells.map((c) => `${c.row},${c.column} ${c.rowSpan}x${c.columnSpan} ${c.text}`);
  });
}

test('joined cells push later cells to the right', () => {
  const html = '<table><tr><td rowspan=2>甲<td colspan="2">乙</tr><tr><td>丙<td>丁</table>';
  expect(read(html)).toEqual([['0,0 2x1 甲', '0,1 1x2 乙', '1,1 1x1 丙', '1,2 1x1 丁']]);
});

test('breaks and paragraphs are lines; source line ends are not', () => {
  const html =
    '<table><tr><td><p>区府办、\n 区教育局</p><p>区民政局<br>园区</p></td><td>6月&nbsp;底</td><td>x</td></tr></table>';
  expect(read(html)).toEqual([['0,0 1x1 区府办、 区教育局\n区民政局\n园区', '0,1 1x1 6月\u00a0底', '0,2 1x1 x']]);
});

test('scripts, styles, hidden parts and menus are not read', () => {
  const html =
    '<head><style>a</style></head><script>b</script><nav>首页</nav><div style="display:none">藏<div>深</div></div><p hidden>隐</p><p>文</p>';
  expect(read(html)).toEqual(['文']);
});

test('layout tables dissolve around the real one', () => {
  const real =
    '<table><tr><td>序号</td><td>任务</td><td>单位</td></tr><tr><td>1</td><td>公开</td><td>区府办</td></tr></table>';
  const html = `<table><tr><td>当前位置</td><td><table><tr><td><p>标题</p>${real}</td></tr></table></td></tr></table>`;
  expect(read(html)).toEqual([
    '当前位置',
    '标题',
    ['0,0 1x1 序号', '0,1 1x1 任务', '0,2 1x1 单位', '1,0 1x1 1', '1,1 1x1 公开', '1,2 1x1 区府办'],
  ]);
});

test('the page title comes last, without the name of the site', () => {
  expect(read('<title>2024年工作要点_某区人民政府</title><p>文</p>')).toEqual(['文', '2024年工作要点']);
});

test('GBK pages by their declaration, and UTF-8 that is declared as GBK', () => {
  const gbk = [0xc8, 0xab, 0xc4, 0xea]; // 全年
  const head = [...new TextEncoder().encode('<meta charset="gb2312"><p>')];
  expect(texts(new Uint8Array([...head, ...gbk]))).toEqual(['全年']);
  expect(read('<meta http-equiv="Content-Type" content="text/html; charset=gbk"><p>全年</p>')).toEqual(['全年']);
});

test('absurd spans cost nothing', () => {
  const html = '<table><tr><td rowspan="999999999" colspan="999999999">甲</td></tr><tr><td>乙</td></tr></table>';
  const table = readHtml(new TextEncoder().encode(html)).blocks.find((block) => block.kind === 'table');
  expect(table).toMatchObject({ kind: 'table', rowCount: 2 });
  expect(table?.kind === 'table' && table.columnCount).toBeLessThanOrEqual(1000);
});
