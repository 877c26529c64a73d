const OOXML = 'application/vnd.openxmlformats-officedocument';

/** What may be handed in as evidence: a kind by content, and the endings under which people and their programs know it. */
export const EVIDENCE_FILES: readonly { readonly mediaType: string; readonly endings: readonly string[] }[] = [
  { mediaType: 'application/pdf', endings: ['pdf'] },
  { mediaType: 'application/ofd', endings: ['ofd'] },
  { mediaType: `${OOXML}.wordprocessingml.document`, endings: ['docx', 'wps'] },
  { mediaType: `${OOXML}.spreadsheetml.sheet`, endings: ['xlsx', 'et'] },
  { mediaType: `${OOXML}.presentationml.presentation`, endings: ['pptx', 'dps'] },
  { mediaType: 'application/msword', endings: ['doc', 'wps'] },
  { mediaType: 'application/vnd.ms-excel', endings: ['xls', 'et'] },
  { mediaType: 'application/vnd.ms-powerpoint', endings: ['ppt', 'dps'] },
  { mediaType: 'text/plain', endings: ['txt', 'csv'] },
  { mediaType: 'text/csv', endings: ['csv', 'txt'] },
  { mediaType: 'image/jpeg', endings: ['jpg', 'jpeg'] },
  { mediaType: 'image/png', endings: ['png'] },
  { mediaType: 'image/gif', endings: ['gif'] },
  { mediaType: 'image/webp', endings: ['webp'] },
  { mediaType: 'image/bmp', endings: ['bmp'] },
  { mediaType: 'image/tiff', endings: ['tif', 'tiff'] },
  { mediaType: 'video/mp4', endings: ['mp4'] },
  { mediaType: 'audio/mpeg', endings: ['mp3'] },
  { mediaType: 'application/zip', endings: ['zip'] },
];

export const EVIDENCE_ENDINGS: readonly string[] = [...new Set(EVIDENCE_FILES.flatMap(({ endings }) => endings))];

export const EVIDENCE_FILES_TEXT =
  'PDF、OFD、Word、Excel、PowerPoint、WPS 文档，文本和表格（txt、csv），图片，MP4 视频，MP3 音频，ZIP 压缩包';
