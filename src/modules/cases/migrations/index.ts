import { againstUnit } from './against-unit.ts';
import { caseLists } from './case-lists.ts';
import { caseStars } from './case-stars.ts';
import { cases } from './cases.ts';
import { fileOrder } from './file-order.ts';
import { fileWarnings } from './file-warnings.ts';
import { namedLists } from './named-lists.ts';
import { recusals } from './recusals.ts';
import { replies } from './replies.ts';
import { sealing } from './sealing.ts';
import { senderWords } from './sender-words.ts';
import { sources } from './sources.ts';
import { titleLetters } from './title-letters.ts';

export const casesMigrations = [
  cases,
  replies,
  sealing,
  sources,
  caseLists,
  recusals,
  senderWords,
  fileOrder,
  againstUnit,
  caseStars,
  titleLetters,
  namedLists,
  fileWarnings,
];
