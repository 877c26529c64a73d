import type { RefObject } from 'react';
import type { EditorHandle } from '../../../../workbench/editor/lazy-editor.tsx';
import type { PublicationDetail } from '../../publications.contract.ts';
import { parted, placeElementId } from '../words/places.ts';

/** A place that stands for another: the finding's or the remark's own. */
export function realPlace(place: string, detail: Pick<PublicationDetail, 'findings' | 'remarks'>): string {
  const [type, rest] = parted(place);
  if (type === 'finding') return detail.findings.find((one) => one.id === rest)?.place ?? place;
  if (type === 'remark') return detail.remarks.find((one) => one.id === rest)?.place ?? place;
  return place;
}

/** Scrolls to the place on the page and puts the focus there. */
export function goToPlace(place: string, editor: RefObject<EditorHandle | null>): void {
  const [type, rest] = parted(place);
  if (type === 'block' && editor.current?.goTo(rest)) return;
  const element = document.getElementById(placeElementId(place));
  if (!element) return;
  element.scrollIntoView({ block: 'center' });
  const input = element.querySelector<HTMLElement>('input, textarea, button, a, [tabindex]');
  (input ?? element).focus({ preventScroll: true });
}
