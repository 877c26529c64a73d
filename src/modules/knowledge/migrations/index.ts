import { clusters } from './clusters.ts';
import { knowledge } from './knowledge.ts';
import { sharing } from './sharing.ts';

export const knowledgeMigrations = [knowledge, clusters, sharing];
