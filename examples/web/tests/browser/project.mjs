import { fileURLToPath } from "node:url";

/** The folder of the page's project. */
export const PROJECT = fileURLToPath(new URL("../..", import.meta.url));
