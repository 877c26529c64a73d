// Run by worker-kills.test.ts as a process of its own: does the jobs of cases without end, on rules that change each time, until it is killed.
import { writeSync } from 'node:fs';
import { pino } from 'pino';
import { SettableClock } from '../../kernel/clock.ts';
import { readConfig } from '../../platform/config.ts';
import { openPlatform } from '../../platform/open-platform.ts';
import { attachmentsModule } from '../attachments/index.ts';
import { calendarModule } from '../calendar/index.ts';
import { organisationsModule } from '../organisations/index.ts';
import { CONFIDENTIAL, ERROR_REPORT, LETTER, QUESTION } from './cases.fixtures.ts';
import { SHIPPED_CLOCK_RULES } from './clock/clock-rules.ts';
import { RecomputeService } from './clocks/recompute.service.ts';
import { closeAnswered } from './closing/closing.service.ts';
import { casesModule } from './index.ts';

const NEVER = new AbortController().signal;
const platform = await openPlatform(
  readConfig(process.env),
  new SettableClock(process.env.KILLED_AT ?? ''),
  pino({ level: 'silent' }),
);
const { service } = casesModule(platform, {
  organisations: organisationsModule(platform).service,
  calendar: calendarModule(platform).service,
  attachments: attachmentsModule(platform).service,
});
for (const kind of [QUESTION, LETTER, ERROR_REPORT, CONFIDENTIAL]) service.kinds.register(kind);

for (let round = Number(process.env.KILLED_ROUND); ; round += 1) {
  const ruleRows = SHIPPED_CLOCK_RULES.map((rule) => ({ ...rule, figure: rule.figure + (round % 2) }));
  const other = new RecomputeService({ ...service.context, ruleRows });
  // Survives the kill that comes right after it: the pipe has it when the call returns.
  writeSync(1, 'begin\n');
  await other.run(NEVER);
  await service.warnings.raise(NEVER);
  await closeAnswered(service.context, service.handling, NEVER);
}
