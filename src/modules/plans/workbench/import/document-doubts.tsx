import { Alert, Button, Space } from 'antd';
import { call } from '../../../../workbench/api/client.ts';
import { useAction } from '../../../../workbench/api/use-api.ts';
import type { ImportDraft, Place } from '../../import/imports.contract.ts';
import { placeText } from './place-text.ts';
import type { ImportControl } from './use-import.ts';

/** Doubts about the document as a whole. */
export function DocumentDoubts(props: {
  readonly draft: ImportDraft;
  readonly control: ImportControl;
  readonly onShow: (place: Place) => void;
}) {
  const { draft, control } = props;
  const settle = useAction(
    (index: number) =>
      call<ImportDraft>('PUT', control.path, { version: draft.version, head: draft.head, settledDoubts: [index] }),
    { onDone: control.keep },
  );
  return (
    <>
      {draft.doubts.map((doubt, index) =>
        doubt.settled ? null : (
          <Alert
            key={`${doubt.field}${doubt.message}`}
            className="mc-gap-below"
            type="warning"
            showIcon
            title={doubt.message}
            action={
              <Space>
                {doubt.place ? (
                  <Button size="small" onClick={() => doubt.place && props.onShow(doubt.place)}>
                    看{placeText(doubt.place)}
                  </Button>
                ) : null}
                <Button size="small" loading={settle.isPending} onClick={() => settle.mutate(index)}>
                  已核对
                </Button>
              </Space>
            }
          />
        ),
      )}
    </>
  );
}
