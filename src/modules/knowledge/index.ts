export { AnswerFinder } from './answering/answer-finder.ts';
export type { ReadDocument } from './passages/passage.ts';
