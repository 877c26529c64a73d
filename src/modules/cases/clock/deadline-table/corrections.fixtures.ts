/** The request that has to be corrected: asked once, and the term begins anew (regulation art 30). */
export const CORRECTIONS = `
# Asked once what is missing; the term begins anew with the corrected request.
art 30 | request | received 2026-03-02; correction asked 2026-03-05, until 2026-03-19 | stopped | nothing runs
art 30 | request | received 2026-03-02; correction asked 2026-03-05, until 2026-03-19; corrected 2026-03-12 | running 2026-04-10
art 30 | request | received 2026-03-02; correction asked 2026-03-11, until 2026-03-25; corrected 2026-03-25 | running 2026-04-23 | asked on the seventh day, corrected on the last
art 30 | request | received 2026-03-02; correction asked 2026-03-02, until 2026-03-16; corrected 2026-03-03 | running 2026-03-31 | asked on the day of receipt
art 30 | request | received 2026-03-02; correction asked 2026-03-05, until 2026-03-19; corrected 2026-03-05 | running 2026-04-02 | corrected on the same day
art 30 | request | received 2026-03-02; correction asked 2026-03-05, until 2026-03-19; corrected 2026-03-14 | running 2026-04-13 | on a Saturday
art 30 | request | received 2026-02-02; correction asked 2026-02-06, until 2026-02-27; corrected 2026-02-14 | running 2026-03-20 | on the Saturday worked before the Spring Festival
art 30 | request | received 2026-02-02; correction asked 2026-02-06, until 2026-02-27; corrected 2026-02-16 | running 2026-03-20 | in the Spring Festival
art 30 | request | received 2026-02-02; correction asked 2026-02-06, until 2026-02-27; corrected 2026-02-28 | running 2026-03-27 | on the Saturday worked after it
art 30 | request | received 2025-09-15; correction asked 2025-09-19, until 2025-09-30; corrected 2025-09-30 | running 2025-11-04 | on the eve of the holiday
art 30 | request | received 2025-09-22; correction asked 2025-09-26, until 2025-10-15; corrected 2025-10-05 | running 2025-11-04 | in the holiday
art 30 | request | received 2025-12-22; correction asked 2025-12-25, until 2026-01-09; corrected 2025-12-31 | running 2026-01-29 | on the last day of the year
art 30 | request | received 2024-02-05; correction asked 2024-02-08, until 2024-03-01; corrected 2024-02-29 | running 2024-03-28 | on the leap day
art 30 | request | received 2026-11-30; correction asked 2026-12-03, until 2026-12-17; corrected 2026-12-10 | running 2027-01-08 awaiting 2027 | into the year without notice
art 30 | request | received 2026-03-02; correction asked 2026-03-05, until 2026-03-19; corrected 2026-03-12; correction asked 2026-03-13, until 2026-03-27 | refused | only once
art 30 | request | received 2026-03-02; corrected 2026-03-12 | refused | nobody had asked
art 30 | request | received 2026-03-02; correction asked 2026-03-05, until 2026-03-19; correction asked 2026-03-06, until 2026-03-20 | refused | only once
# Then an extension, in full: the corrected request has the whole of article 33.
art 30, 33 | request | received 2026-03-02; correction asked 2026-03-05, until 2026-03-19; corrected 2026-03-12; extended 2026-04-01 by 20 | running 2026-05-12
art 30, 33 | request | received 2026-03-02; correction asked 2026-03-05, until 2026-03-19; corrected 2026-03-12; extended 2026-04-10 by 1 | running 2026-04-13 | on the last day
art 30, 33 | request | received 2026-03-02; correction asked 2026-03-05, until 2026-03-19; corrected 2026-03-12; extended 2026-04-13 by 1 | refused | the day after the last
art 30, 33 | request | received 2026-03-02; correction asked 2026-03-05, until 2026-03-19; corrected 2026-03-12; extended 2026-03-31 by 10; extended 2026-04-10 by 10 | running 2026-05-12
art 30, 33 | request | received 2026-03-02; correction asked 2026-03-05, until 2026-03-19; corrected 2026-03-12; extended 2026-03-31 by 15; extended 2026-04-10 by 6 | refused | more than twenty
art 30, 33 | request | received 2025-08-25; correction asked 2025-08-29, until 2025-09-12; corrected 2025-09-08; extended 2025-09-28 by 5 | running 2025-10-17 | over National Day
art 30, 33 | request | received 2026-01-05; correction asked 2026-01-09, until 2026-01-23; corrected 2026-01-19; extended 2026-02-12 by 20 | running 2026-03-20 | over the Spring Festival
# Then others are asked.
art 30, 32 | request | received 2026-03-02; correction asked 2026-03-05, until 2026-03-19; corrected 2026-03-12; third party A asked 2026-03-16; A ended 2026-03-27 | running 2026-04-23
art 30, 32 | request | received 2026-03-02; correction asked 2026-03-05, until 2026-03-19; corrected 2026-03-12; third party A asked 2026-03-16 | paused
art 30, 32 | request | received 2026-03-02; correction asked 2026-03-05, until 2026-03-19; corrected 2026-03-12; third party A asked 2026-03-12; A ended 2026-03-31; extended 2026-04-10 by 10 | running 2026-05-15
art 30, 34 | request | received 2025-09-01; correction asked 2025-09-05, until 2025-09-19; corrected 2025-09-12; joint agency B asked 2025-09-16; B ended 2025-10-10 | running 2025-11-04 | over the holiday
# Answered.
art 30 | request | received 2026-03-02; correction asked 2026-03-05, until 2026-03-19; corrected 2026-03-12; answered 2026-04-10 | answered 2026-04-10 in time
art 30 | request | received 2026-03-02; correction asked 2026-03-05, until 2026-03-19; corrected 2026-03-12; answered 2026-04-13 | answered 2026-04-10 late
art 30 | request | received 2026-03-02; correction asked 2026-03-05, until 2026-03-19; answered 2026-03-20 | answered - in time | not corrected in time, no further handling: nothing ran, nothing is late
art 30 | request | received 2026-03-02; correction asked 2026-03-05, until 2026-03-19; answered 2026-05-29 | answered - in time | nothing runs until it is corrected
# By post: the clock of the corrected request, not of the first letter.
art 30, 31 | request | by registered mail 2026-02-26, signed for 2026-03-02; correction asked 2026-03-05, until 2026-03-19; corrected 2026-03-12 | running 2026-04-10
art 30, 31 | request | by ordinary mail 2026-02-26, confirmed 2026-03-04; correction asked 2026-03-05, until 2026-03-19 | stopped
art 30, 31 | request | by web form 2026-02-15, confirmed 2026-02-24; correction asked 2026-03-02, until 2026-03-13; corrected 2026-03-08 | running 2026-04-03 | corrected on a Sunday
art 30, 31 | request | by e-mail 2026-02-26; correction asked 2026-03-05, until 2026-03-19 | refused | nobody has confirmed it: there is no clock to stop
art 30 | request | received 2026-03-02; correction asked 2026-03-31, until 2026-04-14 | refused | a day after the term was over: what is over stays over
art 30 | request | received 2026-03-02; correction asked 2026-03-30, until 2026-04-14 | stopped | weeks too late, but the term still runs
art 30, 32 | request | received 2026-03-02; third party A asked 2026-03-03; correction asked 2026-03-05, until 2026-03-19 | stopped | while the third party is being asked
art 30, 32 | request | received 2026-03-02; third party A asked 2026-03-03; correction asked 2026-03-05, until 2026-03-19; corrected 2026-03-12 | paused | the third party is still being asked
art 30, 32 | request | received 2026-03-02; third party A asked 2026-03-03; correction asked 2026-03-05, until 2026-03-19; corrected 2026-03-12; A ended 2026-03-17 | running 2026-04-15 | 13, 16 and 17 March are not counted
art 30, 32 | request | received 2026-03-02; third party A asked 2026-03-03; correction asked 2026-03-05, until 2026-03-19; A ended 2026-03-10; corrected 2026-03-12 | running 2026-04-10 | ended while the clock was stopped
`;
