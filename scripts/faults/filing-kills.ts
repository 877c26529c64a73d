import { setTimeout as pause } from 'node:timers/promises';
import { importDocuments } from './filing-library.ts';
import { Office } from './office.ts';
import { ask } from './patient-office.ts';
import { type Environment, type Program, serve } from './program.ts';
import type { Finding } from './report.ts';

interface Own {
  readonly own: { readonly publicKey: string };
  readonly items: readonly { readonly id: string }[];
}
interface Figures {
  readonly items: readonly {
    readonly registered: number;
    readonly receipted: number;
    readonly medianSeconds: number | null;
  }[];
}
interface Compared {
  readonly figures: Readonly<Record<'registered' | 'receipted' | 'received' | 'differences', number>>;
  readonly failure: string | null;
}

/** Two installations: documents are filed while the receiver is killed again and again; then everything is counted on both sides. */
export async function fileWhileKilled(
  name: string,
  districtEnv: Environment,
  cityEnv: Environment,
  documents: number,
  kills: number,
): Promise<Finding[]> {
  const district = await open(districtEnv);
  const city = await open(cityEnv);
  // The address that was registered must hold after every death.
  const there = { ...cityEnv, PORT: new URL(city.program.origin).port };
  try {
    await importDocuments(district.office, documents);
    await introduce(district.office, city.office);
    const started = Date.now();
    // On PostgreSQL a worker does this; the button is there for everybody.
    await ask(district.office, 'POST', '/api/exchange/push', {});
    for (let kill = 1; kill <= kills; kill += 1) {
      const reached = await untilReceipted(district.office, Math.round((documents * kill) / (kills + 1)), documents);
      await city.program.kill();
      console.error(`${name}: kill ${kill} of ${kills} at ${reached} receipts`);
      await pause(500);
      city.program = await serve(there);
      await ask(district.office, 'POST', '/api/exchange/push', {});
    }
    await untilReceipted(district.office, documents, documents);
    const seconds = (Date.now() - started) / 1000;
    return await count(name, district.office, city.office, { documents, kills, seconds });
  } finally {
    await district.program.kill();
    await city.program.kill();
  }
}

async function open(env: Environment): Promise<{ program: Program; office: Office }> {
  const password = Office.setUp(env);
  const program = await serve(env);
  const office = new Office();
  await office.signIn(program.origin, password);
  return { program, office };
}

/** Each enters the other's key, the city first: nobody is refused for coming too early. */
async function introduce(district: Office, city: Office): Promise<void> {
  const here = (await district.ask('GET', '/api/exchange/peers')) as Own;
  const there = (await city.ask('GET', '/api/exchange/peers')) as Own;
  await city.ask('POST', '/api/exchange/peers', {
    code: 'minghu',
    name: '明湖区',
    direction: 'incoming',
    baseUrl: district.origin,
    publicKey: here.own.publicKey,
  });
  await district.ask('POST', '/api/exchange/peers', {
    code: 'city',
    name: '市政务公开平台',
    direction: 'outgoing',
    baseUrl: city.origin,
    publicKey: there.own.publicKey,
  });
}

async function untilReceipted(office: Office, wanted: number, documents: number): Promise<number> {
  const patience = Date.now() + 60_000 + documents * 200;
  for (;;) {
    const { items } = (await ask(office, 'GET', '/api/exchange/overview')) as Figures;
    const reached = items[0]?.receipted ?? 0;
    if (reached >= wanted) return reached;
    if (Date.now() > patience) throw new Error(`only ${reached} of ${wanted} receipts`);
    await pause(100);
  }
}

async function count(
  name: string,
  district: Office,
  city: Office,
  of: { documents: number; kills: number; seconds: number },
): Promise<Finding[]> {
  const { items: peers } = (await district.ask('GET', '/api/exchange/peers')) as Own;
  const compared = (await district.ask('POST', '/api/exchange/reconciliations', { peerId: peers[0]?.id })) as Compared;
  const own = await receiptNumbers(district, '/api/exchange/deliveries?state=receipted');
  const theirs = await receiptNumbers(city, '/api/exchange/filings?outcome=receipted');
  const twice = own.length - new Set(own).size + theirs.length - new Set(theirs).size;
  const { documents } = of;
  return [
    {
      what: `${name}: documents filed while the receiver was killed`,
      result: `${documents}, ${of.kills} kills, ${Math.round(of.seconds)} s`,
      good: true,
    },
    {
      what: `${name}: receipts of the sender, filings of the receiver`,
      result: `${own.length}, ${theirs.length} of ${documents}`,
      good: own.length === documents && theirs.length === documents && theirs.every((one) => own.includes(one)),
    },
    { what: `${name}: receipts twice`, result: String(twice), good: twice === 0 },
    {
      what: `${name}: differences found by reconciliation`,
      result: `${compared.figures.differences} of ${compared.figures.registered}`,
      good: compared.figures.differences === 0 && compared.failure === null && compared.figures.received === documents,
    },
  ];
}

async function receiptNumbers(office: Office, path: string): Promise<string[]> {
  const numbers: string[] = [];
  for (let page = 1; ; page += 1) {
    const { items } = (await ask(office, 'GET', `${path}&page=${page}&pageSize=200`)) as {
      items: { receiptNumber: string | null }[];
    };
    numbers.push(...items.flatMap(({ receiptNumber }) => receiptNumber ?? []));
    if (items.length < 200) return numbers;
  }
}
