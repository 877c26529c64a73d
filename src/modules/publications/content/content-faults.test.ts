import { describe, expect, it } from 'vitest';
import type { PublicationKind } from '../kinds/publication-kind.ts';
import { Content } from './content.contract.ts';
import { columnsOf, contentFaults, missingElements } from './content-faults.ts';

const KIND: PublicationKind = {
  code: 'notice',
  name: '公告',
  fields: [
    { code: 'issuedOn', label: '成文日期', type: 'date', required: true },
    { code: 'normative', label: '规范性文件', type: 'boolean', required: true },
    { code: 'topics', label: '主题', type: 'choices', required: true, choices: [{ value: 'house', label: '住房' }] },
    { code: 'summary', label: '摘要', type: 'longText', required: false, maxLength: 10 },
    { code: 'pages', label: '页数', type: 'number', required: false },
  ],
  body: 'none',
  attachments: { required: true, max: 1 },
  relations: [
    { code: 'basis', label: '依据', reverseLabel: '据此制定', target: 'either' },
    { code: 'guide', label: '办事指南', reverseLabel: '政策', target: 'address' },
  ],
  reviewSteps: [],
  columns: [
    { code: 'policy', name: '政策文件' },
    { code: 'normative', name: '规范性文件', when: { field: 'normative', oneOf: ['true'] } },
  ],
  elementChecks: [],
};
const content = (more: object) => Content.parse({ title: '标题', ...more });
const faults = (more: object) => contentFaults(KIND, content(more)).map((fault) => fault.field);

describe('a draft', () => {
  it('may be incomplete', () => {
    expect(faults({})).toEqual([]);
    expect(faults({ fields: { issuedOn: '', topics: [], normative: null } })).toEqual([]);
  });

  it('holds no value of the wrong type, none beyond the choices, and no field of another kind', () => {
    expect(faults({ fields: { issuedOn: '2026年3月' } })).toEqual(['fields.issuedOn']);
    expect(faults({ fields: { issuedOn: 3 } })).toEqual(['fields.issuedOn']);
    expect(faults({ fields: { normative: 'true' } })).toEqual(['fields.normative']);
    expect(faults({ fields: { topics: ['house', 'moon'] } })).toEqual(['fields.topics']);
    expect(faults({ fields: { topics: 'house' } })).toEqual(['fields.topics']);
    expect(faults({ fields: { summary: '一'.repeat(11) } })).toEqual(['fields.summary']);
    expect(faults({ fields: { pages: '3' } })).toEqual(['fields.pages']);
    expect(faults({ fields: { secret: 'x' } })).toEqual(['fields.secret']);
    expect(faults({ body: { type: 'doc', content: [] } })).toEqual(['body']);
  });

  it('relates in the ways its kind knows', () => {
    const id = '00000000-0000-4000-8000-000000000000';
    expect(faults({ relations: [{ type: 'basis', publicationId: id }] })).toEqual([]);
    expect(faults({ relations: [{ type: 'basis', title: '《条例》' }] })).toEqual([]);
    expect(faults({ relations: [{ type: 'basis' }] })).toEqual(['relations.0']);
    expect(faults({ relations: [{ type: 'guide', publicationId: id }] })).toEqual(['relations.0']);
    expect(faults({ relations: [{ type: 'cousin', title: 'x' }] })).toEqual(['relations.0']);
  });
});

describe('publishing', () => {
  it('wants every required element; a “no” is an answer', () => {
    const places = (more: object) => missingElements(KIND, content(more), '').map((one) => one.place);
    expect(places({})).toEqual(['field:issuedOn', 'field:normative', 'field:topics', 'attachments']);
    expect(places({ fields: { issuedOn: '2026-03-01', normative: false, topics: ['house'] } })).toEqual([
      'attachments',
    ]);
  });

  it('asks for a yes or no where an answer is lacking, and for words elsewhere', () => {
    expect(missingElements(KIND, content({}), '').map((one) => one.message)).toContain('请选择是否为规范性文件。');
    expect(missingElements(KIND, content({ title: '' }), '')[0]?.message).toBe('缺少标题，请补充。');
  });

  it('puts it into the columns that its elements say', () => {
    expect(columnsOf(KIND, content({ fields: { normative: true } }))).toEqual(['policy', 'normative']);
    expect(columnsOf(KIND, content({ fields: { normative: false } }))).toEqual(['policy']);
  });
});
