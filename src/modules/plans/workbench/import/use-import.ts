import { useQueryClient } from '@tanstack/react-query';
import { call } from '../../../../workbench/api/client.ts';
import { useApi, useRefresh } from '../../../../workbench/api/use-api.ts';
import type { ImportDraft, ImportRow, ImportRowEdit, ImportRowInput } from '../../import/imports.contract.ts';

/** One import draft as the server keeps it, and the ways to change it; nothing enters a plan before it is confirmed. */
export function useImport(id: string) {
  const path = `/api/plan-imports/${id}`;
  const draft = useApi<ImportDraft>(path);
  const queries = useQueryClient();
  const refresh = useRefresh();
  const keep = (next: ImportDraft): void => {
    queries.setQueryData([...path.split('/').filter(Boolean), {}], next);
  };
  return {
    draft,
    refresh: () => refresh(path),
    saveRow: async (rowId: string, edit: ImportRowEdit): Promise<ImportRow> => {
      const row = await call<ImportRow>('PUT', `${path}/rows/${rowId}`, edit);
      // Counts and obstacles of the draft follow from its rows, so the whole is read again.
      void refresh(path);
      return row;
    },
    addRow: async (after: number, row: ImportRowInput): Promise<ImportDraft> => {
      const next = await call<ImportDraft>('POST', `${path}/rows`, { after, row });
      keep(next);
      return next;
    },
    keep,
    path,
  };
}

export type ImportControl = ReturnType<typeof useImport>;
