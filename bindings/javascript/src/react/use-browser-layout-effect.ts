/**
 * Effects before the browser paints.
 *
 * @module
 */
import { useEffect, useLayoutEffect } from "react";

/** React's, without the complaint of React 18 on a server, which runs no effects. */
export const useBrowserLayoutEffect: typeof useLayoutEffect =
  typeof document === "undefined" ? useEffect : useLayoutEffect;
