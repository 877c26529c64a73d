import { AppError } from '../../../kernel/app-error.ts';

/** Reasons for which the log stops signing until a person has looked: better no new checkpoint than a second truth. */
export type LogFaultCode =
  | 'log-key-missing'
  | 'log-key-foreign'
  | 'log-checkpoint-missing'
  | 'log-checkpoint-foreign'
  | 'log-behind'
  | 'log-forked'
  | 'log-damaged';

const MESSAGES: Readonly<Record<LogFaultCode, string>> = {
  'log-key-missing': '找不到存证日志的密钥文件，已停止签名。请把原来的密钥放回 {place}。',
  'log-key-foreign': '密钥文件不是这份存证日志的，已停止签名。请把原来的密钥放回 {place}。',
  'log-checkpoint-missing':
    '找不到数据库之外保存的检查点，已停止签名。请把它放回 {place}；确已遗失的，核实数据库未被回退后执行 mingchuang log adopt。',
  'log-checkpoint-foreign': '保存的检查点不是本日志签发的，已停止签名。请核查数据库和 {place}。',
  'log-behind':
    '数据库中的存证日志比已签发的检查点旧，可能恢复了旧备份，已停止签名。请恢复较新的备份，或执行 mingchuang log recover 补回缺失的条目。',
  'log-forked':
    '存证日志与已签发的检查点不一致，可能被改动，已停止签名。请执行 mingchuang log verify 查明位置并恢复备份。',
  'log-damaged': '存证日志的数据已损坏，已停止签名。请执行 mingchuang log verify 查明位置并恢复备份。',
};

export class LogFault extends AppError {
  /** @param place folder outside the database that holds key and checkpoint */
  constructor(code: LogFaultCode, place: string, cause?: unknown) {
    super(code, 500, MESSAGES[code].replace('{place}', place), { cause });
    this.name = 'LogFault';
  }
}
