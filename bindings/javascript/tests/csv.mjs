// The rows of a CSV file with a header, as objects of strings.

import { same } from "./check.mjs";

/** The rows of a file, of which there have to be exactly so many. */
export function rowsOf(text, count, file) {
  const [header, ...records] = recordsOf(text);
  const rows = records.map((fields) => {
    same(fields.length, header.length, `${file}: the fields of ${fields}`);
    return Object.fromEntries(header.map((name, index) => [name, fields[index]]));
  });
  same(rows.length, count, `the rows of ${file}`);
  return rows;
}

function recordsOf(text) {
  const records = [[]];
  const field = /(?:"((?:[^"]|"")*)"|([^",\n]*))([,\n])/y;
  while (field.lastIndex < text.length) {
    const [, quoted, plain, end] = field.exec(text);
    records.at(-1).push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === "\n") {
      records.push([]);
    }
  }
  records.pop();
  return records;
}
