/** Which day counts as receipt, by the way in which it came (regulation art 31), and what follows from it. */
export const RECEIPT = `
# What came in person: the day it was handed over.
art 31 | request | at the counter 2025-03-03 | running 2025-03-31 | a Monday
art 31 | request | at the counter 2025-03-07 | running 2025-04-07 | a Friday: day 1 is Monday
art 31 | request | at the counter 2025-03-08 | running 2025-04-07 | a Saturday: an open day of the service hall does not make it a working day
art 31 | request | at the counter 2025-04-27 | running 2025-05-28 | a Sunday worked for Labour Day: counts as receipt, day 1 is Monday 28 April
art 31 | request | at the counter 2025-10-04 | running 2025-11-04 | handed to the duty officer in the holiday: day 1 is 9 October
art 31 | request | orally 2025-03-03 | running 2025-03-31 | taken down by the staff (art 29)
art 31 | request | orally 2025-09-30 | running 2025-11-04 | on the eve of the holiday
# Registered mail: the day on which the organ signs, whenever it was posted.
art 31 | request | by registered mail 2025-03-03, signed for 2025-03-05 | running 2025-04-02
art 31 | request | by registered mail 2025-03-03, signed for 2025-03-10 | running 2025-04-08 | a week on the way: not counted
art 31 | request | by registered mail 2025-09-28, signed for 2025-09-30 | running 2025-11-04
art 31 | request | by registered mail 2025-09-28, signed for 2025-10-11 | running 2025-11-07 | signed on the Saturday made up: day 1 is Monday the 13th
art 31 | request | by registered mail 2025-09-28, signed for 2025-10-06 | running 2025-11-04 | signed by the gate-keeper in the holiday
art 31 | request | by registered mail 2025-01-24, signed for 2025-01-26 | running 2025-02-28 | a Sunday worked for the Spring Festival
art 31 | request | by registered mail 2024-12-30, signed for 2025-01-02 | running 2025-02-06 | posted in the old year
art 31 | request | by registered mail 2025-03-03 | not begun | not yet signed for
# Ordinary letters: the day of confirmation with the applicant.
art 31 | request | by ordinary mail 2025-03-03, confirmed 2025-03-06 | running 2025-04-03
art 31 | request | by ordinary mail 2025-03-03, confirmed 2025-03-31 | running 2025-04-28 | the applicant could not be reached for weeks: starts when he is (explanation 207 of 2015)
art 31 | request | by ordinary mail 2025-04-28, confirmed 2025-04-30 | running 2025-06-03
art 31 | request | by ordinary mail 2025-04-28, confirmed 2025-05-06 | running 2025-06-04 | confirmed on the first day after the holiday
art 31 | request | by ordinary mail 2026-02-11, confirmed 2026-02-14 | running 2026-03-20 | confirmed on the Saturday made up
art 31 | request | by ordinary mail 2025-03-03 | not begun | nobody has confirmed it: not received, but somebody must see to it
art 31 | request | by ordinary mail 2025-12-30 | not begun | unconfirmed over the year's end
# The internet and the fax of the office: the day on which both sides confirm.
art 31 | request | by web form 2025-03-03, confirmed 2025-03-03 | running 2025-03-31 | on the same day
art 31 | request | by web form 2025-03-03, confirmed 2025-03-04 | running 2025-04-01
art 31 | request | by web form 2025-03-07, confirmed 2025-03-10 | running 2025-04-08 | sent on Friday night
art 31 | request | by web form 2025-03-08, confirmed 2025-03-10 | running 2025-04-08 | sent on a Saturday
art 31 | request | by web form 2025-10-01, confirmed 2025-10-09 | running 2025-11-05 | sent in the holiday
art 31 | request | by web form 2025-10-01, confirmed 2025-10-03 | running 2025-11-04 | confirmed by telephone in the holiday: received then, day 1 is the 9th all the same
art 31 | request | by web form 2024-02-29, confirmed 2024-03-01 | running 2024-03-29 | sent on the leap day
art 31 | request | by web form 2024-02-28, confirmed 2024-02-29 | running 2024-03-28 | confirmed on the leap day
art 31 | request | by web form 2025-03-03 | not begun | the form's time stamp never starts the clock
art 31 | request | by web form 2026-02-15 | not begun | sent in the Spring Festival, unconfirmed
art 31 | request | by fax 2025-03-03, confirmed 2025-03-03 | running 2025-03-31
art 31 | request | by fax 2025-03-03, confirmed 2025-03-05 | running 2025-04-02
art 31 | request | by fax 2025-09-26, confirmed 2025-09-28 | running 2025-10-31 | confirmed on the Sunday made up
art 31 | request | by fax 2025-06-20 | not begun | unconfirmed
art 31 | request | by e-mail 2025-03-03, confirmed 2025-03-04 | running 2025-04-01
art 31 | request | by e-mail 2025-05-30, confirmed 2025-06-03 | running 2025-07-01 | over the Dragon Boat Festival
art 31 | request | by e-mail 2025-12-31, confirmed 2026-01-04 | running 2026-01-30 | confirmed on the Sunday worked for the New Year
art 31 | request | by e-mail 2025-06-20 | not begun | unconfirmed
# From another system: the day written there.
art 31 | request | imported 2025-03-03 | running 2025-03-31
art 31 | request | imported 2025-03-10, received there 2025-03-03 | running 2025-03-31 | took a week to be handed over
art 31 | request | imported 2025-10-09, received there 2025-09-30 | running 2025-11-04
# Messages and error reports: the day on which they were handed in, at whatever hour.
MSG-4 | enquiry | handed in 2025-03-03 | running 2025-03-10
MSG-4 | enquiry | handed in 2025-03-07 | running 2025-03-14
MSG-4 | enquiry | handed in 2025-03-08 | running 2025-03-14 | a Saturday
MSG-4 | enquiry | handed in 2025-03-09 | running 2025-03-14 | a Sunday
MSG-4 | enquiry | handed in 2025-04-27 | running 2025-05-07 | a Sunday that is worked
MSG-4 | enquiry | handed in 2025-10-04 | running 2025-10-14 | in the holiday
MSG-3 | policy message | handed in 2025-03-04 | running 2025-03-11
MSG-3 | policy message | handed in 2025-09-30 | running 2025-10-14
MSG-3 | policy message | handed in 2026-02-13 | running 2026-02-27 | Friday before the made-up Saturday and the Spring Festival
MSG-12 | mailbox | handed in 2025-06-04 | running 2025-06-11
MSG-12 | mailbox | handed in 2025-05-30 | running 2025-06-09
MSG-12 | suggestion | handed in 2025-06-11 | running 2025-06-18
MSG-12 | suggestion | handed in 2025-12-31 | running 2026-01-08
MSG-13 | forwarded message | handed in 2025-06-11 | running 2025-06-18
MSG-13 | forwarded message | handed in 2026-04-30 | running 2026-05-11
SITE-3 | site error | handed in 2025-03-03 | running 2025-03-06 | three working days
SITE-3 | site error | handed in 2025-03-05 | running 2025-03-10
SITE-3 | site error | handed in 2025-03-06 | running 2025-03-11
SITE-3 | site error | handed in 2025-03-07 | running 2025-03-12
SITE-3 | site error | handed in 2025-03-08 | running 2025-03-12 | a Saturday
SITE-3 | site error | handed in 2025-03-09 | running 2025-03-12 | a Sunday
SITE-3 | site error | handed in 2025-09-26 | running 2025-09-30 | Friday before the Sunday that is worked
SITE-3 | site error | handed in 2025-09-28 | running 2025-10-09 | on the Sunday that is worked
SITE-3 | site error | handed in 2025-09-29 | running 2025-10-10 | the third day lies after the holiday
SITE-3 | site error | handed in 2025-10-08 | running 2025-10-11 | last day of the holiday
SITE-3 | site error | handed in 2025-12-30 | running 2026-01-05
SITE-3 | site error | handed in 2026-02-12 | running 2026-02-24 | Thursday; Saturday is worked
`;
