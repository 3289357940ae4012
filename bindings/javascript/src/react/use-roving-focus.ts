/**
 * The focus of a grid, of whose cells one at a time is in the order of the Tab key.
 *
 * @module
 */
import { useCallback, useEffect, useRef } from "react";

/** What the cells of a grid tell. */
interface RovingFocus {
  /** The `ref` of the one cell with the tab stop. */
  readonly stopRef: (cell: HTMLElement | null) => void;
  /** That a cell has got the focus. */
  readonly entered: (cell: HTMLElement) => void;
  /** That it has lost it. */
  readonly left: () => void;
}

/** Moves the focus with the tab stop, if a cell has it, whenever that is on another page or in another place. */
export function useRovingFocus(page: number, place: number): RovingFocus {
  const stopCell = useRef<HTMLElement>(null);
  /** Of a cell that goes with its page, no event tells that it has lost the focus. */
  const focusedCell = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: they tell when the tab stop has moved.
  useEffect(() => {
    const stop = stopCell.current;
    const before = focusedCell.current;
    if (stop !== null && before !== null) {
      const { activeElement } = stop.getRootNode() as Document | ShadowRoot;
      // Whoever has taken the focus keeps it; nobody has where it fell back to the page.
      if (activeElement === before || activeElement == null || activeElement.contains(stop)) {
        stop.focus();
      }
    }
  }, [page, place]);

  return {
    stopRef: useCallback((cell) => {
      stopCell.current = cell;
    }, []),
    entered: (cell) => {
      focusedCell.current = cell;
    },
    left: () => {
      focusedCell.current = null;
    },
  };
}
