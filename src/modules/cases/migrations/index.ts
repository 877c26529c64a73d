import { cases } from './cases.ts';
import { replies } from './replies.ts';
import { sealing } from './sealing.ts';

export const casesMigrations = [cases, replies, sealing];
