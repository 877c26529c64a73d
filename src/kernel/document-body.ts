import { z } from 'zod';
import type { Body } from './document-body/nodes.ts';
import { bodyProblems } from './document-body/problems.ts';

export { type Replacement, replaceText, withBlockIds } from './document-body/edit.ts';
export { isSafeHref, LIMITS, NODE_RULES } from './document-body/node-rules.ts';
export type * from './document-body/nodes.ts';
export { plainBody } from './document-body/plain-body.ts';
export { type RenderOptions, renderBody, rendersAs } from './document-body/render.ts';
export { blocks, blockText, bodyText, type PlacedText, textBlocks } from './document-body/text.ts';

/**
 * A document's text as structure: a closed set of nodes (`document-body/node-rules.ts`), every block with an id of its own. It is checked
 * whole, so whatever passes can be rendered, compared and stored.
 */
export const DocumentBody: z.ZodType<Body, Body> = z
  .looseObject({ type: z.literal('doc'), content: z.array(z.looseObject({ type: z.string() })) })
  .superRefine((value, context) => {
    for (const problem of bodyProblems(value)) {
      context.addIssue({ code: 'custom', path: [...problem.path], message: problem.message });
    }
  }) as unknown as z.ZodType<Body, Body>;
export type DocumentBody = Body;

export const EMPTY_BODY: Body = { type: 'doc', content: [] };
