/** Every holiday and every worked week-end of the notices of 2020 to 2022. Before 15 May 2019 the rows are for the calendar: the clock uses today's figure for them. */
export const FESTIVALS_2020_2022 = `
# 2020
MSG-4 | enquiry | handed in 2020-01-01 | running 2020-01-08 | first day of New Year
art 33 | request | received 2020-01-23 | running 2020-02-28 | eve of the Spring Festival, off 24 January to 2 February
MSG-3 | policy message | handed in 2020-01-24 | running 2020-02-07 | first day of the Spring Festival
SITE-3 | site error | handed in 2020-01-28; answered 2020-02-05 | answered 2020-02-05 in time | within the Spring Festival, answered on the third working day
art 33 | request | received 2020-04-03 | running 2020-05-06 | eve of Tomb-sweeping Day, off 4 April to 6 April
MSG-4 | enquiry | handed in 2020-04-04 | running 2020-04-13 | first day of Tomb-sweeping Day
art 33 | request | received 2020-04-30 | running 2020-06-01 | eve of Labour Day, off 1 May to 5 May
MSG-3 | policy message | handed in 2020-05-01 | running 2020-05-11 | first day of Labour Day
SITE-3 | site error | handed in 2020-05-03; answered 2020-05-08 | answered 2020-05-08 in time | within Labour Day, answered on the third working day
art 33 | request | received 2020-06-24 | running 2020-07-23 | eve of the Dragon Boat Festival, off 25 June to 27 June
MSG-4 | enquiry | handed in 2020-06-25 | running 2020-07-02 | first day of the Dragon Boat Festival
art 33 | request | received 2020-09-30 | running 2020-11-04 | eve of National Day and Mid-Autumn, off 1 October to 8 October
MSG-3 | policy message | handed in 2020-10-01 | running 2020-10-14 | first day of National Day and Mid-Autumn
SITE-3 | site error | handed in 2020-10-04; answered 2020-10-12 | answered 2020-10-12 in time | within National Day and Mid-Autumn, answered on the third working day
SITE-3 | site error | handed in 2020-01-19 | running 2020-01-22 | on a Sunday that is worked
MSG-4 | enquiry | handed in 2020-01-17; simple 2020-01-17 | running 2020-01-19 | the one day is the Sunday that is worked
SITE-3 | site error | handed in 2020-04-26 | running 2020-04-29 | on a Sunday that is worked
MSG-4 | enquiry | handed in 2020-04-24; simple 2020-04-24 | running 2020-04-26 | the one day is the Sunday that is worked
SITE-3 | site error | handed in 2020-05-09 | running 2020-05-13 | on a Saturday that is worked
MSG-4 | enquiry | handed in 2020-05-08; simple 2020-05-08 | running 2020-05-09 | the one day is the Saturday that is worked
SITE-3 | site error | handed in 2020-06-28 | running 2020-07-01 | on a Sunday that is worked
MSG-4 | enquiry | handed in 2020-06-24; simple 2020-06-24 | running 2020-06-28 | the one day is the Sunday that is worked
SITE-3 | site error | handed in 2020-09-27 | running 2020-09-30 | on a Sunday that is worked
MSG-4 | enquiry | handed in 2020-09-25; simple 2020-09-25 | running 2020-09-27 | the one day is the Sunday that is worked
SITE-3 | site error | handed in 2020-10-10 | running 2020-10-14 | on a Saturday that is worked
MSG-4 | enquiry | handed in 2020-10-09; simple 2020-10-09 | running 2020-10-10 | the one day is the Saturday that is worked
art 33 | request | received 2020-12-30 | running 2021-01-28 | at the year's end
# 2021
art 33 | request | received 2020-12-31 | running 2021-01-29 | eve of New Year, off 1 January to 3 January
MSG-4 | enquiry | handed in 2021-01-01 | running 2021-01-08 | first day of New Year
art 33 | request | received 2021-02-10 | running 2021-03-16 | eve of the Spring Festival, off 11 February to 17 February
MSG-3 | policy message | handed in 2021-02-11 | running 2021-02-23 | first day of the Spring Festival
SITE-3 | site error | handed in 2021-02-14; answered 2021-02-20 | answered 2021-02-20 in time | within the Spring Festival, answered on the third working day
art 33 | request | received 2021-04-02 | running 2021-04-30 | eve of Tomb-sweeping Day, off 3 April to 5 April
MSG-4 | enquiry | handed in 2021-04-03 | running 2021-04-12 | first day of Tomb-sweeping Day
art 33 | request | received 2021-04-30 | running 2021-06-01 | eve of Labour Day, off 1 May to 5 May
MSG-3 | policy message | handed in 2021-05-01 | running 2021-05-11 | first day of Labour Day
SITE-3 | site error | handed in 2021-05-03; answered 2021-05-08 | answered 2021-05-08 in time | within Labour Day, answered on the third working day
art 33 | request | received 2021-06-11 | running 2021-07-12 | eve of the Dragon Boat Festival, off 12 June to 14 June
MSG-4 | enquiry | handed in 2021-06-12 | running 2021-06-21 | first day of the Dragon Boat Festival
art 33 | request | received 2021-09-18 | running 2021-10-22 | eve of Mid-Autumn, off 19 September to 21 September
MSG-3 | policy message | handed in 2021-09-19 | running 2021-09-27 | first day of Mid-Autumn
art 33 | request | received 2021-09-30 | running 2021-11-03 | eve of National Day, off 1 October to 7 October
MSG-4 | enquiry | handed in 2021-10-01 | running 2021-10-13 | first day of National Day
SITE-3 | site error | handed in 2021-10-04; answered 2021-10-11 | answered 2021-10-11 in time | within National Day, answered on the third working day
SITE-3 | site error | handed in 2021-02-07 | running 2021-02-10 | on a Sunday that is worked
MSG-4 | enquiry | handed in 2021-02-05; simple 2021-02-05 | running 2021-02-07 | the one day is the Sunday that is worked
SITE-3 | site error | handed in 2021-02-20 | running 2021-02-24 | on a Saturday that is worked
MSG-4 | enquiry | handed in 2021-02-19; simple 2021-02-19 | running 2021-02-20 | the one day is the Saturday that is worked
SITE-3 | site error | handed in 2021-04-25 | running 2021-04-28 | on a Sunday that is worked
MSG-4 | enquiry | handed in 2021-04-23; simple 2021-04-23 | running 2021-04-25 | the one day is the Sunday that is worked
SITE-3 | site error | handed in 2021-05-08 | running 2021-05-12 | on a Saturday that is worked
MSG-4 | enquiry | handed in 2021-05-07; simple 2021-05-07 | running 2021-05-08 | the one day is the Saturday that is worked
SITE-3 | site error | handed in 2021-09-18 | running 2021-09-24 | on a Saturday that is worked
MSG-4 | enquiry | handed in 2021-09-17; simple 2021-09-17 | running 2021-09-18 | the one day is the Saturday that is worked
SITE-3 | site error | handed in 2021-09-26 | running 2021-09-29 | on a Sunday that is worked
MSG-4 | enquiry | handed in 2021-09-24; simple 2021-09-24 | running 2021-09-26 | the one day is the Sunday that is worked
SITE-3 | site error | handed in 2021-10-09 | running 2021-10-13 | on a Saturday that is worked
MSG-4 | enquiry | handed in 2021-10-08; simple 2021-10-08 | running 2021-10-09 | the one day is the Saturday that is worked
art 33 | request | received 2021-12-29 | running 2022-01-27 | at the year's end
# 2022
art 33 | request | received 2021-12-31 | running 2022-01-29 | eve of New Year, off 1 January to 3 January
MSG-4 | enquiry | handed in 2022-01-01 | running 2022-01-10 | first day of New Year
art 33 | request | received 2022-01-30 | running 2022-03-04 | eve of the Spring Festival, off 31 January to 6 February
MSG-3 | policy message | handed in 2022-01-31 | running 2022-02-11 | first day of the Spring Festival
SITE-3 | site error | handed in 2022-02-03; answered 2022-02-09 | answered 2022-02-09 in time | within the Spring Festival, answered on the third working day
art 33 | request | received 2022-04-02 | running 2022-05-05 | eve of Tomb-sweeping Day, off 3 April to 5 April
MSG-4 | enquiry | handed in 2022-04-03 | running 2022-04-12 | first day of Tomb-sweeping Day
art 33 | request | received 2022-04-29 | running 2022-05-31 | eve of Labour Day, off 30 April to 4 May
MSG-3 | policy message | handed in 2022-04-30 | running 2022-05-10 | first day of Labour Day
SITE-3 | site error | handed in 2022-05-02; answered 2022-05-07 | answered 2022-05-07 in time | within Labour Day, answered on the third working day
art 33 | request | received 2022-06-02 | running 2022-07-01 | eve of the Dragon Boat Festival, off 3 June to 5 June
MSG-4 | enquiry | handed in 2022-06-03 | running 2022-06-10 | first day of the Dragon Boat Festival
art 33 | request | received 2022-09-09 | running 2022-10-13 | eve of Mid-Autumn, off 10 September to 12 September
MSG-3 | policy message | handed in 2022-09-10 | running 2022-09-19 | first day of Mid-Autumn
art 33 | request | received 2022-09-30 | running 2022-11-02 | eve of National Day, off 1 October to 7 October
MSG-4 | enquiry | handed in 2022-10-01 | running 2022-10-12 | first day of National Day
SITE-3 | site error | handed in 2022-10-04; answered 2022-10-10 | answered 2022-10-10 in time | within National Day, answered on the third working day
SITE-3 | site error | handed in 2022-01-29 | running 2022-02-08 | on a Saturday that is worked
MSG-4 | enquiry | handed in 2022-01-28; simple 2022-01-28 | running 2022-01-29 | the one day is the Saturday that is worked
SITE-3 | site error | handed in 2022-01-30 | running 2022-02-09 | on a Sunday that is worked
MSG-4 | enquiry | handed in 2022-01-29; simple 2022-01-29 | running 2022-01-30 | the one day is the Sunday that is worked
SITE-3 | site error | handed in 2022-04-02 | running 2022-04-08 | on a Saturday that is worked
MSG-4 | enquiry | handed in 2022-04-01; simple 2022-04-01 | running 2022-04-02 | the one day is the Saturday that is worked
SITE-3 | site error | handed in 2022-04-24 | running 2022-04-27 | on a Sunday that is worked
MSG-4 | enquiry | handed in 2022-04-22; simple 2022-04-22 | running 2022-04-24 | the one day is the Sunday that is worked
SITE-3 | site error | handed in 2022-05-07 | running 2022-05-11 | on a Saturday that is worked
MSG-4 | enquiry | handed in 2022-05-06; simple 2022-05-06 | running 2022-05-07 | the one day is the Saturday that is worked
SITE-3 | site error | handed in 2022-10-08 | running 2022-10-11 | on a Saturday that is worked
MSG-4 | enquiry | handed in 2022-09-30; simple 2022-09-30 | running 2022-10-08 | the one day is the Saturday that is worked
SITE-3 | site error | handed in 2022-10-09 | running 2022-10-12 | on a Sunday that is worked
MSG-4 | enquiry | handed in 2022-10-08; simple 2022-10-08 | running 2022-10-09 | the one day is the Sunday that is worked
art 33 | request | received 2022-12-24 | running 2023-01-28 | at the year's end
`;
