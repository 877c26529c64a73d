import type { Display } from './display.ts';
import type { Site } from './site.ts';

export interface NavigationLink {
  readonly href: string;
  readonly label: string;
}

export interface PageScript {
  /** Attribute in the HTML text that it enhances, for example `data-suggest`. */
  readonly mark: string;
  readonly path: string;
}

/** Everything the frame of a page needs besides the page itself. */
export interface PageContext {
  readonly site: Site;
  readonly navigation: readonly NavigationLink[];
  /** Beside those of the site itself, in the foot. */
  readonly foot: readonly NavigationLink[];
  readonly display: Display;
  /** Path with query of this page, to mark the navigation and to come back to. */
  readonly path: string;
  readonly stylesheet: string;
  /** Our own files; a page loads only those whose mark stands in it. */
  readonly scripts: readonly PageScript[];
}

/** What a page says of itself; the frame adds the rest. */
export interface PageHead {
  /** Shown in the browser's tab before the name of the site. */
  readonly title: string;
  readonly description?: string;
  /** From the home page down to this one, without either end. */
  readonly trail?: readonly NavigationLink[];
  /** Set on pages of a column (政府网站发展指引: ColumnName …). */
  readonly column?: {
    readonly name: string;
    readonly description: string;
    readonly keywords: string;
    /** ColumnType; absent: 工作动态. */
    readonly type?: string;
  };
  /** Set on pages that are one article (ArticleTitle, PubDate, ContentSource); `publishedAt` as YYYY-MM-DD HH:mm. */
  readonly article?: {
    readonly title: string;
    readonly publishedAt: string;
    readonly source: string;
    readonly keywords?: string;
    readonly author?: string;
    /** Whole permanent address. */
    readonly url?: string;
  };
  /** The same content for programs: feeds. */
  readonly alternates?: readonly { readonly href: string; readonly type: string; readonly title: string }[];
  /** Kept out of search engines: error pages. */
  readonly unlisted?: boolean;
}
