import { describe, expect, it } from 'vitest';
import { cleanHtml } from './clean-html.ts';

describe('what Word puts on the clipboard', () => {
  it('keeps words, bold, headings and alignment, and nothing of its styles', () => {
    const html = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p{color:red}</style></head><body><!--StartFragment-->
      <p class=MsoTitle align=center style='text-align:center'><b><span style='font-size:22.0pt;font-family:方正小标宋'>关于公开的通知<o:p></o:p></span></b></p>
      <h1 style='mso-pagination:none'>一、总体要求</h1>
      <p class=MsoNormal style='text-indent:32.0pt'><span lang=EN-US>2026</span><span style='font-weight:bold'>年</span>起施行。<o:p>&nbsp;</o:p></p>
      <p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p>
      <p class=MsoNormal style='text-align:right'>明湖区教育局</p><!--EndFragment--></body></html>`;
    expect(
      cleanHtml(html)
        .replace(/\s+(?=<)/g, '')
        .trim(),
    ).toBe(
      '<h2 align="center"><strong>关于公开的通知</strong></h2><h1>一、总体要求</h1><p>2026<strong>年</strong>起施行。</p><p align="right">明湖区教育局</p>',
    );
  });

  it('makes lists of list paragraphs, nested and of both kinds', () => {
    const line = (level: number, marker: string, words: string) =>
      `<p class=MsoListParagraph style='margin-left:21pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span><span style='mso-list:Ignore'>${marker}<span style='font:7pt "Times New Roman"'>&nbsp; </span></span></span><![endif]>${words}</p>`;
    expect(cleanHtml(`${line(1, '1.', '申请') + line(2, '', '身份证') + line(1, '2.', '受理')}<p>完</p>`)).toBe(
      '<ol><li><p>申请</p><ul><li><p>身份证</p></li></ul></li><li><p>受理</p></li></ol><p>完</p>',
    );
  });

  it('keeps tables with joined cells', () => {
    const html =
      "<table class=MsoTableGrid border=1 style='border-collapse:collapse'><thead><tr><td width=100 colspan=2 style='width:75pt'><p class=MsoNormal>姓名</p></td></tr></thead><tr><td rowspan='2' onclick='x()'><p>甲</p></td><td></td></tr></table>";
    expect(cleanHtml(html)).toBe(
      '<table><tbody><tr><td colspan="2"><p>姓名</p></td></tr></tbody><tr><td rowspan="2"><p>甲</p></td><td></td></tr></table>',
    );
  });

  it('leaves out hidden words', () => {
    expect(cleanHtml("<p>公开<span style='mso-hide:all'>内部</span><span style='display:none'>批示</span></p>")).toBe(
      '<p>公开</p>',
    );
  });
});

describe('what must never come in', () => {
  it.each([
    ['<script>alert(1)</script><p>一</p>', '<p>一</p>'],
    ['<p onclick="x()">一</p>', '<p>一</p>'],
    ['<a href="javascript:alert(1)">点</a>', '点'],
    [
      '<a href="https://a.example/&quot; onmouseover=&quot;x">点</a>',
      '<a href="https://a.example/&quot; onmouseover=&quot;x">点</a>',
    ],
    ['<img src=x onerror=alert(1)>', ''],
    ['<svg onload=alert(1)><p>一</p></svg>', ''],
    ['<iframe src="https://a.example"></iframe>', ''],
    ['<p>&lt;script&gt;</p>', '<p>&lt;script&gt;</p>'],
  ])('%s', (html, expected) => {
    expect(cleanHtml(html)).toBe(expected);
  });
});

it('puts a line break into a paragraph of its own', () => {
  expect(cleanHtml('<p>一<br>二</p>')).toBe('<p>一</p><p>二</p>');
});
