// The examples of the documentation as modules that compare the values in their comments:
//
//     weekStart("2025-08-07"); // "2025-08-04"
//     weekStart("2025-02-29"); // throws: day 29 does not exist …
//
// After a value may stand more: `weekNumber("2024-12-30"); // 1, of 2025`. A comment after a declaration or
// an import is prose.

const STATEMENT = /^(\s*)(.+);\s+\/\/ (.+)$/;
const NO_EXPRESSION = /^\s*(?:const|let|import|class|function|\/\/)/;
const END_OF_STATEMENT = /^\s*[)}\]]/;
const CLOSING = { "(": ")", "[": "]", "{": "}" };

/** The fenced blocks of a text in a language, without the `*` in front of a comment's lines. */
export function blocksOf(text, language) {
  const fenced = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "gm");
  const blocks = text.replace(/^ *\* ?/gm, "").matchAll(fenced);
  return Array.from(blocks, ([, block]) => block);
}

/** A module of a block, and how many values it compares by `compare` and `compareThrown`. */
export function moduleOf(block) {
  let compared = 0;
  const lines = block.split("\n").map((line) => {
    const [, indent, expression, comment] = STATEMENT.exec(line) ?? [];
    if (expression === undefined || NO_EXPRESSION.test(line)) {
      return line;
    }
    if (END_OF_STATEMENT.test(line)) {
      throw new Error(`only statements of one line are compared: ${line}`);
    }
    compared += 1;
    const where = JSON.stringify(line.trim());
    const [, message] = /^throws: (.*)$/.exec(comment) ?? [];
    return message === undefined
      ? `${indent}compare((${expression}), (${valueIn(comment, line)}), ${where});`
      : `${indent}compareThrown(() => (${expression}), ${JSON.stringify(message)}, ${where});`;
  });
  return { text: lines.join("\n"), compared };
}

/** The value that a comment begins with. */
function valueIn(comment, line) {
  const atom =
    /^(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|-?\d[\d_]*(?:\.\d+)?|true|false|null|undefined|NaN)(?![\w-])/;
  const [found] = atom.exec(comment) ?? [];
  if (found !== undefined) {
    return found;
  }
  const [open] = /^(?:[A-Z]\w*(?:\.\w+)*)?(?=[([{])/.exec(comment) ?? [];
  if (open === undefined) {
    throw new Error(`no value in the comment of: ${line}`);
  }
  return comment.slice(0, closingPlace(comment, open.length) + 1);
}

/** The place of the bracket that closes the one at a place. */
function closingPlace(text, start) {
  const open = [];
  for (const match of text.slice(start).matchAll(/"(?:[^"\\]|\\.)*"|[()[\]{}]/g)) {
    const [token] = match;
    if (CLOSING[token]) {
      open.push(CLOSING[token]);
    } else if (token === open.at(-1)) {
      open.pop();
    }
    if (open.length === 0) {
      return start + match.index;
    }
  }
  throw new Error(`no end of the value in: ${text}`);
}
