import type { HiddenKind } from '../inspection.contract.ts';

const ADVICE: Readonly<Record<HiddenKind, string>> = {
  metadata: '公开前请清除文档属性，或使用系统生成的洁净副本。',
  trackedChange: '请在原文件中接受或拒绝全部修订后再上传；洁净副本按“接受全部修订”处理。',
  comment: '请删除批注后再上传，或使用洁净副本。',
  hiddenSheet: '请确认这部分内容能否公开：不能公开的删除，能公开的取消隐藏。',
  hiddenRow: '请确认隐藏的行能否公开：不能公开的删除，能公开的取消隐藏。',
  hiddenColumn: '请确认隐藏的列能否公开：不能公开的删除，能公开的取消隐藏。',
  textUnderBox: '色块下面的文字仍可被复制出来。请删除原文字，或使用脱敏功能重新生成页面。',
  invisibleText: '读者看不见这些文字，但可以被搜索和复制。请删除后再上传。',
  embeddedFile: '请确认嵌入的内容能否公开，不需要的请删除。',
  script: '公开的文件不得含脚本或自动动作，请另存为不含脚本的文件，或使用洁净副本。',
  macro: '公开的文件不得含宏，请另存为不含宏的文件后再上传。',
  externalLink: '打开文件时可能连接外部地址或暴露内部路径，请断开链接后再上传。',
  previousRevision: '文件里还留有以前的版本或数据，请在原软件中另存为新文件，或使用洁净副本。',
};

export function adviceFor(kind: HiddenKind): string {
  return ADVICE[kind];
}
