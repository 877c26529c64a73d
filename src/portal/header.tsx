import type { PageContext, PageHead } from './context.ts';
import { type Display, displayHref } from './display.ts';
import { Mark } from './mark.tsx';

export function Header({ head, context }: { head: PageHead; context: PageContext }) {
  return (
    <>
      <header class="site-head">
        {context.site.notice && <p class="site-notice">{context.site.notice}</p>}
        <div class="wrap site-bar">
          <a class="brand" href="/">
            <Mark />
            <span class="brand-text">
              <span class="brand-name">明窗</span>
              <span class="brand-site">{context.site.name}</span>
            </span>
          </a>
          <DisplayLinks context={context} />
        </div>
        <nav class="site-nav" aria-label="主导航">
          <ul class="wrap">
            {context.navigation.map((link) => (
              <li key={link.href}>
                <a href={link.href} {...currentOf(link.href, context.path)}>
                  {link.label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      {head.trail && <Trail head={head} />}
    </>
  );
}

/** `page` on the page itself, `true` on pages below it. */
function currentOf(href: string, path: string): { 'aria-current'?: 'page' | 'true' } {
  const here = path.split('?')[0] ?? path;
  if (here === href) return { 'aria-current': 'page' };
  return href !== '/' && here.startsWith(`${href}/`) ? { 'aria-current': 'true' } : {};
}

function DisplayLinks({ context }: { context: PageContext }) {
  const { display, path } = context;
  const type: Display = { ...display, type: display.type === 'large' ? 'standard' : 'large' };
  const contrast: Display = { ...display, contrast: display.contrast === 'high' ? 'standard' : 'high' };
  return (
    <ul class="display-links" aria-label="显示方式">
      <li>
        <a href={displayHref(type, path)} rel="nofollow">
          <span class="glyph" aria-hidden="true">
            {display.type === 'large' ? '小' : '大'}
          </span>
          {display.type === 'large' ? '标准字号' : '大字版'}
        </a>
      </li>
      <li>
        <a href={displayHref(contrast, path)} rel="nofollow">
          <span class="glyph" aria-hidden="true">
            ◐
          </span>
          {display.contrast === 'high' ? '标准配色' : '高对比'}
        </a>
      </li>
    </ul>
  );
}

function Trail({ head }: { head: PageHead }) {
  return (
    <nav class="trail" aria-label="当前位置">
      <ol class="wrap">
        <li>
          <a href="/">首页</a>
        </li>
        {head.trail?.map((link) => (
          <li key={link.href}>
            <a href={link.href}>{link.label}</a>
          </li>
        ))}
        <li aria-current="page">{head.title}</li>
      </ol>
    </nav>
  );
}
