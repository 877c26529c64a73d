import { CONSULTATIONS } from './deadline-table/consultations.fixtures.ts';
import { CORRECTIONS } from './deadline-table/corrections.fixtures.ts';
import { EXTENSIONS } from './deadline-table/extensions.fixtures.ts';
import { FEES_AND_DELAYS } from './deadline-table/fees-and-delays.fixtures.ts';
import { FESTIVALS_2014_2016 } from './deadline-table/festivals-2014-2016.fixtures.ts';
import { FESTIVALS_2017_2019 } from './deadline-table/festivals-2017-2019.fixtures.ts';
import { FESTIVALS_2020_2022 } from './deadline-table/festivals-2020-2022.fixtures.ts';
import { FESTIVALS_2023_2026 } from './deadline-table/festivals-2023-2026.fixtures.ts';
import { MESSAGES } from './deadline-table/messages.fixtures.ts';
import { rowsOf } from './deadline-table/notation.fixtures.ts';
import { OTHER_TERMS } from './deadline-table/other-terms.fixtures.ts';
import { RECEIPT } from './deadline-table/receipt.fixtures.ts';
import { SIDE_TERMS } from './deadline-table/side-terms.fixtures.ts';

/**
 * Dates reckoned from the articles and from the State Council office's holiday notices by hand and by a diary of days, never by this
 * program. A row reads: basis | kind of case | what happened | outcome | remark. An outcome is `running` to a due day, `paused` (somebody is
 * being asked), `stopped` (the applicant has to act), `answered` with the due day it is judged by (`-`: none ran), `not begun`, or
 * `refused`: the law does not know such an act. `awaiting` names the years whose notice may still move the day.
 */
export const DEADLINE_TABLE = {
  'the day of receipt': rowsOf(RECEIPT),
  'messages, enquiries and site errors': rowsOf(MESSAGES),
  'the extension': rowsOf(EXTENSIONS),
  'the correction': rowsOf(CORRECTIONS),
  'fee and delay': rowsOf(FEES_AND_DELAYS),
  consultations: rowsOf(CONSULTATIONS),
  'other terms, leap years and provisional years': rowsOf(OTHER_TERMS),
  'holidays of 2014 to 2016': rowsOf(FESTIVALS_2014_2016),
  'holidays of 2017 to 2019': rowsOf(FESTIVALS_2017_2019),
  'holidays of 2020 to 2022': rowsOf(FESTIVALS_2020_2022),
  'holidays of 2023 to 2026': rowsOf(FESTIVALS_2023_2026),
} as const;

/** Outcome: each term in the order in which it began, with its last day and the day on which it ended. */
export const SIDE_TERM_TABLE = rowsOf(SIDE_TERMS);
