import { setTimeout as pause } from 'node:timers/promises';
import { Office } from './office.ts';
import { command, type Environment, serve } from './program.ts';
import type { Finding } from './report.ts';
import { Writers } from './writers.ts';

const WRITERS = 6;

/** Kills the server without warning, again and again, while six people write; after each start counts what is missing. */
export async function killUnderLoad(name: string, env: Environment, kills: number): Promise<Finding[]> {
  const firstPassword = Office.setUp(env);
  const office = new Office();
  const writers = new Writers(office);
  let program = await serve(env);
  await office.signIn(program.origin, firstPassword);
  await writers.prepare(WRITERS);

  let inFlight = 0;
  let lost = 0;
  let unacknowledged = 0;
  const starts: number[] = [];
  for (let kill = 0; kill < kills; kill += 1) {
    const before = writers.acknowledged;
    writers.start();
    while (writers.acknowledged < before + WRITERS) await pause(5);
    await pause(Math.random() * 400);
    if (writers.inFlight > 0) inFlight += 1;
    await program.kill();
    await writers.stop();

    const started = performance.now();
    program = await serve(env);
    starts.push(performance.now() - started);
    office.origin = program.origin;
    const losses = await writers.check();
    lost += losses.lost;
    unacknowledged += losses.unacknowledged;
    if ((kill + 1) % 10 === 0)
      console.error(`${name}: ${kill + 1} kills, ${writers.acknowledged} acknowledged, ${lost} lost`);
  }
  const stopped = await program.stop();
  const audit = command(env, 'audit', 'verify');
  starts.sort((a, b) => a - b);
  const entries = Number(/共 (\d+) 条/.exec(audit.output)?.[1] ?? 0);
  return [
    { what: `${name}: kills with writes in flight`, result: `${inFlight} of ${kills}`, good: inFlight >= kills * 0.95 },
    { what: `${name}: acknowledged writes lost`, result: `${lost} of ${writers.acknowledged}`, good: lost === 0 },
    {
      what: `${name}: kept though not acknowledged`,
      result: String(unacknowledged),
      good: unacknowledged <= kills * WRITERS,
    },
    {
      what: `${name}: audit chain`,
      result: audit.output.trim().split('\n').at(-1)?.slice(0, 60) ?? '',
      good: audit.status === 0 && entries >= writers.acknowledged,
    },
    {
      what: `${name}: start after a kill, median and longest`,
      result: `${Math.round(starts[Math.floor(kills / 2)] ?? 0)} ms, ${Math.round(starts.at(-1) ?? 0)} ms`,
      good: true,
    },
    { what: `${name}: ends in order when asked`, result: `exit code ${stopped}`, good: stopped === 0 },
  ];
}
