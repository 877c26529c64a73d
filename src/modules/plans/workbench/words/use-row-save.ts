export { type RowSave, useRowSave } from '../../../../workbench/components/use-row-save.ts';
