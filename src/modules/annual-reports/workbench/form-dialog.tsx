import { Modal } from 'antd';
import type { ReactNode } from 'react';

/** A dialog with a form and one button that sends it. */
export function FormDialog(props: {
  readonly title: string;
  readonly isBusy: boolean;
  readonly width?: number;
  readonly okText?: string;
  readonly onOk: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  return (
    <Modal
      open
      title={props.title}
      okText={props.okText ?? '保存'}
      cancelText="取消"
      confirmLoading={props.isBusy}
      onOk={props.onOk}
      onCancel={props.onClose}
      {...(props.width === undefined ? {} : { width: props.width })}
    >
      {props.children}
    </Modal>
  );
}
