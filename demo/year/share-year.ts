import { addDays, type LocalDate } from '../../src/kernel/local-date.ts';
import type { WorkdayCalendar } from '../../src/kernel/workdays.ts';
import { earliestDay } from './said-day.ts';
import { mix, seedOf, type TaskStory, tell } from './story.ts';

/** How a unit's share of a task went. `overdue`: nothing handed in though the day is past; `sentBack`: returned and not yet mended. */
export type Outcome = 'inTime' | 'late' | 'mended' | 'waiting' | 'sentBack' | 'overdue';

export interface Share {
  readonly taskNumber: number;
  readonly unitCode: string;
  readonly unitName: string;
  /** Due days in order; empty: no last day. */
  readonly milestones: readonly { readonly from: LocalDate | null; readonly dueOn: LocalDate }[];
  /** 全年 and 实时: reported through the year, finished with it. */
  readonly goesOn: boolean;
  /** Tells of the whole task, as those who lead it do: the same figures whoever of them speaks. */
  readonly speaksForAll: boolean;
  /** Named by a group (各单位): such units write less often than those that lead. */
  readonly oneOfMany: boolean;
}

export type Act =
  | {
      readonly kind: 'progress' | 'completion';
      readonly on: LocalDate;
      readonly text: string;
      readonly percent: number;
      readonly evidence: readonly string[];
    }
  | { readonly kind: 'accept'; readonly on: LocalDate }
  | { readonly kind: 'return'; readonly on: LocalDate; readonly reason: string };

export interface Year {
  /** First day on which units could report. */
  readonly start: LocalDate;
  /** Last day that has happened. */
  readonly until: LocalDate;
  readonly workdays: WorkdayCalendar;
}

/** Everything that happened to one share from the year's start until its last day, in order. Pure: same input, same year. */
export function shareYear(share: Share, story: TaskStory, year: Year, told?: Outcome): Act[] {
  const teller = new Teller(share, story, year);
  const acts = share.goesOn || share.milestones.length === 0 ? teller.ongoing() : teller.milestones(told);
  const happened = acts.filter((act) => act.on <= year.until);
  // What follows an act that has not happened has not happened either.
  return acts.slice(0, happened.length).every((act, place) => act === happened[place]) ? happened : acts.slice(0, 0);
}

class Teller {
  readonly #share: Share;
  readonly #story: TaskStory;
  readonly #year: Year;
  readonly #seed: number;
  readonly #figures: number;

  constructor(share: Share, story: TaskStory, year: Year) {
    this.#share = share;
    this.#story = story;
    this.#year = year;
    this.#seed = seedOf(`${share.taskNumber}:${share.unitCode}`);
    this.#figures = share.speaksForAll ? seedOf(`task ${share.taskNumber}`) : this.#seed;
  }

  /** 全年: a report at the end of each part of the year that the story tells. */
  ongoing(): Act[] {
    const count = this.#story.progress.length;
    const silent = this.#share.oneOfMany && mix(this.#seed, 5) % 5 > 0 ? mix(this.#seed, 6) % count : -1;
    return this.#story.progress.flatMap((text, place) => {
      if (place === silent && count > 1) return [];
      const day = this.#dayFor(text, addDays(this.#year.start, Math.round(((place + 1) * 230) / (count + 1))), place);
      return day <= this.#year.until ? [this.#progress(text, day, Math.round(((place + 1) * 85) / (count + 0.6)))] : [];
    });
  }

  milestones(told: Outcome | undefined): Act[] {
    const acts: Act[] = [];
    for (const [place, milestone] of this.#share.milestones.entries()) {
      const outcome = (place === this.#share.milestones.length - 1 && told) || this.#ordinary(place, milestone.dueOn);
      const done = this.#storyOf(place);
      const before = acts.at(-1)?.on;
      const finish = done === undefined || outcome === 'overdue' ? [] : this.#finish(done, place, outcome, before);
      if (place === 0) acts.push(...this.#onTheWay(milestone.dueOn, finish[0]?.on));
      if (done === undefined) return [...acts, ...this.#underWay(before, place)];
      acts.push(...finish);
      if (finish.at(-1)?.kind !== 'accept' || (finish.at(-1)?.on ?? '') > this.#year.until) return acts;
    }
    return acts;
  }

  #storyOf(place: number): string | undefined {
    const { done, perMilestone } = this.#story;
    return perMilestone ? done[place] : done[mix(this.#seed, 3) % Math.max(1, done.length)];
  }

  /** Most do it in time; a few late, a few after being sent back once. */
  #ordinary(place: number, dueOn: LocalDate): Outcome {
    const lot = mix(this.#seed, 10 + place) % 100;
    if (lot < 8) return 'mended';
    return lot < 13 && dueOn < addDays(this.#year.until, -20) ? 'late' : 'inTime';
  }

  /** @param handedIn day of the report of completion: what is on the way comes before it */
  #onTheWay(dueOn: LocalDate, handedIn: LocalDate | undefined): Act[] {
    const last = dueOn < this.#year.until ? dueOn : this.#year.until;
    const span = Math.max(0, (Date.parse(last) - Date.parse(this.#year.start)) / 86_400_000 - 20);
    const texts = this.#share.oneOfMany && mix(this.#seed, 7) % 3 > 0 ? [] : this.#story.progress;
    return texts.flatMap((text, place) => {
      const wanted = addDays(this.#year.start, Math.round((span * (place + 1)) / (texts.length + 0.4)));
      const day = this.#dayFor(text, wanted, place);
      return day < (handedIn ?? dueOn) && day <= this.#year.until
        ? [this.#progress(text, day, Math.round(((place + 1) * 70) / (texts.length + 0.4)))]
        : [];
    });
  }

  #underWay(after: LocalDate | undefined, place: number): Act[] {
    const text = this.#story.underWay;
    if (!text) return [];
    const planned = addDays(after ?? this.#year.start, 14 + (mix(this.#seed, 40) % 20));
    const day = this.#dayFor(text, planned < this.#year.until ? planned : addDays(this.#year.until, -3), 9);
    const share = Math.round(((place + 0.4) * 100) / this.#share.milestones.length);
    return day <= this.#year.until ? [this.#progress(text, day, share)] : [];
  }

  #finish(told: string, place: number, outcome: Outcome, before: LocalDate | undefined): Act[] {
    const { dueOn, from } = this.#share.milestones[place] as { dueOn: LocalDate; from: LocalDate | null };
    const text = tell(told, this.#share.unitName, mix(this.#figures, 60 + place));
    const days = mix(this.#seed, 20 + place);
    const planned = outcome === 'late' ? addDays(dueOn, 2 + (days % 9)) : addDays(dueOn, -1 - (days % 19));
    const possible = [planned, this.#year.start, earliestDay(text)];
    if (from) possible.push(addDays(from, 5));
    if (before) possible.push(addDays(before, 3));
    const day = this.#workday(possible.sort().at(-1) ?? planned);
    const percent = Math.round(((place + 1) * 100) / this.#share.milestones.length);
    const completion = (on: LocalDate, said: string): Act => ({
      kind: 'completion',
      on,
      text: said,
      percent,
      evidence: this.#evidence(place),
    });
    const handedIn = completion(day, text);
    if (outcome === 'waiting') return [handedIn];
    const decided = this.#year.workdays.addWorkdays(day, 1 + (mix(this.#seed, 30 + place) % 4));
    if (outcome === 'inTime' || outcome === 'late') return [handedIn, { kind: 'accept', on: decided }];
    const reason = REASONS[mix(this.#seed, 35 + place) % REASONS.length] as string;
    const returned: Act = { kind: 'return', on: decided, reason };
    if (outcome === 'sentBack') return [handedIn, returned];
    const again = this.#year.workdays.addWorkdays(decided, 2 + (mix(this.#seed, 36) % 4));
    const accepted = this.#year.workdays.addWorkdays(again, 1 + (mix(this.#seed, 37) % 3));
    const amended = `已补充佐证材料并核对数据。${text}`;
    return [handedIn, returned, completion(again, amended), { kind: 'accept', on: accepted }];
  }

  #progress(told: string, on: LocalDate, percent: number): Act {
    const text = tell(told, this.#share.unitName, mix(this.#figures, this.#story.progress.indexOf(told)));
    const evidence = mix(this.#seed, percent) % 5 === 0 ? this.#story.evidence.slice(0, 1) : [];
    return { kind: 'progress', on, text, percent, evidence };
  }

  #evidence(place: number): readonly string[] {
    const { evidence } = this.#story;
    return evidence.length > 1 && !this.#share.oneOfMany && mix(this.#seed, 50 + place) % 2 === 0
      ? evidence
      : evidence.slice(0, 1);
  }

  /** Near the wanted day, a working day, and not before what the text tells of. */
  #dayFor(text: string, wanted: LocalDate, salt: number): LocalDate {
    const about = addDays(wanted, (mix(this.#seed, 70 + salt) % 13) - 6);
    const near = about < this.#year.start ? this.#year.start : about;
    const said = earliestDay(text);
    return this.#workday(near > said ? near : addDays(said, mix(this.#seed, 80 + salt) % 9));
  }

  #workday(date: LocalDate): LocalDate {
    return this.#year.workdays.nextWorkday(date);
  }
}

const REASONS: readonly string[] = [
  '佐证材料只有截图，请补充正式印发件或者网页发布地址。',
  '文字说明与所附清单数量不一致，请核对后重新报送。',
  '未说明未完成部分的原因和后续安排，请补充。',
  '附件中含有个人身份信息，请遮盖后重新上传。',
  '所附材料为去年数据，请提供今年的佐证材料。',
  '情况说明过于笼统，请写明时间、数量和公开渠道。',
];
