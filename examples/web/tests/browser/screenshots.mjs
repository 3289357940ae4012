// Where the screenshots are left, for people to look at.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { PROJECT } from "./project.mjs";

export const SCREENSHOTS = join(PROJECT, "screenshots");

mkdirSync(SCREENSHOTS, { recursive: true });
