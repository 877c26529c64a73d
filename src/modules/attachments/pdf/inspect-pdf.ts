import type { Findings } from '../opening/findings.ts';
import type { JudgedFile } from '../opening/judge-kind.ts';
import { inspectPdfObjects } from './pdf-objects.ts';
import { inspectPdfPages } from './pdf-pages.ts';
import { inspectPdfShape } from './pdf-shape.ts';

/** ISO 32000: the file as bytes, then its objects, then what its pages draw. */
export async function inspectPdf({ bytes }: JudgedFile, findings: Findings): Promise<void> {
  inspectPdfShape(bytes, findings);
  await inspectPdfObjects(bytes, findings);
  await inspectPdfPages(bytes, findings);
}
