import { bodyText, textBlocks } from '../../../kernel/document-body.ts';
import type { Content } from '../content/content.contract.ts';
import { missingElements } from '../content/content-faults.ts';
import type { Decided } from '../determinations/determination.ts';
import type { PublicationKind } from '../kinds/publication-kind.ts';
import { ATTRIBUTE_LABELS, type VersionState } from '../publication-words.ts';
import type { BlockingReason } from '../publications.contract.ts';
import type { StepStanding } from '../reviews/review-progress.ts';
import { picturesOf } from '../versions/content-files.ts';

export interface AttachmentFacts {
  readonly sha256: string;
  readonly name: string;
  readonly isInspected: boolean;
  /** What it hides, in Chinese, and why it may not be taken as it is. */
  readonly hidden: readonly string[];
  readonly problems: readonly string[];
}

export interface BlockingFacts {
  readonly kind: PublicationKind;
  readonly content: Content;
  readonly state: VersionState;
  readonly determination: Decided | undefined;
  readonly standings: readonly StepStanding[];
  /** Personal data still undecided; `words` never repeats what was found. */
  readonly findings: readonly { readonly id: string; readonly words: string }[];
  readonly attachments: readonly AttachmentFacts[];
  readonly openRemarks: readonly { readonly id: string; readonly text: string }[];
  /** Of the kind's element checks. */
  readonly elements: readonly BlockingReason[];
}

type Found = Pick<BlockingReason, 'code' | 'place' | 'message'>;

/** Every reason at once why a version cannot become public, in the order in which people work on it. */
export function blockingReasons(facts: BlockingFacts): BlockingReason[] {
  const { kind, content } = facts;
  const text = content.body ? bodyText(content.body) : '';
  return [
    ...missingElements(kind, content, text),
    ...facts.elements,
    ...blocking(picturesWithoutWords(content)),
    ...blocking(tooManyFiles(content)),
    ...blocking(facts.attachments.flatMap(attachmentReasons)),
    ...blocking(
      facts.findings.map(({ id, words }) => ({ code: 'personal-data', place: `finding:${id}`, message: words })),
    ),
    ...blocking(facts.openRemarks.map(remarkReason)),
    ...blocking(determinationReasons(facts.determination)),
    ...blocking(stateReasons(facts)),
  ];
}

/** What must be mended before anybody is asked to review; who must still review, and where it may appear, comes later. */
const LATER = new Set([
  'not-submitted',
  'step-not-approved',
  'attribute-keeps-back',
  'manner-targeted',
  'together',
  'publish-within',
]);

export function reasonsBeforeReview(reasons: readonly BlockingReason[]): BlockingReason[] {
  return reasons.filter((reason) => reason.severity === 'blocks' && !LATER.has(reason.code));
}

export function blocks(reasons: readonly BlockingReason[]): BlockingReason[] {
  return reasons.filter((reason) => reason.severity === 'blocks');
}

function picturesWithoutWords(content: Content): Found[] {
  if (!content.body) return [];
  return textBlocks(content.body)
    .filter((block) => block.type === 'image' && block.text.trim() === '')
    .map((block) => ({
      code: 'picture-without-words',
      place: `block:${block.id}`,
      message: '图片缺少替代文字，视障人士无法了解内容，请补充。',
    }));
}

/** The log keeps a hash of every file in one entry, which has a largest size. */
const MOST_FILES = 500;

function tooManyFiles(content: Content): Found[] {
  const count = content.attachments.length + picturesOf(content).length;
  if (count <= MOST_FILES) return [];
  const message = `图片和附件共 ${count} 个，最多 ${MOST_FILES} 个，请拆分为几份。`;
  return [{ code: 'too-many-files', place: 'body', message }];
}

function attachmentReasons({ sha256, name, isInspected, hidden, problems }: AttachmentFacts): Found[] {
  const place = `attachment:${sha256}`;
  if (!isInspected) {
    return [{ code: 'attachment-not-inspected', place, message: `附件“${name}”还没有检查完，请稍候。` }];
  }
  return [
    ...problems.map((problem) => ({ code: 'attachment-refused', place, message: `附件“${name}”：${problem}` })),
    ...hidden.map((datum) => ({
      code: 'attachment-hidden-data',
      place,
      message: `附件“${name}”含有隐藏内容：${datum}`,
    })),
  ];
}

function remarkReason({ id, text }: { readonly id: string; readonly text: string }): Found {
  const short = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  return { code: 'remark-open', place: `remark:${id}`, message: `审核意见“${short}”还没有处理。` };
}

/** REV-1: no publishing without a finished determination; REV-9: what concerns a few is not put on the open web. */
function determinationReasons(determination: Decided | undefined): Found[] {
  const place = 'determination';
  if (!determination) return [{ code: 'not-determined', place, message: '还没有认定公开属性，请本单位联络员认定。' }];
  const { attribute, manner } = determination;
  if (attribute !== 'proactive') {
    const message = `公开属性是“${ATTRIBUTE_LABELS[attribute]}”，不能发布；如可以公开，请重新认定。`;
    return [{ code: 'attribute-keeps-back', place, message }];
  }
  if (manner === 'open') return [];
  return [
    { code: 'manner-targeted', place, message: '公开方式是定点定向公开，不在网站发布，请登记在公开地点的公开情况。' },
  ];
}

function stateReasons({ state, standings }: BlockingFacts): Found[] {
  const reasons: Found[] =
    state === 'draft' ? [{ code: 'not-submitted', place: 'state', message: '还没有提交审核。' }] : [];
  for (const { step, state: standing } of standings) {
    if (standing === 'approved') continue;
    const message = standing === 'returned' ? `“${step.name}”已退回，请修改后重新提交。` : `“${step.name}”还没有通过。`;
    reasons.push({ code: 'step-not-approved', place: `review:${step.code}`, message });
  }
  return reasons;
}

function blocking(found: readonly Found[]): BlockingReason[] {
  return found.map((one) => ({ ...one, severity: 'blocks' }));
}
