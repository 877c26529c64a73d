import type { Content } from '../content/content.contract.ts';

/**
 * What another system delivers of a document that is public already, over what people have made of it: labels, relations and elements that
 * the other system does not know stay.
 */
export function mergeReceived(current: Content, delivered: Content): Content {
  return {
    ...current,
    title: delivered.title || current.title,
    fields: { ...current.fields, ...delivered.fields },
    body: delivered.body ?? current.body,
    attachments: delivered.attachments.length > 0 ? delivered.attachments : current.attachments,
  };
}
