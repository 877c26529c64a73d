/** How a visitor wants to see the site; kept in one cookie, rendered by the server, so it works without JavaScript. */
export interface Display {
  /** 适老化: 18 pt text, roomier lines, single column. */
  readonly type: 'standard' | 'large';
  readonly contrast: 'standard' | 'high';
}

export const DISPLAY_COOKIE = 'mingchuang_display';

export const STANDARD_DISPLAY: Display = { type: 'standard', contrast: 'standard' };

/** @param cookie value of the cookie, for example `large.high`; anything unknown counts as standard */
export function readDisplay(cookie: string | undefined): Display {
  const words = (cookie ?? '').split('.');
  return {
    type: words.includes('large') ? 'large' : 'standard',
    contrast: words.includes('high') ? 'high' : 'standard',
  };
}

export function writeDisplay(display: Display): string {
  return [display.type === 'large' ? 'large' : '', display.contrast === 'high' ? 'high' : ''].filter(Boolean).join('.');
}

/** Address that switches one setting and comes back to the page. */
export function displayHref(display: Display, back: string): string {
  const query = new URLSearchParams({ type: display.type, contrast: display.contrast, back });
  return `/display?${query}`;
}

/** Only a path of this site may be returned to: `//evil`, `/\evil` and full addresses lead home. */
export function safeBack(back: string | undefined): string {
  if (back === undefined || !/^\/(?![/\\])/.test(back)) return '/';
  for (const character of back) if (character < ' ' || character === '\\') return '/';
  return back;
}
