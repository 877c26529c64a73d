import type { PageContext } from './context.ts';

const NOT_SET = '待设置';

/** The foot that 政府网站发展指引 asks of every page: sponsor, contact, site code, records, mark, error reports. */
export function Footer({ context }: { context: PageContext }) {
  const { site } = context;
  return (
    <footer class="site-foot">
      <div class="wrap foot-grid">
        <nav aria-label="页脚导航">
          <ul class="foot-links">
            <li>
              <a href="/about">数据说明</a>
            </li>
            <li>
              <a href="/accessibility">无障碍声明</a>
            </li>
            {context.foot.map((link) => (
              <li key={link.href}>
                <a href={link.href} rel="noopener">
                  {link.label}
                </a>
              </li>
            ))}
            {site.officialMarkUrl && (
              <li>
                <a href={site.officialMarkUrl} rel="noopener">
                  党政机关网站标识
                </a>
              </li>
            )}
          </ul>
        </nav>
        <dl class="foot-facts">
          <Fact name="主办单位" value={site.sponsor} />
          {site.operator && <Fact name="承办单位" value={site.operator} />}
          <Fact name="联系电话" value={site.phone} />
          {site.address && <Fact name="地址" value={site.address} />}
          <Fact name="网站标识码" value={site.siteCode} />
          <Fact name="ICP备案号" value={site.icp} />
          <Fact name="公安备案号" value={site.policeRecord} />
        </dl>
        <p class="foot-product">本站由开源软件“明窗”提供</p>
      </div>
    </footer>
  );
}

function Fact({ name, value }: { name: string; value: string | undefined }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value ?? NOT_SET}</dd>
    </div>
  );
}
