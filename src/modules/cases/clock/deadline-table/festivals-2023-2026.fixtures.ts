/** Every holiday and every worked week-end of the notices of 2023 to 2026. Before 15 May 2019 the rows are for the calendar: the clock uses today's figure for them. */
export const FESTIVALS_2023_2026 = `
# 2023
art 33 | request | received 2022-12-30 | running 2023-02-02 | eve of New Year, off 31 December to 2 January
MSG-4 | enquiry | handed in 2022-12-31 | running 2023-01-09 | first day of New Year
art 33 | request | received 2023-01-20 | running 2023-02-22 | eve of the Spring Festival, off 21 January to 27 January
MSG-3 | policy message | handed in 2023-01-21 | running 2023-02-01 | first day of the Spring Festival
SITE-3 | site error | handed in 2023-01-24; answered 2023-01-30 | answered 2023-01-30 in time | within the Spring Festival, answered on the third working day
art 33 | request | received 2023-04-04 | running 2023-05-05 | eve of Tomb-sweeping Day, off 5 April
MSG-4 | enquiry | handed in 2023-04-05 | running 2023-04-12 | first day of Tomb-sweeping Day
art 33 | request | received 2023-04-28 | running 2023-05-30 | eve of Labour Day, off 29 April to 3 May
MSG-3 | policy message | handed in 2023-04-29 | running 2023-05-09 | first day of Labour Day
SITE-3 | site error | handed in 2023-05-01; answered 2023-05-06 | answered 2023-05-06 in time | within Labour Day, answered on the third working day
art 33 | request | received 2023-06-21 | running 2023-07-20 | eve of the Dragon Boat Festival, off 22 June to 24 June
MSG-4 | enquiry | handed in 2023-06-22 | running 2023-06-29 | first day of the Dragon Boat Festival
art 33 | request | received 2023-09-28 | running 2023-11-01 | eve of National Day and Mid-Autumn, off 29 September to 6 October
MSG-3 | policy message | handed in 2023-09-29 | running 2023-10-11 | first day of National Day and Mid-Autumn
SITE-3 | site error | handed in 2023-10-02; answered 2023-10-09 | answered 2023-10-09 in time | within National Day and Mid-Autumn, answered on the third working day
SITE-3 | site error | handed in 2023-01-28 | running 2023-01-31 | on a Saturday that is worked
MSG-4 | enquiry | handed in 2023-01-20; simple 2023-01-20 | running 2023-01-28 | the one day is the Saturday that is worked
SITE-3 | site error | handed in 2023-01-29 | running 2023-02-01 | on a Sunday that is worked
MSG-4 | enquiry | handed in 2023-01-28; simple 2023-01-28 | running 2023-01-29 | the one day is the Sunday that is worked
SITE-3 | site error | handed in 2023-04-23 | running 2023-04-26 | on a Sunday that is worked
MSG-4 | enquiry | handed in 2023-04-21; simple 2023-04-21 | running 2023-04-23 | the one day is the Sunday that is worked
SITE-3 | site error | handed in 2023-05-06 | running 2023-05-10 | on a Saturday that is worked
MSG-4 | enquiry | handed in 2023-05-05; simple 2023-05-05 | running 2023-05-06 | the one day is the Saturday that is worked
SITE-3 | site error | handed in 2023-06-25 | running 2023-06-28 | on a Sunday that is worked
MSG-4 | enquiry | handed in 2023-06-21; simple 2023-06-21 | running 2023-06-25 | the one day is the Sunday that is worked
SITE-3 | site error | handed in 2023-10-07 | running 2023-10-10 | on a Saturday that is worked
MSG-4 | enquiry | handed in 2023-09-28; simple 2023-09-28 | running 2023-10-07 | the one day is the Saturday that is worked
SITE-3 | site error | handed in 2023-10-08 | running 2023-10-11 | on a Sunday that is worked
MSG-4 | enquiry | handed in 2023-10-07; simple 2023-10-07 | running 2023-10-08 | the one day is the Sunday that is worked
art 33 | request | received 2023-12-31 | running 2024-01-29 | at the year's end
# 2024
art 33 | request | received 2023-12-29 | running 2024-01-29 | eve of New Year, off 30 December to 1 January
MSG-4 | enquiry | handed in 2023-12-30 | running 2024-01-08 | first day of New Year
art 33 | request | received 2024-02-09 | running 2024-03-14 | eve of the Spring Festival, off 10 February to 17 February
MSG-3 | policy message | handed in 2024-02-10 | running 2024-02-22 | first day of the Spring Festival
SITE-3 | site error | handed in 2024-02-13; answered 2024-02-20 | answered 2024-02-20 in time | within the Spring Festival, answered on the third working day
art 33 | request | received 2024-04-03 | running 2024-05-06 | eve of Tomb-sweeping Day, off 4 April to 6 April
MSG-4 | enquiry | handed in 2024-04-04 | running 2024-04-11 | first day of Tomb-sweeping Day
art 33 | request | received 2024-04-30 | running 2024-05-30 | eve of Labour Day, off 1 May to 5 May
MSG-3 | policy message | handed in 2024-05-01 | running 2024-05-10 | first day of Labour Day
SITE-3 | site error | handed in 2024-05-03; answered 2024-05-08 | answered 2024-05-08 in time | within Labour Day, answered on the third working day
art 33 | request | received 2024-06-07 | running 2024-07-08 | eve of the Dragon Boat Festival, off 8 June to 10 June
MSG-4 | enquiry | handed in 2024-06-08 | running 2024-06-17 | first day of the Dragon Boat Festival
art 33 | request | received 2024-09-14 | running 2024-10-18 | eve of Mid-Autumn, off 15 September to 17 September
MSG-3 | policy message | handed in 2024-09-15 | running 2024-09-24 | first day of Mid-Autumn
MSG-4 | enquiry | handed in 2024-10-01 | running 2024-10-12 | first day of National Day
SITE-3 | site error | handed in 2024-10-04; answered 2024-10-10 | answered 2024-10-10 in time | within National Day, answered on the third working day
SITE-3 | site error | handed in 2024-02-04 | running 2024-02-07 | on a Sunday that is worked
MSG-4 | enquiry | handed in 2024-02-02; simple 2024-02-02 | running 2024-02-04 | the one day is the Sunday that is worked
SITE-3 | site error | handed in 2024-02-18 | running 2024-02-21 | on a Sunday that is worked
MSG-4 | enquiry | handed in 2024-02-09; simple 2024-02-09 | running 2024-02-18 | the one day is the Sunday that is worked
SITE-3 | site error | handed in 2024-04-07 | running 2024-04-10 | on a Sunday that is worked
MSG-4 | enquiry | handed in 2024-04-03; simple 2024-04-03 | running 2024-04-07 | the one day is the Sunday that is worked
SITE-3 | site error | handed in 2024-04-28 | running 2024-05-06 | on a Sunday that is worked
MSG-4 | enquiry | handed in 2024-04-26; simple 2024-04-26 | running 2024-04-28 | the one day is the Sunday that is worked
SITE-3 | site error | handed in 2024-05-11 | running 2024-05-15 | on a Saturday that is worked
MSG-4 | enquiry | handed in 2024-05-10; simple 2024-05-10 | running 2024-05-11 | the one day is the Saturday that is worked
SITE-3 | site error | handed in 2024-09-14 | running 2024-09-20 | on a Saturday that is worked
MSG-4 | enquiry | handed in 2024-09-13; simple 2024-09-13 | running 2024-09-14 | the one day is the Saturday that is worked
SITE-3 | site error | handed in 2024-09-29 | running 2024-10-09 | on a Sunday that is worked
MSG-4 | enquiry | handed in 2024-09-27; simple 2024-09-27 | running 2024-09-29 | the one day is the Sunday that is worked
SITE-3 | site error | handed in 2024-10-12 | running 2024-10-16 | on a Saturday that is worked
MSG-4 | enquiry | handed in 2024-10-11; simple 2024-10-11 | running 2024-10-12 | the one day is the Saturday that is worked
art 33 | request | received 2024-12-30 | running 2025-01-27 | at the year's end
# 2025
art 33 | request | received 2024-12-31 | running 2025-02-05 | eve of New Year, off 1 January
MSG-4 | enquiry | handed in 2025-01-01 | running 2025-01-08 | first day of New Year
art 33 | request | received 2025-01-27 | running 2025-03-03 | eve of the Spring Festival, off 28 January to 4 February
MSG-3 | policy message | handed in 2025-01-28 | running 2025-02-10 | first day of the Spring Festival
SITE-3 | site error | handed in 2025-01-31; answered 2025-02-07 | answered 2025-02-07 in time | within the Spring Festival, answered on the third working day
art 33 | request | received 2025-04-03 | running 2025-05-06 | eve of Tomb-sweeping Day, off 4 April to 6 April
MSG-4 | enquiry | handed in 2025-04-04 | running 2025-04-11 | first day of Tomb-sweeping Day
art 33 | request | received 2025-04-30 | running 2025-06-03 | eve of Labour Day, off 1 May to 5 May
MSG-3 | policy message | handed in 2025-05-01 | running 2025-05-12 | first day of Labour Day
SITE-3 | site error | handed in 2025-05-03; answered 2025-05-08 | answered 2025-05-08 in time | within Labour Day, answered on the third working day
art 33 | request | received 2025-05-30 | running 2025-06-30 | eve of the Dragon Boat Festival, off 31 May to 2 June
MSG-4 | enquiry | handed in 2025-05-31 | running 2025-06-09 | first day of the Dragon Boat Festival
art 33 | request | received 2025-09-30 | running 2025-11-04 | eve of National Day and Mid-Autumn, off 1 October to 8 October
MSG-3 | policy message | handed in 2025-10-01 | running 2025-10-14 | first day of National Day and Mid-Autumn
SITE-3 | site error | handed in 2025-10-04; answered 2025-10-11 | answered 2025-10-11 in time | within National Day and Mid-Autumn, answered on the third working day
SITE-3 | site error | handed in 2025-01-26 | running 2025-02-06 | on a Sunday that is worked
MSG-4 | enquiry | handed in 2025-01-24; simple 2025-01-24 | running 2025-01-26 | the one day is the Sunday that is worked
SITE-3 | site error | handed in 2025-02-08 | running 2025-02-12 | on a Saturday that is worked
MSG-4 | enquiry | handed in 2025-02-07; simple 2025-02-07 | running 2025-02-08 | the one day is the Saturday that is worked
SITE-3 | site error | handed in 2025-04-27 | running 2025-04-30 | on a Sunday that is worked
MSG-4 | enquiry | handed in 2025-04-25; simple 2025-04-25 | running 2025-04-27 | the one day is the Sunday that is worked
SITE-3 | site error | handed in 2025-10-11 | running 2025-10-15 | on a Saturday that is worked
art 33 | request | received 2025-12-29 | running 2026-01-27 | at the year's end
# 2026
art 33 | request | received 2025-12-31 | running 2026-01-29 | eve of New Year, off 1 January to 3 January
MSG-4 | enquiry | handed in 2026-01-01 | running 2026-01-08 | first day of New Year
art 33 | request | received 2026-02-14 | running 2026-03-20 | eve of the Spring Festival, off 15 February to 23 February
MSG-3 | policy message | handed in 2026-02-15 | running 2026-02-28 | first day of the Spring Festival
SITE-3 | site error | handed in 2026-02-19; answered 2026-02-26 | answered 2026-02-26 in time | within the Spring Festival, answered on the third working day
art 33 | request | received 2026-04-03 | running 2026-05-07 | eve of Tomb-sweeping Day, off 4 April to 6 April
MSG-4 | enquiry | handed in 2026-04-04 | running 2026-04-13 | first day of Tomb-sweeping Day
art 33 | request | received 2026-04-30 | running 2026-06-01 | eve of Labour Day, off 1 May to 5 May
MSG-3 | policy message | handed in 2026-05-01 | running 2026-05-11 | first day of Labour Day
SITE-3 | site error | handed in 2026-05-03; answered 2026-05-08 | answered 2026-05-08 in time | within Labour Day, answered on the third working day
art 33 | request | received 2026-06-18 | running 2026-07-17 | eve of the Dragon Boat Festival, off 19 June to 21 June
MSG-4 | enquiry | handed in 2026-06-19 | running 2026-06-26 | first day of the Dragon Boat Festival
art 33 | request | received 2026-09-24 | running 2026-10-29 | eve of Mid-Autumn, off 25 September to 27 September
MSG-3 | policy message | handed in 2026-09-25 | running 2026-10-09 | first day of Mid-Autumn
art 33 | request | received 2026-09-30 | running 2026-11-03 | eve of National Day, off 1 October to 7 October
MSG-4 | enquiry | handed in 2026-10-01 | running 2026-10-13 | first day of National Day
SITE-3 | site error | handed in 2026-10-04; answered 2026-10-10 | answered 2026-10-10 in time | within National Day, answered on the third working day
SITE-3 | site error | handed in 2026-01-04 | running 2026-01-07 | on a Sunday that is worked
SITE-3 | site error | handed in 2026-02-14 | running 2026-02-26 | on a Saturday that is worked
SITE-3 | site error | handed in 2026-02-28 | running 2026-03-04 | on a Saturday that is worked
MSG-4 | enquiry | handed in 2026-02-27; simple 2026-02-27 | running 2026-02-28 | the one day is the Saturday that is worked
SITE-3 | site error | handed in 2026-05-09 | running 2026-05-13 | on a Saturday that is worked
MSG-4 | enquiry | handed in 2026-05-08; simple 2026-05-08 | running 2026-05-09 | the one day is the Saturday that is worked
SITE-3 | site error | handed in 2026-09-20 | running 2026-09-23 | on a Sunday that is worked
MSG-4 | enquiry | handed in 2026-09-18; simple 2026-09-18 | running 2026-09-20 | the one day is the Sunday that is worked
SITE-3 | site error | handed in 2026-10-10 | running 2026-10-14 | on a Saturday that is worked
MSG-4 | enquiry | handed in 2026-10-09; simple 2026-10-09 | running 2026-10-10 | the one day is the Saturday that is worked
art 33 | request | received 2026-12-24 | running 2027-01-22 awaiting 2027 | at the year's end
`;
