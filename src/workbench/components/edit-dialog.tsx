import { Modal } from 'antd';
import type { ReactNode } from 'react';
import { StaleDialog, type StaleFieldLabel } from './stale-dialog.tsx';
import type { RowSave } from './use-row-save.ts';

/** A dialog that edits one row: the form, saving it, and both versions side by side when somebody else was faster. */
export function EditDialog(props: {
  readonly title: ReactNode;
  readonly width?: number;
  readonly row: RowSave;
  readonly fields: readonly StaleFieldLabel[];
  /** Something else than the row's own saving is under way, such as making a new one. */
  readonly isBusy?: boolean;
  readonly okText?: string;
  readonly okDisabled?: boolean;
  readonly onOk: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { row } = props;
  return (
    <Modal
      open
      title={props.title}
      {...(props.width === undefined ? {} : { width: props.width })}
      okText={props.okText ?? '保存'}
      cancelText="取消"
      confirmLoading={row.isSaving || (props.isBusy ?? false)}
      okButtonProps={{ disabled: props.okDisabled ?? false }}
      onOk={props.onOk}
      onCancel={props.onClose}
    >
      {props.children}
      <StaleDialog
        conflict={row.conflict}
        fields={props.fields}
        isSaving={row.isSaving}
        onSave={row.saveChosen}
        onBack={row.backToForm}
      />
    </Modal>
  );
}
