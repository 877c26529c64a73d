import { CheckOutlined, MinusOutlined } from '@ant-design/icons';
import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { call } from '../../../workbench/api/client.ts';
import { type ApiProblem, sentenceOf } from '../../../workbench/api/problem.ts';
import { useAction } from '../../../workbench/api/use-api.ts';
import { Section } from '../../../workbench/components/section.tsx';

interface Change {
  readonly current: string;
  readonly next: string;
  readonly again: string;
}

/** What the server asks, shown while typing; whether a password was used before only the server knows. */
const RULES: readonly (readonly [string, (password: string) => boolean])[] = [
  ['至少 10 个字符', (password) => [...password].length >= 10],
  [
    '大写字母、小写字母、数字、符号中的至少三类',
    (password) =>
      [/\p{Lowercase_Letter}/u, /\p{Uppercase_Letter}/u, /\p{Number}/u, /[^\p{Letter}\p{Number}]/u].filter((one) =>
        one.test(password),
      ).length >= 3,
  ],
];

export function PasswordSection() {
  const [form] = Form.useForm<Change>();
  const [problem, setProblem] = useState<ApiProblem>();
  const next = Form.useWatch('next', form) ?? '';
  const change = useAction(
    ({ current, next: chosen }: Change) => call('PUT', '/api/session/password', { current, next: chosen }),
    {
      done: '密码已修改，其他设备上的登录已全部退出。',
      refreshes: ['/api/session'],
      onDone: () => {
        form.resetFields();
        setProblem(undefined);
      },
      onProblem: (found) => {
        setProblem(found);
        return true;
      },
    },
  );
  return (
    <Section title="修改密码">
      {problem ? (
        <Alert className="mc-gap-below" type="error" showIcon role="alert" title={sentenceOf(problem)} />
      ) : null}
      <Form<Change> form={form} layout="vertical" requiredMark={false} onFinish={(values) => change.mutate(values)}>
        <Form.Item name="current" label="当前密码" rules={[{ required: true, message: '请填写当前密码。' }]}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Form.Item name="next" label="新密码" rules={[{ required: true, message: '请填写新密码。' }]}>
          <Input.Password autoComplete="new-password" aria-describedby="password-rules" maxLength={128} />
        </Form.Item>
        <ul className="mc-rules mc-small" id="password-rules">
          {RULES.map(([words, isMet]) => (
            <li key={words} className={isMet(next) ? 'mc-met' : ''}>
              {isMet(next) ? <CheckOutlined aria-label="已满足" /> : <MinusOutlined aria-label="未满足" />}
              {words}
            </li>
          ))}
          <li>
            <MinusOutlined aria-hidden /> 不含账号和姓名，不与最近 5 次相同
          </li>
        </ul>
        <Form.Item
          name="again"
          label="再次填写新密码"
          dependencies={['next']}
          rules={[
            { required: true, message: '请再次填写新密码。' },
            ({ getFieldValue }) => ({
              validator: async (_rule, value) => {
                if (value && value !== getFieldValue('next')) throw new Error('两次填写的新密码不一致。');
              },
            }),
          ]}
        >
          <Input.Password autoComplete="new-password" maxLength={128} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          修改密码
        </Button>
      </Form>
    </Section>
  );
}
