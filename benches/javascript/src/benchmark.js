/** A way to do a job: what is timed, and what it answers. */

import assert from "node:assert/strict";

/**
 * @typedef {object} Benchmark
 * @property {string} name who does it: `semaine`, a peer, or a floor
 * @property {number} rows how many inputs one round works through
 * @property {(rounds: number) => void} run works through all inputs so many times
 * @property {() => void} check throws if the answers of the last run are wrong
 */

/**
 * Works through inputs one by one and keeps every answer, so that none is worked out in vain.
 *
 * @template Input, Answer
 * @param {string} name
 * @param {(input: Input) => Answer} work
 * @param {Input[]} inputs
 * @param {import("./forms.js").Answers<Answer>} answers what has to come out
 * @returns {Benchmark}
 */
export function each(name, work, inputs, { read, expected }) {
  /** @type {Answer[]} */
  const answers = new Array(inputs.length);
  return {
    name,
    rows: inputs.length,
    run: loop(name, work, inputs, answers),
    check: () => assert.deepEqual(answers.map(read), expected, `${name} gives wrong answers`),
  };
}

/**
 * Works through the rows of a column one by one, for libraries that know one date at a time.
 *
 * @param {string} name
 * @param {(row: number) => number} work
 * @param {Int32Array} column
 * @param {Int32Array} expected
 * @returns {Benchmark}
 */
export function rowByRow(name, work, column, expected) {
  const answers = new Int32Array(column.length);
  return {
    name,
    rows: column.length,
    run: loop(name, work, column, answers),
    check: () => assertSame(name, answers, expected),
  };
}

/**
 * A loop of its own for each benchmark. The engine learns for each place in the source what is called
 * there: one loop for all would teach it that anything may be called, and nothing would be inlined. Loops
 * of the same source are one to it.
 *
 * @template Input, Answer
 * @param {string} name no other benchmark's
 * @param {(input: Input) => Answer} work
 * @param {ArrayLike<Input>} inputs
 * @param {{ [index: number]: Answer }} answers
 * @returns {(rounds: number) => void}
 */
function loop(name, work, inputs, answers) {
  const source = `// ${name}
    return (rounds) => {
      for (let round = 0; round < rounds; round += 1) {
        for (let index = 0; index < inputs.length; index += 1) {
          answers[index] = work(inputs[index]);
        }
      }
    };`;
  return new Function("work", "inputs", "answers", source)(work, inputs, answers);
}

/**
 * Works through all inputs at once.
 *
 * @param {string} name
 * @param {number} rows
 * @param {() => void} work
 * @param {() => ArrayLike<unknown>} answers what was written, in the form of the expected ones
 * @param {ArrayLike<unknown>} expected
 * @returns {Benchmark}
 */
export function whole(name, rows, work, answers, expected) {
  return {
    name,
    rows,
    run(rounds) {
      for (let round = 0; round < rounds; round += 1) {
        work();
      }
    },
    check: () => assertSame(name, answers(), expected),
  };
}

/** As `assert.deepEqual`, which takes minutes for ten million rows. */
function assertSame(
  /** @type {string} */ name,
  /** @type {ArrayLike<unknown>} */ answers,
  /** @type {ArrayLike<unknown>} */ expected,
) {
  assert.equal(answers.length, expected.length, `${name} gives another number of answers`);
  for (let row = 0; row < expected.length; row += 1) {
    if (answers[row] !== expected[row]) {
      assert.fail(`${name} gives wrong answers: ${answers[row]} in row ${row}, not ${expected[row]}`);
    }
  }
}
