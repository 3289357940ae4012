import { useState } from "react";
import { keepNotes, readNotes, type ShoppingNotes } from "./shopping-notes";

/** The notes about a week's list, and a function that changes them. */
export function useShoppingNotes(
  monday: string,
): readonly [ShoppingNotes, (changes: Partial<ShoppingNotes>) => void] {
  const [notes, setNotes] = useState(() => readNotes(monday));
  function change(changes: Partial<ShoppingNotes>) {
    const next = { ...notes, ...changes };
    setNotes(next);
    keepNotes(next);
  }
  return [notes, change];
}
