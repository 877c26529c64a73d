import { PageHeader } from '../../../workbench/components/page-header.tsx';
import { Views } from '../../../workbench/components/views.tsx';
import type { Register } from '../registers/register.contract.ts';
import { REGISTERS } from '../registers/registers.contract.ts';
import { RegisterPanel } from './register-panel.tsx';

const ALL: readonly Register[] = REGISTERS;
/** Registers whose rows hang below another's are opened from there. */
const SHOWN = ALL.filter((register) => !ALL.some((other) => other.below?.register === register.code));

/** Registers of interpretation work (ITP-7, ITP-14..18). */
export function RegistersPage() {
  return (
    <div className="mc-page">
      <PageHeader
        title="解读台账"
        lead="问题清单、传播转载、辅导课件、外部力量、政策发言人和政企沟通，各单位登记自己的，全区共用。"
      />
      <Views
        label="解读台账"
        views={SHOWN.map((register) => ({
          key: register.code,
          label: register.name,
          content: () => <RegisterPanel key={register.code} register={register} />,
        }))}
      />
    </div>
  );
}
