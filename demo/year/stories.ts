import { FIELD_STORIES } from './stories-fields.ts';
import { GUARANTEE_STORIES } from './stories-guarantee.ts';
import { POLICY_STORIES } from './stories-policy.ts';
import type { TaskStory } from './story.ts';

/** Tasks whose responsible units tell of one common thing. */
export const JOINT_TASKS: ReadonlySet<number> = new Set([8, 13, 22, 24, 59, 67, 72]);

/** What a unit says that only supports: its own part, not the whole. */
export const SUPPORT: TaskStory = {
  progress: ['已按牵头单位安排明确对接人，提供材料{2-9}份。', '三季度按分工更新本单位信息{3-24}条，已报牵头单位汇总。'],
  done: [
    '按分工完成配合事项，向牵头单位提供材料{2-9}份，相关公开信息已核对。',
    '已完成本单位承担部分，派员参加协调{1-4}次，材料已交牵头单位汇总。',
    '{u}负责的内容已核对并按时提供，后续更新由专人负责。',
  ],
  evidence: ['配合事项完成情况'],
};

/** Tasks whose supporting units do the same as the lead, each for itself. */
const EACH_FOR_ITSELF: ReadonlySet<number> = new Set([47, 54, 57]);
/** Tasks whose supporting groups only help with one common thing. */
const HELPING_GROUPS: ReadonlySet<number> = new Set([15, 25, 34, 68]);

/** What a unit has to tell about its share of a task. */
export function storyOfShare(share: {
  readonly taskNumber: number;
  readonly role: string;
  readonly viaGroup: string | null;
}): TaskStory | undefined {
  const helps = share.viaGroup === null ? !EACH_FOR_ITSELF.has(share.taskNumber) : HELPING_GROUPS.has(share.taskNumber);
  return share.role === 'support' && helps ? SUPPORT : STORIES_2026[share.taskNumber];
}

/** By task number of the district plan of 2026. */
export const STORIES_2026: Readonly<Record<number, TaskStory>> = {
  ...POLICY_STORIES,
  ...FIELD_STORIES,
  ...GUARANTEE_STORIES,
};
