/** “2026-03-31 09:00” of the wall clock in Beijing → ISO 8601 with its offset. */
export function beijingInstant(wallClock: string): string {
  return `${wallClock.replace(' ', 'T')}:00+08:00`;
}
