import type { Finding } from '../finding.ts';

export interface OfficeFinding extends Finding {
  /** Holds as long as the file's bytes are the same. */
  readonly id: string;
  /** Chinese, for people: 正文, 页眉, 工作表“名单”第3行. */
  readonly place: string;
  readonly text: string;
}
