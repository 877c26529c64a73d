import type { Problem } from '../platform/http/problem.ts';

/** What a visitor may do next, by status. */
const ADVICE: Readonly<Record<number, readonly string[]>> = {
  400: ['请返回上一页，按上面的提示修改后再提交。'],
  401: ['本页面需要工作人员登录后查看。', '如果您是公众，请从首页查看已公开的内容。'],
  403: ['这项内容没有向您的账号开放。', '如果您认为应当公开，可以联系页脚所列的主办单位。'],
  404: ['请检查地址是否完整、有没有多余的字。', '内容可能已经移走或尚未公开，可以从首页重新查找。'],
  422: ['请返回上一页，按上面的提示修改后再提交。'],
  429: ['您或同一网络的访问次数较多，系统暂时放慢了响应。', '请等待一分钟，再刷新页面。'],
  500: ['这是系统的问题，不是您操作有误。', '请稍后重试；若仍不行，请把下面的编号告诉主办单位。'],
  503: ['系统正在维护或暂时繁忙，已公开的内容没有丢失。', '请过几分钟再刷新页面。'],
};

export function ErrorBody({ problem }: { problem: Problem }) {
  const advice = ADVICE[problem.status] ?? ADVICE[problem.status >= 500 ? 500 : 404] ?? [];
  return (
    <div class="wrap error-page">
      <p class="error-code" aria-hidden="true">
        {problem.status}
      </p>
      <h1>{problem.title}</h1>
      <p class="lead">{problem.detail}</p>
      {problem.reasons.length > 0 && (
        <ul>
          {problem.reasons.map((reason) => (
            <li key={reason.field}>{reason.message}</li>
          ))}
        </ul>
      )}
      <h2>您可以这样做</h2>
      <ul>
        {advice.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p class="actions">
        <a class="button" href="/">
          回到首页
        </a>
        <a href="/plans">查看工作要点</a>
      </p>
      <p class="error-number">
        编号：<code>{problem.instance}</code>
      </p>
    </div>
  );
}
