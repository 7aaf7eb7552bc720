// SPDX-License-Identifier: BSL-1.0
// EASI with validation and bands in polars, one thread: seconds of CPU, and the answer.
// Usage: POLARS_MAX_THREADS=1 node easi_polars.mjs FILE ROWS
// The package nodejs-polars is found by NODE_PATH.
import { createRequire } from 'node:module';
import { answer, doubleColumns, seconds } from './easi_answer.mjs';
const require = createRequire(import.meta.url);
const pl = require('nodejs-polars');
const [path, count] = process.argv.slice(2);
const names = Array.from({ length: 20 }, (_, i) => `i${i}`).concat('age');
const columns = doubleColumns(path, Number(count));
const table = pl.DataFrame(columns.map((column, i) => pl.Series(names[i], column)));
columns.length = 0;

const c = pl.col;
const inRange = (v, most) => v.gtEq(0).and(v.ltEq(most));
let valid = inRange(c('age'), 130);
let total = pl.lit(0);
[[1, 2], [2, 2], [3, 3], [4, 3]].forEach(([adult, child], region) => {
  const signs = [0, 1, 2, 3].map((k) => c(`i${region * 5 + k}`));
  const area = c(`i${region * 5 + 4}`);
  for (const v of signs) {
    valid = valid.and(inRange(v, 3)).and(v.mul(2).eq(v.mul(2).floor())).and(v.neq(0.5));
  }
  valid = valid.and(inRange(area, 6)).and(area.eq(area.floor()));
  const weight = pl.when(c('age').lt(8)).then(pl.lit(child)).otherwise(pl.lit(adult));
  total = total.add(weight.mul(area).mul(signs[0].add(signs[1]).add(signs[2]).add(signs[3])));
});
const scored = pl.when(valid).then(total.div(10)).otherwise(pl.lit(null)).alias('score');
const score = c('score');
const bands = [0, 1, 7, 21, 50].reduceRight(
  (above, top, i) => pl.when(score.ltEq(top)).then(pl.lit(i)).otherwise(above), pl.lit(5));
const band = pl.when(score.isNull()).then(pl.lit(255)).otherwise(bands).alias('band');

const run = () => table.lazy().select(scored).withColumn(band).collectSync();
const time = await seconds(run);
const found = run();
const values = found.getColumn('score').toArray();
console.log(time, answer((row) => values[row] * 20, found.getColumn('band').toArray()));
