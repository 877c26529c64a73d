import { z } from 'zod';
import { routes } from '../../../kernel/route.contract.ts';
import * as R from '../register.contract.ts';

/** Rules that the office keeps. */
export const ruleRoutes = routes({
  reviewRules: {
    method: 'GET',
    url: '/api/review-rules',
    summary: '审核环节',
    access: { kind: 'reviewRule', action: 'read' },
    response: z.array(R.ReviewRule),
  },
  reviewers: {
    method: 'GET',
    url: '/api/review-rules/reviewers',
    summary: '审核环节可由谁办理',
    access: { kind: 'reviewRule', action: 'read' },
    query: R.ReviewersQuery,
    response: R.RuleReviewers,
  },
  setReviewRule: {
    method: 'PUT',
    url: '/api/review-rules',
    summary: '设置审核环节',
    access: { kind: 'reviewRule', action: 'edit' },
    body: R.ReviewRuleInput,
    response: z.array(R.ReviewRule),
  },
  issuerCodes: {
    method: 'GET',
    url: '/api/issuer-codes',
    summary: '发文机关代字',
    access: { kind: 'reviewRule', action: 'read' },
    response: z.array(R.IssuerCode),
  },
  setIssuerCodes: {
    method: 'PUT',
    url: '/api/issuer-codes',
    summary: '登记发文机关代字',
    access: { kind: 'reviewRule', action: 'edit' },
    body: R.IssuerCodesInput,
    response: z.array(R.IssuerCode),
  },
  addIssuerCode: {
    method: 'POST',
    url: '/api/issuer-codes',
    summary: '登记一个发文机关代字',
    access: { kind: 'reviewRule', action: 'edit' },
    body: R.IssuerCode,
    response: z.array(R.IssuerCode),
  },
  removeIssuerCode: {
    method: 'POST',
    url: '/api/issuer-codes/remove',
    summary: '取消登记一个发文机关代字',
    access: { kind: 'reviewRule', action: 'edit' },
    body: R.IssuerCodeKey,
    response: z.array(R.IssuerCode),
  },
});
