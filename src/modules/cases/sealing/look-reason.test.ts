import { expect, it } from 'vitest';
import { lookReasonFault } from './look-reason.ts';

const SEALED = { name: '赵测试', phone: '13912345678', email: null, address: '明湖路9号' };

it.each(['电话核实房屋坐落', '准备答复书', '核对2026年3月的来件', '与信访部门〔2026〕12号件核对'])(
  'keeps “%s”',
  (reason) => {
    expect(lookReasonFault(reason, SEALED)).toBeNull();
  },
);

it.each(['致电赵测试核对', '致电13800138000核对', '核对11010519491231002X', '到明湖路9号走访', '发到 a.b@example.cn'])(
  'does not keep “%s”',
  (reason) => {
    expect(lookReasonFault(reason, SEALED)?.field).toBe('reason');
  },
);
