import { Space } from 'antd';
import { download } from '../../../../workbench/api/client.ts';
import { useAction } from '../../../../workbench/api/use-api.ts';

const FORMATS = { docx: 'Word', pdf: 'PDF' } as const;
export type LetterFormat = keyof typeof FORMATS;

/** A letter in each of its formats, saved under its name; read out with it, since “PDF” alone says nothing. */
export function FormatLinks(props: {
  readonly name: string;
  readonly addressOf: (format: LetterFormat) => string;
  readonly verb?: string;
}) {
  const { name, addressOf, verb = '' } = props;
  const save = useAction<LetterFormat, void>(async (format) => {
    const address = URL.createObjectURL(await download(addressOf(format)));
    const link = document.createElement('a');
    link.href = address;
    link.download = `${name}.${format}`;
    link.click();
    URL.revokeObjectURL(address);
  });
  return (
    <Space size="middle">
      {(Object.keys(FORMATS) as LetterFormat[]).map((format) => (
        <button key={format} type="button" className="mc-link-button" onClick={() => save.mutate(format)}>
          {verb}
          {FORMATS[format]}
          <span className="mc-visually-hidden">（{name}）</span>
        </button>
      ))}
    </Space>
  );
}
