import { Space } from 'antd';
import { download } from '../../../../workbench/api/client.ts';
import { useAction } from '../../../../workbench/api/use-api.ts';
import type { LetterKind } from '../../letters/letter-words.ts';

const FORMATS = { docx: 'Word', pdf: 'PDF' } as const;
type Format = keyof typeof FORMATS;

/** How the template in force looks, with invented words in its blanks. */
export function SampleLinks({ kind, label }: { readonly kind: LetterKind; readonly label: string }) {
  const save = useAction<Format, void>(async (format) => {
    const address = URL.createObjectURL(await download(`/api/letter-templates/${kind}/sample?format=${format}`));
    const link = document.createElement('a');
    link.href = address;
    link.download = `${label}（样稿）.${format}`;
    link.click();
    URL.revokeObjectURL(address);
  });
  return (
    <Space size="middle">
      {(Object.keys(FORMATS) as Format[]).map((format) => (
        <button key={format} type="button" className="mc-link-button" onClick={() => save.mutate(format)}>
          {FORMATS[format]}
          <span className="mc-visually-hidden">（{label}样稿）</span>
        </button>
      ))}
    </Space>
  );
}
