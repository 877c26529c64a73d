/** Address that suggests words while somebody types, told by the module above when the program is composed; the box works without. */
export class SearchBoxHelp {
  #address: string | undefined;

  register(address: string): void {
    this.#address = address;
  }

  get address(): string | undefined {
    return this.#address;
  }
}
