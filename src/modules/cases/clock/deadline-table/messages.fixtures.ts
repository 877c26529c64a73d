/** Messages, enquiries and site errors: simple ones, passed on, asked again, dated by another system (MSG-3, MSG-4, MSG-13, SITE-3). */
export const MESSAGES = `
# Simple questions: one working day from the receipt, whenever they are found to be simple.
MSG-4 | enquiry | handed in 2025-03-03; simple 2025-03-03 | running 2025-03-04
MSG-4 | enquiry | handed in 2025-03-03; simple 2025-03-04 | running 2025-03-04 | found simple on the last day it then has
MSG-4 | enquiry | handed in 2025-03-07; simple 2025-03-07 | running 2025-03-10 | Friday: Monday
MSG-4 | enquiry | handed in 2025-03-08; simple 2025-03-10 | running 2025-03-10 | Saturday: Monday
MSG-4 | enquiry | handed in 2025-09-26; simple 2025-09-26 | running 2025-09-28 | Friday: the Sunday that is worked
MSG-4 | enquiry | handed in 2025-09-30; simple 2025-09-30 | running 2025-10-09 | over the whole holiday
MSG-4 | enquiry | handed in 2025-10-10; simple 2025-10-10 | running 2025-10-11 | Friday: the Saturday that is worked
MSG-4 | enquiry | handed in 2025-10-11; simple 2025-10-11 | running 2025-10-13 | on the Saturday that is worked: Monday
MSG-4 | enquiry | handed in 2026-02-13; simple 2026-02-13 | running 2026-02-14 | Friday: the Saturday that is worked
MSG-4 | enquiry | handed in 2026-02-14; simple 2026-02-14 | running 2026-02-24 | on that Saturday: after the nine days off
MSG-4 | enquiry | handed in 2026-02-18; simple 2026-02-24 | running 2026-02-24 | in the Spring Festival
MSG-4 | enquiry | handed in 2026-04-30; simple 2026-04-30 | running 2026-05-06
MSG-4 | enquiry | handed in 2025-12-31; simple 2025-12-31 | running 2026-01-04 | over New Year; Sunday 4 January is worked
MSG-4 | enquiry | handed in 2026-12-31; simple 2026-12-31 | running 2027-01-04 awaiting 2027 | next year's notice is missing
MSG-4 | enquiry | handed in 2024-02-28; simple 2024-02-28 | running 2024-02-29 | leap day
MSG-4 | enquiry | handed in 2025-02-28; simple 2025-02-28 | running 2025-03-03 | Friday at the end of February
MSG-4 | enquiry | handed in 2025-03-03; simple 2025-03-04; ordinary 2025-03-05 | running 2025-03-10 | found not to be simple after all
MSG-4 | enquiry | handed in 2025-09-29; simple 2025-09-29; ordinary 2025-09-30 | running 2025-10-13 | over the holiday
# Answered: on the due day is in time, the day after is late.
MSG-4 | enquiry | handed in 2025-03-03; simple 2025-03-03; answered 2025-03-04 | answered 2025-03-04 in time
MSG-4 | enquiry | handed in 2025-03-03; simple 2025-03-03; answered 2025-03-05 | answered 2025-03-04 late
MSG-4 | enquiry | handed in 2025-03-03; simple 2025-03-05; answered 2025-03-05 | answered 2025-03-04 late | found simple too late
MSG-4 | enquiry | handed in 2025-03-03; answered 2025-03-03 | answered 2025-03-10 in time | on the spot
MSG-4 | enquiry | handed in 2025-03-03; answered 2025-03-10 | answered 2025-03-10 in time | on the fifth day
MSG-4 | enquiry | handed in 2025-03-03; answered 2025-03-11 | answered 2025-03-10 late | on the sixth
MSG-3 | policy message | handed in 2025-09-30; answered 2025-10-14 | answered 2025-10-14 in time | 9, 10, 11 (worked), 13, 14 October
MSG-3 | policy message | handed in 2025-09-30; answered 2025-10-15 | answered 2025-10-14 late
MSG-3 | policy message | handed in 2025-09-30; answered 2025-10-07 | answered 2025-10-14 in time | in the holiday
MSG-3 | policy message | handed in 2025-03-06; answered 2025-03-08 | answered 2025-03-13 in time | on a Saturday
MSG-12 | mailbox | handed in 2025-04-02; answered 2025-04-10 | answered 2025-04-10 in time | Tomb-sweeping Day
MSG-12 | mailbox | handed in 2025-04-02; answered 2025-04-11 | answered 2025-04-10 late
MSG-12 | suggestion | handed in 2025-05-28; answered 2025-06-05 | answered 2025-06-05 in time
MSG-12 | suggestion | handed in 2025-05-28; answered 2025-06-06 | answered 2025-06-05 late
MSG-13 | forwarded message | handed in 2025-12-29; answered 2026-01-06 | answered 2026-01-06 in time | Sunday 4 January is worked
MSG-13 | forwarded message | handed in 2025-12-29; answered 2026-01-07 | answered 2026-01-06 late
SITE-3 | site error | handed in 2025-03-03; answered 2025-03-06 | answered 2025-03-06 in time
SITE-3 | site error | handed in 2025-03-03; answered 2025-03-07 | answered 2025-03-06 late
SITE-3 | site error | handed in 2025-04-25; answered 2025-04-29 | answered 2025-04-29 in time | Sunday 27 April is worked
SITE-3 | site error | handed in 2025-04-25; answered 2025-04-30 | answered 2025-04-29 late
SITE-3 | site error | handed in 2025-04-29; answered 2025-05-07 | answered 2025-05-07 in time
SITE-3 | site error | handed in 2025-04-29; answered 2025-05-08 | answered 2025-05-07 late
# Passed on within one government: the clock goes on.
MSG-5 | enquiry | handed in 2025-03-03; transferred 2025-03-04 | running 2025-03-10
MSG-5 | enquiry | handed in 2025-03-03; transferred 2025-03-10 | running 2025-03-10 | on the last day
MSG-5 | enquiry | handed in 2025-03-03; transferred 2025-03-12 | running 2025-03-10 | when it is already late: it stays late
MSG-5 | enquiry | handed in 2025-03-03; transferred 2025-03-04; transferred 2025-03-06 | running 2025-03-10 | sent back
MSG-5 | enquiry | handed in 2025-03-03; transferred 2025-03-04; simple 2025-03-04 | running 2025-03-04
MSG-5 | enquiry | handed in 2025-03-03; simple 2025-03-03; transferred 2025-03-04 | running 2025-03-04
MSG-5 | enquiry | handed in 2025-03-03; transferred 2025-03-04; transferred 2025-03-05; answered 2025-03-10 | answered 2025-03-10 in time
MSG-5 | enquiry | handed in 2025-03-03; transferred 2025-03-10; answered 2025-03-11 | answered 2025-03-10 late
MSG-5 | policy message | handed in 2025-09-30; transferred 2025-10-03 | running 2025-10-14 | passed on by the duty officer in the holiday
MSG-5 | mailbox | handed in 2026-02-12; transferred 2026-02-24 | running 2026-02-26
MSG-5 | suggestion | handed in 2026-06-17; transferred 2026-06-22 | running 2026-06-25
MSG-5 | forwarded message | handed in 2026-09-18; transferred 2026-09-20 | running 2026-09-24 | on a Sunday that is worked
SITE-3 | site error | handed in 2025-03-03; transferred 2025-03-04 | running 2025-03-06
SITE-3 | site error | handed in 2025-09-29; transferred 2025-09-30; transferred 2025-10-09 | running 2025-10-10
art 33 | request | received 2025-03-03; transferred 2025-03-05 | running 2025-03-31 | to the office of the same organ
# The sender asks on: the same figure anew.
MSG-14 | enquiry | handed in 2025-03-03; answered 2025-03-06; reopened 2025-03-12 | running 2025-03-19
MSG-14 | enquiry | handed in 2025-03-03; answered 2025-03-11; reopened 2025-03-12 | running 2025-03-19 | what was late does not make the second answer late
MSG-14 | enquiry | handed in 2025-03-03; answered 2025-03-06; reopened 2025-03-08 | running 2025-03-14 | on a Saturday
MSG-14 | enquiry | handed in 2025-03-03; answered 2025-03-06; reopened 2025-04-30 | running 2025-05-12
MSG-14 | enquiry | handed in 2025-09-22; answered 2025-09-25; reopened 2025-10-02 | running 2025-10-14 | in the holiday
MSG-14 | enquiry | handed in 2025-03-03; answered 2025-03-06; reopened 2025-03-12; answered 2025-03-19 | answered 2025-03-19 in time
MSG-14 | enquiry | handed in 2025-03-03; answered 2025-03-06; reopened 2025-03-12; answered 2025-03-20 | answered 2025-03-19 late
MSG-14 | enquiry | handed in 2025-03-03; answered 2025-03-06; reopened 2025-03-12; answered 2025-03-13; reopened 2025-03-14 | running 2025-03-21
MSG-14 | policy message | handed in 2025-12-22; answered 2025-12-25; reopened 2025-12-31 | running 2026-01-08
MSG-14 | mailbox | handed in 2026-02-02; answered 2026-02-06; reopened 2026-02-13 | running 2026-02-27
MSG-14 | suggestion | handed in 2025-03-03; answered 2025-03-04; reopened 2025-03-05; transferred 2025-03-06 | running 2025-03-12
SITE-3 | site error | handed in 2025-03-03; answered 2025-03-05; reopened 2025-03-06 | running 2025-03-11 | the error is back
SITE-3 | site error | handed in 2025-09-22; answered 2025-09-23; reopened 2025-09-30 | running 2025-10-11
SITE-3 | site error | handed in 2025-03-03; answered 2025-03-05; reopened 2025-03-06; answered 2025-03-12 | answered 2025-03-11 late
# Dates that another system gives stand, even on a day off.
MSG-13 | forwarded message | handed in 2025-03-03; given 2025-03-03, due 2025-03-20 | running 2025-03-20 | longer than ours
MSG-13 | forwarded message | handed in 2025-03-03; given 2025-03-03, due 2025-03-05 | running 2025-03-05 | shorter than ours
MSG-13 | forwarded message | handed in 2025-03-03; given 2025-03-03, due 2025-03-15 | running 2025-03-15 | a Saturday: its word stands
MSG-13 | forwarded message | handed in 2025-09-22; given 2025-09-22, due 2025-10-03 | running 2025-10-03 | in the holiday: its word stands
MSG-13 | forwarded message | handed in 2025-03-03; given 2025-03-03, due 2025-03-20; given 2025-03-10, due 2025-03-25 | running 2025-03-25 | put off by the same system
MSG-13 | forwarded message | handed in 2025-03-03; given 2025-03-03, due 2025-03-20; transferred 2025-03-05 | running 2025-03-20
MSG-13 | forwarded message | handed in 2025-03-03; given 2025-03-03, due 2025-03-20; answered 2025-03-20 | answered 2025-03-20 in time
MSG-13 | forwarded message | handed in 2025-03-03; given 2025-03-03, due 2025-03-20; answered 2025-03-21 | answered 2025-03-20 late
MSG-13 | forwarded message | handed in 2025-03-03; given 2025-03-03, due 2025-03-15; answered 2025-03-17 | answered 2025-03-15 late | Monday after the Saturday that was given
MSG-13 | enquiry | handed in 2025-03-03; given 2025-03-04, due 2025-03-07 | running 2025-03-07
MSG-13 | mailbox | handed in 2025-12-25; given 2025-12-25, due 2026-01-09 | running 2026-01-09
`;
