import { AppError, type Reason } from '../../../kernel/app-error.ts';
import type { SuppliedFileRow } from '../request-tables.store.ts';
import type { DecisionContent } from '../results/decision-content.contract.ts';
import { supplies } from '../results/supplies.ts';

/** Ids of the files that a decision hands over. */
export function filesOf(content: Pick<DecisionContent, 'result' | 'way' | 'items'>): string[] {
  return supplies(content) ? content.items.flatMap(({ files = [] }) => files.map(({ id }) => id)) : [];
}

/**
 * Names and sizes are those of the files themselves, whatever the page sent.
 * @throws AppError `decision-incomplete` (422) when a file is none of this request
 */
export function withKnownFiles(content: DecisionContent, known: readonly SuppliedFileRow[]): DecisionContent {
  const of = new Map(known.map((file) => [file.id, file]));
  const items = content.items.map(({ files, ...item }) =>
    files === undefined || files.length === 0
      ? item
      : {
          ...item,
          files: files.map(({ id }) => {
            const file = of.get(id);
            if (!file) throw unknownFile(item.name);
            return { id, name: file.name, size: Number(file.size) };
          }),
        },
  );
  return { ...content, items };
}

/** Each file in which something was found is changed, or somebody says why it may go out as it is. */
export function unansweredWarnings(
  content: DecisionContent,
  known: readonly SuppliedFileRow[],
  findingsReason: string | null,
): Reason[] {
  if (findingsReason?.trim()) return [];
  const named = new Set(filesOf(content));
  return known
    .filter(({ id, warnings }) => named.has(id) && warnings.length > 0)
    .map(({ name, warnings }) => ({
      field: 'items',
      message: `“${name}”${warnings.join('，')}。请处理后重新上传，或者写明保留个人信息的理由。`,
    }));
}

function unknownFile(item: string): AppError {
  const message = `“${item}”的文件已经不在，请重新上传。`;
  return new AppError('decision-incomplete', 422, message, { reasons: [{ field: 'items', message }] });
}
