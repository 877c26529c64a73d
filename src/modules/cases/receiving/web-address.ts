/** An address of the web, or a path of this site; programs in addresses (javascript:, data:) and addresses without a host are none. */
export function isWebAddress(text: string): boolean {
  if (/^\/(?![/\\])\S*$/.test(text)) return true;
  return hostOf(text) !== null;
}

/** Of a full address; null: of a path, or of what is no address of the web. */
export function hostOf(text: string): string | null {
  if (!/^https?:\/\//i.test(text) || /[\s\\]/.test(text) || !URL.canParse(text)) return null;
  const { hostname } = new URL(text);
  return hostname === '' ? null : hostname;
}
