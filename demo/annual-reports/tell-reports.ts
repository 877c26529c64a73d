import type { Actor } from '../../src/kernel/permissions.ts';
import type { AnnualReportsServices } from '../../src/modules/annual-reports/index.ts';
import { determinationOf, type LibraryWorld, peopleOf } from '../library/library-world.ts';
import { approve } from '../library/reviewing.ts';
import { DEMO_REPORTS, type DemoReport } from './report-story.ts';

export interface ReportsWorld extends LibraryWorld {
  readonly reports: AnnualReportsServices;
}

type Head = Parameters<AnnualReportsServices['reports']['setText']>[2]['head'];

const TEN = 10 * 60;

/** Annual reports of the story: written, reviewed by the office, published through the door out. */
export function tellReports(world: ReportsWorld): void {
  for (const report of DEMO_REPORTS) {
    world.timeline.add(report.startedOn, TEN, async () => {
      const id = await write(world, report);
      if (report.submittedOn) world.timeline.add(report.submittedOn, TEN, () => submit(world, report, id));
      if (report.publishedOn) world.timeline.add(report.publishedOn, TEN, () => publish(world, report, id));
    });
  }
}

async function write(world: ReportsWorld, report: DemoReport): Promise<string> {
  const { reports, register } = world;
  const writer = writerOf(world, report);
  const { id } = await reports.reports.create(writer, {
    unitId: register.unitId(report.unit),
    year: report.year,
    scope: report.scope,
  });
  for (const { cell, amount, source } of report.statements)
    await reports.reports.state(writer, id, { version: await versionOf(world, id), cell, amount, source });
  for (const [head, text] of Object.entries(report.texts) as [Head, string][])
    await reports.reports.setText(writer, id, { version: await versionOf(world, id), head, text });
  return id;
}

async function submit(world: ReportsWorld, report: DemoReport, id: string): Promise<void> {
  const { reports, register } = world;
  await reports.reports.submit(officerOf(world, report), id, await versionOf(world, id));
  await reports.reports.accept(register.actor('office2'), id, await versionOf(world, id));
}

async function publish(world: ReportsWorld, report: DemoReport, id: string): Promise<void> {
  const { reports, publications } = world;
  const officer = officerOf(world, report);
  const drafter = writerOf(world, report);
  const drafted = await reports.publishing.draft(drafter, id, await versionOf(world, id));
  const publicationId = drafted.publicationId ?? '';
  const { draft } = await publications.view.get(officer, publicationId);
  if (!draft) throw new Error(`The demonstration's report of ${report.unit} has no draft.`);
  const fields = { ...draft.content.fields, indexNumber: report.indexNumber };
  await publications.drafting.edit(drafter, publicationId, { edit: draft.edit, content: { ...draft.content, fields } });
  await publications.determinations.determine(officer, publicationId, determinationOf('cat20.15'));
  await approve(world, drafter, publicationId, report.unit);
  await reports.publishing.published(publicationId);
}

/** The office writes the district's report itself. */
function writerOf({ register }: ReportsWorld, { scope, unit }: DemoReport): Actor {
  return scope === 'district' ? register.actor('office') : peopleOf(register, unit).drafter;
}

function officerOf({ register }: ReportsWorld, { scope, unit }: DemoReport): Actor {
  return register.actor(scope === 'district' ? 'office' : `officer.${unit}`);
}

async function versionOf({ reports }: ReportsWorld, id: string): Promise<number> {
  return (await reports.views.row({ type: 'system' }, id)).version;
}
