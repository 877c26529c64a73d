import { AppError } from '../../../kernel/app-error.ts';
import { type Actor, demand } from '../../../kernel/permissions.ts';
import { staleError } from '../../../kernel/stale.ts';
import type { Platform } from '../../../platform/platform.ts';
import { draftLetter, type Letter, plainText } from './letter-text.ts';
import { BLANKS, isDecisionLetter, LETTER_KINDS, LETTER_LABELS, type LetterKind } from './letter-words.ts';
import type { TemplateCheck, TemplateInput, TemplateView } from './letters.contract.ts';
import { lintTemplate } from './lint-template.ts';
import { SAMPLE_VALUES } from './sample-values.ts';
import { shippedTemplate } from './shipped-templates.ts';
import type { LetterTemplate } from './template.ts';
import { TEMPLATE_RULES } from './template-rules.ts';
import { currentTemplates, insertTemplate, type TemplateRow, templateVersions } from './templates.store.ts';

const SUBJECT = { kind: 'letterTemplate' } as const;

/** Templates as the office edits them; every save is a version, and what was sent keeps its own words anyway (FOI-4, FOI-5). */
export class TemplatesService {
  readonly #platform: Platform;

  constructor(platform: Platform) {
    this.#platform = platform;
  }

  /** All kinds, those in force. Ask before a transaction begins. */
  async current(): Promise<ReadonlyMap<LetterKind, LetterTemplate>> {
    const saved = await currentTemplates(this.#db);
    return new Map([
      ...LETTER_KINDS.map((kind) => [kind, shippedTemplate(kind)] as const),
      ...saved.map((row) => [row.kind, templateOf(row)] as const),
    ]);
  }

  async list(): Promise<TemplateView[]> {
    const saved = new Map((await currentTemplates(this.#db)).map((row) => [row.kind, row]));
    return LETTER_KINDS.map((kind) => viewOf(kind, saved.get(kind)));
  }

  /** Newest first; the last is what came with the program. */
  async versions(kind: LetterKind): Promise<TemplateView[]> {
    const saved = await templateVersions(this.#db, kind);
    return [...saved.map((row) => viewOf(kind, row)), viewOf(kind, undefined)];
  }

  check(kind: LetterKind, words: Pick<LetterTemplate, 'title' | 'body' | 'hasRedHead'>): TemplateCheck {
    const template = { kind, ...words };
    return {
      reasons: lintTemplate(template).map(({ field, message }) => ({ field, message })),
      sample: plainText(draftLetter(template, SAMPLE_VALUES, SAMPLE_FRAME)).split('\n'),
    };
  }

  /** How a template in force looks, with invented words. */
  async sample(kind: LetterKind): Promise<Letter> {
    const template = (await this.current()).get(kind) ?? shippedTemplate(kind);
    return draftLetter(template, SAMPLE_VALUES, SAMPLE_FRAME);
  }

  /** @throws AppError `template-invalid` (422) with all reasons, `stale` (409) when somebody saved meanwhile */
  async save(actor: Actor, kind: LetterKind, input: TemplateInput): Promise<TemplateView> {
    const words = { title: input.title.trim(), body: tidy(input.body), hasRedHead: input.hasRedHead };
    const isFirst = await this.#platform.changes.run(actor, async (change) => {
      demand(actor, 'edit', SUBJECT);
      const reasons = lintTemplate({ kind, ...words });
      if (reasons.length > 0)
        throw new AppError('template-invalid', 422, '模板缺少法定要素或者写法有误，不能保存。', { reasons });
      const latest = (await templateVersions(change.tx, kind))[0]?.seq ?? 0;
      if (latest !== input.version) return false;
      const seq = latest + 1;
      const isNew = await insertTemplate(change.tx, {
        kind,
        seq,
        title: words.title,
        body: words.body,
        has_red_head: words.hasRedHead,
        note: input.note,
        saved_by: actor.type === 'person' ? actor.name : '系统',
        saved_at: change.at,
      });
      if (isNew)
        change.record({ action: 'edit', kind: 'letterTemplate', subjectId: kind, detail: { seq, note: input.note } });
      return isNew;
    });
    const now = (await this.versions(kind))[0] as TemplateView;
    if (!isFirst) throw staleError(now, input);
    return now;
  }

  get #db() {
    return this.#platform.database.kysely;
  }
}

const SAMPLE_FRAME = { agency: '（示例）某某区某某局', documentNumber: '某告〔2026〕1号', signedOn: null };

function tidy(body: string): string {
  return body
    .replaceAll('\r\n', '\n')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

function templateOf({ kind, title, body, has_red_head }: TemplateRow): LetterTemplate {
  return { kind, title, body, hasRedHead: has_red_head };
}

function viewOf(kind: LetterKind, row: TemplateRow | undefined): TemplateView {
  const { must, may } = TEMPLATE_RULES[kind];
  const { title, body, hasRedHead } = row ? templateOf(row) : shippedTemplate(kind);
  return {
    kind,
    label: LETTER_LABELS[kind],
    isDecision: isDecisionLetter(kind),
    title,
    body,
    hasRedHead,
    version: row?.seq ?? 0,
    note: row?.note ?? null,
    savedBy: row?.saved_by ?? null,
    savedAt: row?.saved_at.toISOString() ?? null,
    blanks: [
      ...must.map((blank) => ({ label: BLANKS[blank], isNeeded: true })),
      ...may.map((blank) => ({ label: BLANKS[blank], isNeeded: false })),
    ],
  };
}
