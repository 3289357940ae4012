/** Measures one group, in a process of its own: what the engine learnt of others counts for nothing. */

import { writeFileSync } from "node:fs";

import { GROUPS } from "./groups.js";
import { random, SEED } from "./inputs.js";
import { measure } from "./measure.js";

const [name, output] = process.argv.slice(2);
const benchmarks = GROUPS[name]();
const times = measure(benchmarks, random(SEED));
const figures = benchmarks.map((benchmark, index) => ({
  group: name,
  function: benchmark.name,
  ...times[index],
}));
writeFileSync(output, JSON.stringify(figures));
