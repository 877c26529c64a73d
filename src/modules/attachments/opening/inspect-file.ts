import { AppError } from '../../../kernel/app-error.ts';
import type { Inspection } from '../inspection.contract.ts';
import { inspectPackage } from '../office/inspect-package.ts';
import { inspectText } from '../text/inspect-text.ts';
import { type FileKind, KINDS } from './file-kind.ts';
import { Findings } from './findings.ts';
import { type JudgedFile, judgeKind } from './judge-kind.ts';
import { broken } from './refusal.ts';

type Inspector = (file: JudgedFile, findings: Findings) => void | Promise<void>;

const INSPECTORS: Readonly<Record<FileKind, Inspector>> = {
  docx: inspectPackage,
  xlsx: inspectPackage,
  pptx: inspectPackage,
  ofd: async (file, findings) => (await import('../ofd/inspect-ofd.ts')).inspectOfd(file, findings),
  pdf: async (file, findings) => (await import('../pdf/inspect-pdf.ts')).inspectPdf(file, findings),
  png: image,
  jpeg: image,
  gif: image,
  webp: image,
  csv: inspectText,
  text: inspectText,
  html: inspectText,
};

async function image(file: JudgedFile, findings: Findings): Promise<void> {
  (await import('../images/inspect-image.ts')).inspectImage(file, findings);
}

/** Never throws because of what the file holds: what refuses it is a problem of the result. */
export async function inspectFile(bytes: Uint8Array, name: string): Promise<Inspection> {
  const findings = new Findings();
  let file: JudgedFile | undefined;
  try {
    file = judgeKind(bytes);
    checkEnding(file.kind, name, findings);
    await INSPECTORS[file.kind](file, findings);
  } catch (error) {
    const refused = error instanceof AppError ? error : broken(error);
    findings.problem(String(refused.details.problem ?? 'broken'), refused.message, true);
  }
  const { mediaType, typeName } = file
    ? KINDS[file.kind]
    : { mediaType: 'application/octet-stream', typeName: '未知格式' };
  return findings.result(mediaType, typeName);
}

/** A name that promises something else misleads whoever downloads it. */
function checkEnding(kind: FileKind, name: string, findings: Findings): void {
  const ending = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase();
  const { endings, typeName } = KINDS[kind];
  if (ending === undefined || endings.includes(ending)) return;
  findings.problem(
    'name-mismatch',
    `文件名以“.${ending}”结尾，但内容是${typeName}，请把文件名改为以“.${endings[0]}”结尾后再上传。`,
    true,
  );
}
