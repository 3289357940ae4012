/**
 * A store for `useSyncExternalStore` that changes only from what a server renders to what a browser does.
 *
 * @module
 */

/** Subscribes to what does not change. */
export function never(): () => void {
  return () => {};
}

export const no = (): boolean => false;
export const yes = (): boolean => true;
