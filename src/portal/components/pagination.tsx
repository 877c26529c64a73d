/** @param href address of a page, 1-based */
export function Pagination({
  page,
  pageSize,
  total,
  href,
}: {
  page: number;
  pageSize: number;
  total: number;
  href: (page: number) => string;
}) {
  const last = Math.max(1, Math.ceil(total / pageSize));
  if (last === 1) return null;
  return (
    <nav class="pagination" aria-label="分页">
      <ul>
        {page > 1 && (
          <li>
            <a href={href(page - 1)} rel="prev">
              上一页
            </a>
          </li>
        )}
        {pagesToShow(page, last).map((shown, index, all) => (
          <li key={shown} class={index > 0 && shown - (all[index - 1] ?? 0) > 1 ? 'gap' : undefined}>
            <a
              href={href(shown)}
              aria-label={`第 ${shown} 页，共 ${last} 页`}
              aria-current={shown === page ? 'page' : undefined}
            >
              {shown}
            </a>
          </li>
        ))}
        {page < last && (
          <li>
            <a href={href(page + 1)} rel="next">
              下一页
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}

/** First, last and two on either side of the current one. */
export function pagesToShow(page: number, last: number): number[] {
  const all = new Set([1, last]);
  for (let near = page - 2; near <= page + 2; near += 1) if (near >= 1 && near <= last) all.add(near);
  return [...all].sort((a, b) => a - b);
}
