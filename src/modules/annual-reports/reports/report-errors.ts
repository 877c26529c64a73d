import { AppError } from '../../../kernel/app-error.ts';
import type { ReportFault } from '../form/form-checks.ts';

export function reportMissing(): AppError {
  return new AppError('report-missing', 404, '没有找到这份年度报告，请从“年度报告”列表重新打开。');
}

export function reportBlocked(faults: readonly ReportFault[]): AppError {
  return new AppError('report-blocked', 409, `还有 ${faults.length} 项需要处理，处理后再提交。`, {
    reasons: faults.map(({ message }) => ({ field: '', message })),
  });
}

export function cellRefused(message: string): AppError {
  return new AppError('cell-refused', 422, message, { reasons: [{ field: 'amount', message }] });
}

export function alreadyMade(id: string | undefined): AppError {
  return new AppError('report-exists', 409, '这一年度的报告已经开始编制，请刷新列表后打开。', { details: { id } });
}
