/** Third parties and joint makers: the time for asking them is not counted (regulation arts 32 to 34). */
export const CONSULTATIONS = `
# One consultation. Without it the term from 2 March 2026 ends on 30 March.
art 32, 33 | request | received 2026-03-02; third party A asked 2026-03-05 | paused | still open: nobody knows the day
art 32, 33 | request | received 2026-03-02; third party A asked 2026-03-05; A ended 2026-03-12 | running 2026-04-07 | five working days
art 32, 33 | request | received 2026-03-02; third party A asked 2026-03-05; A ended 2026-03-05 | running 2026-03-30 | answered on the day: nothing is lost
art 32, 33 | request | received 2026-03-02; third party A asked 2026-03-05; A ended 2026-03-06 | running 2026-03-31 | one day
art 32, 33 | request | received 2026-03-02; third party A asked 2026-03-06; A ended 2026-03-08 | running 2026-03-30 | Friday to Sunday: nothing is lost
art 32, 33 | request | received 2026-03-02; third party A asked 2026-03-06; A ended 2026-03-09 | running 2026-03-31 | Friday to Monday: one day
art 32, 33 | request | received 2026-03-02; third party A asked 2026-03-07; A ended 2026-03-09 | running 2026-03-31 | sent on a Saturday
art 32, 33 | request | received 2026-03-02; third party A asked 2026-03-02; A ended 2026-03-09 | running 2026-04-07 | sent on the day of receipt
art 32, 33 | request | received 2026-03-02; third party A asked 2026-03-27; A ended 2026-04-10 | running 2026-04-13 | sent on day 19: one day is left
art 32, 33 | request | received 2026-03-02; third party A asked 2026-03-27; A ended 2026-04-05 | running 2026-04-07 | ended on Tomb-sweeping Day
art 33, 34 | request | received 2026-03-02; joint agency B asked 2026-03-05 | paused | still open
art 33, 34 | request | received 2026-03-02; joint agency B asked 2026-03-05; B ended 2026-03-26 | running 2026-04-21 | fifteen working days, silence counts as consent
art 33, 34 | request | received 2026-03-02; joint agency B asked 2026-03-05; B ended 2026-03-05 | running 2026-03-30
art 33, 34 | request | received 2026-03-07; joint agency B asked 2026-03-08; B ended 2026-03-11 | running 2026-04-09 | received and asked at the week-end
# Over festivals: only working days can be lost.
art 32, 33 | request | received 2025-09-15; third party A asked 2025-09-30; A ended 2025-10-08 | running 2025-10-17 | exactly the holiday: nothing is lost
art 32, 33 | request | received 2025-09-15; third party A asked 2025-09-30; A ended 2025-10-09 | running 2025-10-20 | one day
art 32, 33 | request | received 2025-09-15; third party A asked 2025-09-26; A ended 2025-09-28 | running 2025-10-20 | the Sunday that is worked is lost
art 32, 33 | request | received 2025-09-15; third party A asked 2025-09-24; A ended 2025-10-17 | running 2025-11-05 | over the holiday and the Saturday that is worked
art 32, 33 | request | received 2025-09-15; joint agency B asked 2025-10-10; B ended 2025-10-11 | running 2025-10-20 | the Saturday that is worked is lost
art 32, 33 | request | received 2026-01-26; third party A asked 2026-02-13; A ended 2026-02-14 | running 2026-03-02 | the Saturday before the Spring Festival
art 32, 33 | request | received 2026-01-26; third party A asked 2026-02-14; A ended 2026-02-23 | running 2026-02-28 | exactly the nine days off
art 32, 33 | request | received 2026-01-26; third party A asked 2026-02-10; A ended 2026-03-03 | running 2026-03-16 | with the Saturdays worked before and after
art 32, 33 | request | received 2026-04-15; joint agency B asked 2026-04-30; B ended 2026-05-05 | running 2026-05-15 | exactly Labour Day's five days
art 32, 33 | request | received 2026-04-15; joint agency B asked 2026-04-29; B ended 2026-05-09 | running 2026-05-22 | with the Saturday that is worked
art 32, 33 | request | received 2020-01-13; third party A asked 2020-01-19; A ended 2020-02-03 | running 2020-02-24 | in 2020: 20–23 January and 3 February
art 32, 33 | request | received 2024-02-01; third party A asked 2024-02-09; A ended 2024-02-18 | running 2024-03-06 | New Year's Eve of 2024 was worked; the Sunday after is lost
art 32, 33 | request | received 2025-12-15; third party A asked 2025-12-31; A ended 2026-01-03 | running 2026-01-13 | New Year
art 32, 33 | request | received 2025-12-15; third party A asked 2025-12-31; A ended 2026-01-04 | running 2026-01-14 | the Sunday that is worked is lost
art 32, 33 | request | received 2023-09-11; third party A asked 2023-09-28; A ended 2023-10-08 | running 2023-10-17 | two weekend days worked after the holiday are lost
art 32, 33 | request | received 2026-12-10; third party A asked 2026-12-28; A ended 2027-01-08 | running 2027-01-20 awaiting 2027 | in the year without notice
# Two side by side: a shared day is lost once.
art 32–34 | request | received 2026-03-02; third party A asked 2026-03-05; joint agency B asked 2026-03-05; A ended 2026-03-12; B ended 2026-03-12 | running 2026-04-07 | the same days
art 32–34 | request | received 2026-03-02; third party A asked 2026-03-05; joint agency B asked 2026-03-09; A ended 2026-03-12; B ended 2026-03-17 | running 2026-04-10 | overlapping
art 32–34 | request | received 2026-03-02; third party A asked 2026-03-05; joint agency B asked 2026-03-09; B ended 2026-03-11; A ended 2026-03-17 | running 2026-04-10 | one within the other
art 32–34 | request | received 2026-03-02; third party A asked 2026-03-05; A ended 2026-03-10; joint agency B asked 2026-03-10; B ended 2026-03-13 | running 2026-04-08 | touching: the second sent on the day the first ended
art 32–34 | request | received 2026-03-02; third party A asked 2026-03-05; A ended 2026-03-10; joint agency B asked 2026-03-11; B ended 2026-03-13 | running 2026-04-07 | the day between counts
art 32–34 | request | received 2026-03-02; third party A asked 2026-03-05; A ended 2026-03-09; joint agency B asked 2026-03-16; B ended 2026-03-18 | running 2026-04-03 | apart
art 32–34 | request | received 2026-03-02; third party A asked 2026-03-05; joint agency B asked 2026-03-09; A ended 2026-03-12 | paused | one still open
art 32–34 | request | received 2026-03-02; third party A asked 2026-03-05; joint agency B asked 2026-03-09; B ended 2026-03-12 | paused | the other still open
art 32–34 | request | received 2026-03-02; third party A asked 2026-03-05; third party C asked 2026-03-05; A ended 2026-03-06; C ended 2026-03-26 | running 2026-04-21 | two third parties
art 32–34 | request | received 2026-03-02; third party A asked 2026-03-05; third party C asked 2026-03-06; joint agency B asked 2026-03-09; A ended 2026-03-10; C ended 2026-03-11; B ended 2026-03-12 | running 2026-04-07 | three
art 32–34 | request | received 2026-03-02; third party A asked 2026-03-05; A ended 2026-03-10; third party D asked 2026-03-12; D ended 2026-03-16 | running 2026-04-07 | the same party is asked again: another consultation
art 32–34 | request | received 2025-09-15; third party A asked 2025-09-26; joint agency B asked 2025-09-30; A ended 2025-10-10; B ended 2025-10-13 | running 2025-10-28 | overlapping over the holiday
art 32–34 | request | received 2025-09-15; third party A asked 2025-09-29; A ended 2025-09-30; joint agency B asked 2025-10-08; B ended 2025-10-09 | running 2025-10-21 | touching but for the holiday
art 32–34 | request | received 2026-01-26; third party A asked 2026-02-05; joint agency B asked 2026-02-12; B ended 2026-02-24; A ended 2026-02-26 | running 2026-03-13 | over the Spring Festival
art 32–34 | request | received 2026-03-02; A ended 2026-03-10 | refused | nobody was asked
art 32–34 | request | received 2026-03-02; third party A asked 2026-03-05; A ended 2026-03-10; A ended 2026-03-11 | refused | it had ended
# And the extension: its days can be lost as well.
art 32, 33 | request | received 2026-04-01; extended 2026-04-20 by 10; third party A asked 2026-05-06; A ended 2026-05-12 | running 2026-05-25 | inside the extension
art 32, 33 | request | received 2026-04-01; extended 2026-04-20 by 10; third party A asked 2026-05-06 | paused | inside the extension, open
art 32, 33 | request | received 2026-04-01; extended 2026-04-20 by 10; third party A asked 2026-04-27; A ended 2026-05-08 | running 2026-05-26 | from the first term into the extension
art 32, 33 | request | received 2026-03-02; third party A asked 2026-03-05; A ended 2026-03-12; extended 2026-04-07 by 20 | running 2026-05-08 | on the last day as moved by the consultation
art 32, 33 | request | received 2026-03-02; third party A asked 2026-03-05; A ended 2026-03-12; extended 2026-04-08 by 20 | refused | a day late
art 32, 33 | request | received 2026-03-02; third party A asked 2026-03-05; extended 2026-03-10 by 5 | paused | extended while it stands still
art 32, 33 | request | received 2026-03-02; third party A asked 2026-03-05; extended 2026-03-10 by 5; A ended 2026-03-12 | running 2026-04-14
art 32, 33 | request | received 2026-03-02; third party A asked 2026-03-05; extended 2026-04-20 by 5; A ended 2026-04-24 | running 2026-05-28 | extended after the day on which it would have ended without the consultation
art 32, 33 | request | received 2026-03-02; extended 2026-03-30 by 20; third party A asked 2026-03-31; A ended 2026-04-22 | running 2026-05-21
art 32–34 | request | received 2026-03-02; third party A asked 2026-03-05; A ended 2026-03-12; extended 2026-03-30 by 10; joint agency B asked 2026-04-10; B ended 2026-04-30 | running 2026-05-13
art 32–34 | request | received 2025-08-29; extended 2025-09-22 by 15; third party A asked 2025-09-24; joint agency B asked 2025-09-29; A ended 2025-10-11; B ended 2025-10-15 | running 2025-11-07
# Answered.
art 32, 33 | request | received 2026-03-02; third party A asked 2026-03-05; A ended 2026-03-12; answered 2026-04-07 | answered 2026-04-07 in time
art 32, 33 | request | received 2026-03-02; third party A asked 2026-03-05; A ended 2026-03-12; answered 2026-04-08 | answered 2026-04-07 late
art 32, 33 | request | received 2026-03-02; third party A asked 2026-03-05; answered 2026-03-20 | answered - in time | the rest could be given without waiting for the third party
art 32, 33 | request | received 2026-03-02; third party A asked 2026-03-05; answered 2026-05-20 | answered - in time | nothing ran while it was open
# On the last day, and after it: what is over stays over.
art 33 | request | received 2026-03-02; third party A asked 2026-03-30 | running 2026-03-30 | on the twentieth day: no day is left that could stand still
art 33 | request | received 2026-03-02; third party A asked 2026-03-30; A ended 2026-04-10 | running 2026-03-30
art 33 | request | received 2026-03-02; third party A asked 2026-03-30; answered 2026-03-30 | answered 2026-03-30 in time
art 33 | request | received 2026-03-02; third party A asked 2026-03-30; answered 2026-04-02 | answered 2026-03-30 late | late
art 33 | request | received 2026-03-02; third party A asked 2026-04-02 | running 2026-03-30 | after the end
art 33 | request | received 2026-03-02; third party A asked 2026-04-02; A ended 2026-04-10; answered 2026-04-10 | answered 2026-03-30 late | late
art 33 | request | received 2026-03-02; third party A asked 2026-03-30; extended 2026-03-30 by 5 | paused | asked on the last day, and extended: now there are days that stand still
art 33 | request | received 2026-03-02; third party A asked 2026-03-30; extended 2026-03-30 by 5; A ended 2026-04-03 | running 2026-04-13
art 33 | request | received 2026-03-02; third party A asked 2026-03-05; A ended 2026-03-12; third party C asked 2026-04-08 | running 2026-04-07 | after the end as moved
# What comes in after the answer changes nothing.
art 32, 33 | request | received 2026-03-02; third party A asked 2026-03-05; answered 2026-03-20; A ended 2026-03-25 | answered - in time | the third party writes after the answer
art 32, 33 | request | received 2026-03-02; third party A asked 2026-03-30; answered 2026-04-02; A ended 2026-04-10 | answered 2026-03-30 late | what was late stays late
art 32, 33 | request | received 2026-03-02; answered 2026-03-20; third party A asked 2026-03-23 | refused | nobody is asked after the answer
# Terms set from outside do not stand still.
art 33, 35 | request | received 2026-03-02; delayed 2026-03-16, until 2026-06-30; third party A asked 2026-04-01 | running 2026-06-30 | the delay has its own day
art 33, 35 | request | received 2026-03-02; delayed 2026-03-16, until 2026-06-30; third party A asked 2026-04-01; A ended 2026-04-20 | running 2026-06-30
art 33, 35 | request | received 2026-03-02; third party A asked 2026-03-05; delayed 2026-03-16, until 2026-06-30 | running 2026-06-30 | while the third party is being asked
`;
