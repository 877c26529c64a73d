import type { ComponentChildren } from 'preact';
import type { z } from 'zod';
import type { Access } from '../platform/http/access.ts';
import type { PageHead } from './context.ts';

/** One public page as a module tells it: its address, its inputs and how it is made from public data. */
export interface PageRoute {
  readonly url: string;
  readonly access: Access;
  readonly params: z.ZodType | undefined;
  readonly query: z.ZodType | undefined;
  make(input: PageInput<unknown, unknown>): Promise<PageContent | PageElsewhere>;
}

/** The content has another address for good, for example after a merger. */
export interface PageElsewhere {
  readonly movedTo: string;
}

export interface PageInput<P, Q> {
  readonly params: P;
  readonly query: Q;
  /** Of the data that the page is to show: what was read for the same version may be used again. */
  readonly version: string;
}

export interface PageContent {
  readonly head: PageHead;
  readonly body: ComponentChildren;
}

/** A file that anyone may download, for example open data. */
export interface FileRoute {
  readonly url: string;
  readonly access: Access;
  readonly summary: string;
  readonly params: z.ZodType | undefined;
  make(input: Omit<PageInput<unknown, unknown>, 'query'>): Promise<FileContent>;
}

export interface FileContent {
  readonly type: string;
  readonly text: string;
  /** Name under which the browser saves it; absent: shown. */
  readonly fileName?: string;
}

/**
 * Types the inputs of a page by its schemas. Query schemas should fall back rather than refuse: an address that a visitor
 * mistyped still shows the list.
 */
export function pageRoute<P, Q>(route: {
  url: string;
  access: Access;
  params?: z.ZodType<P>;
  query?: z.ZodType<Q>;
  make(input: PageInput<P, Q>): Promise<PageContent | PageElsewhere>;
}): PageRoute {
  return {
    url: route.url,
    access: route.access,
    params: route.params,
    query: route.query,
    make: (input) => route.make(input as PageInput<P, Q>),
  };
}

export function fileRoute<P>(route: {
  url: string;
  access: Access;
  summary: string;
  params?: z.ZodType<P>;
  make(input: Omit<PageInput<P, unknown>, 'query'>): Promise<FileContent>;
}): FileRoute {
  return {
    url: route.url,
    access: route.access,
    summary: route.summary,
    params: route.params,
    make: (input) => route.make(input as PageInput<P, unknown>),
  };
}
