/** Measures the ways to do one job in turns, so that all meet the same disturbances. */

/** Nanoseconds; the engine compiles what is run often, and does so within this time. */
const WARM = 50e6;
/** A run lasts about so long, or one round: so short that other work disturbs few. */
const RUN = 2e6;
/** A turn lasts so long, or one run. */
const TURN = 25e6;
/** Each benchmark runs at least so often, */
const FEWEST_RUNS = 5;
/** and until it has taken so long; */
const LONG_ENOUGH = 100e6;
/** but not more often after so long. */
const TOO_LONG = 2e9;

/**
 * CPU time of the whole process in nanoseconds: what other work on the machine takes does not count, and
 * what the engine does in other threads, such as collecting garbage, does.
 */
function cpuTime() {
  const { user, system } = process.cpuUsage();
  return (user + system) * 1000;
}

/**
 * Checks the answers of each, and gives its times in nanoseconds an input.
 *
 * @param {import("./benchmark.js").Benchmark[]} benchmarks
 * @param {(limit: number) => number} random
 * @param {() => number} clock
 * @returns {{ min: number, median: number }[]}
 */
export function measure(benchmarks, random, clock = cpuTime) {
  const all = benchmarks.map((benchmark) => new Runs(benchmark, clock));
  let turns = [...all];
  while (turns.length > 0) {
    shuffle(turns, random);
    for (const runs of turns) {
      runs.turn();
    }
    turns = turns.filter((runs) => !runs.areEnough());
  }
  return all.map((runs) => runs.times());
}

/** The runs of one benchmark. */
class Runs {
  /** @type {number[]} */
  #times = [];
  #spent = 0;
  #rounds = 1;
  #benchmark;
  #clock;

  constructor(
    /** @type {import("./benchmark.js").Benchmark} */ benchmark,
    /** @type {() => number} */ clock,
  ) {
    this.#benchmark = benchmark;
    this.#clock = clock;
    this.#warmUp();
  }

  /** A wrong answer may well be fast, so it is looked for before anything is timed. */
  #warmUp() {
    let spent = this.#run();
    this.#benchmark.check();
    let shortest = spent;
    while (spent < WARM) {
      const time = this.#run();
      shortest = Math.min(time, shortest);
      // A clock may stand still for what is short.
      spent += time + 1;
    }
    this.#rounds = Math.max(1, Math.round(RUN / Math.max(1, shortest)));
  }

  #run() {
    const start = this.#clock();
    this.#benchmark.run(this.#rounds);
    return this.#clock() - start;
  }

  /** Several runs: the first ones clean up what others have left behind. */
  turn() {
    const end = this.#spent + TURN;
    do {
      const time = this.#run();
      this.#times.push(time);
      this.#spent += time;
    } while (this.#spent < end);
  }

  areEnough() {
    const enough = this.#times.length >= FEWEST_RUNS && this.#spent >= LONG_ENOUGH;
    return enough || this.#spent >= TOO_LONG;
  }

  times() {
    // What was compiled meanwhile has to answer as what was checked.
    this.#benchmark.check();
    const inputs = this.#rounds * this.#benchmark.rows;
    const sorted = this.#times.map((time) => time / inputs).sort((a, b) => a - b);
    const middle = sorted.length >> 1;
    const median = sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return { min: sorted[0], median };
  }
}

/** Fisher and Yates' shuffle. */
function shuffle(/** @type {unknown[]} */ items, /** @type {(limit: number) => number} */ random) {
  for (let last = items.length - 1; last > 0; last -= 1) {
    const other = random(last + 1);
    [items[last], items[other]] = [items[other], items[last]];
  }
}
