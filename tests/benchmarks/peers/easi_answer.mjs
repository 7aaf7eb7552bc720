// SPDX-License-Identifier: BSL-1.0
// What the JavaScript peers share: reading the rows, and printing seconds and the answer.
import { readFileSync } from 'node:fs';

/** Twenty items and the age as bytes: half points, an area in points, years. */
export function byteColumns(path, rows) {
  const table = readFileSync(path);
  return Array.from({ length: 21 }, (_, i) =>
    new Uint8Array(table.buffer, table.byteOffset + i * rows, rows));
}

/** The same as doubles in points. */
export function doubleColumns(path, rows) {
  return byteColumns(path, rows).map((column, i) =>
    Float64Array.from(column, i % 5 === 4 || i === 20 ? undefined : (v) => v / 2));
}

/** The median CPU time of three runs after a first one that is not counted. */
export async function seconds(run) {
  await run();
  const times = [];
  for (let k = 0; k < 3; ++k) {
    const start = process.cpuUsage();
    await run();
    const used = process.cpuUsage(start);
    times.push((used.user + used.system) / 1e6);
  }
  return times.sort((a, b) => a - b)[1];
}

/** Sum of the scored rows in twentieths, rows of each band, rows without a score. */
export function answer(units, band) {
  const counts = new Array(7).fill(0);
  let total = 0;
  for (let row = 0; row < band.length; ++row) {
    const scored = band[row] < 6;
    if (scored) total += Math.round(units(row));
    counts[scored ? band[row] : 6] += 1;
  }
  return [total, ...counts].join(' ');
}
