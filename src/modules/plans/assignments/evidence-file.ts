import { EVIDENCE_FILES, EVIDENCE_FILES_TEXT } from './evidence-words.ts';

const PROGRAMS =
  /^(application\/(x-msdownload|x-elf|x-mach-binary|x-ms-shortcut|java-archive|vnd\.android\.package-archive)|text\/x-)/;

/**
 * Judges a file by its content first and by its name second: a script is text, only its ending makes it run.
 * @param mediaType of the bytes, see media-type.ts
 * @returns a Chinese sentence that says why it is refused and what to do; null when it is taken
 */
export function evidenceRefusal(mediaType: string, name: string): string | null {
  if (mediaType === 'application/zip; contents=programs') {
    return `“${name}”里有程序、脚本或网页文件，不能作为佐证。请去掉后重新压缩上传。`;
  }
  if (mediaType === 'application/zip; contents=unknown') {
    return `“${name}”打不开或是空的压缩包，请重新压缩后上传。`;
  }
  if (PROGRAMS.test(mediaType)) return `“${name}”是程序或脚本，不能作为佐证。请上传能证明工作的文档、图片或网址。`;
  if (mediaType === 'text/html' || mediaType === 'application/xml') {
    return `“${name}”是网页，不能作为附件。请直接填写网址，或另存为 PDF 后上传。`;
  }
  if (mediaType === 'application/x-rar-compressed' || mediaType === 'application/x-7z-compressed') {
    return `“${name}”这种压缩包无法检查内容，请改用 ZIP 压缩包或直接上传其中的文件。`;
  }
  const kind = EVIDENCE_FILES.find((one) => one.mediaType === mediaType);
  if (!kind) return `不接受“${name}”这种内容的文件。可以上传：${EVIDENCE_FILES_TEXT}。`;
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase();
  if (ending === undefined || kind.endings.includes(ending)) return null;
  return `“${name}”的内容与扩展名不符（内容是 ${kind.endings[0]} 文件）。请核对文件，改正扩展名后再上传。`;
}
