// Judges the faults in a process of its own, in the zone that TZ names, and sends the verdicts.

import "./dom.mjs";

import { judge } from "./judge.mjs";

process.send(await judge());
