import type { ComponentChildren } from 'preact';
import type { NavigationLink, PageHead } from './context.ts';
import type { LivePage } from './live-page.ts';
import type { FileRoute, PageRoute } from './page-route.ts';

/** What a module shows on the home page; the shell puts the shares of all parts together. */
export interface HomeShare {
  /** Under the name of the site: how to find something. */
  readonly entrance?: ComponentChildren;
  /** Beside the entrance. */
  readonly picture?: ComponentChildren;
  readonly entries?: readonly HomeEntry[];
  /** Below, top to bottom in the order of the parts. */
  readonly sections?: ComponentChildren;
  /** Feeds that the home page names in its head. */
  readonly feeds?: PageHead['alternates'];
}

/** One of the ways in below the head of the home page. */
export interface HomeEntry {
  readonly href: string;
  readonly label: string;
  /** How much there is, or what. */
  readonly note: string;
}

/** What a module adds to the public site. */
export interface PortalPart {
  readonly navigation: readonly NavigationLink[];
  /** In the foot of every page. */
  readonly foot?: readonly NavigationLink[];
  readonly pages: readonly PageRoute[];
  readonly files: readonly FileRoute[];
  /** Forms and what they lead to. */
  readonly live?: readonly LivePage[];
  home?(version: string): Promise<HomeShare>;
  /** How its figures are made, for the page 数据说明. */
  about?(): ComponentChildren;
}
