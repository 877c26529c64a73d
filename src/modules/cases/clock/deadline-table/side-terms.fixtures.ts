/** Terms that run beside the main one: our notice of correction, the applicant, those consulted, the fee (regulation arts 30, 32, 34). */
export const SIDE_TERMS = `
# The notice of correction: seven working days from the receipt; the applicant has the time that was set.
art 30 | request | received 2026-03-02; correction asked 2026-03-05, until 2026-03-19 | notice until 2026-03-11, ended 2026-03-05; applicant until 2026-03-19, open
art 30 | request | received 2026-03-02; correction asked 2026-03-11, until 2026-03-25 | notice until 2026-03-11, ended 2026-03-11; applicant until 2026-03-25, open | on the seventh day
art 30 | request | received 2026-03-02; correction asked 2026-03-12, until 2026-03-26 | notice until 2026-03-11, ended 2026-03-12; applicant until 2026-03-26, open | on the eighth: late
art 30 | request | received 2026-03-02; correction asked 2026-03-05, until 2026-03-19; corrected 2026-03-12 | notice until 2026-03-11, ended 2026-03-05; applicant until 2026-03-19, ended 2026-03-12
art 30 | request | received 2026-03-02; correction asked 2026-03-05, until 2026-03-19; corrected 2026-03-23 | notice until 2026-03-11, ended 2026-03-05; applicant until 2026-03-19, ended 2026-03-23 | after the time set, with good reason
art 30 | request | received 2026-03-02; correction asked 2026-03-05, until 2026-03-19; answered 2026-03-20 | notice until 2026-03-11, ended 2026-03-05; applicant until 2026-03-19, ended 2026-03-20 | not corrected, no further handling: nobody waits any longer
art 30 | request | received 2026-03-07; correction asked 2026-03-09, until 2026-03-20 | notice until 2026-03-17, ended 2026-03-09; applicant until 2026-03-20, open | received on a Saturday
art 30 | request | received 2025-09-26; correction asked 2025-09-29, until 2025-10-17 | notice until 2025-10-13, ended 2025-09-29; applicant until 2025-10-17, open | over the holiday, a Sunday and a Saturday worked
art 30 | request | received 2025-09-30; correction asked 2025-10-09, until 2025-10-20 | notice until 2025-10-16, ended 2025-10-09; applicant until 2025-10-20, open
art 30 | request | received 2025-10-03; correction asked 2025-10-10, until 2025-10-24 | notice until 2025-10-16, ended 2025-10-10; applicant until 2025-10-24, open | received in the holiday
art 30 | request | received 2026-02-10; correction asked 2026-02-13, until 2026-03-06 | notice until 2026-02-26, ended 2026-02-13; applicant until 2026-03-06, open | over the Spring Festival
art 30 | request | received 2026-02-13; correction asked 2026-02-14, until 2026-03-06 | notice until 2026-03-02, ended 2026-02-14; applicant until 2026-03-06, open
art 30 | request | received 2026-04-29; correction asked 2026-04-30, until 2026-05-15 | notice until 2026-05-12, ended 2026-04-30; applicant until 2026-05-15, open | Saturday 9 May is worked
art 30 | request | received 2025-12-26; correction asked 2025-12-29, until 2026-01-12 | notice until 2026-01-07, ended 2025-12-29; applicant until 2026-01-12, open | over New Year
art 30 | request | received 2026-12-25; correction asked 2026-12-28, until 2027-01-11 | notice until 2027-01-06, ended 2026-12-28; applicant until 2027-01-11, open | in the year without notice
art 30 | request | received 2024-02-22; correction asked 2024-02-26, until 2024-03-11 | notice until 2024-03-04, ended 2024-02-26; applicant until 2024-03-11, open | the leap day within
art 30 | request | received 2020-01-17; correction asked 2020-01-20, until 2020-02-14 | notice until 2020-02-04, ended 2020-01-20; applicant until 2020-02-14, open | the Spring Festival of 2020
# A day that was set and is off gives way to the next working day (civil procedure law art 85).
art 30 | request | received 2026-03-02; correction asked 2026-03-05, until 2026-03-21 | notice until 2026-03-11, ended 2026-03-05; applicant until 2026-03-23, open | a Saturday
art 30 | request | received 2026-03-02; correction asked 2026-03-05, until 2026-03-22 | notice until 2026-03-11, ended 2026-03-05; applicant until 2026-03-23, open | a Sunday
art 30 | request | received 2026-04-21; correction asked 2026-04-24, until 2026-05-01 | notice until 2026-04-30, ended 2026-04-24; applicant until 2026-05-06, open | Labour Day
art 30 | request | received 2026-04-21; correction asked 2026-04-24, until 2026-05-09 | notice until 2026-04-30, ended 2026-04-24; applicant until 2026-05-09, open | a Saturday that is worked
art 30 | request | received 2025-09-15; correction asked 2025-09-19, until 2025-10-01 | notice until 2025-09-24, ended 2025-09-19; applicant until 2025-10-09, open | National Day
art 30 | request | received 2026-02-02; correction asked 2026-02-05, until 2026-02-17 | notice until 2026-02-11, ended 2026-02-05; applicant until 2026-02-24, open | in the Spring Festival
# A third party: fifteen working days from the letter's arrival.
art 32 | request | received 2026-03-02; third party A asked 2026-03-05, letter there 2026-03-09 | third party until 2026-03-30, open
art 32 | request | received 2026-03-02; third party A asked 2026-03-05, letter there 2026-03-05 | third party until 2026-03-26, open | handed over
art 32 | request | received 2026-03-02; third party A asked 2026-03-05, letter there 2026-03-09; A ended 2026-03-20 | third party until 2026-03-30, ended 2026-03-20
art 32 | request | received 2026-03-02; third party A asked 2026-03-05, letter there 2026-03-09; A ended 2026-03-31 | third party until 2026-03-30, ended 2026-03-31 | after its term
art 32 | request | received 2026-03-02; third party A asked 2026-03-05, letter there 2026-03-07 | third party until 2026-03-27, open | on a Saturday
art 32 | request | received 2025-09-15; third party A asked 2025-09-22, letter there 2025-09-24 | third party until 2025-10-21, open | over the holiday
art 32 | request | received 2025-09-15; third party A asked 2025-09-29, letter there 2025-10-03 | third party until 2025-10-28, open | delivered in the holiday
art 32 | request | received 2026-01-26; third party A asked 2026-02-09, letter there 2026-02-11 | third party until 2026-03-10, open | over the Spring Festival
art 32 | request | received 2026-02-02; third party A asked 2026-02-09, letter there 2026-02-10 | third party until 2026-03-09, open | the vector of the calendar's own sheet
art 32 | request | received 2026-04-15; third party A asked 2026-04-20, letter there 2026-04-22 | third party until 2026-05-15, open | over Labour Day
art 32 | request | received 2026-12-01; third party A asked 2026-12-14, letter there 2026-12-16 | third party until 2027-01-07, open | into the year without notice
art 32 | request | received 2026-03-02; third party A asked 2026-03-05, letter there 2026-03-09; answered 2026-03-20 | third party until 2026-03-30, ended 2026-03-20 | answered without waiting
art 32 | request | received 2026-03-02; third party A asked 2026-03-05, letter there 2026-03-06; third party C asked 2026-03-09, letter there 2026-03-11; C ended 2026-03-13 | third party until 2026-03-27, open; third party until 2026-04-01, ended 2026-03-13 | two
art 32 | request | received 2026-03-02; third party A asked 2026-03-05, letter there 2026-03-09; transferred 2026-03-10 | third party until 2026-03-30, open
art 32 | request | received 2026-03-02; third party A asked 2026-03-05, letter there 2026-03-09; extended 2026-03-10 by 20 | third party until 2026-03-30, open | the extension is ours, not theirs
# A joint maker: fifteen working days from the letter's arrival; silence is consent.
art 34 | request | received 2026-03-02; joint agency B asked 2026-03-05, letter there 2026-03-06 | joint agency until 2026-03-27, open
art 34 | request | received 2026-03-02; joint agency B asked 2026-03-05, letter there 2026-03-06; B ended 2026-03-27 | joint agency until 2026-03-27, ended 2026-03-27 | on the fifteenth day
art 34 | request | received 2026-03-02; joint agency B asked 2026-03-05, letter there 2026-03-06; B ended 2026-03-30 | joint agency until 2026-03-27, ended 2026-03-30 | silent: consent
art 34 | request | received 2026-03-02; joint agency B asked 2026-03-11, letter there 2026-03-12 | joint agency until 2026-04-02, open
art 34 | request | received 2025-09-15; joint agency B asked 2025-09-26, letter there 2025-09-28 | joint agency until 2025-10-24, open | on the Sunday that is worked
art 34 | request | received 2025-12-15; joint agency B asked 2025-12-22, letter there 2025-12-24 | joint agency until 2026-01-15, open | over New Year
art 32, 34 | request | received 2026-03-02; third party A asked 2026-03-05, letter there 2026-03-09; joint agency B asked 2026-03-05, letter there 2026-03-06; B ended 2026-03-16; A ended 2026-03-24 | third party until 2026-03-30, ended 2026-03-24; joint agency until 2026-03-27, ended 2026-03-16 | both
art 30, 34 | request | received 2026-03-02; correction asked 2026-03-05, until 2026-03-19; corrected 2026-03-12; joint agency B asked 2026-03-16, letter there 2026-03-17 | notice until 2026-03-11, ended 2026-03-05; applicant until 2026-03-19, ended 2026-03-12; joint agency until 2026-04-08, open
# The fee: twenty working days from the day after the notice arrived.
fee | request | received 2026-03-02; fee notice 2026-03-16, there 2026-03-16 | fee until 2026-04-14, open
fee | request | received 2026-03-02; fee notice 2026-03-16, there 2026-03-18 | fee until 2026-04-16, open
fee | request | received 2026-03-02; fee notice 2026-03-16, there 2026-03-18; paid 2026-03-20 | fee until 2026-04-16, ended 2026-03-20
fee | request | received 2026-03-02; fee notice 2026-03-16, there 2026-03-18; answered 2026-04-17 | fee until 2026-04-16, ended 2026-04-17 | not paid, no further handling
fee | request | received 2025-09-15; fee notice 2025-09-24, there 2025-09-26 | fee until 2025-10-30, open | over the holiday
fee | request | received 2026-01-20; fee notice 2026-02-03, there 2026-02-06 | fee until 2026-03-12, open | over the Spring Festival
fee | request | received 2026-03-02; fee notice 2026-03-16, there 2026-03-21 | fee until 2026-04-20, open | delivered on a Saturday
fee | request | received 2026-11-30; fee notice 2026-12-10, there 2026-12-14 | fee until 2027-01-12, open | into the year without notice
fee | request | received 2026-03-02; correction asked 2026-03-05, until 2026-03-19; corrected 2026-03-12; fee notice 2026-03-20, there 2026-03-23; paid 2026-03-27 | notice until 2026-03-11, ended 2026-03-05; applicant until 2026-03-19, ended 2026-03-12; fee until 2026-04-21, ended 2026-03-27
fee | request | received 2026-03-02; third party A asked 2026-03-05, letter there 2026-03-06; A ended 2026-03-13; fee notice 2026-03-16, there 2026-03-17; paid 2026-03-20 | third party until 2026-03-27, ended 2026-03-13; fee until 2026-04-15, ended 2026-03-20
# None.
art 33 | request | received 2026-03-02 | none
art 33 | request | received 2026-03-02; extended 2026-03-27 by 20; answered 2026-04-24 | none
art 31 | request | by web form 2026-03-02 | none | nothing was received yet
`;
