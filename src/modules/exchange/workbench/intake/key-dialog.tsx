import { Alert, Button, Modal, Typography } from 'antd';
import type { NewIntakeKey } from '../../intake/intake.contract.ts';

/** The only time that a key is shown. */
export function KeyDialog({ made, onClose }: { readonly made: NewIntakeKey; readonly onClose: () => void }) {
  return (
    <Modal
      open
      title={`“${made.source.name}”的新密钥`}
      footer={<Button onClick={onClose}>我已保存密钥</Button>}
      // A click beside the dialog must not throw away what is shown only once.
      mask={{ closable: false }}
      keyboard={false}
      onCancel={onClose}
    >
      <Alert
        type="warning"
        showIcon
        title="密钥只显示这一次，系统不保存原文。请复制后通过安全的方式交给来文系统的维护单位；不要发到群聊或写进邮件。"
      />
      <Typography.Paragraph
        className="mc-secret mc-intake-key"
        copyable={{ icon: ['复制密钥', '已复制'], tooltips: false }}
      >
        {made.key}
      </Typography.Paragraph>
      <p className="mc-muted">请求时放在请求头 Authorization 中，写作“Bearer 密钥”。丢失时再生成一个，并停用这一个。</p>
    </Modal>
  );
}
