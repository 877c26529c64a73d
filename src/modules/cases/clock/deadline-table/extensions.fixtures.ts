/** The extension of disclosure requests: at most twenty working days in all, before the term is over (regulation art 33). */
export const EXTENSIONS = `
# Every length of one extension. 20 working days from 15 September 2025 end on 17 October.
art 33 | request | received 2025-09-15; extended 2025-10-10 by 1 | running 2025-10-20
art 33 | request | received 2025-09-15; extended 2025-10-10 by 2 | running 2025-10-21
art 33 | request | received 2025-09-15; extended 2025-10-10 by 3 | running 2025-10-22
art 33 | request | received 2025-09-15; extended 2025-10-10 by 4 | running 2025-10-23
art 33 | request | received 2025-09-15; extended 2025-10-10 by 5 | running 2025-10-24
art 33 | request | received 2025-09-15; extended 2025-10-10 by 6 | running 2025-10-27
art 33 | request | received 2025-09-15; extended 2025-10-10 by 7 | running 2025-10-28
art 33 | request | received 2025-09-15; extended 2025-10-10 by 8 | running 2025-10-29
art 33 | request | received 2025-09-15; extended 2025-10-10 by 9 | running 2025-10-30
art 33 | request | received 2025-09-15; extended 2025-10-10 by 10 | running 2025-10-31
art 33 | request | received 2025-09-15; extended 2025-10-10 by 11 | running 2025-11-03
art 33 | request | received 2025-09-15; extended 2025-10-10 by 12 | running 2025-11-04
art 33 | request | received 2025-09-15; extended 2025-10-10 by 13 | running 2025-11-05
art 33 | request | received 2025-09-15; extended 2025-10-10 by 14 | running 2025-11-06
art 33 | request | received 2025-09-15; extended 2025-10-10 by 15 | running 2025-11-07
art 33 | request | received 2025-09-15; extended 2025-10-10 by 16 | running 2025-11-10
art 33 | request | received 2025-09-15; extended 2025-10-10 by 17 | running 2025-11-11
art 33 | request | received 2025-09-15; extended 2025-10-10 by 18 | running 2025-11-12
art 33 | request | received 2025-09-15; extended 2025-10-10 by 19 | running 2025-11-13
art 33 | request | received 2025-09-15; extended 2025-10-10 by 20 | running 2025-11-14
# In parts: twenty in all.
art 33 | request | received 2025-09-15; extended 2025-10-10 by 10; extended 2025-10-27 by 10 | running 2025-11-14 | the second within the extended term
art 33 | request | received 2025-09-15; extended 2025-10-10 by 1; extended 2025-10-20 by 19 | running 2025-11-14 | on the last day of the first extension
art 33 | request | received 2025-09-15; extended 2025-10-10 by 12; extended 2025-10-10 by 8 | running 2025-11-14 | on one day
art 33 | request | received 2025-09-15; extended 2025-10-10 by 5; extended 2025-10-20 by 5; extended 2025-10-27 by 5; extended 2025-11-03 by 5 | running 2025-11-14
art 33 | request | received 2025-09-15; extended 2025-10-10 by 5; extended 2025-10-20 by 7 | running 2025-11-04
art 33 | request | received 2025-09-15; extended 2025-10-10 by 20; extended 2025-10-11 by 1 | refused | the twenty-first day
art 33 | request | received 2025-09-15; extended 2025-10-10 by 21 | refused | more than the law allows at once
art 33 | request | received 2025-09-15; extended 2025-10-10 by 12; extended 2025-10-11 by 9 | refused | in parts more than the law allows
art 33 | request | received 2025-09-15; extended 2025-10-10 by 10; extended 2025-10-11 by 10; extended 2025-10-13 by 1 | refused
# On the first day, on the last, and too late.
art 33 | request | received 2025-09-15; extended 2025-09-15 by 20 | running 2025-11-14 | on the day of receipt
art 33 | request | received 2025-09-15; extended 2025-09-16 by 20 | running 2025-11-14 | on day 1
art 33 | request | received 2025-09-15; extended 2025-10-17 by 1 | running 2025-10-20 | on the last day
art 33 | request | received 2025-09-15; extended 2025-10-17 by 20 | running 2025-11-14 | on the last day
art 33 | request | received 2025-09-15; extended 2025-10-18 by 20 | refused | the day after, a Saturday: the term is over
art 33 | request | received 2025-09-15; extended 2025-10-20 by 5 | refused | the next working day: the term is over
art 33 | request | received 2025-09-15; extended 2025-10-17 by 1; extended 2025-10-20 by 1 | running 2025-10-21 | each on its last day
art 33 | request | received 2025-09-15; extended 2025-10-17 by 1; extended 2025-10-21 by 1 | refused | a day late
art 33 | request | received 2025-09-15; extended 2025-10-04 by 10 | running 2025-10-31 | decided in the holiday
# Over festivals and years' ends.
art 33 | request | received 2025-08-29; extended 2025-09-26 by 1 | running 2025-09-28 | the term ends on Friday; the Sunday that is worked is the day more
art 33 | request | received 2025-08-29; extended 2025-09-26 by 3 | running 2025-09-30 | up to the last day before the holiday
art 33 | request | received 2025-08-29; extended 2025-09-26 by 4 | running 2025-10-09 | the first day after it
art 33 | request | received 2025-08-29; extended 2025-09-26 by 20 | running 2025-10-30
art 33 | request | received 2025-12-25; extended 2026-01-23 by 16 | running 2026-02-14 | to the made-up Saturday before the Spring Festival
art 33 | request | received 2025-12-25; extended 2026-01-23 by 17 | running 2026-02-24 | the first day after the Spring Festival
art 33 | request | received 2025-12-26; extended 2026-01-26 by 20 | running 2026-02-28 | Saturday 28 February is worked
art 33 | request | received 2026-03-05; extended 2026-04-02 by 20 | running 2026-05-06 | Tomb-sweeping Day and Labour Day
art 33 | request | received 2026-04-01; extended 2026-04-30 by 20 | running 2026-06-01
art 33 | request | received 2026-05-22; extended 2026-06-18 by 1 | running 2026-06-23 | over the Dragon Boat Festival
art 33 | request | received 2026-05-22; extended 2026-06-18 by 20 | running 2026-07-20
art 33 | request | received 2026-08-28; extended 2026-09-24 by 6 | running 2026-10-10 | Mid-Autumn and National Day
art 33 | request | received 2026-08-28; extended 2026-09-24 by 20 | running 2026-10-29
art 33 | request | received 2024-12-03; extended 2024-12-31 by 1 | running 2025-01-02 | New Year
art 33 | request | received 2024-12-03; extended 2024-12-31 by 20 | running 2025-02-05 | New Year and the Spring Festival
art 33 | request | received 2023-12-04; extended 2023-12-29 by 20 | running 2024-01-30
art 33 | request | received 2023-12-29; extended 2024-01-26 by 20 | running 2024-02-29 | the Spring Festival of 2024, both Sundays worked
art 33 | request | received 2020-01-02; extended 2020-01-31 by 20 | running 2020-03-05 | the Spring Festival of 2020 that was prolonged
art 33 | request | received 2022-09-01; extended 2022-09-29 by 20 | running 2022-11-02 | two weekend days worked after National Day
art 33 | request | received 2023-09-01; extended 2023-09-28 by 20 | running 2023-11-02
art 33 | request | received 2021-09-01; extended 2021-09-28 by 20 | running 2021-11-02
# The extension and the answer.
art 33 | request | received 2025-09-15; extended 2025-10-10 by 20; answered 2025-11-14 | answered 2025-11-14 in time
art 33 | request | received 2025-09-15; extended 2025-10-10 by 20; answered 2025-11-17 | answered 2025-11-14 late
art 33 | request | received 2025-09-15; extended 2025-10-17 by 5; answered 2025-10-24 | answered 2025-10-24 in time
art 33 | request | received 2025-09-15; extended 2025-10-17 by 5; answered 2025-10-27 | answered 2025-10-24 late
art 33 | request | received 2025-09-15; answered 2025-09-15 | answered 2025-10-17 in time | at once
art 33 | request | received 2025-09-15; answered 2025-10-17 | answered 2025-10-17 in time | on the last day
art 33 | request | received 2025-09-15; answered 2025-10-18 | answered 2025-10-17 late | a Saturday, but the day after
art 33 | request | received 2025-09-15; answered 2025-10-20 | answered 2025-10-17 late
art 33 | request | received 2025-09-15; answered 2025-10-05 | answered 2025-10-17 in time | in the holiday
# None can be had where no article gives one.
MSG-4 | enquiry | handed in 2025-03-03; extended 2025-03-04 by 1 | refused
SITE-3 | site error | handed in 2025-03-03; extended 2025-03-04 by 1 | refused
art 33 | request | extended 2025-03-04 by 1 | refused | before anything came in
`;
