/** Addresses of the portal of disclosure requests. */
export const GUIDE = '/disclosure-requests';
export const APPLY = '/disclosure-requests/new';
/** 公开工作投诉举报, the business above. */
export const COMPLAIN = '/disclosure-complaints/new';
export const LOOK_UP = '/disclosure-requests/look-up';
