export interface Finding {
  readonly what: string;
  readonly result: string;
  /** False fails the run; undefined: could not be tried here. */
  readonly good: boolean | undefined;
}

export function printReport(findings: readonly Finding[]): void {
  const width = Math.max(...findings.map(({ what }) => what.length));
  for (const { what, result, good } of findings) {
    console.log(`${good === undefined ? 'SKIPPED' : good ? 'ok     ' : 'FAILED '}  ${what.padEnd(width)}  ${result}`);
  }
}
