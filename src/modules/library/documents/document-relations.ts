import type { RelationDefinition } from '../../publications/index.ts';

/** How documents point to each other; the dated ones decide validity (LIB-5), the others are links both ways (LIB-7). */
export const DOCUMENT_RELATIONS: readonly RelationDefinition[] = [
  { code: 'repeals', label: '废止的文件', reverseLabel: '被下列文件废止', target: 'publication', isBinding: true },
  { code: 'amends', label: '修改的文件', reverseLabel: '被下列文件修改', target: 'publication', isBinding: true },
  {
    code: 'extends',
    label: '延长有效期的文件',
    reverseLabel: '有效期由下列文件延长',
    target: 'publication',
    isBinding: true,
  },
  { code: 'repealedBy', label: '被下列文件废止', reverseLabel: '废止的文件', target: 'either' },
  { code: 'amendedBy', label: '被下列文件修改', reverseLabel: '修改的文件', target: 'either' },
  { code: 'basis', label: '依据', reverseLabel: '以本文件为依据的文件', target: 'either' },
  { code: 'supports', label: '配套的文件', reverseLabel: '配套文件', target: 'publication' },
  { code: 'guide', label: '办事指南', reverseLabel: '政策依据', target: 'either' },
  { code: 'serviceLink', label: '在线办理', reverseLabel: '政策依据', target: 'address' },
];

/** Of the relations above, those that change whether a document holds, seen from the document that does it. */
export const VALIDITY_RELATIONS = { repeals: 'repealedBy', amends: 'amendedBy', extends: 'extendedBy' } as const;
