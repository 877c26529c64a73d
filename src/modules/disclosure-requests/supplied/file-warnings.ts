import { HIDDEN_KIND_NAMES, type HiddenKind, type Inspection } from '../../attachments/index.ts';
import { findingNames, findPersonalData } from '../../redaction/index.ts';

/** Who wrote a file and with which program is in most files, and harms nobody beyond what the letter says. */
const HARMLESS: ReadonlySet<HiddenKind> = new Set(['metadata']);

/**
 * What must not leave the house unseen (regulation arts 14, 15): personal data in the words of the file, and what its reader does not see at
 * first sight.
 * @returns Chinese sentences, one for each kind
 */
export function fileWarnings({
  text,
  textCut,
  hiddenData,
}: Pick<Inspection, 'text' | 'textCut' | 'hiddenData'>): string[] {
  const found = Map.groupBy(findPersonalData(text), ({ type }) => type);
  const hidden = Map.groupBy(hiddenData, ({ kind }) => kind);
  return [
    ...[...found].map(([type, all]) => `疑似有${findingNames[type]} ${all.length} 处`),
    ...[...hidden].flatMap(([kind, all]) =>
      HARMLESS.has(kind) ? [] : [`含有${HIDDEN_KIND_NAMES[kind]} ${all.length} 处（${all[0]?.place ?? ''}）`],
    ),
    ...(text.trim() === '' ? ['没有可以检查的文字（可能是图片或者扫描件），请人工核对有没有个人信息'] : []),
    ...(textCut ? ['文字过长，只检查了前面的部分，其余请人工核对'] : []),
  ];
}
