import { PageTitle } from '../../../portal/index.ts';

/** A number of another business: onward to its own page without typing both again, and without either in an address. */
export function LookUpElsewhere(of: {
  readonly label: string;
  readonly path: string;
  readonly number: string;
  readonly secret: string;
}) {
  const { label, path, number, secret } = of;
  return (
    <>
      <PageTitle title="查看办理进度" lead={`这是${label}的编号，请到${label}的查询页面查看。`} />
      <form class="wrap actions" method="post" action={path}>
        <input type="hidden" name="number" value={number} />
        <input type="hidden" name="secret" value={secret} />
        <button class="button" type="submit">
          继续查看
        </button>
      </form>
    </>
  );
}
