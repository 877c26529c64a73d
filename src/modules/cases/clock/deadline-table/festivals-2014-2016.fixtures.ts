/** Every holiday and every worked week-end of the notices of 2014 to 2016. Before 15 May 2019 the rows are for the calendar: the clock uses today's figure for them. */
export const FESTIVALS_2014_2016 = `
# 2014
art 33 | request | received 2013-12-31 | running 2014-01-28 | eve of New Year, off 1 January
MSG-4 | enquiry | handed in 2014-01-01 | running 2014-01-08 | first day of New Year
art 33 | request | received 2014-01-30 | running 2014-03-05 | eve of the Spring Festival, off 31 January to 6 February
MSG-3 | policy message | handed in 2014-01-31 | running 2014-02-12 | first day of the Spring Festival
SITE-3 | site error | handed in 2014-02-03; answered 2014-02-10 | answered 2014-02-10 in time | within the Spring Festival, answered on the third working day
art 33 | request | received 2014-04-04 | running 2014-05-06 | eve of Tomb-sweeping Day, off 5 April to 7 April
MSG-4 | enquiry | handed in 2014-04-05 | running 2014-04-14 | first day of Tomb-sweeping Day
art 33 | request | received 2014-04-30 | running 2014-05-29 | eve of Labour Day, off 1 May to 3 May
MSG-3 | policy message | handed in 2014-05-01 | running 2014-05-08 | first day of Labour Day
art 33 | request | received 2014-05-30 | running 2014-06-30 | eve of the Dragon Boat Festival, off 31 May to 2 June
MSG-4 | enquiry | handed in 2014-05-31 | running 2014-06-09 | first day of the Dragon Boat Festival
art 33 | request | received 2014-09-05 | running 2014-10-10 | eve of Mid-Autumn, off 6 September to 8 September
MSG-3 | policy message | handed in 2014-09-06 | running 2014-09-15 | first day of Mid-Autumn
art 33 | request | received 2014-09-30 | running 2014-11-03 | eve of National Day, off 1 October to 7 October
MSG-4 | enquiry | handed in 2014-10-01 | running 2014-10-13 | first day of National Day
SITE-3 | site error | handed in 2014-10-04; answered 2014-10-10 | answered 2014-10-10 in time | within National Day, answered on the third working day
SITE-3 | site error | handed in 2014-01-26 | running 2014-01-29 | on a Sunday that is worked
MSG-4 | enquiry | handed in 2014-01-24; simple 2014-01-24 | running 2014-01-26 | the one day is the Sunday that is worked
SITE-3 | site error | handed in 2014-02-08 | running 2014-02-12 | on a Saturday that is worked
MSG-4 | enquiry | handed in 2014-02-07; simple 2014-02-07 | running 2014-02-08 | the one day is the Saturday that is worked
SITE-3 | site error | handed in 2014-05-04 | running 2014-05-07 | on a Sunday that is worked
MSG-4 | enquiry | handed in 2014-04-30; simple 2014-04-30 | running 2014-05-04 | the one day is the Sunday that is worked
SITE-3 | site error | handed in 2014-09-28 | running 2014-10-08 | on a Sunday that is worked
MSG-4 | enquiry | handed in 2014-09-26; simple 2014-09-26 | running 2014-09-28 | the one day is the Sunday that is worked
SITE-3 | site error | handed in 2014-10-11 | running 2014-10-15 | on a Saturday that is worked
MSG-4 | enquiry | handed in 2014-10-10; simple 2014-10-10 | running 2014-10-11 | the one day is the Saturday that is worked
art 33 | request | received 2014-12-24 | running 2015-01-22 | at the year's end
# 2015
art 33 | request | received 2014-12-31 | running 2015-01-29 | eve of New Year, off 1 January to 3 January
MSG-4 | enquiry | handed in 2015-01-01 | running 2015-01-08 | first day of New Year
art 33 | request | received 2015-02-17 | running 2015-03-23 | eve of the Spring Festival, off 18 February to 24 February
MSG-3 | policy message | handed in 2015-02-18 | running 2015-03-02 | first day of the Spring Festival
SITE-3 | site error | handed in 2015-02-21; answered 2015-02-27 | answered 2015-02-27 in time | within the Spring Festival, answered on the third working day
art 33 | request | received 2015-04-03 | running 2015-05-05 | eve of Tomb-sweeping Day, off 4 April to 6 April
MSG-4 | enquiry | handed in 2015-04-04 | running 2015-04-13 | first day of Tomb-sweeping Day
art 33 | request | received 2015-04-30 | running 2015-05-29 | eve of Labour Day, off 1 May to 3 May
MSG-3 | policy message | handed in 2015-05-01 | running 2015-05-08 | first day of Labour Day
art 33 | request | received 2015-06-19 | running 2015-07-20 | eve of the Dragon Boat Festival, off 20 June to 22 June
MSG-4 | enquiry | handed in 2015-06-20 | running 2015-06-29 | first day of the Dragon Boat Festival
art 33 | request | received 2015-09-02 | running 2015-10-08 | eve of Victory Day, off 3 September to 5 September
MSG-3 | policy message | handed in 2015-09-03 | running 2015-09-10 | first day of Victory Day
art 33 | request | received 2015-09-25 | running 2015-10-29 | eve of Mid-Autumn, off 26 September to 27 September
MSG-4 | enquiry | handed in 2015-09-26 | running 2015-10-09 | first day of Mid-Autumn
art 33 | request | received 2015-09-30 | running 2015-11-03 | eve of National Day, off 1 October to 7 October
MSG-3 | policy message | handed in 2015-10-01 | running 2015-10-13 | first day of National Day
SITE-3 | site error | handed in 2015-10-04; answered 2015-10-10 | answered 2015-10-10 in time | within National Day, answered on the third working day
SITE-3 | site error | handed in 2015-01-04 | running 2015-01-07 | on a Sunday that is worked
MSG-4 | enquiry | handed in 2014-12-31; simple 2014-12-31 | running 2015-01-04 | the one day is the Sunday that is worked
SITE-3 | site error | handed in 2015-02-15 | running 2015-02-25 | on a Sunday that is worked
MSG-4 | enquiry | handed in 2015-02-13; simple 2015-02-13 | running 2015-02-15 | the one day is the Sunday that is worked
SITE-3 | site error | handed in 2015-02-28 | running 2015-03-04 | on a Saturday that is worked
MSG-4 | enquiry | handed in 2015-02-27; simple 2015-02-27 | running 2015-02-28 | the one day is the Saturday that is worked
SITE-3 | site error | handed in 2015-09-06 | running 2015-09-09 | on a Sunday that is worked
MSG-4 | enquiry | handed in 2015-09-02; simple 2015-09-02 | running 2015-09-06 | the one day is the Sunday that is worked
SITE-3 | site error | handed in 2015-10-10 | running 2015-10-14 | on a Saturday that is worked
MSG-4 | enquiry | handed in 2015-10-09; simple 2015-10-09 | running 2015-10-10 | the one day is the Saturday that is worked
art 33 | request | received 2015-12-31 | running 2016-01-29 | at the year's end
# 2016
MSG-4 | enquiry | handed in 2016-01-01 | running 2016-01-08 | first day of New Year
art 33 | request | received 2016-02-06 | running 2016-03-10 | eve of the Spring Festival, off 7 February to 13 February
MSG-3 | policy message | handed in 2016-02-07 | running 2016-02-18 | first day of the Spring Festival
SITE-3 | site error | handed in 2016-02-10; answered 2016-02-16 | answered 2016-02-16 in time | within the Spring Festival, answered on the third working day
art 33 | request | received 2016-04-01 | running 2016-05-03 | eve of Tomb-sweeping Day, off 2 April to 4 April
MSG-4 | enquiry | handed in 2016-04-02 | running 2016-04-11 | first day of Tomb-sweeping Day
art 33 | request | received 2016-04-29 | running 2016-05-30 | eve of Labour Day, off 30 April to 2 May
MSG-3 | policy message | handed in 2016-04-30 | running 2016-05-09 | first day of Labour Day
art 33 | request | received 2016-06-08 | running 2016-07-07 | eve of the Dragon Boat Festival, off 9 June to 11 June
MSG-4 | enquiry | handed in 2016-06-09 | running 2016-06-16 | first day of the Dragon Boat Festival
art 33 | request | received 2016-09-14 | running 2016-10-18 | eve of Mid-Autumn, off 15 September to 17 September
MSG-3 | policy message | handed in 2016-09-15 | running 2016-09-22 | first day of Mid-Autumn
art 33 | request | received 2016-09-30 | running 2016-11-02 | eve of National Day, off 1 October to 7 October
MSG-4 | enquiry | handed in 2016-10-01 | running 2016-10-12 | first day of National Day
SITE-3 | site error | handed in 2016-10-04; answered 2016-10-10 | answered 2016-10-10 in time | within National Day, answered on the third working day
SITE-3 | site error | handed in 2016-02-06 | running 2016-02-16 | on a Saturday that is worked
MSG-4 | enquiry | handed in 2016-02-05; simple 2016-02-05 | running 2016-02-06 | the one day is the Saturday that is worked
SITE-3 | site error | handed in 2016-02-14 | running 2016-02-17 | on a Sunday that is worked
MSG-4 | enquiry | handed in 2016-02-06; simple 2016-02-06 | running 2016-02-14 | the one day is the Sunday that is worked
SITE-3 | site error | handed in 2016-06-12 | running 2016-06-15 | on a Sunday that is worked
MSG-4 | enquiry | handed in 2016-06-08; simple 2016-06-08 | running 2016-06-12 | the one day is the Sunday that is worked
SITE-3 | site error | handed in 2016-09-18 | running 2016-09-21 | on a Sunday that is worked
MSG-4 | enquiry | handed in 2016-09-14; simple 2016-09-14 | running 2016-09-18 | the one day is the Sunday that is worked
SITE-3 | site error | handed in 2016-10-08 | running 2016-10-11 | on a Saturday that is worked
MSG-4 | enquiry | handed in 2016-09-30; simple 2016-09-30 | running 2016-10-08 | the one day is the Saturday that is worked
SITE-3 | site error | handed in 2016-10-09 | running 2016-10-12 | on a Sunday that is worked
MSG-4 | enquiry | handed in 2016-10-08; simple 2016-10-08 | running 2016-10-09 | the one day is the Sunday that is worked
art 33 | request | received 2016-12-30 | running 2017-02-03 | at the year's end
`;
