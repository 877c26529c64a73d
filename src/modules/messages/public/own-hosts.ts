import type { Reason } from '../../../kernel/app-error.ts';
import { hostOf } from '../../cases/index.ts';

/**
 * Why an address is not for us, and where to go with it; null: it is one of ours, or no full address.
 * @param hosts our own; each stands for its subdomains as well
 */
export function outsideReason(address: string, hosts: readonly string[]): Reason | null {
  const host = hostOf(address.trim());
  if (host === null || hosts.some((own) => host === own || host.endsWith(`.${own}`))) return null;
  const message = `“${host}”不是我们管理的网站，我们改不了那里的错误。请到该网站上的“我为政府网站找错”反映；是本站引用了它的，请填写本站的网页地址`;
  return { field: 'fields.address', message };
}

/** Hosts by which this site is known. @param origin its public address, if set */
export function ownHosts(config: {
  readonly origin: string | undefined;
  readonly ownHosts: readonly string[];
}): readonly string[] {
  const named = config.ownHosts.map((host) =>
    host
      .trim()
      .toLowerCase()
      .replace(/^\*?\./, ''),
  );
  const own = config.origin ? new URL(config.origin).hostname : null;
  return [...(own ? [own] : []), ...named].filter((host) => host !== '');
}
