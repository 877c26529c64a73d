/**
 * What units wrote about one task through the year. `{u}` stands for the unit's short name, `{12-30}` for a figure between the two,
 * the same every time for one unit and task.
 */
export interface TaskStory {
  /** Reports on the way, in order. */
  readonly progress: readonly string[];
  /** Reports of completion: one of them per unit, or with `perMilestone` one per milestone. */
  readonly done: readonly string[];
  readonly perMilestone?: true;
  /** Where several milestones are due one after the other: what is said about the first that is not done yet. */
  readonly underWay?: string;
  /** Titles of the documents handed in. */
  readonly evidence: readonly string[];
}

/** Fills in the unit's name and the figures. @param seed the same for one unit and task */
export function tell(text: string, unit: string, seed: number): string {
  let place = 0;
  return text.replaceAll('{u}', unit).replace(/\{(\d+)-(\d+)\}/g, (_, low: string, high: string) => {
    place += 1;
    return String(Number(low) + (mix(seed, place) % (Number(high) - Number(low) + 1)));
  });
}

/** A whole number ≥ 0 that looks random and is always the same for the same input (FNV-1a). */
export function seedOf(text: string): number {
  let hash = 2166136261;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 16777619) >>> 0;
  return mix(hash, 1);
}

export function mix(seed: number, salt: number): number {
  let value = (seed + Math.imul(salt, 0x9e3779b1)) >>> 0;
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b) >>> 0;
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35) >>> 0;
  return (value ^ (value >>> 16)) >>> 0;
}
