/**
 * What an input has to do with its form.
 *
 * @module
 */

/** What to do when the form is submitted, about to be reset, and read. */
export interface FormListeners {
  readonly submit: () => void;
  readonly reset: (event: Event) => void;
  readonly formdata: (event: FormDataEvent) => void;
}

/**
 * Listens to the form of an input, whichever it is at the time, before all who read the form or stop the event.
 * Ends when the returned function is called.
 */
export function listenToForm(input: HTMLInputElement, listeners: FormListeners): () => void {
  const around = input.getRootNode();
  const ends = Object.entries(listeners).map(([type, listener]) => {
    const hear = (event: Event): void => {
      if (event.target === input.form) {
        listener(event);
      }
    };
    around.addEventListener(type, hear, true);
    return () => around.removeEventListener(type, hear, true);
  });
  return () => {
    for (const end of ends) {
      end();
    }
  };
}

/** Puts a text in the place of an input's own, if that is among the data. */
export function enterInstead({ name, value }: HTMLInputElement, data: FormData, text: string): void {
  const entries = data.getAll(name);
  const place = entries.indexOf(value);
  if (place >= 0) {
    entries[place] = text;
    data.delete(name);
    for (const entry of entries) {
      data.append(name, entry);
    }
  }
}
