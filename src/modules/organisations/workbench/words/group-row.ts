import type { z } from 'zod';
import type { GroupView } from '../../units.contract.ts';

export type GroupRow = z.infer<typeof GroupView>;
