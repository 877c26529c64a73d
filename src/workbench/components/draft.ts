export interface Draft<T> {
  readonly value: T;
  /** ISO instant. */
  readonly savedAt: string;
}

const PREFIX = 'mingchuang.draft';
const KEPT_DAYS = 30;

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export function draftKey(personId: string, form: string): string {
  return `${PREFIX}:${personId}:${form}`;
}

/** @returns undefined when there is none, it cannot be read, or it is older than 30 days */
export function readDraft<T>(store: Store, key: string, now: Date = new Date()): Draft<T> | undefined {
  const text = store.getItem(key);
  if (!text) return undefined;
  try {
    const draft = JSON.parse(text) as Draft<T>;
    const age = now.getTime() - Date.parse(draft.savedAt);
    if (age >= 0 && age < KEPT_DAYS * 86_400_000) return draft;
  } catch {
    // A draft of an older version of the form is no loss worth an error.
  }
  store.removeItem(key);
  return undefined;
}

/** A full store must not stop the typing: the draft is then simply not kept. */
export function writeDraft<T>(store: Store, key: string, value: T, now: Date): boolean {
  try {
    store.setItem(key, JSON.stringify({ value, savedAt: now.toISOString() }));
    return true;
  } catch {
    return false;
  }
}

export function removeDraft(store: Store, key: string): void {
  store.removeItem(key);
}
