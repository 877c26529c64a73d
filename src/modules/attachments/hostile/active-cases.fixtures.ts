import { contentTypes, docxFile, inlineCell, paragraph, rels, xlsxFile } from '../office.fixtures.ts';
import type { Bait, HostileCase } from './hostile-case.fixtures.ts';

const sheet = (cells: string, before = '') =>
  xlsxFile([{ name: '表', xml: `${before}<sheetData>${cells}</sheetData>` }]);
const row = (cells: string) => `<row r="1">${cells}</row>`;
const relation = (type: string, target: string) => ({
  'word/_rels/document.xml.rels': rels([{ id: 'x', type, target, external: true }]),
});
const MACRO = 'application/vnd.ms-word.document.macroEnabled.main+xml';

/** What runs, fetches or carries. */
export function activeCases({ web, file }: Bait): HostileCase[] {
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
