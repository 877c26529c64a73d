import type { Outcome } from './share-year.ts';

/** Units whose share went differently from what chance would give; key: task number of the district plan and unit code. */
export const OUTCOMES: Readonly<Record<string, Outcome>> = {
  '2:gongan': 'overdue',
  '2:baishi': 'overdue',
  '8:dangan': 'overdue',
  '10:jiaotong': 'overdue',
  '17:yuntai': 'late',
  '28:jinping': 'late',
  '34:gangqu': 'overdue',
  '50:sangyuan': 'overdue',
  '52:caizheng': 'mended',
  '61:yingji': 'sentBack',
  '64:ranqi': 'overdue',
  '66:xinwen': 'late',
  '70:guodong': 'late',
  '73:lankou': 'overdue',
};
