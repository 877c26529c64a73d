import { describe, expect, it } from 'vitest';
import { ApiProblem } from '../../../../workbench/api/problem.ts';
import { isRefusedFile, whyNotImport } from './import-document.ts';

describe('a file chosen to start from', () => {
  it.each(['通知.docx', '通知.DOCX', '通知.html', '通知.htm', '通知.txt'])('may be tried: %s', (name) => {
    expect(whyNotImport(name)).toBeNull();
  });

  it.each(['通知.doc', '通知.DOC', '通知.wps'])('is to be saved anew: %s', (name) => {
    expect(whyNotImport(name)).toContain('另存为 .docx');
  });

  it.each(['名单.xlsx', '通知'])('is of no use: %s', (name) => {
    expect(whyNotImport(name)).toContain('请选择');
  });

  it('is told apart from a connection that broke', () => {
    expect(isRefusedFile(new ApiProblem({ status: 422, code: 'file-refused' }))).toBe(true);
    expect(isRefusedFile(new ApiProblem({ status: 0, code: 'unreachable' }))).toBe(false);
  });
});
