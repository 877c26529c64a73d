import type { PlanReading } from './plan-reading.ts';
import type { SourceFormat } from './source-document.ts';
import { drawDocument } from './table-drawing.fixtures.ts';
import { understand } from './understand.ts';

export type Rows = string[][];

const CAPTION = '2024年青浦河区政务公开工作要点任务分解表';
export const HEAD = ['序号', '任务名称', '任务内容', '责任单位', '时间节点'];

export function read(blocks: (string | Rows)[], format: SourceFormat = 'docx'): PlanReading {
  return understand(drawDocument([CAPTION, ...blocks], format));
}

export const numbers = ({ tasks }: PlanReading) => tasks.map((task) => task.number);
export const contents = ({ tasks }: PlanReading) => tasks.map((task) => task.content);
export const names = ({ tasks }: PlanReading) => tasks.map((task) => task.name);
export const categories = ({ tasks }: PlanReading) => tasks.map((task) => task.category);
export const units = ({ tasks }: PlanReading) => tasks.map((task) => task.units.map((unit) => unit.name).join(' '));
export const dates = ({ tasks }: PlanReading) => tasks.map((task) => task.deadline.to);
export const messages = ({ warnings }: PlanReading) =>
  warnings.map((warning) => `${warning.taskNumber ?? '-'} ${warning.field} ${warning.message}`);
