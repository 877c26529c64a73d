import { describe, expect, it } from 'vitest';
import { exifBlock, gifFile, jpegFile, pngChunk, pngFile, webpFile } from './image.fixtures.ts';
import { inspect } from './inspect.ts';
import {
  coreProperties,
  docxFile,
  inlineCell,
  ofdFile,
  ofdText,
  paragraph,
  pptxFile,
  rels,
  slideXml,
  xlsxFile,
} from './office.fixtures.ts';
import { appended, pdfFile, shown, stream } from './pdf.fixtures.ts';

/** `kind place excerpt` of everything hidden. */
async function hiddenIn(bytes: Uint8Array, name: string): Promise<string[]> {
  const { hiddenData, problems } = await inspect(bytes, name);
  expect(problems.filter((problem) => problem.refused)).toEqual([]);
  return hiddenData.map(({ kind, place, excerpt }) => `${kind} ${place} ${excerpt}`);
}

describe('DOCX', () => {
  it('an ordinary document hides nothing and says all its text', async () => {
    const body = `${paragraph('标题')}<w:tbl><w:tr><w:tc>${paragraph('姓名')}</w:tc><w:tc>${paragraph('电话')}</w:tc></w:tr><w:tr><w:tc>${paragraph('甲')}${paragraph('乙')}</w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>${paragraph('结尾')}`;
    expect(
      await inspect(
        docxFile(body, { 'word/header1.xml': `<w:hdr xmlns:w="x">${paragraph('页眉')}</w:hdr>` }),
        '通知.docx',
      ),
    ).toMatchObject({
      mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      accepted: true,
      text: '标题\n姓名\t电话\n甲\n乙\t\n结尾\f页眉\f',
      hiddenData: [],
      problems: [],
    });
  });

  it('tells properties, changes, comments, hidden, white and tiny words, and reads them too', async () => {
    const run = (properties: string, text: string) => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;
    const body = [
      '<w:p><w:del w:author="王五"><w:r><w:delText>旧的话</w:delText></w:r></w:del><w:ins w:author="王五"><w:r><w:t>新的话</w:t></w:r></w:ins></w:p>',
      `<w:p>${run('<w:vanish/>', '暗语')}${run('<w:vanish w:val="0"/>', '明语')}</w:p>`,
      `<w:p>${run('<w:color w:val="FFFFFF"/>', '白字')}${run('<w:sz w:val="2"/>', '小字')}${run('<w:color w:val="FFFFFF"/><w:shd w:fill="C00000"/>', '红底白字')}</w:p>`,
    ].join('');
    const comments =
      '<w:comments xmlns:w="x"><w:comment w:id="0" w:author="赵六"><w:p><w:r><w:t>此处不妥</w:t></w:r></w:p></w:comment></w:comments>';
    const file = docxFile(body, { 'docProps/core.xml': coreProperties('李四'), 'word/comments.xml': comments });
    expect(await hiddenIn(file, 'a.docx')).toEqual([
      'metadata 文档属性“作者” 李四',
      'metadata 文档属性“最后保存者” 李四二',
      'trackedChange 正文第1段（删除，修订人 王五） 旧的话',
      'trackedChange 正文第1段（插入，修订人 王五） 新的话',
      'invisibleText 正文第2段（隐藏文字） 暗语',
      'invisibleText 正文第3段（白色文字） 白字',
      'invisibleText 正文第3段（极小的文字） 小字',
      'comment 批注（赵六） 此处不妥',
    ]);
    const { text } = await inspect(file, 'a.docx');
    for (const words of ['旧的话', '新的话', '暗语', '明语', '此处不妥', '红底白字']) expect(text).toContain(words);
  });

  it('tells what would be fetched, run or carried along', async () => {
    const file = docxFile(
      `${paragraph('文')}<w:p><w:r><w:instrText>INCLUDEPICTURE "http://example.com/x.png"</w:instrText></w:r></w:p>`,
      {
        'word/_rels/document.xml.rels': rels([
          { id: 'a', type: 'image', target: 'http://example.com/track.png', external: true },
          { id: 'b', type: 'hyperlink', target: 'https://www.gov.cn/', external: true },
          { id: 'c', type: 'hyperlink', target: 'file:///C:/Users/wang/x.docx', external: true },
        ]),
        'word/_rels/settings.xml.rels': rels([
          { id: 'a', type: 'attachedTemplate', target: 'file:///C:/Users/wang/n.dotm', external: true },
        ]),
        'word/embeddings/oleObject1.bin': 'x'.repeat(2000),
      },
    );
    expect(await hiddenIn(file, 'a.docx')).toEqual([
      'embeddedFile 嵌入对象 oleObject1.bin 2 KB',
      'externalLink 正文引用的外部内容（image） http://example.com/track.png',
      'externalLink 正文的链接 file:///C:/Users/wang/x.docx',
      'externalLink 关联的模板 file:///C:/Users/wang/n.dotm',
      'externalLink 正文第2段的域 INCLUDEPICTURE "http://example.com/x.png"',
    ]);
  });
});

describe('XLSX', () => {
  it('tells hidden sheets, rows, columns, unseen cells, comments and data behind the cells', async () => {
    const shownSheet = `<cols><col min="3" max="3" hidden="1"/></cols><sheetData><row r="1">${inlineCell('A1', '序号')}${inlineCell('B1', '事项')}${inlineCell('C1', '身份证号')}</row><row r="2" hidden="1">${inlineCell('A2', '暗行')}</row><row r="3">${inlineCell('A3', '白格', ' s="1"')}<c r="B3"><f>WEBSERVICE("http://example.com")</f><v>1</v></c></row></sheetData>`;
    const styles =
      '<styleSheet><fonts><font/><font><color rgb="FFFFFFFF"/></font></fonts><fills><fill><patternFill patternType="none"/></fill></fills><cellXfs><xf fontId="0" fillId="0"/><xf fontId="1" fillId="0"/></cellXfs></styleSheet>';
    const file = xlsxFile(
      [
        { name: '公开表', xml: shownSheet },
        {
          name: '底稿',
          state: 'veryHidden',
          xml: `<sheetData><row r="1">${inlineCell('A1', '内部数据')}</row></sheetData>`,
        },
      ],
      {
        'xl/styles.xml': styles,
        'xl/comments1.xml':
          '<comments><commentList><comment ref="A1"><text><t>核对</t></text></comment></commentList></comments>',
        'xl/pivotCache/pivotCacheRecords1.xml': '<pivotCacheRecords><r><s v="源数据甲"/></r></pivotCacheRecords>',
      },
    );
    expect((await hiddenIn(file, '表.xlsx')).toSorted()).toEqual(
      [
        'externalLink 工作表“公开表”B3 WEBSERVICE("http://example.com")',
        'hiddenColumn 工作表“公开表”第C列 身份证号',
        'hiddenRow 工作表“公开表”第2行 暗行',
        'hiddenSheet 工作表“底稿” 内部数据',
        'invisibleText 工作表“公开表”A3 白格',
        'comment 批注 核对',
        'embeddedFile 数据透视表缓存 源数据甲',
      ].toSorted(),
    );
  });
});

describe('PPTX', () => {
  it('tells hidden slides and notes', async () => {
    const file = pptxFile([slideXml('公开页'), slideXml('内部页', ' show="0"')], {
      'ppt/notesSlides/notesSlide1.xml': slideXml('讲稿').replaceAll('p:sld', 'p:notes'),
    });
    expect(await hiddenIn(file, 'a.pptx')).toEqual([
      'hiddenSheet 第2张幻灯片（隐藏的幻灯片） 内部页',
      'comment 第1张幻灯片的备注 讲稿',
    ]);
    expect(await inspect(file, 'a.pptx')).toMatchObject({ pages: 2, text: expect.stringContaining('公开页') });
  });
});

describe('OFD', () => {
  it('tells properties, words under boxes, unseen words, annotations and embedded files', async () => {
    const box =
      '<ofd:PathObject Boundary="19 39 120 12" Fill="true"><ofd:AbbreviatedData>M 0 0 L 120 0 L 120 12 L 0 12 C</ofd:AbbreviatedData></ofd:PathObject>';
    const file = ofdFile(
      {
        info: '<ofd:Author>钱七</ofd:Author>',
        document: '<ofd:Annotations>Annots.xml</ofd:Annotations><ofd:Attachments>Attachs.xml</ofd:Attachments>',
        content: `${ofdText('看得见')}${ofdText('盖住的', '20 40 100 8')}${box}${ofdText('透明的', '20 80 100 8', ' Alpha="0"')}`,
      },
      {
        'Doc_0/Annots.xml':
          '<ofd:Annotations xmlns:ofd="x"><ofd:Page PageID="1"><ofd:FileLoc>Annot_0.xml</ofd:FileLoc></ofd:Page></ofd:Annotations>',
        'Doc_0/Annot_0.xml':
          '<ofd:PageAnnot xmlns:ofd="x"><ofd:Annot Creator="孙八"><ofd:Remark>待核</ofd:Remark></ofd:Annot></ofd:PageAnnot>',
        'Doc_0/Attachs.xml':
          '<ofd:Attachments xmlns:ofd="x"><ofd:Attachment Name="名单.xlsx"><ofd:FileLoc>a.xlsx</ofd:FileLoc></ofd:Attachment></ofd:Attachments>',
      },
    );
    expect(await hiddenIn(file, 'a.ofd')).toEqual([
      'metadata 文档属性“作者” 钱七',
      'textUnderBox 第1页 盖住的',
      'invisibleText 第1页（不显示） 透明的',
      'comment 注释（孙八） 待核',
      'embeddedFile OFD 内嵌文件 名单.xlsx',
    ]);
  });
});

describe('PDF', () => {
  it('an ordinary page hides nothing, white words on a dark ground included', async () => {
    const content = `${shown('公开内容', 72, 720)} 0.1 0.2 0.5 rg 70 600 200 20 re f 1 g ${shown('深底白字', 72, 604)}`;
    expect(await inspect(pdfFile({ content }), '通知.pdf')).toMatchObject({
      mediaType: 'application/pdf',
      pages: 1,
      accepted: true,
      text: '公开内容\n深底白字\f',
      hiddenData: [],
      problems: [],
    });
  });

  it('tells words under boxes, white, transparent, tiny and far-off words', async () => {
    const content = [
      shown('甲乙丙丁', 72, 720),
      `0 g ${shown('盖住的字', 72, 680)} 60 676 120 18 re f`,
      `1 g ${shown('白色的字', 72, 640)} 0 g`,
      `3 Tr ${shown('没有墨的', 72, 600)} 0 Tr`,
      shown('小到看不见', 72, 560, 1.2),
      shown('页面之外', 700, 540),
    ].join('\n');
    const hidden = await hiddenIn(pdfFile({ content }), 'a.pdf');
    expect(hidden).toEqual([
      'textUnderBox 第1页 盖住的字',
      'invisibleText 第1页（与背景同色） 白色的字',
      'invisibleText 第1页（在页面之外） 页面之外',
      'invisibleText 第1页（字太小） 小到看不见',
      'invisibleText 整个文件 没有墨的',
    ]);
  });

  it('is not misled by boxes that are clipped away, transparent or painted before', async () => {
    const clear = '/Clear gs 60 676 120 18 re f';
    const content = [
      `0.9 g 60 716 120 18 re f 0 g ${shown('先铺底色', 72, 720)}`,
      `${shown('高亮过的', 72, 680)} ${clear}`,
      `q 0 0 10 10 re W n ${shown('甲', 2, 2, 5)} Q`,
      `${shown('剪掉的框', 72, 640)} q 300 300 10 10 re W n 60 630 200 30 re f Q`,
    ].join('\n');
    expect(await hiddenIn(pdfFile({ content, resources: '/ExtGState << /Clear << /ca 0.4 >> >>' }), 'a.pdf')).toEqual(
      [],
    );
  });

  it('tells properties, notes, embedded files, scripts, hidden layers and earlier versions', async () => {
    const file = pdfFile({
      trailer: '/Info 10 0 R',
      catalog:
        '/OpenAction 11 0 R /Names << /EmbeddedFiles << /Names [(a) 12 0 R] >> >> /OCProperties << /OCGs [14 0 R] /D << /OFF [14 0 R] >> >>',
      page: '/Annots [13 0 R]',
      resources: '/Properties << /L 14 0 R >>',
      content: `${shown('公开内容', 72, 720)} /OC /L BDC ${shown('图层里的', 72, 600)} EMC`,
      objects: [
        '<< /Author (Zhou) /Producer (x) >>',
        '<< /S /JavaScript /JS (app.alert\\(1\\)) >>',
        '<< /Type /Filespec /F (list.xlsx) /EF << /F 15 0 R >> >>',
        '<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /T (Wu) /Contents (check this) >>',
        '<< /Type /OCG /Name (draft) >>',
        stream('data', '/Type /EmbeddedFile'),
      ],
    });
    const hidden = await hiddenIn(appended(file, 4, stream(shown('改过的', 72, 720))), 'a.pdf');
    expect(hidden).toEqual(
      expect.arrayContaining([
        'previousRevision 整个文件 文件保存过 2 次，以前的内容还在文件里',
        'script PDF 动作 JavaScript 脚本 app.alert(1)',
        'embeddedFile PDF 内嵌文件 list.xlsx',
        'comment 便签批注（Wu） check this',
        'metadata 文档属性“作者” Zhou',
      ]),
    );
    expect(await hiddenIn(file, 'a.pdf')).toContain('invisibleText 第1页（在隐藏的图层里） 图层里的');
  });
});

describe('images', () => {
  it.each([
    ['JPEG', 'a.jpg', jpegFile([[0xe1, exifBlock()]])],
    ['PNG', 'a.png', pngFile([pngChunk('eXIf', exifBlock().subarray(6))])],
    ['WebP', 'a.webp', webpFile([['EXIF', exifBlock()]])],
  ])('%s: who took it, where, with what', async (_, name, bytes) => {
    expect(await hiddenIn(bytes, name)).toEqual([
      'metadata 图片属性“设备厂商” HMA',
      'metadata 图片属性“作者” 张三',
      'metadata 图片属性“拍摄位置” 31.2300, 121.4700',
    ]);
  });

  it('comments in PNG and GIF', async () => {
    expect(await hiddenIn(pngFile([pngChunk('tEXt', Buffer.from('Comment\0内部图'))]), 'a.png')).toEqual([
      'metadata 图片附注 Comment 内部图',
    ]);
    const comment = Buffer.concat([Buffer.from('21fe09', 'hex'), Buffer.from('内部图'), Buffer.from([0])]);
    expect(await hiddenIn(gifFile([comment]), 'a.gif')).toEqual([expect.stringContaining('内部图')]);
  });
});

describe('text and names', () => {
  it('reads UTF-8, UTF-16 and GB18030, and tells cells that a spreadsheet would run', async () => {
    expect(await inspect(Buffer.from('公开'), 'a.txt')).toMatchObject({ text: '公开', accepted: true });
    expect(await inspect(Buffer.from('\ufeff公开内容', 'utf16le'), 'a.txt')).toMatchObject({
      accepted: true,
      text: expect.stringContaining('公开内容'),
    });
    expect(await inspect(Buffer.from('b9abbfaa', 'hex'), 'a.txt')).toMatchObject({ text: '公开' });
    expect(await hiddenIn(Buffer.from("序号,事项\n1,=cmd|'/c calc'!A1\n2,-3\n"), 'a.csv')).toEqual([
      expect.stringContaining('script 第2行'),
    ]);
  });

  it('refuses a name that promises something else, and a web page', async () => {
    const mismatch = await inspect(pdfFile(), '通知.docx');
    expect(mismatch.accepted).toBe(false);
    expect(mismatch.problems[0]?.message).toBe(
      '文件名以“.docx”结尾，但内容是PDF 文件，请把文件名改为以“.pdf”结尾后再上传。',
    );
    expect((await inspect(Buffer.from('<html><body>公开</body></html>'), 'a.html')).problems[0]?.code).toBe('web-page');
  });
});
