import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const src = import.meta.dirname;
const modules = readdirSync(join(src, 'modules'));
const schemaOf = (module: string) => module.replaceAll('-', '_');

/** Schemas that are named in the SQL of a file: `organisations.unit`, 'plans.task as t', … */
function schemasNamed(text: string): string[] {
  const code = text.replaceAll(/^import .*$/gm, '').replaceAll(/\/\*[\s\S]*?\*\//g, '');
  return modules
    .map(schemaOf)
    .filter((schema) => new RegExp(`(?<![\\w./-])["'\`]?${schema}\\.[a-z_]+(?![\\w(])`).test(code));
}

function sqlFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.store\.ts$|(^|\/)migrations\/[^/]+\.ts$/.test(path) && !path.endsWith('.test.ts'))
    .map((path) => join(folder, path));
}

describe('a store names no other module’s tables', () => {
  for (const module of modules) {
    it(module, () => {
      const strangers = sqlFiles(join(src, 'modules', module)).flatMap((path) =>
        schemasNamed(readFileSync(path, 'utf8'))
          .filter((schema) => schema !== schemaOf(module))
          .map((schema) => `${path.slice(src.length)} names ${schema}`),
      );
      expect(strangers).toEqual([]);
    });
  }

  it('sees a stranger when there is one', () => {
    expect(schemasNamed("db.selectFrom('plans.task').selectAll()")).toEqual(['plans']);
    expect(schemasNamed('select * from plans.task')).toEqual(['plans']);
  });
});
