import { OPEN_TASK_STATE_WORDS, type PlansServices, UNIT_ROLE_WORDS } from '../../plans/index.ts';
import { type PlanLine, planLine } from './plan-line.ts';

const WORDS = { states: OPEN_TASK_STATE_WORDS, roles: UNIT_ROLE_WORDS };

/** How the tasks of the year's plans stand, as everybody may see them (RPT-3, PLAN-12). */
export class PlanExecution {
  readonly #open: PlansServices['open'];

  constructor(open: PlansServices['open']) {
    this.#open = open;
  }

  /** The unit's tasks of the district's plan and of its own. */
  async ofUnit(unitCode: string, year: number): Promise<PlanLine[]> {
    const page = await this.#open.unit(unitCode, year);
    if (page?.year !== year) return [];
    return page.tasks.map((task) => planLine(task, task.planTitle, unitCode, WORDS));
  }

  /** Every task of the district's plan. */
  async ofDistrict(year: number): Promise<PlanLine[]> {
    const plan = await this.#open.ofYear(year);
    return plan ? plan.taskList.map((task) => planLine(task, plan.title, null, WORDS)) : [];
  }
}
