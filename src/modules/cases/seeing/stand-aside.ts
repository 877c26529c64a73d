import type { Role } from '../../../kernel/roles.ts';
import { namedPeople } from './named-people.ts';
import { LEADERS } from './who-sees.ts';

export interface Holder {
  readonly personId: string;
  readonly name: string;
  readonly unitId: string;
  readonly role: Role;
}

export interface Aside {
  /** The unit to which the letter goes: the wanted one while a head of it is left, else the office. */
  readonly unitId: string;
  readonly people: readonly { readonly personId: string; readonly name: string }[];
}

/**
 * Who stands aside from a letter that names him, before anybody has read it. The office says later who need not.
 * @param holders everybody who might come to read it @param officeId null before there is an office
 */
export function standAside(
  words: readonly string[],
  holders: readonly Holder[],
  wanted: { readonly unitId: string; readonly officeId: string | null },
): Aside {
  const named = namedPeople(words, holders);
  const ofOffice = holders.filter(({ role }) => role === 'supervisor');
  const officeIsLeft = ofOffice.some((one) => !isAmong(named, one));
  // Were nobody of the office left, nobody could say who need not stand aside, and the letter might reach nobody at all.
  const aside = officeIsLeft ? named : named.filter((one) => !isAmong(ofOffice, one));
  const leads = ({ unitId, role }: Holder) => unitId === wanted.unitId && LEADERS.includes(role);
  const isLed = holders.some((one) => leads(one) && !isAmong(aside, one));
  const people = new Map(aside.map(({ personId, name }) => [personId, { personId, name }]));
  return { unitId: isLed ? wanted.unitId : (wanted.officeId ?? wanted.unitId), people: [...people.values()] };
}

function isAmong(people: readonly Pick<Holder, 'personId'>[], { personId }: Holder): boolean {
  return people.some((one) => one.personId === personId);
}
