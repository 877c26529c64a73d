import {
  docxFile,
  docxParts,
  inlineCell,
  ofdFile,
  ofdText,
  paragraph,
  partsFile,
  rels,
  xlsxFile,
} from '../office.fixtures.ts';
import type { HostileCase } from './hostile-case.fixtures.ts';

const sheet = (cells: string, before = '') =>
  xlsxFile([{ name: '表', xml: `${before}<sheetData>${cells}</sheetData>` }]);
const row = (cells: string) => `<row r="1">${cells}</row>`;
const nest = (open: string, close: string, times: number, inner = '文') =>
  open.repeat(times) + inner + close.repeat(times);

/** Structures that exhaust or confuse. */
export function twistedCases(): HostileCase[] {
  const word = (what: string, body: string, expected: Partial<HostileCase>, more = {}): HostileCase => ({
    what,
    name: 'a.docx',
    file: () => docxFile(body, more),
    also: ['import', 'clean'],
    ...expected,
  });
  const cell = (properties: string) => `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph('格')}</w:tc>`;
  return [
    word('tables in tables, 50,000 deep', nest('<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>', 50_000), {
      refused: 'too-deep',
    }),
    word('tables in tables, 200 deep', nest('<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>', 200, paragraph('文')), {
      text: '文',
    }),
    word('elements never closed', '<w:p><w:r>'.repeat(100_000), { refused: 'too-deep' }),
    word(
      'an element with 100,000 attributes',
      `<w:p ${Array.from({ length: 100_000 }, (_, index) => `a${index}="x"`).join(' ')}>${'文'}</w:p>`,
      { refused: 'too-deep' },
    ),
    word('a million empty paragraphs', `${'<w:p/>'.repeat(1_000_000)}${paragraph('文')}`, { text: '文' }),
    word('a paragraph of five million letters', paragraph('公'.repeat(5_000_000)), { refused: 'text-cut' }),
    word('a million runs', `<w:p>${'<w:r><w:t>公</w:t></w:r>'.repeat(300_000)}</w:p>`, { text: '公公' }),
    word('a cell as wide as a billion', `<w:tbl><w:tr>${cell('<w:gridSpan w:val="1000000000"/>')}</w:tr></w:tbl>`, {
      text: '格',
    }),
    word(
      'cells that go on from nothing',
      `<w:tbl><w:tr>${cell('<w:vMerge/>')}${cell('<w:vMerge w:val="continue"/>')}</w:tr></w:tbl>`,
      { text: '格' },
    ),
    word('a negative width', `<w:tbl><w:tr>${cell('<w:gridSpan w:val="-5"/>')}</w:tr></w:tbl>`, { text: '格' }),
    word(
      'a style based on itself',
      paragraph('文', '<w:pPr><w:pStyle w:val="a"/></w:pPr>'),
      { text: '文' },
      {
        'word/styles.xml':
          '<w:styles xmlns:w="x"><w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>',
      },
    ),
    word(
      'a list level that names itself',
      paragraph('文', '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'),
      { text: '文' },
      {
        'word/numbering.xml':
          '<w:numbering xmlns:w="x"><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="999999999"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1%1%1%9"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>',
      },
    ),
    word(
      'a list level of minus one',
      paragraph('文', '<w:pPr><w:numPr><w:ilvl w:val="-1"/><w:numId w:val="99999999999"/></w:numPr></w:pPr>'),
      { text: '文' },
    ),
    word(
      'a hundred thousand comments',
      paragraph('文'),
      { hidden: 'comment' },
      {
        'word/comments.xml': `<w:comments xmlns:w="x">${'<w:comment w:author="a"><w:t>批</w:t></w:comment>'.repeat(100_000)}</w:comments>`,
      },
    ),
    word(
      'a hundred thousand changes',
      `<w:p>${'<w:ins w:author="a"><w:r><w:t>改</w:t></w:r></w:ins>'.repeat(100_000)}</w:p>`,
      { hidden: 'trackedChange' },
    ),
    word('half characters and characters that XML forbids', paragraph('前&#xD800;&#0;&#xFFFF;后'), { text: '前' }),
    {
      what: 'a body that is not there',
      name: 'a.docx',
      file: () => partsFile({ ...docxParts(''), 'word/document.xml': '' }),
      refused: 'broken',
      also: ['import', 'clean'],
    },
    {
      what: 'a body of noise',
      name: 'a.docx',
      file: () =>
        partsFile({
          ...docxParts(''),
          'word/document.xml': Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256)),
        }),
      refused: 'broken',
      also: ['import', 'clean'],
    },
    {
      what: 'a body that is a web page',
      name: 'a.docx',
      file: () => partsFile({ ...docxParts(''), 'word/document.xml': '<html><script>alert(1)</script></html>' }),
      refused: 'broken',
      also: ['import'],
    },
    {
      what: 'a far cell',
      name: 'a.xlsx',
      file: () => sheet(`<row r="1048576">${inlineCell('XFD1048576', '远')}</row>`),
      text: '远',
      also: ['preview'],
    },
    {
      what: 'rows of no number',
      name: 'a.xlsx',
      file: () => sheet(`<row r="-1">${inlineCell('A-1', '甲')}</row><row r="x">${inlineCell('??', '乙')}</row>`),
      text: '乙',
      also: ['preview'],
    },
    {
      what: 'a text that is not there',
      name: 'a.xlsx',
      file: () =>
        sheet(row('<c r="A1" t="s"><v>999999999</v></c><c r="B1" t="s"><v>-1</v></c><c r="C1"><v>1e999</v></c>')),
      text: '1e999',
      also: ['preview'],
    },
    {
      what: 'a join over everything',
      name: 'a.xlsx',
      file: () =>
        xlsxFile([
          {
            name: '表',
            xml: `<sheetData>${row(inlineCell('A1', '甲'))}</sheetData><mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(5000)}</mergeCells>`,
          },
        ]),
      text: '甲',
      also: ['preview'],
    },
    {
      what: 'columns hidden a thousand times',
      name: 'a.xlsx',
      file: () =>
        sheet(row(inlineCell('A1', '甲')), `<cols>${'<col min="1" max="16384" hidden="1"/>'.repeat(1000)}</cols>`),
      hidden: 'hiddenColumn',
      also: ['preview'],
    },
    {
      what: 'half a million cells',
      name: 'a.xlsx',
      file: () =>
        sheet(
          Array.from(
            { length: 50_000 },
            (_, index) => `<row r="${index + 1}">${'<c t="str"><v>甲</v></c>'.repeat(10)}</row>`,
          ).join(''),
        ),
      text: '甲',
      also: ['preview'],
    },
    {
      what: 'a workbook without sheets',
      name: 'a.xlsx',
      file: () => xlsxFile([]),
      refused: 'broken',
      also: ['preview'],
    },
    {
      what: 'a sheet that lies elsewhere',
      name: 'a.xlsx',
      file: () =>
        xlsxFile([{ name: '表', xml: '' }], {
          'xl/_rels/workbook.xml.rels': rels([{ id: 'r1', type: 'worksheet', target: '../../../../../etc/passwd' }]),
        }),
      hidden: 'externalLink',
      also: ['preview'],
    },
    {
      what: 'an OFD page that lies elsewhere',
      name: 'a.ofd',
      file: () =>
        ofdFile({
          content: ofdText('公开'),
          document: '<ofd:Pages><ofd:Page BaseLoc="../../../../etc/passwd"/></ofd:Pages>',
        }),
      text: '公开',
      also: ['preview'],
    },
    {
      what: 'an OFD without pages',
      name: 'a.ofd',
      file: () => ofdFile({}, { 'Doc_0/Document.xml': '<ofd:Document xmlns:ofd="x"/>' }),
      refused: 'broken',
      also: ['preview'],
    },
    {
      what: 'an OFD of itself',
      name: 'a.ofd',
      file: () =>
        ofdFile(
          {},
          {
            'Doc_0/Document.xml':
              '<ofd:Document xmlns:ofd="x"><ofd:Page BaseLoc="Document.xml"/><ofd:Attachments>Document.xml</ofd:Attachments></ofd:Document>',
          },
        ),
      text: '',
      also: ['preview'],
    },
    {
      what: 'OFD objects nested 50,000 deep',
      name: 'a.ofd',
      file: () => ofdFile({ content: nest('<ofd:PageBlock>', '</ofd:PageBlock>', 50_000, ofdText('文')) }),
      refused: 'too-deep',
    },
    {
      what: 'an OFD with 20,000 boxes over 20,000 words',
      name: 'a.ofd',
      file: () =>
        ofdFile({
          content: ofdText('字').repeat(20_000) + '<ofd:PathObject Boundary="0 0 210 297" Fill="true"/>'.repeat(20_000),
        }),
      hidden: 'textUnderBox',
    },
  ];
}
