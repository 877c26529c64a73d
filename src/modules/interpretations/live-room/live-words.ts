export const LIVE_STATES = { planned: '预告', held: '已举行', cancelled: '已取消' } as const;

/** For what a session is held (ITP-13). */
export const LIVE_OCCASIONS = {
  decision: '新出台的重大决策',
  normative: '新制定的规范性文件',
  frequent: '高频咨询事项',
  draft: '征求意见中的文件',
} as const;

/** Half hours of the day on which a session may begin. */
export const LIVE_TIMES: readonly string[] = Array.from({ length: 27 }, (_, half) => {
  const minutes = 8 * 60 + half * 30;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${minutes % 60 === 0 ? '00' : '30'}`;
});
