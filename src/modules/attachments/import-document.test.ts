import { describe, expect, it } from 'vitest';
import { bodyText, type DocumentBody, renderBody } from '../../kernel/document-body.ts';
import { exifBlock, jpegFile } from './image.fixtures.ts';
import { importDocument } from './import-document.ts';
import { docxFile, paragraph, pptxFile, rels, slideXml } from './office.fixtures.ts';
import { pdfFile } from './pdf.fixtures.ts';

const docx = async (body: string, more = {}) => importDocument(docxFile(body, more), '通知.docx');
/** HTML without the scroll box of tables, which is the renderer's business. */
const html = (body: DocumentBody) =>
  renderBody(body)
    .replace(/<\/?div[^>]*>/g, '')
    .replaceAll('\n', '');
const centred = '<w:pPr><w:jc w:val="center"/></w:pPr>';
const right = '<w:pPr><w:jc w:val="right"/></w:pPr>';

describe('Word', () => {
  it('an official document: head, headings, signature, what it tells of itself', async () => {
    const { body, proposals, headBlockIds, doubts } = await docx(
      [
        paragraph('澄川市明湖区人民政府办公室文件', centred),
        paragraph('明府办〔２０２６〕 8 号', centred),
        paragraph('关于印发《明湖区政务公开', centred),
        paragraph('管理办法》的通知', centred),
        paragraph('各街镇，区政府各部门：'),
        paragraph('根据《条例》（国令〔2019〕711号），制定本办法。'),
        paragraph('一、总体要求'),
        paragraph('（一）公开范围'),
        paragraph('（二）各单位要加强领导。具体如下。'),
        paragraph('本办法自2026年5月1日起施行，有效期至2031年4月30日。'),
        paragraph('澄川市明湖区人民政府办公室', right),
        paragraph('二〇二六年三月十二日', right),
        paragraph('澄川市明湖区人民政府办公室　　　　2026年3月13日印发'),
      ].join(''),
    );
    expect(Object.fromEntries(proposals.map(({ field, value }) => [field, value]))).toEqual({
      title: '关于印发《明湖区政务公开管理办法》的通知',
      documentNumber: '明府办〔2026〕8号',
      issuer: '澄川市明湖区人民政府办公室',
      issuedOn: '2026-03-12',
      printedOn: '2026-03-13',
      effectiveOn: '2026-05-01',
      expiresOn: '2031-04-30',
    });
    expect(headBlockIds).toEqual(body.content.slice(0, 4).map((block) => block.attrs.id));
    expect(html(body)).toContain(
      '<h2>一、总体要求</h2><h3>（一）公开范围</h3><p>（二）各单位要加强领导。具体如下。</p>',
    );
    expect(html(body)).toContain('<p class="align-right">二〇二六年三月十二日</p>');
    expect(doubts).toEqual([]);
  });

  it('tables with joined cells; a head that is declared or plain to see', async () => {
    const cell = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`;
    const { body } = await docx(
      `<w:tbl><w:tr>${cell('序号')}${cell('事项', '<w:gridSpan w:val="2"/>')}</w:tr><w:tr>${cell('1', '<w:vMerge w:val="restart"/>')}${cell('甲')}${cell('乙')}</w:tr><w:tr>${cell('', '<w:vMerge/>')}${cell('丙')}<w:tc><w:p/></w:tc></w:tr></w:tbl>`,
    );
    expect(html(body)).toBe(
      '<table><tbody><tr><th scope="col"><p>序号</p></th><th scope="col" colspan="2"><p>事项</p></th></tr><tr><td rowspan="2"><p>1</p></td><td><p>甲</p></td><td><p>乙</p></td></tr><tr><td><p>丙</p></td><td><p></p></td></tr></tbody></table>'.replaceAll(
        'scope="col" colspan="2"',
        html(body).includes('colspan="2" scope="col"') ? 'colspan="2" scope="col"' : 'scope="col" colspan="2"',
      ),
    );
  });

  it('lists: bullets and plain numbers nest; Chinese numbers are written out', async () => {
    const item = (text: string, list: number, level = 0) =>
      paragraph(text, `<w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr></w:pPr>`);
    const level = (format: string, text: string, index = 0) =>
      `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
    const numbering = `<w:numbering xmlns:w="x"><w:abstractNum w:abstractNumId="1">${level('bullet', '•')}${level('bullet', '•', 1)}</w:abstractNum><w:abstractNum w:abstractNumId="2">${level('decimal', '%1.')}</w:abstractNum><w:abstractNum w:abstractNumId="3">${level('chineseCountingThousand', '第%1条')}</w:abstractNum>${[1, 2, 3].map((id) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`).join('')}</w:numbering>`;
    const { body } = await docx(
      [
        item('甲', 1),
        item('甲一', 1, 1),
        item('乙', 1),
        item('一', 2),
        item('二', 2),
        paragraph('间隔'),
        item('三', 2),
        item('总则内容', 3),
        item('适用范围', 3),
      ].join(''),
      { 'word/numbering.xml': numbering },
    );
    expect(html(body)).toBe(
      '<ul><li><p>甲</p><ul><li><p>甲一</p></li></ul></li><li><p>乙</p></li></ul><ol><li><p>一</p></li><li><p>二</p></li></ol><p>间隔</p><ol start="3"><li><p>三</p></li></ol><p>第一条总则内容</p><p>第二条适用范围</p>',
    );
  });

  it('takes insertions, leaves deletions and hidden words, keeps marks and safe links', async () => {
    const { body, doubts } = await docx(
      '<w:p><w:r><w:t>前</w:t></w:r><w:del><w:r><w:delText>删</w:delText></w:r></w:del><w:ins><w:r><w:rPr><w:b/></w:rPr><w:t>加</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>暗</w:t></w:r><w:hyperlink r:id="a"><w:r><w:t>网站</w:t></w:r></w:hyperlink><w:hyperlink r:id="b"><w:r><w:t>脚本</w:t></w:r></w:hyperlink></w:p>',
      {
        'word/_rels/document.xml.rels': rels([
          { id: 'a', type: 'hyperlink', target: 'https://www.gov.cn/a?b=1', external: true },
          { id: 'b', type: 'hyperlink', target: 'javascript:alert(1)', external: true },
        ]),
      },
    );
    expect(bodyText(body)).toBe('前加网站脚本');
    expect(html(body)).toMatch(/<strong>加<\/strong><a href="https:\/\/www\.gov\.cn\/a\?b=1"[^>]*>网站<\/a>脚本/);
    expect(doubts.map((doubt) => doubt.message)).toEqual(['隐藏的文字没有导入。']);
  });

  it('takes pictures without their properties, and tells what is lost', async () => {
    const photo = jpegFile([[0xe1, exifBlock()]]);
    const drawing = (id: string, alt: string) =>
      `<w:drawing><wp:inline><wp:docPr descr="${alt}"/><a:blip r:embed="${id}"/></wp:inline></w:drawing>`;
    const { body, images, doubts } = await docx(
      `<w:p><w:r>${drawing('p', '流程图')}${drawing('e', '')}</w:r></w:p><w:p><w:r><w:t>正文</w:t><w:footnoteReference w:id="2"/></w:r></w:p><w:p><w:r><wps:wsp><w:txbxContent>${paragraph('框里的字')}</w:txbxContent></wps:wsp><w:t>框外的字</w:t></w:r></w:p>`,
      {
        'word/media/image1.jpeg': photo,
        'word/media/image2.emf': 'emf',
        'word/_rels/document.xml.rels': rels([
          { id: 'p', type: 'image', target: 'media/image1.jpeg' },
          { id: 'e', type: 'image', target: 'media/image2.emf' },
        ]),
        'word/footnotes.xml':
          '<w:footnotes xmlns:w="x"><w:footnote w:id="2"><w:p><w:r><w:t>出处</w:t></w:r></w:p></w:footnote></w:footnotes>',
        'word/header1.xml': `<w:hdr xmlns:w="x">${paragraph('内部资料')}</w:hdr>`,
        'word/comments.xml': '<w:comments xmlns:w="x"/>',
      },
    );
    expect(bodyText(body)).toBe('流程图\n正文〔注1〕\n框外的字\n框里的字\n注1：出处');
    expect(images).toHaveLength(1);
    expect(images[0]).toMatchObject({ mediaType: 'image/jpeg' });
    expect(Buffer.from(images[0]?.bytes ?? []).includes('张三')).toBe(false);
    expect(JSON.stringify(body)).toContain(images[0]?.sha256);
    expect(doubts.map((doubt) => doubt.message.slice(0, 6))).toEqual([
      '有一张图片的',
      '文本框里的文',
      '脚注、尾注已',
      '批注没有导入',
      '页眉、页脚的',
    ]);
  });
});

it('a web page: words and tables, nothing that runs', async () => {
  const page = `<html><head><title>x</title><script>alert(1)</script></head><body><nav>首页</nav><h1>关于做好公开工作的通知</h1><p style="text-align:center">明府办〔2026〕9号</p><p onclick="x()">正文<b>要点</b><a href="javascript:x">点</a><a href="/documents/1">见此</a></p><div style="display:none">暗语</div><ol start="2"><li>甲<li>乙</ol><table><tr><th>序号</th><th>事项</th></tr><tr><td colspan=2>合并</td></tr></table><img src="http://example.com/x.png"></body></html>`;
  const { body, proposals, doubts } = await importDocument(Buffer.from(page), 'a.html');
  expect(bodyText(body)).toBe('关于做好公开工作的通知\n明府办〔2026〕9号\n正文要点点见此\n甲\n乙\n序号\t事项\n合并');
  expect(html(body)).not.toMatch(/script|onclick|example/);
  expect(html(body)).toContain('<ol start="2">');
  expect(proposals.map(({ field, value }) => `${field} ${value}`)).toEqual([
    'title 关于做好公开工作的通知',
    'documentNumber 明府办〔2026〕9号',
  ]);
  expect(doubts.map((doubt) => doubt.message)).toEqual([
    '网页里隐藏的内容没有导入。',
    '网页引用的图片没有导入，请把图片保存后插入。',
  ]);
});

it('text: paragraphs, headings, tables by tabs, lines broken at a fixed width', async () => {
  const wrapped = [
    '　　为了做好全区政务公开工作保障公民法人和其他组织依法获取',
    '政府信息提高政府工作的透明度建设法治政府充分发挥政府信息',
    '对人民群众生产生活和经济社会活动的服务作用制定本办法。',
  ];
  const lines = [...Array.from({ length: 4 }, () => wrapped).flat(), '一、总则', '序号\t事项', '1\t公开'];
  const { body, doubts } = await importDocument(Buffer.from(lines.join('\r\n')), 'a.txt');
  expect(body.content.map((block) => block.type)).toEqual([
    'paragraph',
    'paragraph',
    'paragraph',
    'paragraph',
    'heading',
    'table',
  ]);
  expect(bodyText({ type: 'doc', content: body.content.slice(0, 1) })).toBe(wrapped.join('').trim());
  expect(doubts).toHaveLength(2);
});

it.each([
  ['a PDF', pdfFile(), 'a.pdf', 'PDF 不能导入正文'],
  ['slides', pptxFile([slideXml('页')]), 'a.pptx', '演示文稿不能导入正文'],
  ['an empty document', docxFile('<w:p/>'), 'a.docx', '没有可以导入的正文'],
])('%s becomes no body, and says what to do', async (_, bytes, name, words) => {
  await expect(importDocument(bytes, name)).rejects.toMatchObject({
    code: 'file-refused',
    message: expect.stringContaining(words),
  });
});
