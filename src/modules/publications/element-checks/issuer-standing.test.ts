import { describe, expect, it } from 'vitest';
import { issuerFaults } from './issuer-faults.ts';
import { IssuerNames } from './issuer-standing.ts';

const unit = (
  id: string,
  name: string,
  shortName: string,
  kind: 'government' | 'department',
  ...aliases: string[]
) => ({
  id,
  name,
  shortName,
  kind,
  aliases,
});
const names = new IssuerNames([
  unit('city', '澄川市人民政府', '市政府', 'government'),
  unit('district', '澄川市明湖区人民政府', '区政府', 'government', '明湖区人民政府'),
  unit('office', '明湖区人民政府办公室', '区政府办公室', 'department', '区府办'),
  unit('education', '明湖区教育局', '区教育局', 'department'),
  unit('police', '明湖区公安分局', '区公安分局', 'department', '澄川市公安局明湖分局'),
]);
const of = (name: string, unitId: string, entitled: string[] = []) => names.standing(name, unitId, entitled);

describe('how a name stands to the unit that registers a document', () => {
  it('is its own in every spelling of the register, with the areas above it or without', () => {
    for (const name of ['明湖区教育局', '区教育局', '澄川市明湖区教育局', ' 明湖区教育局　'])
      expect(of(name, 'education')).toBe('own');
    expect(of('澄川市公安局明湖分局', 'police')).toBe('own');
  });

  it('is never its own by likeness: the police of the next district share the abbreviation', () => {
    expect(of('澄川市公安局澄江分局', 'police')).toBe('unknown');
    expect(of('国务院（明湖区教育局）', 'education')).toBe('unknown');
    expect(of('明湖区教育局（国务院）', 'education')).toBe('unknown');
    expect(of('教育局', 'education')).toBe('unknown');
    expect(of('', 'education')).toBe('unknown');
  });

  it('a government speaks through its own office, and not through a bureau or the office of another', () => {
    for (const name of ['明湖区人民政府', '澄川市明湖区人民政府', '区政府']) {
      expect(of(name, 'office')).toBe('entitled');
      expect(of(name, 'education')).toBe('government');
    }
    expect(of('澄川市人民政府', 'office')).toBe('government');
    expect(of('明湖区人民政府', 'district')).toBe('own');
  });

  it('whom the office entitled may publish for that issuer, and for no other', () => {
    expect(of('明湖区安全生产委员会', 'education', ['明湖区安全生产委员会'])).toBe('entitled');
    expect(of('澄川市明湖区人民政府', 'education', ['明湖区人民政府'])).toBe('entitled');
    expect(of('澄川市人民政府', 'education', ['明湖区人民政府'])).toBe('government');
    expect(of('明湖区公安分局', 'education')).toBe('unit');
  });
});

describe('nobody publishes in another’s name', () => {
  const standing = (name: string) => of(name, 'education', ['明湖区教育督导委员会']);
  const faults = (issuer: string, joint: string[] = [], before: { issuer: string; joint: string[] } | null = null) =>
    issuerFaults({ issuer, joint }, before, standing).map(
      ({ of: field, severity }) => `${field} ${severity ?? 'blocks'}`,
    );

  it('its own name, and one it is entitled to, pass; a missing one is another rule’s matter', () => {
    expect(faults('明湖区教育局')).toEqual([]);
    expect(faults('明湖区教育督导委员会')).toEqual([]);
    expect(faults('')).toEqual([]);
  });

  it('a government, another unit and a name nobody knows are refused, each with what to do', () => {
    for (const name of ['明湖区人民政府', '明湖区公安分局', '国务院']) expect(faults(name)).toEqual(['issuer blocks']);
    const message = (name: string) => issuerFaults({ issuer: name, joint: [] }, null, standing)[0]?.message;
    expect(message('明湖区人民政府')).toBe(
      '“明湖区人民政府”是一级政府，不是本单位，须由其办公室登记发布；确由本单位代为发布的，请主管部门在“发文机关代字”中登记“明湖区人民政府”，并选本单位为对应单位。',
    );
    expect(message('明湖区公安分局')).toContain('应由该单位登记');
    expect(message('国务院')).toContain('请改填本单位全称');
  });

  it('a joint document may be published by whichever of the units; reviewers are told when it is not the leading one', () => {
    expect(faults('明湖区教育局', ['明湖区公安分局'])).toEqual([]);
    expect(faults('明湖区公安分局', ['明湖区教育局'])).toEqual(['issuer warns']);
  });

  it('a bureau stands beside no government, neither behind nor before it', () => {
    expect(faults('明湖区人民政府', ['明湖区教育局'])).toEqual(['issuer blocks']);
    expect(faults('明湖区教育局', ['明湖区人民政府'])).toEqual(['joint blocks']);
    expect(faults('国务院', ['明湖区教育局'])).toEqual(['issuer blocks']);
  });

  it('a joint issuer that the register does not know is for reviewers to compare with the signatures', () => {
    expect(faults('明湖区教育局', ['国家税务总局明湖区税务局'])).toEqual(['joint warns']);
  });

  it('what is public under a name keeps it in later versions, and takes no other', () => {
    const before = { issuer: '明湖区教育委员会', joint: ['明湖区人民政府'] };
    expect(faults('明湖区教育委员会', ['明湖区人民政府'], before)).toEqual([]);
    expect(faults('明湖区人民政府', [], before)).toEqual(['issuer blocks']);
  });
});
