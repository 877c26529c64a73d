/** Every holiday and every worked week-end of the notices of 2017 to 2019. Before 15 May 2019 the rows are for the calendar: the clock uses today's figure for them. */
export const FESTIVALS_2017_2019 = `
# 2017
MSG-4 | enquiry | handed in 2017-01-01 | running 2017-01-09 | first day of New Year
art 33 | request | received 2017-01-26 | running 2017-03-01 | eve of the Spring Festival, off 27 January to 2 February
MSG-3 | policy message | handed in 2017-01-27 | running 2017-02-08 | first day of the Spring Festival
SITE-3 | site error | handed in 2017-01-30; answered 2017-02-06 | answered 2017-02-06 in time | within the Spring Festival, answered on the third working day
art 33 | request | received 2017-04-01 | running 2017-05-03 | eve of Tomb-sweeping Day, off 2 April to 4 April
MSG-4 | enquiry | handed in 2017-04-02 | running 2017-04-11 | first day of Tomb-sweeping Day
art 33 | request | received 2017-04-28 | running 2017-05-27 | eve of Labour Day, off 29 April to 1 May
MSG-3 | policy message | handed in 2017-04-29 | running 2017-05-08 | first day of Labour Day
art 33 | request | received 2017-05-27 | running 2017-06-27 | eve of the Dragon Boat Festival, off 28 May to 30 May
MSG-4 | enquiry | handed in 2017-05-28 | running 2017-06-06 | first day of the Dragon Boat Festival
art 33 | request | received 2017-09-30 | running 2017-11-03 | eve of National Day and Mid-Autumn, off 1 October to 8 October
MSG-3 | policy message | handed in 2017-10-01 | running 2017-10-13 | first day of National Day and Mid-Autumn
SITE-3 | site error | handed in 2017-10-04; answered 2017-10-11 | answered 2017-10-11 in time | within National Day and Mid-Autumn, answered on the third working day
SITE-3 | site error | handed in 2017-01-22 | running 2017-01-25 | on a Sunday that is worked
MSG-4 | enquiry | handed in 2017-01-20; simple 2017-01-20 | running 2017-01-22 | the one day is the Sunday that is worked
SITE-3 | site error | handed in 2017-02-04 | running 2017-02-08 | on a Saturday that is worked
MSG-4 | enquiry | handed in 2017-02-03; simple 2017-02-03 | running 2017-02-04 | the one day is the Saturday that is worked
SITE-3 | site error | handed in 2017-04-01 | running 2017-04-07 | on a Saturday that is worked
MSG-4 | enquiry | handed in 2017-03-31; simple 2017-03-31 | running 2017-04-01 | the one day is the Saturday that is worked
SITE-3 | site error | handed in 2017-05-27 | running 2017-06-02 | on a Saturday that is worked
MSG-4 | enquiry | handed in 2017-05-26; simple 2017-05-26 | running 2017-05-27 | the one day is the Saturday that is worked
SITE-3 | site error | handed in 2017-09-30 | running 2017-10-11 | on a Saturday that is worked
MSG-4 | enquiry | handed in 2017-09-29; simple 2017-09-29 | running 2017-09-30 | the one day is the Saturday that is worked
art 33 | request | received 2017-12-29 | running 2018-01-29 | at the year's end
# 2018
MSG-4 | enquiry | handed in 2018-01-01 | running 2018-01-08 | first day of New Year
art 33 | request | received 2018-02-14 | running 2018-03-20 | eve of the Spring Festival, off 15 February to 21 February
MSG-3 | policy message | handed in 2018-02-15 | running 2018-02-27 | first day of the Spring Festival
SITE-3 | site error | handed in 2018-02-18; answered 2018-02-24 | answered 2018-02-24 in time | within the Spring Festival, answered on the third working day
art 33 | request | received 2018-04-04 | running 2018-05-04 | eve of Tomb-sweeping Day, off 5 April to 7 April
MSG-4 | enquiry | handed in 2018-04-05 | running 2018-04-12 | first day of Tomb-sweeping Day
art 33 | request | received 2018-04-28 | running 2018-05-29 | eve of Labour Day, off 29 April to 1 May
MSG-3 | policy message | handed in 2018-04-29 | running 2018-05-08 | first day of Labour Day
art 33 | request | received 2018-06-15 | running 2018-07-16 | eve of the Dragon Boat Festival, off 16 June to 18 June
MSG-4 | enquiry | handed in 2018-06-16 | running 2018-06-25 | first day of the Dragon Boat Festival
art 33 | request | received 2018-09-21 | running 2018-10-25 | eve of Mid-Autumn, off 22 September to 24 September
MSG-3 | policy message | handed in 2018-09-22 | running 2018-09-29 | first day of Mid-Autumn
art 33 | request | received 2018-09-30 | running 2018-11-02 | eve of National Day, off 1 October to 7 October
MSG-4 | enquiry | handed in 2018-10-01 | running 2018-10-12 | first day of National Day
SITE-3 | site error | handed in 2018-10-04; answered 2018-10-10 | answered 2018-10-10 in time | within National Day, answered on the third working day
SITE-3 | site error | handed in 2018-02-11 | running 2018-02-14 | on a Sunday that is worked
MSG-4 | enquiry | handed in 2018-02-09; simple 2018-02-09 | running 2018-02-11 | the one day is the Sunday that is worked
SITE-3 | site error | handed in 2018-02-24 | running 2018-02-28 | on a Saturday that is worked
MSG-4 | enquiry | handed in 2018-02-23; simple 2018-02-23 | running 2018-02-24 | the one day is the Saturday that is worked
SITE-3 | site error | handed in 2018-04-08 | running 2018-04-11 | on a Sunday that is worked
MSG-4 | enquiry | handed in 2018-04-04; simple 2018-04-04 | running 2018-04-08 | the one day is the Sunday that is worked
SITE-3 | site error | handed in 2018-04-28 | running 2018-05-04 | on a Saturday that is worked
MSG-4 | enquiry | handed in 2018-04-27; simple 2018-04-27 | running 2018-04-28 | the one day is the Saturday that is worked
SITE-3 | site error | handed in 2018-09-29 | running 2018-10-09 | on a Saturday that is worked
MSG-4 | enquiry | handed in 2018-09-28; simple 2018-09-28 | running 2018-09-29 | the one day is the Saturday that is worked
SITE-3 | site error | handed in 2018-09-30 | running 2018-10-10 | on a Sunday that is worked
MSG-4 | enquiry | handed in 2018-09-29; simple 2018-09-29 | running 2018-09-30 | the one day is the Sunday that is worked
SITE-3 | site error | handed in 2018-12-29 | running 2019-01-04 | on a Saturday that is worked
MSG-4 | enquiry | handed in 2018-12-28; simple 2018-12-28 | running 2018-12-29 | the one day is the Saturday that is worked
art 33 | request | received 2018-12-24 | running 2019-01-22 | at the year's end
# 2019
art 33 | request | received 2018-12-29 | running 2019-01-29 | eve of New Year, off 30 December to 1 January
MSG-4 | enquiry | handed in 2018-12-30 | running 2019-01-08 | first day of New Year
art 33 | request | received 2019-02-03 | running 2019-03-08 | eve of the Spring Festival, off 4 February to 10 February
MSG-3 | policy message | handed in 2019-02-04 | running 2019-02-15 | first day of the Spring Festival
SITE-3 | site error | handed in 2019-02-07; answered 2019-02-13 | answered 2019-02-13 in time | within the Spring Festival, answered on the third working day
art 33 | request | received 2019-04-04 | running 2019-05-06 | eve of Tomb-sweeping Day, off 5 April to 7 April
MSG-4 | enquiry | handed in 2019-04-05 | running 2019-04-12 | first day of Tomb-sweeping Day
art 33 | request | received 2019-04-30 | running 2019-05-30 | eve of Labour Day, off 1 May to 4 May
MSG-3 | policy message | handed in 2019-05-01 | running 2019-05-09 | first day of Labour Day
SITE-3 | site error | handed in 2019-05-02; answered 2019-05-07 | answered 2019-05-07 in time | within Labour Day, answered on the third working day
art 33 | request | received 2019-06-06 | running 2019-07-05 | eve of the Dragon Boat Festival, off 7 June to 9 June
MSG-4 | enquiry | handed in 2019-06-07 | running 2019-06-14 | first day of the Dragon Boat Festival
art 33 | request | received 2019-09-12 | running 2019-10-16 | eve of Mid-Autumn, off 13 September to 15 September
MSG-3 | policy message | handed in 2019-09-13 | running 2019-09-20 | first day of Mid-Autumn
art 33 | request | received 2019-09-30 | running 2019-11-01 | eve of National Day, off 1 October to 7 October
MSG-4 | enquiry | handed in 2019-10-01 | running 2019-10-12 | first day of National Day
SITE-3 | site error | handed in 2019-10-04; answered 2019-10-10 | answered 2019-10-10 in time | within National Day, answered on the third working day
SITE-3 | site error | handed in 2019-02-02 | running 2019-02-12 | on a Saturday that is worked
MSG-4 | enquiry | handed in 2019-02-01; simple 2019-02-01 | running 2019-02-02 | the one day is the Saturday that is worked
SITE-3 | site error | handed in 2019-02-03 | running 2019-02-13 | on a Sunday that is worked
MSG-4 | enquiry | handed in 2019-02-02; simple 2019-02-02 | running 2019-02-03 | the one day is the Sunday that is worked
SITE-3 | site error | handed in 2019-04-28 | running 2019-05-05 | on a Sunday that is worked
MSG-4 | enquiry | handed in 2019-04-26; simple 2019-04-26 | running 2019-04-28 | the one day is the Sunday that is worked
SITE-3 | site error | handed in 2019-05-05 | running 2019-05-08 | on a Sunday that is worked
MSG-4 | enquiry | handed in 2019-04-30; simple 2019-04-30 | running 2019-05-05 | the one day is the Sunday that is worked
SITE-3 | site error | handed in 2019-09-29 | running 2019-10-09 | on a Sunday that is worked
MSG-4 | enquiry | handed in 2019-09-27; simple 2019-09-27 | running 2019-09-29 | the one day is the Sunday that is worked
SITE-3 | site error | handed in 2019-10-12 | running 2019-10-16 | on a Saturday that is worked
MSG-4 | enquiry | handed in 2019-10-11; simple 2019-10-11 | running 2019-10-12 | the one day is the Saturday that is worked
art 33 | request | received 2019-12-31 | running 2020-02-05 | at the year's end
`;
