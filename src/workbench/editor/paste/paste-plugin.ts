import { Slice } from 'prosemirror-model';
import { Plugin } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { schema } from '../model/schema.ts';
import { cleanHtml } from './clean-html.ts';

const LARGEST_PASTE = 5_000_000;

/** What is pasted or dropped is cleaned to the model; pictures on the clipboard are offered for upload with their description. */
export function pasting(options: {
  readonly onImage: (file: File) => void;
  readonly onLeftOut: (what: string) => void;
}): Plugin {
  const takeImage = (transfer: DataTransfer | null): boolean => {
    // Word puts a picture of the words beside the words themselves.
    if (!transfer || transfer.types.includes('text/html') || transfer.types.includes('text/plain')) return false;
    const image = Array.from(transfer.files).find((file) => file.type.startsWith('image/'));
    if (image) options.onImage(image);
    return image !== undefined;
  };
  return new Plugin({
    props: {
      handleDOMEvents: {
        // Before the library reads it: a document as large as this would hold the window up for a long time.
        paste: (_view, event) => {
          const size = event.clipboardData?.getData('text/html').length ?? 0;
          if (size <= LARGEST_PASTE) return false;
          event.preventDefault();
          options.onLeftOut('粘贴的内容太大，请改用“导入文件”。');
          return true;
        },
      },
      handlePaste: (_view, event) => takeImage(event.clipboardData),
      handleDrop: (_view, event) => takeImage(event.dataTransfer),
      transformPastedHTML: (html) => {
        const pictures = (html.match(/<img\b(?![^>]*data-sha256)/gi) ?? []).length;
        if (pictures > 0)
          options.onLeftOut(`粘贴内容中的 ${pictures} 张图片没有带过来，请用“图片”按钮上传并填写说明。`);
        return cleanHtml(html);
      },
      clipboardTextParser: (text, context, _plain, view) => plainText(text, context.marks(), view),
    },
  });
}

/** Every line of plain text is a paragraph. */
function plainText(text: string, marks: Parameters<typeof schema.text>[1], _view: EditorView): Slice {
  const lines = text
    .replace(/\0/g, '')
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== '');
  const paragraphs = lines.map((line) => schema.nodes.paragraph.create(null, schema.text(line, marks)));
  return paragraphs.length === 0 ? Slice.empty : Slice.maxOpen(schema.nodes.doc.create(null, paragraphs).content);
}
