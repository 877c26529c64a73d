// Vitest reporter: writes to MINGCHUANG_OUTCOME how many passed, and of each failure its file, full name and first line, so that the end
// of a log, however cut, tells what failed. (The json reporter knows neither time-outs nor what failed before a test.)
import { writeFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

const LONGEST = 300;

export default class OutcomeReporter {
  onTestRunEnd(modules, errors) {
    const outcome = { passed: 0, skipped: 0, failures: modules.flatMap(failuresOf) };
    for (const test of modules.flatMap((module) => [...module.children.allTests()])) {
      const { state } = test.result();
      if (state === 'passed') outcome.passed += 1;
      else if (state !== 'failed') outcome.skipped += 1;
    }
    for (const error of errors) outcome.failures.push(`outside of any test: ${firstLine(error)}`);
    writeFileSync(process.env.MINGCHUANG_OUTCOME, JSON.stringify(outcome));
  }
}

function failuresOf(module) {
  const path = module.relativeModuleId;
  const failures = module.errors().map((error) => `${path}: ${firstLine(error)}`);
  for (const suite of module.children.allSuites())
    for (const error of suite.errors()) failures.push(`${path} > ${suite.fullName}: ${firstLine(error)}`);
  for (const test of module.children.allTests('failed'))
    failures.push(`${path} > ${test.fullName}: ${firstLine(test.result().errors?.[0])}`);
  return failures;
}

function firstLine(error) {
  const message = stripVTControlCharacters(String(error?.message ?? '')).trim();
  return message.split('\n')[0].slice(0, LONGEST) || 'no message';
}
