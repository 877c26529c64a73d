import { type Actor, can } from '../../../kernel/permissions.ts';
import { eventsOf } from '../events.store.ts';
import { historyOf } from '../history.ts';
import { viewerOf } from '../ledger/ledger.service.ts';
import { assignmentSubject, planSubject } from '../plan-subjects.ts';
import { type PlansContext, todayOf, unitNames } from '../plans.context.ts';
import { assignmentNotFound } from '../plans.errors.ts';
import { findTask } from '../tasks/tasks.store.ts';
import { type AssignmentFilter, type AssignmentLine, assignmentLines, linesOf } from './assignment-list.store.ts';
import { assignmentRow, type LineNames, planFactsOf, reportViews } from './assignment-views.ts';
import type { AssignmentDetail, AssignmentPage, AssignmentQuery, AssignmentRow } from './assignments.contract.ts';
import { brokenCounts, evidenceOf, reportsOf } from './reports.store.ts';

/** Shares as units and the office look at them. */
export class AssignmentListService {
  readonly #context: PlansContext;

  constructor(context: PlansContext) {
    this.#context = context;
  }

  async list(actor: Actor, query: AssignmentQuery): Promise<AssignmentPage> {
    const { items, total } = await this.lines(actor, query, query);
    return { items, total, page: query.page, pageSize: query.pageSize };
  }

  async lines(
    actor: Actor,
    filter: AssignmentFilter,
    page: { sort: string; page: number; pageSize: number },
  ): Promise<{ items: AssignmentRow[]; total: number }> {
    const viewer = viewerOf(actor, todayOf(this.#context));
    const { items, total } = await assignmentLines(this.#db, filter, viewer, page);
    const names = await this.#names(items);
    return { items: items.map((line) => assignmentRow(line, names, actor, viewer.today)), total };
  }

  /** @throws AppError `assignment-not-found` (404) */
  async get(actor: Actor, id: string): Promise<AssignmentDetail> {
    const viewer = viewerOf(actor, todayOf(this.#context));
    const [line] = await linesOf(this.#db, [id], viewer);
    if (!line || !can(actor, 'read', planSubject(planFactsOf(line)))) throw assignmentNotFound();
    const task = await findTask(this.#db, line.task_id);
    if (!task) throw assignmentNotFound();
    const names = await this.#names([line]);
    const subject = assignmentSubject(planFactsOf(line), line);
    const readable = can(actor, 'readReports', subject);
    return {
      ...assignmentRow(line, names, actor, viewer.today),
      due: task.due,
      reports: readable ? reportViews(await reportsOf(this.#db, id), await evidenceOf(this.#db, [id])) : [],
      history: readable ? historyOf(await eventsOf(this.#db, { assignmentId: id }), names.units) : [],
    };
  }

  async #names(lines: readonly AssignmentLine[]): Promise<LineNames> {
    const idsOf = (column: 'section_id' | 'person_id') => [
      ...new Set(lines.map((line) => line[column]).filter((id) => id !== null)),
    ];
    const sections = await this.#context.directory.sections(idsOf('section_id'));
    const people = await this.#context.directory.people(idsOf('person_id'));
    return {
      units: await unitNames(this.#context),
      sections: new Map(sections.map((section) => [section.id, section])),
      people: new Map(people.map((person) => [person.id, person])),
      broken: await brokenCounts(
        this.#db,
        lines.map((line) => line.id),
      ),
    };
  }

  get #db() {
    return this.#context.platform.database.kysely;
  }
}
