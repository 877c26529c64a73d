/** Calendar days, terms of other laws, leap years, years whose holiday notice is missing, and the vectors of the calendar. */
export const OTHER_TERMS = `
# A term in calendar days that ends on a day off ends on the next working day (administrative procedure law art 67; civil procedure law art 85).
art 67 | lawsuit | received 2025-03-03 | running 2025-03-18 | fifteen days: a Tuesday
art 67 | lawsuit | received 2025-03-07 | running 2025-03-24 | ends on a Saturday
art 67 | lawsuit | received 2025-03-08 | running 2025-03-24 | ends on a Sunday; received on a Saturday
art 67 | lawsuit | received 2025-03-09 | running 2025-03-24 | ends on a Monday
art 67 | lawsuit | received 2025-09-16 | running 2025-10-09 | ends on 1 October
art 67 | lawsuit | received 2025-09-20 | running 2025-10-09 | ends on 5 October
art 67 | lawsuit | received 2025-09-23 | running 2025-10-09 | ends on the last day of the holiday
art 67 | lawsuit | received 2025-09-24 | running 2025-10-09 | ends on the first day after it
art 67 | lawsuit | received 2025-09-26 | running 2025-10-11 | ends on the Saturday that is worked
art 67 | lawsuit | received 2025-09-13 | running 2025-09-28 | ends on the Sunday that is worked
art 67 | lawsuit | received 2025-10-01 | running 2025-10-16 | begins in the holiday: calendar days all count
art 67 | lawsuit | received 2025-12-17 | running 2026-01-04 | ends on New Year's Day; Sunday 4 January is worked
art 67 | lawsuit | received 2025-12-16 | running 2025-12-31 | ends on the last day of the year
art 67 | lawsuit | received 2026-01-30 | running 2026-02-14 | ends on the Saturday worked before the Spring Festival
art 67 | lawsuit | received 2026-01-31 | running 2026-02-24 | ends on the first of the nine days off
art 67 | lawsuit | received 2026-02-08 | running 2026-02-24 | ends on the last of them
art 67 | lawsuit | received 2026-02-13 | running 2026-02-28 | ends on the Saturday worked after it
art 67 | lawsuit | received 2026-04-16 | running 2026-05-06 | ends on Labour Day
art 67 | lawsuit | received 2026-04-24 | running 2026-05-09 | ends on the Saturday that is worked
art 67 | lawsuit | received 2026-06-04 | running 2026-06-22 | ends on the Dragon Boat Festival
art 67 | lawsuit | received 2026-09-10 | running 2026-09-28 | ends on Mid-Autumn
art 67 | lawsuit | received 2026-09-05 | running 2026-09-20 | ends on the Sunday that is worked
art 67 | lawsuit | received 2020-01-15 | running 2020-02-03 | ends in the days by which the Spring Festival of 2020 was prolonged
art 67 | lawsuit | received 2020-01-17 | running 2020-02-03 | ends on Saturday 1 February 2020, once to be worked
art 67 | lawsuit | received 2024-02-14 | running 2024-02-29 | ends on the leap day
art 67 | lawsuit | received 2024-02-15 | running 2024-03-01 | ends on the day after
art 67 | lawsuit | received 2025-02-14 | running 2025-03-03 | ends on 1 March, a Saturday
art 67 | lawsuit | received 2024-02-29 | running 2024-03-15 | begins on the leap day
art 67 | lawsuit | received 2026-12-17 | running 2027-01-04 awaiting 2027 | ends on New Year's Day of a year without notice
art 67 | lawsuit | received 2026-12-10 | running 2026-12-25 awaiting 2027 | ends in the week that may still move
art 67 | lawsuit | received 2026-12-01 | running 2026-12-16 | ends before it
art 67 | lawsuit | received 2025-09-16; answered 2025-10-09 | answered 2025-10-09 in time
art 67 | lawsuit | received 2025-09-16; answered 2025-10-10 | answered 2025-10-09 late
art 67 | lawsuit | received 2025-03-07; answered 2025-03-24 | answered 2025-03-24 in time
art 67 | lawsuit | received 2025-03-07; answered 2025-03-25 | answered 2025-03-24 late
# Ten and five days of the reconsideration law are working days (art 88).
art 48 | reconsideration | received 2025-03-03 | running 2025-03-17
art 48 | reconsideration | received 2025-09-22 | running 2025-10-11 | over the holiday
art 48 | reconsideration | received 2026-02-09 | running 2026-02-28 | over the Spring Festival
art 48 | reconsideration | received 2026-04-01 | running 2026-04-16
art 48 | reconsideration | received 2025-12-26 | running 2026-01-12
art 48 | reconsideration | received 2026-12-18 | running 2027-01-04 awaiting 2027 | touches the year without notice
art 48 | reconsideration | received 2025-03-03; answered 2025-03-17 | answered 2025-03-17 in time
art 48 | reconsideration | received 2025-03-03; answered 2025-03-18 | answered 2025-03-17 late
art 54 | simple reconsideration | received 2025-03-03 | running 2025-03-10
art 54 | simple reconsideration | received 2025-09-29 | running 2025-10-13
art 54 | simple reconsideration | received 2026-04-30 | running 2026-05-11
art 54 | simple reconsideration | received 2026-02-13 | running 2026-02-27
art 54 | simple reconsideration | received 2026-04-30; answered 2026-05-11 | answered 2026-05-11 in time
art 54 | simple reconsideration | received 2026-04-30; answered 2026-05-12 | answered 2026-05-11 late
# Leap years.
art 33 | request | received 2016-02-15 | running 2016-03-14 | leap day within
art 33 | request | received 2016-02-29 | running 2016-03-28 | leap day first
art 33 | request | received 2020-02-28 | running 2020-03-27 | Friday; the leap day is a Saturday
art 33 | request | received 2020-02-29 | running 2020-03-27
art 33 | request | received 2024-01-29 | running 2024-02-29 | ends on the leap day
art 33 | request | received 2024-02-28 | running 2024-03-27
art 33 | request | received 2024-02-29 | running 2024-03-28
art 33 | request | received 2023-02-28 | running 2023-03-28 | no leap day
art 33 | request | received 2025-02-28 | running 2025-03-28 | no leap day
art 33 | request | received 2026-02-28 | running 2026-03-27 | no leap day; received on a Saturday that is worked
MSG-4 | enquiry | handed in 2024-02-26 | running 2024-03-04
MSG-4 | enquiry | handed in 2024-02-29 | running 2024-03-07
MSG-4 | enquiry | handed in 2020-02-27 | running 2020-03-05
SITE-3 | site error | handed in 2024-02-27 | running 2024-03-01
SITE-3 | site error | handed in 2016-02-26 | running 2016-03-02
SITE-3 | site error | handed in 2024-02-26 | running 2024-02-29 | the third day is the leap day
# Years whose notice is missing: the days off by law are known, the rest is said to be provisional.
IX-9 | request | received 2026-11-20 | running 2026-12-18 | ends before the last week of December
IX-9 | request | received 2026-11-26 | running 2026-12-24 | ends on the last day that is certain
IX-9 | request | received 2026-11-27 | running 2026-12-25 awaiting 2027 | ends in the last week, which the next notice may move
IX-9 | request | received 2026-12-01 | running 2026-12-29 awaiting 2027
IX-9 | request | received 2026-12-15 | running 2027-01-13 awaiting 2027 | New Year's Day is off by law
IX-9 | request | received 2026-12-31 | running 2027-01-29 awaiting 2027
IX-9 | request | received 2027-01-01 | running 2027-01-29 awaiting 2027 | received on New Year's Day
IX-9 | request | received 2027-01-04 | running 2027-02-01 awaiting 2027 | ends before the Spring Festival
IX-9 | request | received 2027-01-29 | running 2027-03-02 awaiting 2027 | over the Spring Festival: 5 to 8 February by law
IX-9 | request | received 2027-03-15 | running 2027-04-13 awaiting 2027 | over Tomb-sweeping Day
IX-9 | request | received 2027-04-20 | running 2027-05-18 awaiting 2027 | Labour Day falls on a week-end: nothing is moved before the notice says so
IX-9 | request | received 2027-05-24 | running 2027-06-22 awaiting 2027 | over the Dragon Boat Festival
IX-9 | request | received 2027-09-01 | running 2027-09-30 awaiting 2027 | over Mid-Autumn
IX-9 | request | received 2027-09-20 | running 2027-10-19 awaiting 2027 | over National Day: one working day by law
IX-9 | request | received 2027-12-15 | running 2028-01-12 awaiting 2027 2028 | into a second year without notice
IX-9 | request | received 2026-12-15; extended 2027-01-08 by 20 | running 2027-02-12 awaiting 2027
IX-9 | request | received 2026-11-20; extended 2026-12-18 by 4 | running 2026-12-24 | up to 24 December
IX-9 | request | received 2026-11-20; extended 2026-12-18 by 5 | running 2026-12-25 awaiting 2027 | Christmas Day is in the week that may move
IX-9 | request | received 2026-12-10; correction asked 2026-12-15, until 2027-01-08; corrected 2027-01-04 | running 2027-02-01 awaiting 2027
IX-9 | request | received 2026-12-15; answered 2027-01-13 | answered 2027-01-13 in time awaiting 2027
IX-9 | request | received 2026-12-15; answered 2027-01-14 | answered 2027-01-13 late awaiting 2027
IX-9 | enquiry | handed in 2026-12-17 | running 2026-12-24
IX-9 | enquiry | handed in 2026-12-18 | running 2026-12-25 awaiting 2027
IX-9 | enquiry | handed in 2026-12-31 | running 2027-01-08 awaiting 2027
IX-9 | enquiry | handed in 2027-02-04 | running 2027-02-15 awaiting 2027 | eve of the days off by law
IX-9 | enquiry | handed in 2027-06-08 | running 2027-06-16 awaiting 2027
IX-9 | site error | handed in 2026-12-21 | running 2026-12-24
IX-9 | site error | handed in 2026-12-22 | running 2026-12-25 awaiting 2027
IX-9 | site error | handed in 2026-12-31 | running 2027-01-06 awaiting 2027
IX-9 | site error | handed in 2027-09-14 | running 2027-09-20 awaiting 2027
IX-9 | policy message | handed in 2027-09-30 | running 2027-10-08 awaiting 2027
# The vectors of the calendar's own sheet.
art 33 | request | received 2025-09-15 | running 2025-10-17
art 33 | request | received 2025-10-03 | running 2025-11-04
art 33 | request | received 2025-01-20 | running 2025-02-21
art 33 | request | received 2024-02-01 | running 2024-03-05
art 33 | request | received 2024-09-30 | running 2024-11-01
art 33 | request | received 2025-12-15 | running 2026-01-13
art 33 | request | received 2025-12-15; extended 2026-01-13 by 20 | running 2026-02-10
art 33 | request | received 2026-02-13 | running 2026-03-19
art 33 | request | received 2026-09-18 | running 2026-10-22
`;
