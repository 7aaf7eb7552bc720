// SPDX-License-Identifier: BSL-1.0
// EASI, SCORAD and POEM of a table with DuckDB (npm package @duckdb/node-api).
// Usage: node csv_score_duckdb.mjs THREADS IN OUT
import { createRequire } from 'node:module';
const require = createRequire(`${process.cwd()}/`);
const { DuckDBInstance } = require('@duckdb/node-api');
const [threads, source, target] = process.argv.slice(2);

const regions = [['head_neck', 1, 2], ['upper_limbs', 2, 2], ['trunk', 3, 3], ['lower_limbs', 4, 3]];
const signs = ['erythema', 'edema_papulation', 'excoriation', 'lichenification'];
const on = (column, levels) => `CASE WHEN ${column} IN (${levels}) THEN ${column} END`;
const easi = regions.map(([r, adult, child]) =>
  `(CASE WHEN age_years < 8 THEN ${child} WHEN age_years >= 8 THEN ${adult} END) * (` +
  signs.map((s) => on(`easi_${r}_${s}`, '0, 1, 1.5, 2, 2.5, 3')).join(' + ') +
  `) * ${on(`easi_${r}_area`, '0, 1, 2, 3, 4, 5, 6')}`).join(' + ');
const intensity = ['erythema', 'edema_papulation', 'oozing_crusting', 'excoriation',
  'lichenification', 'dryness'].map((i) => on(`scorad_${i}`, '0, 1, 2, 3')).join(' + ');
const range = (column, most) => `CASE WHEN ${column} BETWEEN 0 AND ${most} THEN ${column} END`;
const items = ['itch', 'sleep', 'bleeding', 'weeping', 'cracking', 'flaking', 'dryness']
  .map((i) => `poem_${i}`);
const poem = `CASE WHEN ${items.map((i) => `(${i} IS NULL)::INT`).join(' + ')} <= 1
  AND ${items.map((i) => `coalesce(${i} IN (0, 1, 2, 3, 4), true)`).join(' AND ')}
  THEN ${items.map((i) => `coalesce(${i}, 0)`).join(' + ')} END`;
const band = (score, limits) => `CASE ${limits.map((limit, i) =>
  `WHEN ${score} ${limit} THEN ${i}`).join(' ')} END`;

const instance = await DuckDBInstance.create(':memory:', { threads });
const connection = await instance.connect();
await connection.run(`
  COPY (
    SELECT subject, easi_score,
      ${band('easi_score', ['<= 0', '<= 1', '<= 7', '<= 21', '<= 50', '<= 72'])} AS easi_band,
      scorad_score, ${band('scorad_score', ['< 25', '<= 50', '<= 103'])} AS scorad_band,
      poem_score, ${band('poem_score', ['< 3', '< 8', '< 17', '< 25', '<= 28'])} AS poem_band
    FROM (
      SELECT subject, round((${easi}) / 10, 2) AS easi_score,
        round(${range('scorad_extent', 100)} / 5 + 3.5 * (${intensity}) +
              ${range('scorad_pruritus', 10)} + ${range('scorad_sleep_loss', 10)}, 6) AS scorad_score,
        ${poem} AS poem_score
      FROM read_csv('${source}', nullstr = ['', 'NA', 'NaN', '.', 'null'], sample_size = 100000)))
  TO '${target}' (FORMAT csv, HEADER)`);
