import { excerpt, longDay } from '../../../portal/index.ts';
import type { OpenReply } from './open-replies.ts';

/** Selected messages: the question in short, by whom and when it was answered. */
export function ReplyList({ replies, level }: { replies: readonly OpenReply[]; level: 'h2' | 'h3' }) {
  const Heading = level;
  return (
    <ul class="documents">
      {replies.map((reply) => (
        <li key={reply.number}>
          <Heading class="document-title">
            <a href={`/documents/${reply.number}`}>{reply.title}</a>
          </Heading>
          <p class="document-summary">{excerpt(reply.question, 90)}</p>
          <p class="document-meta">
            <span>{reply.channel}</span>
            <span>留言 {longDay(reply.askedOn)}</span>
            <span>答复 {longDay(reply.answeredOn)}</span>
            <span>{reply.answeringUnit}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}
