import { useEffect, useState } from "react";
import { changeNotes, followNotes, markItem, readNotes, type ShoppingNotes } from "./shopping-notes";

/** The notes about a week's list, and what changes them. */
export interface NotesOfWeek {
  readonly notes: ShoppingNotes;
  readonly mark: (key: string, done: boolean) => void;
  /** Notes of which version of the plan the list was made. */
  readonly made: (etag: string | null) => void;
}

/** The notes about the list of the week that starts on a Monday, also as other tabs change them. */
export function useShoppingNotes(monday: string): NotesOfWeek {
  const [notes, setNotes] = useState(() => readNotes(monday));
  useEffect(() => followNotes(() => setNotes(readNotes(monday))), [monday]);
  return {
    notes,
    mark: (key, done) => setNotes(markItem(monday, key, done)),
    made: (etag) => setNotes(changeNotes(monday, () => ({ etag }))),
  };
}
