import type { OpenPlans } from './public/open-plans.contract.ts';

/**
 * The public reads, each made once for a version of the data: the pages, filters and downloads of one plan all read the same
 * plan. What was read for an older version is dropped with it.
 */
export function rememberReads(open: OpenPlans): (version: string) => OpenPlans {
  let current = { version: '', reads: open };
  return (version) => {
    if (current.version !== version) current = { version, reads: remembered(open) };
    return current.reads;
  };
}

function remembered(open: OpenPlans): OpenPlans {
  const kept = new Map<string, Promise<unknown>>();
  const once = <T>(key: string, read: () => Promise<T>): Promise<T> => {
    const found = kept.get(key) as Promise<T> | undefined;
    if (found) return found;
    const reading = read();
    kept.set(key, reading);
    reading.catch(() => kept.delete(key));
    return reading;
  };
  return {
    list: () => once('list', () => open.list()),
    newestYear: () => once('newestYear', () => open.newestYear()),
    ofYear: (year) => once(`ofYear ${year}`, () => open.ofYear(year)),
    byId: (planId) => once(`byId ${planId}`, () => open.byId(planId)),
    units: (year) => once(`units ${year}`, () => open.units(year)),
    coming: (months) => once(`coming ${months}`, () => open.coming(months)),
    // One page each: the pages themselves are kept.
    task: (planId, number) => open.task(planId, number),
    unit: (code, year) => open.unit(code, year),
    dataVersion: () => open.dataVersion(),
  };
}
