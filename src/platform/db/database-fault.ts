import { AppError } from '../../kernel/app-error.ts';

const CONNECTION = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EHOSTUNREACH', 'ETIMEDOUT', 'EPIPE']);
const FULL = new Set(['53100', 'ENOSPC']);
/** Class 08 connection; 57P0x shut down or starting; 53300 too many connections; 25006 a standby that only reads. */
const AWAY = /^(08...|57P0[123]|53300|53200|25006)$/;
/** `timeout expired`: the server took the connection and did not greet in time, as it does when the machine is overloaded. */
const AWAY_MESSAGE =
  /connection terminated|^timeout expired$|client (has encountered a connection error|was closed)|query read timeout|embedded database/i;
/** All connections of the pool stayed taken for as long as a person may wait. */
const CROWDED_MESSAGE = /timeout exceeded when trying to connect/i;
/** The statement ran into its time limit (57014): too much at once, nothing the sender wrote. */
const TOO_LONG = '57014';
/** Two changes that cannot both go first; the same request succeeds when it is sent again. */
const CONFLICT = new Set(['40001', '40P01', '55P03']);
/** A zero byte, as text (22021) or inside JSON (22P05): no column can hold it, so it comes from nobody's keyboard. */
const UNSTORABLE = new Set(['22021', '22P05']);
/** Half of a pair of surrogates inside JSON; other text that is no JSON would be our own mistake. */
const BROKEN_JSON = /^invalid input syntax for type json/;
/** A whole number that is larger than its column. */
const TOO_LARGE = '22003';
const BEYOND_CALENDAR = new Set(['22008', '22009']);

/** What the sender, the database's operator or a second try can mend; undefined for every other error. */
export function databaseFault(error: unknown): AppError | undefined {
  const { code = '', message = '' } = (error ?? {}) as { code?: string; message?: string };
  if (FULL.has(code)) {
    return new AppError('storage-full', 503, '服务器存储空间已满，内容没有保存。请通知管理员清理空间后重试。', {
      cause: error,
    });
  }
  if (CONNECTION.has(code) || AWAY.test(code) || AWAY_MESSAGE.test(message)) {
    return new AppError('database-unavailable', 503, '数据库暂时没有响应，内容没有保存。请稍后重试。', {
      cause: error,
    });
  }
  if (code === TOO_LONG || CROWDED_MESSAGE.test(message)) {
    return new AppError('crowded', 503, '现在同时办理的人较多，内容没有保存。请稍候几秒再试。', { cause: error });
  }
  if (CONFLICT.has(code)) {
    return new AppError('busy', 503, '同一内容正在被他人处理，您的修改没有保存。请稍候重试。', { cause: error });
  }
  if (BEYOND_CALENDAR.has(code)) {
    return new AppError('date-out-of-range', 400, '日期超出日历范围，请核对日期。', { cause: error });
  }
  if (code === TOO_LARGE) {
    return new AppError('number-out-of-range', 400, '有数字超出可以保存的范围，请核对后重新填写。', { cause: error });
  }
  if (UNSTORABLE.has(code) || (code === '22P02' && BROKEN_JSON.test(message))) {
    return textUnstorable({ cause: error });
  }
  return undefined;
}

export function textUnstorable(options?: { readonly cause: unknown }): AppError {
  return new AppError('text-unstorable', 400, '内容中有无法保存的控制字符，请删去后重新填写。', options);
}
