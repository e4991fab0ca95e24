/** The version a reader has pinned to compare others with: kept in the browser, named as the compare page names it. */
const KEY = 'pin';

/** Null where nothing is pinned, or the browser keeps nothing. */
export function readPin(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** False where the browser keeps nothing. */
export function keepPin(name: string): boolean {
  try {
    localStorage.setItem(KEY, name);
    return true;
  } catch {
    return false;
  }
}
