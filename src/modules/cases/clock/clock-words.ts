import type { LocalDate } from '../../../kernel/local-date.ts';
import type { ClockEvent } from './clock-event.ts';
import type { Count } from './clock-reading.ts';

/** One Chinese sentence for what an event did to the date. */
export function stepText(event: ClockEvent, count: Count | null, due: LocalDate | null): string {
  const now = due ? `，应于 ${due} 前办结` : '';
  switch (event.type) {
    case 'received':
      return `${event.on} 收到${event.why ? `（${event.why}）` : ''}，自次日起计算 ${term(count)}${now}。`;
    case 'classified':
      return `${event.on} 认定适用“${count?.rule.what ?? ''}”，自收到次日起计算 ${term(count)}${now}。`;
    case 'correctionNoticed':
      return `${event.on} 一次性告知补正，限 ${event.until} 前补正，期限停止计算。`;
    case 'corrected':
      return `${event.on} 收到补正，期限重新计算 ${term(count)}${now}。`;
    case 'consulted':
      return `${event.on} 书面征求${event.whom === 'thirdParty' ? '第三方' : '共同制作机关'}意见，${due ? `期限不因此顺延${now}` : '自次日起所需时间不计入期限'}。`;
    case 'consultationEnded':
      return `${event.on} 征求意见结束${due ? `，自次日起继续计算${now}` : ''}。`;
    case 'extended':
      return `${event.on} 经批准延长 ${event.workdays} 个工作日并告知${now}。`;
    case 'feeNoticed':
      return `${event.on} 发出收费通知，期限停止计算。`;
    case 'feePaid':
      return `${event.on} 缴费，期限重新计算 ${term(count)}${now}。`;
    case 'delayed':
      return `${event.on} 确定合理的延迟答复期限至 ${event.until} 并告知${due && due !== event.until ? '，遇休息日顺延' : ''}${now}。`;
    case 'transferred':
      return `${event.on} 由${event.from}转${event.to}办理，期限连续计算${now}。`;
    case 'given':
      return `${event.on} 按${event.by}给定的时限办理${now}。`;
    case 'reopened':
      return `${event.on} 重新办理，期限重新计算 ${term(count)}${now}。`;
    case 'answered':
      return `${event.on} 答复。`;
  }
}

function term(count: Count | null): string {
  if (!count) return '';
  return `${count.allowance} ${count.rule.unit === 'day' ? '日' : '个工作日'}`;
}
