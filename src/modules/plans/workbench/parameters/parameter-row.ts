import type { Parameter } from '../../plan/plans.contract.ts';

/** A parameter as the list shows it; `id` is null for a default that nobody has changed. */
export type ParameterRow = Parameter & { readonly id: string | null; readonly label: string };
