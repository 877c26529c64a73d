/** Kinds whose business has a page of its own; every other case is shown on the page of messages. */
const PAGES: Readonly<Record<string, string>> = { disclosureRequest: '/disclosure-requests' };

/** Where a case is worked on in the workbench. */
export function caseAddress({ kind, id }: { readonly kind: string; readonly id: string }): string {
  return `${PAGES[kind] ?? '/cases'}/${id}`;
}

/** Registered and worked on by a business of its own. */
export function hasOwnPage(kind: string): boolean {
  return PAGES[kind] !== undefined;
}
