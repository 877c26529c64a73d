/** Whatever shows a treatment. */
export const REFRESHES = ['/api/source-treatments'];
