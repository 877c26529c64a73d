import { AppError } from '../src/kernel/app-error.ts';
import { SettableClock } from '../src/kernel/clock.ts';
import { addDays, type LocalDate, localDateAt } from '../src/kernel/local-date.ts';
import type { AnnualReportsServices } from '../src/modules/annual-reports/index.ts';
import type { CalendarService } from '../src/modules/calendar/index.ts';
import type { CasesServices } from '../src/modules/cases/index.ts';
import type { DisclosureRequestsServices } from '../src/modules/disclosure-requests/index.ts';
import type { IntakeServices } from '../src/modules/exchange/index.ts';
import type { InterpretationsServices } from '../src/modules/interpretations/index.ts';
import type { KnowledgeServices } from '../src/modules/knowledge/index.ts';
import type { LibraryServices } from '../src/modules/library/index.ts';
import type { MessagesServices } from '../src/modules/messages/index.ts';
import type { Organisations } from '../src/modules/organisations/index.ts';
import type { PlansServices } from '../src/modules/plans/index.ts';
import type { PublicationsServices } from '../src/modules/publications/index.ts';
import type { SearchModule } from '../src/modules/search/index.ts';
import type { SignIn } from '../src/modules/sign-in/index.ts';
import { Changes } from '../src/platform/change/change.ts';
import type { Platform } from '../src/platform/platform.ts';
import { tellReports } from './annual-reports/tell-reports.ts';
import { tellProceedings } from './disclosure-requests/tell-proceedings.ts';
import { tellRequests } from './disclosure-requests/tell-requests.ts';
import { tellOfficeSystems } from './exchange/office-systems.ts';
import { tellInterpretationWork } from './interpretations/tell-work.ts';
import { tellKnowledge } from './knowledge/tell-knowledge.ts';
import { tellTreatment } from './knowledge/tell-treatment.ts';
import { tellLibrary } from './library/load-library.ts';
import { loadReaders } from './library/readers.ts';
import { loadPasswords } from './load/passwords.ts';
import { enterPerson, loadRegister } from './load/register.ts';
import { Timeline } from './load/timeline.ts';
import type { World } from './load/world.ts';
import { tellYear } from './load/year.ts';
import { tellMessages } from './messages/tell-messages.ts';
import { DEMO_PASSWORD, DEMO_PEOPLE, LAST_ACCOUNT, SHOWN_ACCOUNTS } from './people.ts';
import { writeDemoSite } from './site.ts';
import { DISTRICT_CODE } from './units.ts';

/** The services that the demonstration is loaded through. */
export interface DemoModules {
  readonly calendar: { readonly service: CalendarService };
  readonly organisations: { readonly service: Organisations };
  readonly signIn: { readonly service: SignIn };
  readonly publications: { readonly service: PublicationsServices };
  readonly library: { readonly service: LibraryServices };
  readonly interpretations: { readonly service: InterpretationsServices };
  readonly cases: { readonly service: CasesServices };
  readonly messages: { readonly service: MessagesServices };
  readonly disclosureRequests: { readonly service: DisclosureRequestsServices };
  readonly search: Pick<SearchModule, 'service'>;
  readonly knowledge: { readonly service: KnowledgeServices };
  readonly exchange: { readonly service: { readonly intake: IntakeServices } };
  readonly plans: { readonly service: PlansServices };
  readonly annualReports: { readonly service: AnnualReportsServices };
}

/** The district began to work with the program when the plan of 2025 was being prepared. */
const BEGINNING = '2025-01-06';
/** The story is written up to here; on an earlier day it stops at yesterday, on a later one nothing more has happened. */
const END = '2026-11-20';

/**
 * Loads the demonstration district through the modules' own services, each act dated by a clock of its own, so that permissions, rules,
 * audit chain and events hold as on duty. Does nothing when the district is there.
 * @param compose makes the modules anew on a platform whose clock can be set
 * @param tell receives progress in Chinese, a line at a time
 */
export async function loadDemo(
  platform: Platform,
  compose: (platform: Platform) => DemoModules,
  tell: (line: string) => void = (line) => process.stdout.write(`${line}\n`),
): Promise<void> {
  await writeDemoSite(platform.config.dataFolder);
  const clock = new SettableClock(`${BEGINNING}T09:00:00+08:00`);
  const modules = compose({ ...platform, clock, changes: new Changes(platform.database, clock) });
  const organisations = modules.organisations.service;
  if (await isLoaded(organisations)) return;
  const started = Date.now();
  tell('正在装入示范区（澄川市明湖区，全部内容为虚构）……');
  const register = await loadRegister(organisations, BEGINNING as LocalDate);
  tell(`  单位 ${register.unitIds.size} 家、人员 ${register.people.size} 名`);
  const world: World = {
    plans: modules.plans.service,
    organisations,
    files: platform.files,
    register,
    timeline: new Timeline(),
    clock,
    workdays: await modules.calendar.service.current(),
    until: lastDay(platform.clock.now()),
  };
  const { publications, library } = modules;
  const below = { ...world, publications: publications.service, library: library.service };
  tellLibrary(below);
  tellInterpretationWork({ ...below, interpretations: modules.interpretations.service });
  tellMessages({ ...below, cases: modules.cases.service, messages: modules.messages.service });
  const asked = { ...below, cases: modules.cases.service, requests: modules.disclosureRequests.service };
  tellRequests(asked);
  tellProceedings(asked);
  const answered = { ...below, knowledge: modules.knowledge.service, search: modules.search.service };
  tellKnowledge(answered);
  tellTreatment({ ...answered, cases: modules.cases.service });
  tellReports({ ...below, reports: modules.annualReports.service });
  tellOfficeSystems({ ...below, intake: modules.exchange.service.intake });
  await tellYear(world, tell);
  await library.service.shelf.catchUp();
  await loadReaders({ ...modules, register });
  tell(`  政策文件 ${(await library.service.open.list({})).total} 件`);
  // Dated today: a password of the story's first day would be too old to sign in with.
  const today = compose(platform);
  const last = DEMO_PEOPLE.filter((person) => person.account === LAST_ACCOUNT);
  for (const person of last)
    await enterPerson(today.organisations.service, register, person, localDateAt(platform.clock.now()));
  await loadPasswords(today.signIn.service, register);
  tell(`示范区装入完毕，用时 ${Math.round((Date.now() - started) / 1000)} 秒。`);
}

/** @throws AppError `demo-incomplete` (409) when an earlier loading was broken off */
async function isLoaded({ units, people }: Organisations): Promise<boolean> {
  if (!(await units.all()).some((unit) => unit.code === DISTRICT_CODE)) return false;
  if (await people.byAccount(LAST_ACCOUNT)) return true;
  throw new AppError(
    'demo-incomplete',
    409,
    '示范区上次没有装完（可能中途停止）。请换一个空的数据文件夹或数据库后重新启动。',
  );
}

/** What to show people when the program has started. */
export function demoAccounts(): string {
  const lines = SHOWN_ACCOUNTS.map(({ account, who }) => `  ${account.padEnd(18)}${who}`);
  return [`示范账号（密码均为 ${DEMO_PASSWORD}）：`, ...lines].join('\n');
}

function lastDay(now: Date): LocalDate {
  const yesterday = addDays(localDateAt(now), -1);
  return yesterday < END ? yesterday : (END as LocalDate);
}
