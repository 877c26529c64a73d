import { FIELD_STORIES } from './stories-fields.ts';
import { GUARANTEE_STORIES } from './stories-guarantee.ts';
import { POLICY_STORIES } from './stories-policy.ts';
import type { TaskStory } from './story.ts';

/** By task number of the district plan of 2026. */
export const STORIES_2026: Readonly<Record<number, TaskStory>> = {
  ...POLICY_STORIES,
  ...FIELD_STORIES,
  ...GUARANTEE_STORIES,
};
