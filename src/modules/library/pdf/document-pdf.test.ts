import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Body, renderBody } from '../../../kernel/document-body.ts';
import { runIsolated } from '../../../platform/isolated-process/isolated-process.ts';
import { inspect } from '../../attachments/index.ts';
import { policyDocument } from '../documents/policy-document.kind.ts';
import { LIMITS } from './document-pdf.service.ts';
import { answer } from './document-pdf.task.ts';
import { printedFacts } from './printed-facts.ts';

const TASK = new URL(`./document-pdf.task${extname(import.meta.url)}`, import.meta.url);

const paragraph = (text: string, id = 'p') => ({
  type: 'paragraph' as const,
  attrs: { id },
  content: [{ type: 'text' as const, text }],
});
const cell = (type: 'tableCell' | 'tableHeader', text: string, attrs = {}) => ({
  type,
  attrs,
  content: [paragraph(text)],
});

const BODY = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { id: 'h', level: 2 }, content: [{ type: 'text', text: '一、总体要求' }] },
    ...Array.from({ length: 30 }, (_, at) =>
      paragraph(
        `第${at + 1}条　为了规范政府信息公开工作，根据《中华人民共和国政府信息公开条例》，制定本办法。`,
        `p${at}`,
      ),
    ),
    {
      type: 'table',
      attrs: { id: 't' },
      content: [
        {
          type: 'tableRow',
          content: [cell('tableHeader', '序号'), cell('tableHeader', '补贴项目'), cell('tableHeader', '标准（元）')],
        },
        ...Array.from({ length: 40 }, (_, at) => ({
          type: 'tableRow',
          content:
            at === 0
              ? [cell('tableCell', '1'), cell('tableCell', '加装电梯', { rowspan: 2 }), cell('tableCell', '280000')]
              : at === 1
                ? [cell('tableCell', '2'), cell('tableCell', '140000')]
                : [cell('tableCell', `${at + 1}`), cell('tableCell', `项目甲${at}`), cell('tableCell', `${at * 1000}`)],
        })),
      ],
    },
    paragraph('生僻字：㛃、①、𠮷；不存在的字：\u{F0000}。', 'rare'),
  ],
} as unknown as Body;

const wish = (body: Body = BODY) => ({
  record: {
    number: 7,
    ordinal: 2,
    title: '明湖区既有多层住宅加装电梯补贴办法',
    bodyHtml: renderBody(body),
    attachments: [{ name: '申请表.docx', sha256: 'a'.repeat(64) }],
    publishedAt: '2026-03-02T01:00:00.000Z',
  },
  words: {
    source: '明湖区住房和城乡建设局',
    facts: [['发文字号', '明府规〔2026〕3号']] as const,
    origin: 'https://open.minghu.example',
    siteName: '明湖区政务公开',
    recordHash: 'b'.repeat(64),
    notice: null as string | null,
  },
  pictures: [],
});

async function made(value: unknown = wish()): Promise<Buffer> {
  const { bytes } = await answer({ value, bytes: [] });
  return Buffer.from(bytes[0] ?? new Uint8Array());
}

describe('a public document as PDF (GIP-9)', () => {
  it('has the same bytes however often and whenever it is made', async () => {
    const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
    expect(hash(await made())).toBe(hash(await made()));
  });

  it('keeps its words as text, in order, with number, source and the address of the proof on every page', async () => {
    const { text } = await inspect(await made(), '办法.pdf');
    const flat = text.replaceAll(/\s/g, '');
    for (const words of ['明湖区既有多层住宅加装电梯补贴办法', '明府规〔2026〕3号', '申请表.docx', 'b'.repeat(64)])
      expect(flat, words).toContain(words);
    expect(flat.indexOf('第1条')).toBeLessThan(flat.indexOf('第30条'));
    const pages = Number(/第1页，共(\d+)页/.exec(flat)?.[1]);
    expect(pages).toBeGreaterThan(2);
    const countOf = (words: string) => flat.split(words).length - 1;
    expect(countOf('编号7第2版来源：明湖区住房和城乡建设局')).toBe(pages);
    expect(countOf('核验地址：https://open.minghu.example/documents/7#seal')).toBe(pages);
    expect(flat).not.toContain('已撤回');
  });

  it('says above the elements that the document was withdrawn', async () => {
    const { record, words, pictures } = wish();
    const notice = '已撤回（2026年11月20日）。以下为撤回前的文本，仅供查考。';
    const { text } = await inspect(await made({ record, words: { ...words, notice }, pictures }), '办法.pdf');
    const flat = text.replaceAll(/\s/g, '');
    expect(flat).toContain(notice);
    expect(flat.indexOf('已撤回')).toBeLessThan(flat.indexOf('发文字号'));
  });

  it('keeps tables with their joined cells, the headings again on each page', async () => {
    const flat = (await inspect(await made(), '办法.pdf')).text.replaceAll(/\s/g, '');
    expect(flat.split('标准（元）').length - 1).toBeGreaterThan(1);
    expect(flat.split('加装电梯').length - flat.split('住宅加装电梯').length).toBe(1);
    expect(flat).toContain('项目甲3939000');
  });

  it('marks what no font has, and says so', async () => {
    const { text } = await inspect(await made(), '办法.pdf');
    expect(text).toContain('①');
    expect(text.replaceAll(/\s/g, '')).toContain('个别生僻字以〓代替');
    const plain = await inspect(
      await made(wish({ type: 'doc', content: [paragraph('没有生僻字。')] } as Body)),
      'a.pdf',
    );
    expect(plain.text).not.toContain('〓');
  });

  it('runs where nothing else may be read, written or asked for', async () => {
    const { bytes } = await runIsolated(TASK, wish(), [], LIMITS);
    expect(Buffer.from(bytes[0] ?? new Uint8Array()).equals(await made())).toBe(true);
  });
});

describe('the elements of a record', () => {
  it('are shown in the order of the kind, in words, without what is empty or internal', () => {
    const fields = {
      issuedOn: '2026-03-01',
      documentNumber: ' 明府规〔2026〕3号 ',
      normative: true,
      interpretation: 'earlier',
      statutoryClass: 'cat20.12',
    };
    expect(printedFacts(fields, policyDocument.fields)).toEqual([
      ['发文字号', '明府规〔2026〕3号'],
      ['成文日期', '2026年3月1日'],
      ['行政规范性文件', '是'],
      ['法定公开事项', '突发公共事件的应急预案、预警信息及应对情况'],
    ]);
  });
});
