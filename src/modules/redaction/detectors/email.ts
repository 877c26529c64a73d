import type { Candidate } from '../finding.ts';
import type { TextScan } from '../text-scan.ts';

const EMAIL =
  /(?<![\w.*+-])[A-Za-z0-9][\w.+-]{0,63} ?(?:@|#|\(at\)|\[at\]) ?((?:[A-Za-z0-9-]{1,63}\.){1,5}[A-Za-z]{2,18})(?![A-Za-z0-9])/gi;
const PERSONAL =
  /^(?:vip\.)?(?:qq|163|126|yeah|sina|sohu|139|189|wo|foxmail|aliyun|tom|21cn|263|gmail|hotmail|outlook|live|msn|yahoo|icloud|me|proton|protonmail|petalmail|88)\.(?:com|cn|net|com\.cn|me)(?:\.cn)?$/i;
const OFFICIAL = /(?:^|\.)(?:gov|mil)(?:\.cn)?$|(?:^|\.)gov\.[a-z]{2}$/i;

/** Private mailboxes. Those of agencies are public; those of firms are a finding only in a list of persons. */
export function emails(scan: TextScan): Candidate[] {
  const found: Candidate[] = [];
  for (const { 0: mailbox, 1: host = '', index } of scan.plain.matchAll(EMAIL)) {
    if (OFFICIAL.test(host)) continue;
    const isPersonal = PERSONAL.test(host);
    if (!isPersonal && mailbox.includes('#')) continue;
    if (!isPersonal && isOfOffice(scan.plain, index, mailbox) && !isListOfPersons(scan, index)) continue;
    const why = isPersonal ? '个人邮箱服务商的邮箱。' : '不是机关邮箱，可能是个人邮箱。';
    const certainty = isPersonal ? 'sure' : 'likely';
    found.push({ type: 'email', start: index, end: index + mailbox.length, certainty, why });
  }
  return found;
}

const OFFICE_BOX =
  /^(?:info|service|office|admin|hr|kf|sales|support|contact|bgs|zb|zbdl|web|webmaster|service|news|zwgk|jubao|tousu)\d*@/i;
const OFFICE =
  /公司|中心|机构|采购|代理|投标|招标|供应商|局|委员会|办公室|单位|政府|部门|学校|大学|医院|协会|报社|杂志/;

function isOfOffice(plain: string, index: number, mailbox: string): boolean {
  const line =
    plain
      .slice(Math.max(0, index - 60), index)
      .split('\n')
      .at(-1) ?? '';
  return OFFICE_BOX.test(mailbox) || OFFICE.test(line);
}

function isListOfPersons(scan: TextScan, start: number): boolean {
  const labels = scan.tableAt(start)?.labels ?? [];
  return labels.some((label) => label === 'name' || label === 'identity') && !labels.includes('position');
}
