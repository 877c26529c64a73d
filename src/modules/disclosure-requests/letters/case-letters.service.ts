import { AppError } from '../../../kernel/app-error.ts';
import { localDate } from '../../../kernel/local-date.ts';
import { type Actor, can } from '../../../kernel/permissions.ts';
import type { Organisations } from '../../organisations/index.ts';
import { type RemedyBody, remedyBodyOf } from '../remedies/remedy-body.ts';
import { remedyOf } from '../remedies/remedy-of.ts';
import type { RequestContext } from '../requests/request-desk.ts';
import type { RequestView } from '../viewing/request-view.contract.ts';
import type { RequestViewService } from '../viewing/request-view.service.ts';
import { blankText } from './blanks.ts';
import { letterKindOf } from './decision-values.ts';
import { writeLetterDocx } from './letter-docx.ts';
import { writeLetterPdf } from './letter-pages.ts';
import { decisionOf, type LetterHelp, noticeSource } from './letter-sources.ts';
import { type Letter, letterText, withOwnWords } from './letter-text.ts';
import { isDecisionLetter, LETTER_LABELS, type LetterKind } from './letter-words.ts';
import type { LetterFormat } from './letters.contract.ts';
import { isToThirdParty } from './lint-template.ts';
import { shippedTemplate } from './shipped-templates.ts';
import type { TemplatesService } from './templates.service.ts';

export interface LetterFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
}

const SYSTEM = { type: 'system' } as const;
const MEDIA_TYPES: Readonly<Record<LetterFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
};

interface LettersBelow {
  readonly view: Pick<RequestViewService, 'get'>;
  readonly templates: Pick<TemplatesService, 'current'>;
  readonly bodies: () => Promise<readonly RemedyBody[]>;
  readonly organisations: Pick<Organisations, 'units'>;
}

/**
 * Letters of a case as files, made each time for somebody who may read the case and kept nowhere. The applicant's name is put in for those who
 * may open the seal, which leaves an audit entry; others see the masked one.
 */
export class CaseLettersService {
  readonly #context: RequestContext;
  readonly #below: LettersBelow;

  constructor(context: RequestContext, below: LettersBelow) {
    this.#context = context;
    this.#below = below;
  }

  /**
   * @param of id of the decision or consultation; undefined: the last one
   * @throws AppError `case-missing` (404), `letter-not-due` (409), `letter-incomplete` (422)
   */
  async file(
    actor: Actor,
    id: string,
    {
      kind,
      format,
      of,
    }: { readonly kind: LetterKind; readonly format: LetterFormat; readonly of?: string | undefined },
  ): Promise<LetterFile> {
    const view = await this.#below.view.get(actor, id);
    const letter = isDecisionLetter(kind) ? await this.#decision(view, kind, of) : await this.#notice(view, kind, of);
    const applicant = isToThirdParty(kind) ? '' : await this.#applicant(actor, view);
    return {
      name: `${LETTER_LABELS[kind]}-${view.case.number}.${format}`,
      mediaType: MEDIA_TYPES[format],
      bytes: await letterFile(addressed(letter, applicant), format, this.#context.platform.clock.now()),
    };
  }

  /**
   * A decision that was sent, for the applicant himself, who has just shown number and secret. @param name his own; null: none is known
   * @throws AppError `letter-not-due` (409)
   */
  async ownDecision(
    id: string,
    { seq, format }: { readonly seq: number; readonly format: LetterFormat },
    name: string | null,
  ): Promise<LetterFile> {
    const view = await this.#below.view.get(SYSTEM, id);
    const decision = view.decisions.find((one) => one.seq === seq && one.sentOn !== null);
    if (!decision) throw new AppError('letter-not-due', 409, '这份告知书还没有发出。请返回查看办理进度。');
    const letter = await this.#decision(view, letterKindOf(decision.content), decision.id);
    return {
      name: `${letter.title}-${decision.documentNumber}.${format}`,
      mediaType: MEDIA_TYPES[format],
      bytes: await letterFile(addressed(letter, name ?? ''), format, this.#context.platform.clock.now()),
    };
  }

  async #notice(view: RequestView, kind: LetterKind, of: string | undefined): Promise<Letter> {
    const template = (await this.#below.templates.current()).get(kind) ?? shippedTemplate(kind);
    const { values, frame } = noticeSource(view, kind, of, await this.#help(view));
    return letterText(template, values, { ...frame, agency: view.case.unit.name });
  }

  /** Its words are those of the reply, as they were reviewed; only the look is that of today's template. */
  async #decision(view: RequestView, kind: LetterKind, of: string | undefined): Promise<Letter> {
    const { replyId, sentOn, documentNumber } = decisionOf(view, kind, of);
    const reply = view.case.replies.find((one) => one.id === replyId);
    const { title, hasRedHead } = (await this.#below.templates.current()).get(kind) ?? shippedTemplate(kind);
    const letter: Letter = {
      kind,
      title,
      hasRedHead,
      addressee: '',
      paragraphs: [],
      agency: view.case.unit.name,
      documentNumber: sentOn ? documentNumber : '（草稿，尚未审签）',
      signedOn: sentOn === null ? null : localDate(sentOn),
    };
    return withOwnWords(letter, reply?.text ?? '');
  }

  async #help(view: RequestView): Promise<LetterHelp> {
    const { calendar, rules } = await this.#context.cases.clocks.now();
    const unit = (await this.#below.organisations.units.all()).find(({ id }) => id === view.case.unit.id);
    const body = unit && remedyBodyOf(unit, await this.#below.bodies());
    return {
      opinionUntil: (from) => calendar.addWorkdays(from, rules.on('request.thirdParty', view.case.receivedOn).figure),
      // What becomes public against a third party's will is challenged either way.
      remedy: (decidedOn) => remedyOf({ result: 'open', grounds: [], decidedOn, isOnline: false, body }),
    };
  }

  async #applicant(actor: Actor, { case: view }: RequestView): Promise<string> {
    const masked = view.applicant ?? '';
    const subject = { kind: 'case', state: view.state, unitIds: [view.unit.id] };
    if (!can(actor, 'openApplicant', subject)) return masked;
    try {
      return (
        (await this.#context.cases.applicants.open(actor, view.id, '制作文书', '制作有申请人姓名的文书')).name ?? masked
      );
    } catch (error) {
      if (error instanceof AppError && (error.status === 403 || error.status === 404)) return masked;
      throw error;
    }
  }
}

/** The name takes the place of its blank, wherever somebody left it. */
function addressed(letter: Letter, applicant: string): Letter {
  if (applicant === '') return letter;
  const put = (text: string) => text.replaceAll(blankText('applicant'), applicant);
  return { ...letter, addressee: put(letter.addressee), paragraphs: letter.paragraphs.map(put) };
}

export function letterFile(letter: Letter, format: LetterFormat, madeAt: Date): Promise<Buffer> {
  return format === 'docx' ? writeLetterDocx(letter) : writeLetterPdf(letter, madeAt);
}

/** How a template looks; no case is behind it. */
export async function sampleFile(letter: Letter, format: LetterFormat): Promise<LetterFile> {
  const bytes = await letterFile(letter, format, new Date(0));
  return { name: `${LETTER_LABELS[letter.kind]}（样稿）.${format}`, mediaType: MEDIA_TYPES[format], bytes };
}
