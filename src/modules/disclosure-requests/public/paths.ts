/** Addresses of the portal of disclosure requests. */
export const GUIDE = '/disclosure-requests';
export const APPLY = '/disclosure-requests/new';
export const LOOK_UP = '/disclosure-requests/look-up';
