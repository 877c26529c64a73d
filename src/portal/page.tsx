import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { PageContext, PageHead } from './context.ts';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';

/** The whole HTML text of a page. `children` begin with the page's h1. */
export function page(head: PageHead, context: PageContext, children: ComponentChildren): string {
  const html = renderToString(
    <Page head={head} context={context}>
      {children}
    </Page>,
  );
  return `<!doctype html>${withScripts(html, context)}`;
}

/** A page loads a script only where something stands that it enhances; most pages have none at all. */
function withScripts(html: string, { scripts }: PageContext): string {
  const used = scripts.filter((script) => html.includes(` ${script.mark}="`));
  const tags = used.map((script) => `<script src="${script.path}" defer></script>`).join('');
  return tags === '' ? html : html.replace('</head>', `${tags}</head>`);
}

function Page({ head, context, children }: { head: PageHead; context: PageContext; children: ComponentChildren }) {
  const { site, display } = context;
  const isHome = context.path === '/';
  return (
    <html lang="zh-CN" data-type={display.type} data-contrast={display.contrast}>
      <head>
        <meta charset="utf-8" />
        <title>{isHome ? site.name : `${head.title} - ${site.name}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <OfficialMeta head={head} context={context} />
        <meta name="theme-color" content="#124559" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="alternate icon" href="/favicon.ico" sizes="32x32" />
        {head.alternates?.map((link) => (
          <link key={link.href} rel="alternate" type={link.type} title={link.title} href={link.href} />
        ))}
        <link rel="stylesheet" href={context.stylesheet} />
      </head>
      <body>
        <a class="skip" href="#content">
          跳到主要内容
        </a>
        <Header head={head} context={context} />
        <main id="content" tabIndex={-1}>
          {children}
        </main>
        <Footer context={context} />
      </body>
    </html>
  );
}

/** Names as government sites use them in practice; what the office has not set is left out rather than invented. */
function OfficialMeta({ head, context }: { head: PageHead; context: PageContext }) {
  const { site } = context;
  const tags: [string, string | undefined][] = [
    ['SiteName', site.name],
    ['SiteDomain', site.domain],
    ['SiteIDCode', site.siteCode],
    ['ColumnName', head.column?.name],
    ['ColumnDescription', head.column?.description],
    ['ColumnKeywords', head.column?.keywords],
    ['ColumnType', head.column && (head.column.type ?? '工作动态')],
    ['ArticleTitle', head.article?.title],
    ['PubDate', head.article?.publishedAt],
    ['ContentSource', head.article?.source],
    ['Keywords', head.article?.keywords],
    ['Author', head.article?.author],
    ['Url', head.article?.url],
    ['description', head.description],
    ['robots', head.unlisted ? 'noindex' : undefined],
  ];
  return (
    <>{tags.map(([name, content]) => content !== undefined && <meta key={name} name={name} content={content} />)}</>
  );
}
