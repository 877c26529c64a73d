/** Kinds whose business has a page of its own; every other case is shown on the page of messages. */
const PAGES: Readonly<Record<string, string>> = {
  disclosureRequest: '/disclosure-requests',
  complaint: '/complaints',
};

/** Where a case is worked on in the workbench. */
export function caseAddress({ kind, id }: { readonly kind: string; readonly id: string }): string {
  return `${PAGES[kind] ?? '/cases'}/${id}`;
}

/** Registered by a form of its own business. */
export function hasOwnForm(kind: string): boolean {
  return kind === 'disclosureRequest';
}
