import { Button, Modal } from 'antd';
import { cutPlaces } from './row-input.ts';

/** The content with a button at every place where it may be cut. */
export function SplitDialog(props: {
  readonly content: string;
  readonly isBusy: boolean;
  readonly onSplit: (place: number) => void;
  readonly onClose: () => void;
}) {
  const places = cutPlaces(props.content);
  const pieces = [...places, props.content.length].map((end, index) => ({
    text: props.content.slice(places[index - 1] ?? 0, end),
    end,
  }));
  return (
    <Modal open width={640} title="从哪里拆开" footer={null} onCancel={props.onClose}>
      <p className="mc-muted">前后两行都保留原来的责任单位和时限，拆开后再各自修改。</p>
      {pieces.map((piece, index) => (
        <div key={piece.end}>
          <p className="mc-pre">{piece.text}</p>
          {index < pieces.length - 1 ? (
            <Button block type="dashed" disabled={props.isBusy} onClick={() => props.onSplit(piece.end)}>
              从这里拆开
            </Button>
          ) : null}
        </div>
      ))}
    </Modal>
  );
}
