export { type DeadlineAnswer, type DeadlineContext, readDeadline } from './deadline.ts';
export type {
  Deadline,
  DeadlineKind,
  DeadlinePeriod,
  PlanHead,
  PlanLevel,
  PlanReading,
  ReadingWarning,
  ReadTask,
  ReadUnit,
  UnitRole,
  WarningField,
} from './plan-reading.ts';
export { type ReadPlanOptions, readPlan, readSource } from './read-plan.ts';
export type { Place, SourceDocument } from './source-document.ts';
