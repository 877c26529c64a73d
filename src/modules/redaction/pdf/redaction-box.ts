import type { Box } from '../../../platform/pdf/paint-state.ts';

/** What is blacked out. Points from the top left corner of the page as it is shown, turned and cropped. */
export interface RedactionBox extends Box {
  /** From 1. */
  readonly page: number;
}
