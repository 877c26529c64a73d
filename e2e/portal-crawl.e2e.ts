import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_PEOPLE } from '../demo/people.ts';
import { DISTRICT_PLAN_2027_DRAFT } from '../demo/plan-2027-draft/plan.ts';
import { ISSUES } from '../demo/year/issues.ts';
import { UNFINISHED } from '../demo/year/look-back.ts';
import { MEETINGS } from '../demo/year/meetings.ts';
import { STORIES_2026 } from '../demo/year/stories.ts';
import { type Program, startProgram } from './program.ts';

const OWN_SCRIPT = /<script src="\/assets\/(?:suggest|answered)-[0-9a-f]{12}\.js" defer><\/script>/g;
/** Each of our scripts enhances what carries its mark. */
const MARKS = [' data-suggest="', ' data-answered="'];
/** Switches of the display, the staff's application and the description of its API are no pages of the public site. */
const OUTSIDE = /^\/(display|workbench|api)\b/;

let program: Program;
const answers = new Map<string, { status: number; body: string }>();
beforeAll(async () => {
  program = await startProgram();
  await crawl();
});
afterAll(() => program?.stop());

/** Follows every link from the home page, as a search engine would: choices upon choices of a list are marked as not to be followed. */
async function crawl(): Promise<void> {
  const queue = ['/'];
  while (queue.length > 0) {
    const batch = queue.splice(0, 8).filter((path) => !answers.has(path));
    await Promise.all(
      batch.map(async (path) => {
        answers.set(path, { status: 0, body: '' });
        const answer = await fetch(program.origin + path, { headers: { accept: 'text/html' } });
        const body = await answer.text();
        answers.set(path, { status: answer.status, body });
        if (answer.headers.get('content-type')?.includes('text/html')) queue.push(...linksOf(body));
      }),
    );
  }
}

function linksOf(html: string): string[] {
  const tags = [...html.matchAll(/<(?:a|link)\b[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => !tag.includes('"nofollow"'));
  const found = tags.map((tag) => (/ href="(\/[^"#]*)/.exec(tag)?.[1] ?? '').replaceAll('&amp;', '&')).filter(Boolean);
  return [...new Set(found)].filter((path) => !OUTSIDE.test(path));
}

describe('the public site of the demonstration', () => {
  it('is some hundreds of pages, and every link leads somewhere', () => {
    expect(answers.size).toBeGreaterThan(200);
    const broken = [...answers].filter(([, answer]) => answer.status !== 200).map(([path]) => path);
    expect(broken).toEqual([]);
  });

  it('has one h1 on every page, neither code nor style inside it, and our own script files only where there is a search box or a form to ask', () => {
    for (const [path, { body }] of answers) {
      if (!body.startsWith('<!doctype html>')) continue;
      expect(body.match(/<h1[ >]/g)?.length, path).toBe(1);
      const scripts = body.match(/<script[^>]*>/g) ?? [];
      expect(scripts.length, path).toBe(MARKS.filter((mark) => body.includes(mark)).length);
      expect(body.replaceAll(OWN_SCRIPT, ''), path).not.toMatch(
        /<script|<style| style="| on[a-z]+="|undefined|NaN|\[object/,
      );
    }
  });

  it.each(secrets())('tells nobody %s', (_what, texts) => {
    expect(texts.length).toBeGreaterThan(0);
    const told: string[] = [];
    for (const [path, { body }] of answers) {
      for (const text of texts) if (body.includes(text)) told.push(`${path}: ${text}`);
    }
    expect(told).toEqual([]);
  });

  it('tells of no plan’s page that a unit was sent back', () => {
    const plans = [...answers].filter(([path]) => /^\/(plans|units)?(\/|\?|$)/.test(path));
    expect(plans.length).toBeGreaterThan(100);
    for (const [path, { body }] of plans) expect(body, path).not.toMatch(/退回|returned/);
  });
});

function secrets(): [string, string[]][] {
  const results = Object.values(STORIES_2026).flatMap((story) => story.done);
  const notAResult = (text: string) => text.length >= 10 && !results.some((result) => result.includes(text));
  const underWay = Object.values(STORIES_2026).flatMap((story) => [...story.progress, story.underWay ?? '']);
  return [
    ['the names of people', DEMO_PEOPLE.map((person) => person.name)],
    [
      'accounts and addresses of people',
      DEMO_PEOPLE.flatMap(({ account, phone }) => [`${account}@`, phone].filter((t) => t.length > 6)),
    ],
    [
      'the draft of a plan',
      [DISTRICT_PLAN_2027_DRAFT.title, ...DISTRICT_PLAN_2027_DRAFT.tasks.map((task) => task.content)],
    ],
    ['questions of the leading group', ISSUES.flatMap((issue) => [issue.question, issue.title])],
    ['minutes of meetings', MEETINGS.flatMap((meeting) => [meeting.minutes, meeting.agenda])],
    [
      'verdicts of the look-back',
      Object.values(UNFINISHED).flatMap((verdict) =>
        Object.values(verdict)
          .filter((t) => String(t).length > 12)
          .map(String),
      ),
    ],
    ['what units reported on the way', underWay.map(longestFixedPart).filter(notAResult)],
  ];
}

/** Of a text with figures to be filled in, the longest piece that is always there. */
function longestFixedPart(text: string): string {
  return text.split(/\{[^}]*\}/).reduce((longest, part) => (part.length > longest.length ? part : longest), '');
}
