import { clusters } from './clusters.ts';
import { knowledge } from './knowledge.ts';
import { sharing } from './sharing.ts';
import { treatments } from './treatments.ts';

export const knowledgeMigrations = [knowledge, clusters, sharing, treatments];
