import { describe, expect, it } from 'vitest';
import { displayHref, readDisplay, safeBack, writeDisplay } from './display.ts';

describe('display', () => {
  it('comes back from its cookie as it was written', () => {
    for (const type of ['standard', 'large'] as const) {
      for (const contrast of ['standard', 'high'] as const) {
        expect(readDisplay(writeDisplay({ type, contrast }))).toEqual({ type, contrast });
      }
    }
  });

  it('is standard when the cookie is missing or says something unknown', () => {
    expect(readDisplay(undefined)).toEqual({ type: 'standard', contrast: 'standard' });
    expect(readDisplay('huge.<script>')).toEqual({ type: 'standard', contrast: 'standard' });
  });

  it('names the page to come back to', () => {
    expect(displayHref({ type: 'large', contrast: 'standard' }, '/plans/2026?state=overdue')).toBe(
      '/display?type=large&contrast=standard&back=%2Fplans%2F2026%3Fstate%3Doverdue',
    );
  });
});

describe('safeBack', () => {
  it('keeps paths of this site', () => {
    expect(safeBack('/plans/2026?state=overdue#tasks')).toBe('/plans/2026?state=overdue#tasks');
  });

  it.each([
    undefined,
    '',
    'plans',
    'https://example.com/',
    '//example.com/',
    '/\\example.com',
    '/plans\\..',
    '/a\r\nset-cookie: x=1',
    'javascript:alert(1)',
  ])('leads home from %j', (back) => {
    expect(safeBack(back)).toBe('/');
  });
});
