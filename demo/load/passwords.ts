import type { SignIn } from '../../src/modules/sign-in/index.ts';
import { DEMO_PASSWORD, SHOWN_ACCOUNTS } from '../people.ts';
import type { Register } from './register.ts';

/** Hashing is meant to be slow, so only those get a password whom somebody may want to be: the shown accounts and all officers. */
export async function loadPasswords(signIn: SignIn, register: Register): Promise<void> {
  const shown = new Set(SHOWN_ACCOUNTS.map(({ account }) => account));
  const people = [...register.people.values()].filter(
    (person) => shown.has(person.account) || person.account === 'office2' || person.role === 'officer',
  );
  const next = async (): Promise<void> => {
    for (let person = people.pop(); person; person = people.pop())
      await signIn.passwords.set(person.id, DEMO_PASSWORD, { mustChange: false });
  };
  // Two at a time: hashing runs beside the database.
  await Promise.all([next(), next()]);
}
