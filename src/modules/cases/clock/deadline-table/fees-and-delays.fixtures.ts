/** The fee that is asked for and paid (国办函〔2020〕109号), and the delay of unusual quantities (regulation art 35). */
export const FEES_AND_DELAYS = `
# The notice stops the term; it begins anew on the day after the payment (国办函〔2020〕109号).
fee | request | received 2026-03-02; fee notice 2026-03-16 | stopped
fee | request | received 2026-03-02; fee notice 2026-03-16; paid 2026-03-20 | running 2026-04-20
fee | request | received 2026-03-02; fee notice 2026-03-16; paid 2026-03-16 | running 2026-04-14 | at once
fee | request | received 2026-03-02; fee notice 2026-03-30; paid 2026-04-03 | running 2026-05-07 | noticed on the last day
fee | request | received 2026-03-02; fee notice 2026-03-16; paid 2026-03-21 | running 2026-04-20 | by telephone on a Saturday
fee | request | received 2026-03-02; fee notice 2026-03-16; paid 2026-04-05 | running 2026-05-07 | on Tomb-sweeping Day
fee | request | received 2026-03-02; fee notice 2026-03-16; paid 2026-04-14 | running 2026-05-14 | on the twentieth working day of the applicant's own term
fee | request | received 2025-09-15; fee notice 2025-09-24; paid 2025-09-30 | running 2025-11-04 | on the eve of the holiday
fee | request | received 2025-09-15; fee notice 2025-09-24; paid 2025-10-04 | running 2025-11-04 | in the holiday
fee | request | received 2025-09-15; fee notice 2025-09-24; paid 2025-10-11 | running 2025-11-07 | on the Saturday that is worked
fee | request | received 2026-01-20; fee notice 2026-02-03; paid 2026-02-14 | running 2026-03-20
fee | request | received 2026-01-20; fee notice 2026-02-03; paid 2026-02-20 | running 2026-03-20 | in the Spring Festival
fee | request | received 2024-02-01; fee notice 2024-02-20; paid 2024-02-29 | running 2024-03-28 | on the leap day
fee | request | received 2025-12-15; fee notice 2025-12-25; paid 2025-12-31 | running 2026-01-29 | on the last day of the year
fee | request | received 2026-11-16; fee notice 2026-11-23; paid 2026-12-04 | running 2027-01-04 awaiting 2027 | into the year without notice
fee | request | received 2026-03-02; fee notice 2026-03-16; answered 2026-04-14 | answered - in time | not paid, no further handling: nothing ran
fee | request | received 2026-03-02; fee notice 2026-03-16; paid 2026-03-20; answered 2026-04-20 | answered 2026-04-20 in time
fee | request | received 2026-03-02; fee notice 2026-03-16; paid 2026-03-20; answered 2026-04-21 | answered 2026-04-20 late
fee | request | received 2026-03-02; fee notice 2026-03-16; paid 2026-03-20; extended 2026-04-20 by 20 | running 2026-05-20 | on the last day
fee | request | received 2026-03-02; fee notice 2026-03-16; paid 2026-03-20; extended 2026-04-17 by 7 | running 2026-04-29
fee | request | received 2026-03-02; fee notice 2026-03-16; paid 2026-03-20; extended 2026-04-21 by 7 | refused | a day late
fee | request | received 2026-03-02; fee notice 2026-03-16; paid 2026-03-20; third party A asked 2026-03-23; A ended 2026-04-03 | running 2026-05-06
fee | request | received 2026-03-02; correction asked 2026-03-05, until 2026-03-19; corrected 2026-03-12; fee notice 2026-03-20; paid 2026-03-27 | running 2026-04-27 | both
fee | request | received 2026-03-02; paid 2026-03-20 | refused | nobody had asked for money
fee | request | received 2026-03-02; third party A asked 2026-03-05; A ended 2026-03-12; fee notice 2026-03-16; paid 2026-03-20 | running 2026-04-20 | the days lost before are lost with the old count
fee | request | received 2026-03-02; third party A asked 2026-03-05; fee notice 2026-03-16; paid 2026-03-20 | paused | the third party is still being asked
fee | request | received 2026-03-02; third party A asked 2026-03-05; fee notice 2026-03-16; paid 2026-03-20; A ended 2026-03-25 | running 2026-04-23 | 23, 24 and 25 March are not counted
fee | request | received 2026-03-02; third party A asked 2026-03-05; fee notice 2026-03-16; A ended 2026-03-18; paid 2026-03-20 | running 2026-04-20 | ended while the clock was stopped
fee | request | received 2026-03-02; third party A asked 2026-03-05; fee notice 2026-03-16 | stopped | asked for money while the third party is being asked
fee | request | received 2026-03-02; fee notice 2026-03-16; third party A asked 2026-03-17; paid 2026-03-20 | paused | the third party is asked while the money is awaited
fee | request | received 2026-03-02; fee notice 2026-03-16; third party A asked 2026-03-17; paid 2026-03-20; A ended 2026-03-25 | running 2026-04-23
fee | request | received 2026-03-02; extended 2026-03-25 by 10; fee notice 2026-04-01; paid 2026-04-08 | running 2026-05-09 | the whole term anew, without the extension of the old count
fee | request | received 2026-03-02; extended 2026-03-25 by 10; fee notice 2026-04-01; paid 2026-04-08; extended 2026-05-07 by 10 | running 2026-05-22
fee | request | received 2026-03-02; fee notice 2026-03-31 | refused | a day after the term was over
fee | request | received 2026-03-02; correction asked 2026-03-05, until 2026-03-19; paid 2026-03-12 | refused | no money was asked for
fee | request | received 2026-03-02; fee notice 2026-03-16; corrected 2026-03-20 | refused | no correction was asked for
# A reasonable delay of its own (art 35); its last day, when off, gives way to the next working day.
art 35 | request | received 2026-03-02; delayed 2026-03-16, until 2026-06-30 | running 2026-06-30
art 35 | request | received 2026-03-02; delayed 2026-03-30, until 2026-05-29 | running 2026-05-29 | on the last day
art 35 | request | received 2026-03-02; delayed 2026-03-16, until 2026-05-16 | running 2026-05-18 | a Saturday
art 35 | request | received 2026-03-02; delayed 2026-03-16, until 2026-05-17 | running 2026-05-18 | a Sunday
art 35 | request | received 2026-03-02; delayed 2026-03-16, until 2026-05-09 | running 2026-05-09 | a Saturday that is worked
art 35 | request | received 2026-03-02; delayed 2026-03-16, until 2026-05-01 | running 2026-05-06 | Labour Day
art 35 | request | received 2026-06-01; delayed 2026-06-15, until 2026-10-01 | running 2026-10-08 | National Day
art 35 | request | received 2026-06-01; delayed 2026-06-15, until 2026-10-10 | running 2026-10-10 | a Saturday that is worked
art 35 | request | received 2025-09-15; delayed 2025-10-10, until 2026-02-15 | running 2026-02-24 | in the Spring Festival
art 35 | request | received 2025-09-15; delayed 2025-10-10, until 2026-02-28 | running 2026-02-28 | a Saturday that is worked
art 35 | request | received 2026-03-02; delayed 2026-03-16, until 2026-06-30; answered 2026-06-30 | answered 2026-06-30 in time
art 35 | request | received 2026-03-02; delayed 2026-03-16, until 2026-06-30; answered 2026-07-01 | answered 2026-06-30 late
art 35 | request | received 2026-03-02; delayed 2026-03-16, until 2026-05-16; answered 2026-05-18 | answered 2026-05-18 in time | Monday after the Saturday
art 35 | request | received 2026-03-02; extended 2026-03-25 by 20; delayed 2026-04-20, until 2026-07-31 | running 2026-07-31
art 35 | request | received 2026-03-02; delayed 2026-03-16, until 2026-06-30; transferred 2026-03-20 | running 2026-06-30
art 35 | request | received 2026-03-02; third party A asked 2026-03-05; A ended 2026-03-12; delayed 2026-03-16, until 2026-06-30 | running 2026-06-30
art 35 | request | received 2026-03-02; delayed 2026-03-31, until 2026-06-30 | refused | a day after the term was over
art 35 | request | received 2026-03-02; delayed 2026-03-16, until 2026-06-30; extended 2026-04-01 by 10 | refused | a delay takes the place of the extension
art 35 | request | received 2026-03-02; delayed 2026-03-16, until 2026-06-30; delayed 2026-06-22, until 2026-07-31 | running 2026-07-31 | a second delay
art 35 | request | received 2026-11-02; delayed 2026-11-16, until 2027-05-01 | running 2027-05-03 awaiting 2027 | a Saturday by any calendar, Labour Day too: provisional
art 35 | request | received 2027-12-01; delayed 2027-12-15, until 2028-03-01 | running 2028-03-01 awaiting 2028 | only whether that day is worked is open
`;
