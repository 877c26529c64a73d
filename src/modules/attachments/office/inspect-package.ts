import type { Findings } from '../opening/findings.ts';
import type { JudgedFile } from '../opening/judge-kind.ts';
import { broken } from '../opening/refusal.ts';
import { OfficePackage } from './office-package.ts';
import { inspectDangers } from './package-dangers.ts';
import { inspectProperties } from './package-properties.ts';
import { inspectSlides } from './slides.ts';
import { inspectWord } from './word.ts';
import { inspectWorkbook } from './workbook.ts';

/** DOCX, XLSX, PPTX (ISO 29500). */
export function inspectPackage({ kind, zip }: JudgedFile, findings: Findings): void {
  if (!zip) throw broken();
  const files = new OfficePackage(zip);
  inspectDangers(files, findings);
  inspectProperties(files, findings);
  if (kind === 'docx') inspectWord(files, findings);
  if (kind === 'xlsx') inspectWorkbook(files, findings);
  if (kind === 'pptx') inspectSlides(files, findings);
  files.checkRest();
}
