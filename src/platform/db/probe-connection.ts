import pg from 'pg';

/**
 * A connection of the readiness probe's own: when all of the pool's are busy the database still answers. Beside answering it must be able
 * to write: a sort that does not fit its memory spills to the server's disk, and leaves nothing behind.
 */
export class ProbeConnection {
  readonly #url: string;
  #client: pg.Client | undefined;

  constructor(url: string) {
    this.#url = url;
  }

  async ask(): Promise<void> {
    const client = this.#client ?? (await this.#connect());
    try {
      await client.query('set work_mem = 64');
      await client.query(
        'select count(*) from (select n from generate_series(1, 20000) as n order by -n offset 0) as spilled',
      );
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    await client?.end().catch(() => undefined);
  }

  async #connect(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.#url,
      connectionTimeoutMillis: 2_000,
      query_timeout: 2_000,
      application_name: 'mingchuang readiness',
    });
    client.on('error', () => {
      this.#client = undefined;
    });
    await client.connect();
    this.#client = client;
    return client;
  }
}
