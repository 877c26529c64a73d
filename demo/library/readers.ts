import type { InterpretationsServices } from '../../src/modules/interpretations/index.ts';
import type { PublicationsServices } from '../../src/modules/publications/index.ts';
import type { SearchModule } from '../../src/modules/search/index.ts';
import type { Register } from '../load/register.ts';
import { DEMO_BEST_ANSWERS, DEMO_SYNONYMS } from './search-words.ts';

const LOOKED_FOR = [
  ['公租房申请条件', 14],
  ['加装电梯', 11],
  ['幼升小', 9],
  ['居民医保缴费', 6],
  ['积分落户', 5],
  ['摆摊', 4],
  ['宠物医院', 3],
  ['骑行绿道', 2],
] as const;

/** What readers of the portal leave behind: words they looked for, and what they think of the interpretations. */
export async function loadReaders(world: {
  readonly publications: { readonly service: PublicationsServices };
  readonly interpretations: { readonly service: InterpretationsServices };
  readonly search: Pick<SearchModule, 'service'>;
  readonly register: Register;
}): Promise<void> {
  const { open } = world.publications.service;
  const { search, office, follower } = world.search.service;
  const supervisor = world.register.actor('office');
  await follower.catchUp();
  for (const words of DEMO_SYNONYMS) await office.addSynonyms(supervisor, { words: [...words] });
  for (const { query, documentNumber, note } of DEMO_BEST_ANSWERS) {
    const [found] = (await open.items({ fields: { documentNumber }, page: 1, pageSize: 1 })).items;
    if (found) await office.addBestAnswer(supervisor, { query, number: found.number, note });
  }
  for (const [written, times] of LOOKED_FOR) {
    const request = { written, filters: {}, newestFirst: false, page: 1, pageSize: 10 };
    const { total } = await search.search(request);
    for (let time = 0; time < times; time += 1) await office.count(written, total);
  }
  const { items } = await open.items({ kinds: ['interpretation'], page: 1, pageSize: 100 });
  for (const { number } of items) await rate(world.interpretations.service, number);
}

/** More readers for some than for others, most of them content; addresses of documentation, which nobody has. */
async function rate({ ratings }: InterpretationsServices, number: number): Promise<void> {
  const readers = 3 + ((number * 7) % 16);
  for (let reader = 0; reader < readers; reader += 1) {
    const stars = [5, 4, 5, 3, 4, 5, 2][(number + reader) % 7] ?? 5;
    await ratings.rate(number, stars, `198.51.100.${reader}`);
  }
}
