/** Every kind of page of the public site that the demonstration district has, errors too. */
export const PORTAL_PAGES = [
  '/',
  '/plans',
  '/plans/2026',
  '/plans/2026?state=overdue',
  '/plans/2026?q=没有这样的词',
  '/plans/2026?page=2',
  '/plans/2026/tasks/1',
  '/plans/2026/tasks/12',
  '/plans/2026/city',
  '/units',
  '/about',
  '/accessibility',
  '/nowhere',
] as const;
