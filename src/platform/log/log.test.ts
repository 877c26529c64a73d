import pg from 'pg';
import { expect, it } from 'vitest';
import { createLog } from './log.ts';

function lines(write: (log: ReturnType<typeof createLog>) => void): string {
  const written: string[] = [];
  write(createLog('info', { write: (line: string) => written.push(line) }));
  return written.join('');
}

it('hides what names people or opens doors', () => {
  const text = lines((log) =>
    log.info({ name: '李明', person: { email: 'li@example.cn' }, password: 'x1', count: 3 }, 'saved'),
  );
  expect(text).not.toMatch(/李明|li@example|x1/);
  expect(JSON.parse(text)).toMatchObject({ level: 'info', msg: 'saved', count: 3 });
});

it('keeps the headers of uploads to itself', () => {
  const options = { headers: { authorization: 'Bearer x1', cookie: 'session=x2' } };
  const text = lines((log) => log.info({ busboyOptions: options }, 'Providing options to busboy'));
  expect(text).not.toMatch(/x1|x2/);
});

it('tells of a database error which rule it broke, not what somebody typed', () => {
  const error = Object.assign(new pg.DatabaseError('invalid input syntax for type date: "李明"', 1, 'error'), {
    severity: 'ERROR',
    code: '22007',
    detail: 'Key (email)=(li@example.cn) already exists.',
    constraint: 'person_email_key',
  });
  const text = lines((log) => log.error({ err: error }, 'request failed'));
  expect(text).not.toMatch(/李明|li@example/);
  expect(JSON.parse(text).err).toMatchObject({ code: '22007', constraint: 'person_email_key' });
});

it('keeps stack and cause of a defect', () => {
  const text = lines((log) => log.error({ err: new Error('outer', { cause: new Error('inner') }) }, 'failed'));
  expect(JSON.parse(text).err).toMatchObject({ message: 'outer', cause: { message: 'inner' } });
  expect(JSON.parse(text).err.stack.length).toBeGreaterThan(1);
});
