import type { Unit } from '../../organisations/index.ts';
import type { ReportScope } from './report-words.ts';

/** 某区某局2025年政府信息公开工作年度报告; the district's bears the government's name, not that of its office. */
export function reportTitle(
  unit: Pick<Unit, 'name' | 'parentId'>,
  scope: ReportScope,
  year: number,
  units: ReadonlyMap<string, Pick<Unit, 'name' | 'kind'>>,
): string {
  return `${scope === 'unit' ? unit.name : governmentName(unit, units)}${year}年政府信息公开工作年度报告`;
}

function governmentName(
  office: Pick<Unit, 'name' | 'parentId'>,
  units: ReadonlyMap<string, Pick<Unit, 'name' | 'kind'>>,
): string {
  const parent = office.parentId === null ? undefined : units.get(office.parentId);
  return parent?.kind === 'government' ? parent.name : office.name.replace(/(?<=政府)办公室$/, '');
}
