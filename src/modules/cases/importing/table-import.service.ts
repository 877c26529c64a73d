import { AppError } from '../../../kernel/app-error.ts';
import { csv } from '../../../kernel/csv.ts';
import type { IsolatedInput } from '../../../platform/isolated-process/isolated-process.ts';
import { type CasesContext, lookUpKnown } from '../cases.context.ts';
import { readCaseTable } from './import-table.ts';
import type { TableResult } from './importing.contract.ts';
import type { CaseImportingService } from './importing.service.ts';
import type { SourceRow } from './sources.store.ts';
import { readHead, rowInput } from './table-columns.ts';

interface Looked extends TableResult {
  /** Heading, and the rows that were not taken, with their reasons behind. */
  readonly faultRows: readonly (readonly string[])[];
}

/** Tables of other systems: looked through row by row first, then brought in; rows with faults come back as a file. */
export class TableImportService {
  readonly #context: CasesContext;
  readonly #importing: CaseImportingService;

  constructor(context: CasesContext, importing: CaseImportingService) {
    this.#context = context;
    this.#importing = importing;
  }

  /** Writes nothing. @throws AppError `import-unreadable` (422), `heading-missing` (422) */
  async try(source: SourceRow, file: IsolatedInput, fileName: string): Promise<TableResult> {
    return told(await this.#go(source, file, fileName, false));
  }

  /** Each good row in a change of its own: what is in is in, and the same table can be brought again. */
  async bring(source: SourceRow, file: IsolatedInput, fileName: string): Promise<TableResult> {
    return told(await this.#go(source, file, fileName, true));
  }

  /** CSV with a column 原因; formulas are kept from spreadsheets. */
  async faults(source: SourceRow, file: IsolatedInput, fileName: string): Promise<string> {
    return csv((await this.#go(source, file, fileName, false)).faultRows);
  }

  async #go(source: SourceRow, file: IsolatedInput, fileName: string, isReal: boolean): Promise<Looked> {
    const [head = [], ...rows] = await readCaseTable(file, fileName);
    const { columns, missing } = readHead(head);
    if (missing.length > 0)
      throw new AppError('heading-missing', 422, `表头缺少：${missing.join('、')}。请补上后重新上传。`);
    const known = await lookUpKnown(this.#context);
    const seen = new Set<string>();
    const faults: { row: number; number: string; messages: string[] }[] = [];
    const faultRows: string[][] = [[...head, '原因']];
    let [taken, before] = [0, 0];
    for (const [index, cells] of rows.entries()) {
      const input = rowInput(columns, cells);
      const { ready, reasons } = this.#importing.check(source, input, known);
      const number = String(input.externalNumber);
      const messages = reasons.map((reason) => reason.message);
      if (seen.has(number)) messages.push('表中有两行编号相同');
      seen.add(number);
      if (messages.length > 0 || !ready) {
        faults.push({ row: index + 2, number, messages });
        faultRows.push([...head.map((_, at) => cells[at] ?? ''), messages.join('；')]);
      } else if (await this.#importing.isKnown(source, number)) before += 1;
      else {
        if (isReal) await this.#importing.take(source, ready);
        taken += 1;
      }
    }
    return { rows: rows.length, taken, known: before, faults, faultRows };
  }
}

function told({ faultRows: _, ...result }: Looked): TableResult {
  return result;
}
