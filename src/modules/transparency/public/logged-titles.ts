/** What a public thing is called today, and how it stands. */
export interface LoggedTitle {
  readonly number: number;
  readonly title: string;
  readonly status: 'public' | 'withdrawn' | 'removed' | 'merged';
}

export type TitlesOf = (numbers: readonly number[]) => Promise<readonly LoggedTitle[]>;

/** Asked of the module above, which says how when the program is composed; the log itself knows numbers only. */
export class LoggedTitles {
  #titlesOf: TitlesOf | undefined;

  register(titlesOf: TitlesOf): void {
    this.#titlesOf = titlesOf;
  }

  async of(numbers: readonly (number | undefined)[]): Promise<ReadonlyMap<number, LoggedTitle>> {
    const known = [...new Set(numbers.filter((number) => number !== undefined))];
    const found = known.length > 0 && this.#titlesOf ? await this.#titlesOf(known) : [];
    return new Map(found.map((one) => [one.number, one]));
  }
}
