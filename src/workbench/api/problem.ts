/** What the server answered instead of what was asked (RFC 9457), with Chinese sentences that may be shown as they are. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly reasons: readonly { readonly field: string; readonly message: string }[];
  readonly details: Readonly<Record<string, unknown>>;
  /** Number of the request, by which the office finds it in the log. */
  readonly instance: string | undefined;

  constructor(body: ProblemBody) {
    super(body.detail ?? body.title ?? '操作没有成功，请稍后重试。');
    this.name = 'ApiProblem';
    this.status = body.status;
    this.code = body.code ?? 'unexpected';
    this.title = body.title ?? '操作没有成功';
    this.reasons = body.reasons ?? [];
    this.details = body.details ?? {};
    this.instance = body.instance;
  }
}

export interface ProblemBody {
  readonly status: number;
  readonly code?: string;
  readonly title?: string;
  readonly detail?: string;
  readonly reasons?: readonly { readonly field: string; readonly message: string }[];
  readonly details?: Readonly<Record<string, unknown>>;
  readonly instance?: string;
}

export async function problemFrom(response: Response): Promise<ApiProblem> {
  const text = await response.text();
  try {
    return new ApiProblem({ ...(JSON.parse(text) as ProblemBody), status: response.status });
  } catch {
    return new ApiProblem({
      status: response.status,
      detail: `服务器没有正常回应（${response.status}），请稍后重试。`,
    });
  }
}

export function unreachable(cause: unknown): ApiProblem {
  const problem = new ApiProblem({
    status: 0,
    code: 'unreachable',
    title: '连接不上服务器',
    detail: '连接不上服务器，您填写的内容仍在本页。请检查网络后重试。',
  });
  problem.cause = cause;
  return problem;
}

/** One sentence for a message bubble: the detail, then each reason. */
export function sentenceOf(error: unknown): string {
  if (!(error instanceof ApiProblem)) return error instanceof Error ? error.message : '操作没有成功，请稍后重试。';
  const reasons = error.reasons.map((reason) => reason.message).join('；');
  return reasons && !error.message.includes(reasons) ? `${error.message}（${reasons}）` : error.message;
}
