import { AppError, type Reason } from '../../../kernel/app-error.ts';
import type { NamedFile } from '../../attachments/index.ts';
import type { AttachmentRef, Content, InspectedFile } from '../../publications/index.ts';
import { draftContent, headText, type ReadText } from './draft-content.ts';
import { INTAKE_KIND, type IntakeContext } from './intake.context.ts';
import type { MetadataReading } from './metadata.ts';
import { bearsSecretMark } from './secret-mark.ts';

export interface Prepared {
  /** Null when there are faults. */
  readonly content: Content | null;
  readonly files: readonly InspectedFile[];
  readonly faults: readonly Reason[];
  readonly doubts: readonly string[];
}

interface Opened {
  readonly read: ReadText | null;
  readonly files: readonly InspectedFile[];
  readonly attachments: readonly AttachmentRef[];
  readonly faults: readonly Reason[];
  readonly doubts: readonly string[];
}

/** Formats whose text cannot become a page; they stay what they are, beside it. */
const FIXED_LAYOUT = /\.(?:pdf|ofd)$/i;
const SECRET: Reason = {
  field: 'secrecy',
  message: '文件首页标有密级，涉密公文不得通过本接口报送；内容没有登记，请立即停止报送并报告保密工作机构。',
};

/** Opens the files of a delivery in a process of their own and makes the draft's content of them; writes nothing. */
export class PrepareService {
  readonly #context: IntakeContext;

  constructor(context: IntakeContext) {
    this.#context = context;
  }

  /** @throws AppError `files-waiting` (503) */
  async prepare(
    { text, attachments }: { readonly text: NamedFile | null; readonly attachments: readonly NamedFile[] },
    { metadata, faults }: MetadataReading,
  ): Promise<Prepared> {
    const opened = await this.#open(text, attachments);
    const all = [...faults, ...opened.faults];
    if (text && metadata?.text) all.push({ field: 'text', message: '正文文件和元数据中的 text 只能提供一种。' });
    if (metadata?.text && bearsSecretMark(metadata.text)) all.push(SECRET);
    if (!metadata) return { content: null, files: [], faults: all, doubts: [] };
    const kind = this.#context.publications.kinds.get(INTAKE_KIND);
    const { content, doubts } = draftContent(metadata, kind, opened.read, opened.attachments);
    if (content.title === '') all.push({ field: 'title', message: '缺少标题（title）。' });
    all.push(...this.#context.publications.receiving.faults(INTAKE_KIND, content));
    if (all.length > 0) return { content: null, files: [], faults: all, doubts: [] };
    return { content, files: opened.files, faults: [], doubts: [...opened.doubts, ...doubts] };
  }

  async #open(text: NamedFile | null, attachments: readonly NamedFile[]): Promise<Opened> {
    const asText = text && !FIXED_LAYOUT.test(text.name) ? text : null;
    const beside = [...(text && !asText ? [text] : []), ...attachments];
    const read = asText ? await this.#read(asText) : { read: null, files: [], faults: [] };
    const faults: Reason[] = [...read.faults];
    const files: InspectedFile[] = [...read.files];
    const refs = new Map<string, AttachmentRef>();
    for (const file of beside) {
      const inspected = await this.#context.publications.receiving.inspect(file);
      const { inspection } = inspected;
      files.push(inspected);
      refs.set(file.hash, { sha256: file.hash, name: file.name, mediaType: inspection.mediaType, size: file.size });
      if (bearsSecretMark(inspection.text)) faults.push(SECRET);
      for (const problem of inspection.problems.filter((one) => one.refused))
        faults.push({ field: 'attachments', message: `“${file.name}”：${problem.message}` });
    }
    const doubts =
      text && !asText ? [`正文文件“${text.name}”是版式文件，已作为附件收下；请补充可以阅读、检索的正文。`] : [];
    return { read: read.read, files, attachments: [...refs.values()], faults, doubts };
  }

  async #read(file: NamedFile): Promise<Pick<Opened, 'read' | 'files' | 'faults'>> {
    try {
      const { images, ...read } = await this.#context.attachments.importDocument(file);
      const files: InspectedFile[] = [];
      for (const [at, image] of images.entries())
        files.push(
          await this.#context.publications.receiving.inspect({
            ...image,
            name: `图片${at + 1}.${endingOf(image.mediaType)}`,
          }),
        );
      return { read, files, faults: bearsSecretMark(headText(read.body)) ? [SECRET] : [] };
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'file-refused') throw error;
      return {
        read: null,
        files: [],
        faults: [{ field: 'text', message: `正文文件“${file.name}”：${error.message}` }],
      };
    }
  }
}

function endingOf(mediaType: string): string {
  return mediaType.split('/')[1]?.replace('jpeg', 'jpg') ?? 'bin';
}
