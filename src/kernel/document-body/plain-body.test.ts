import { expect, it } from 'vitest';
import { bodyOf, paragraph } from '../document-body.fixtures.ts';
import { DocumentBody, plainBody } from '../document-body.ts';

it('has a paragraph for every line that says something', () => {
  const body = plainBody('　　各街道：\r\n\r\n现通知如下。  \n|甲|乙|');
  expect(body).toEqual(
    bodyOf(paragraph('p1', '各街道：'), paragraph('p2', '现通知如下。'), paragraph('p3', '|甲|乙|')),
  );
  expect(DocumentBody.safeParse(body).success).toBe(true);
});

it('is none where nothing is said', () => {
  expect([plainBody(''), plainBody(' \n　\r\n')]).toEqual([null, null]);
});
