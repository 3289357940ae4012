/**
 * What is made once and used often.
 *
 * @module
 */

/** Locales and zones may come from a server's visitors, who could otherwise have it keep as many as they like. */
const MOST = 100;

/** The value of a key, made unless it is there; all others are forgotten where they are too many. */
export function cached<Key, Value>(cache: Map<Key, Value>, key: Key, make: () => Value): Value {
  let value = cache.get(key);
  if (value === undefined) {
    value = make();
    if (cache.size === MOST) {
      cache.clear();
    }
    cache.set(key, value);
  }
  return value;
}
