import type { IssuerStanding } from './issuer-standing.ts';

export interface NamedIssuers {
  /** Of joint documents the leading one (主办机关). */
  readonly issuer: string;
  readonly joint: readonly string[];
}

export interface IssuerFault {
  readonly of: keyof NamedIssuers;
  /** Goes after the field's label. */
  readonly message: string;
  readonly severity?: 'warns';
}

/**
 * Nobody publishes in another's name: the unit is the issuer, issues jointly with a unit of its rank, or was entitled by the office. What
 * is public already under a name may keep it, since it was judged then, or was taken in from elsewhere by the office.
 *
 * @param before as they are public; null before
 */
export function issuerFaults(
  now: NamedIssuers,
  before: NamedIssuers | null,
  standing: (name: string) => IssuerStanding,
): IssuerFault[] {
  return [...leadFaults(now, before, standing), ...jointFaults(now.joint, before?.joint ?? [], standing)];
}

function leadFaults({ issuer, joint }: NamedIssuers, before: NamedIssuers | null, standing: Standing): IssuerFault[] {
  if (issuer === '' || issuer === before?.issuer) return [];
  const of = standing(issuer);
  if (isOurs(of)) return [];
  // Joint documents are of equal rank: a bureau is never a joint issuer beside its government.
  if (of === 'unit' && joint.some((name) => isOurs(standing(name)))) {
    const message = `“${issuer}”是主办机关，本单位是联合发文机关，请确认由本单位发布。`;
    return [{ of: 'issuer', message, severity: 'warns' }];
  }
  return [{ of: 'issuer', message: `“${issuer}”${leadSentence(of, issuer)}` }];
}

function jointFaults(joint: readonly string[], before: readonly string[], standing: Standing): IssuerFault[] {
  return joint.flatMap((name): IssuerFault[] => {
    if (before.includes(name)) return [];
    const of = standing(name);
    if (of === 'government') return [{ of: 'joint', message: `“${name}”是一级政府，${ENTITLE(name)}` }];
    if (of !== 'unknown') return [];
    return [{ of: 'joint', message: `“${name}”不在单位名录中，请与文件署名核对。`, severity: 'warns' }];
  });
}

type Standing = (name: string) => IssuerStanding;

function isOurs(of: IssuerStanding): boolean {
  return of === 'own' || of === 'entitled';
}

const ENTITLE = (name: string) =>
  `须由其办公室登记发布；确由本单位代为发布的，请主管部门在“发文机关代字”中登记“${name}”，并选本单位为对应单位。`;

function leadSentence(of: IssuerStanding, name: string): string {
  if (of === 'government') return `是一级政府，不是本单位，${ENTITLE(name)}`;
  const ask = `确由本单位代为发布的，请主管部门在“发文机关代字”中登记“${name}”，并选本单位为对应单位。`;
  if (of === 'unit') return `是另一单位，应由该单位登记；联合行文的，请把本单位填入联合发文机关。${ask}`;
  return `不是本单位的名称，请改填本单位全称。${ask}`;
}
