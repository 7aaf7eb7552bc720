// SPDX-License-Identifier: BSL-1.0
// EASI with validation and bands in DuckDB, one thread: seconds of CPU, and the answer.
// Usage: node easi_duckdb.mjs FILE ROWS METHOD, METHOD is aggregate or table
// The package @duckdb/node-api is found by NODE_PATH.
import { createRequire } from 'node:module';
import { byteColumns, seconds } from './easi_answer.mjs';
const require = createRequire(import.meta.url);
const { DuckDBDataChunk, DuckDBInstance, UTINYINT } = require('@duckdb/node-api');
const [path, count, method] = process.argv.slice(2);
const rows = Number(count);

const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
const connection = await instance.connect();
const names = Array.from({ length: 20 }, (_, i) => `i${i}`).concat('age');
await connection.run(`CREATE TABLE visits (${names.map((n) => `${n} UTINYINT`).join(', ')})`);
const columns = byteColumns(path, rows);
const appender = await connection.createAppender('visits');
for (let at = 0; at < rows; at += 2048) {
  const chunk = DuckDBDataChunk.create(names.map(() => UTINYINT), Math.min(2048, rows - at));
  columns.forEach((column, i) => {
    const vector = chunk.getColumnVector(i);
    vector.items.set(column.subarray(at, at + vector.itemCount));
    vector.flush();
  });
  appender.appendDataChunk(chunk);
}
appender.closeSync();

const region = (k, adult, child) => {
  const signs = [0, 1, 2, 3].map((s) => `i${k * 5 + s}`).join(' + ');
  return `(CASE WHEN age < 8 THEN ${child} ELSE ${adult} END)::USMALLINT * ` +
    `i${k * 5 + 4} * (${signs})`;
};
const total = [[1, 2], [2, 2], [3, 3], [4, 3]].map((w, k) => region(k, ...w)).join(' + ');
const valid = names.slice(0, 20).map((n, i) =>
  i % 5 === 4 ? `${n} <= 6` : `${n} <= 6 AND ${n} <> 1`).concat('age <= 130').join(' AND ');
const starts = [1, 21, 141, 421, 1001];
const query = `
  SELECT units, CASE ${starts.map((s, i) => `WHEN units < ${s} THEN ${i}`).join(' ')}
    WHEN units IS NOT NULL THEN 5 END::UTINYINT AS band
  FROM (SELECT CASE WHEN ${valid} THEN ${total} END AS units FROM visits)`;
const summary = (from) => `SELECT sum(units)::BIGINT, ${[0, 1, 2, 3, 4, 5].map((b) =>
  `count(*) FILTER (band = ${b})`).join(', ')}, count(*) FILTER (band IS NULL) FROM ${from}`;

const aggregate = summary(`(${query})`);
const table = `CREATE OR REPLACE TABLE scores AS ${query}`;
const time = await seconds(() => connection.run(method === 'table' ? table : aggregate));
const reader = await connection.runAndReadAll(method === 'table' ? summary('scores') : aggregate);
console.log(time, reader.getRows()[0].join(' '));
