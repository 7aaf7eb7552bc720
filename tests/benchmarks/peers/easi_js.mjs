// SPDX-License-Identifier: BSL-1.0
// EASI with validation and bands over typed arrays, one loop: seconds of CPU, and the answer.
// Usage: node easi_js.mjs FILE ROWS METHOD, METHOD is u8 or f64
// Each kind is written the way that ran fastest here: bytes with a name for every column and checks
// that do not branch, doubles with loops over regions and signs.
import { answer, byteColumns, doubleColumns, seconds } from './easi_answer.mjs';
const [path, count, method] = process.argv.slice(2);
const rows = Number(count);

const byteSign = (v) => (v <= 6) & (v !== 1);
const byteRegion = (a, b, c, d, area) =>
  byteSign(a) & byteSign(b) & byteSign(c) & byteSign(d) & (area <= 6);

function scoreBytes(x, age, units, band) {
  const [h0, h1, h2, h3, h4, u0, u1, u2, u3, u4, t0, t1, t2, t3, t4, l0, l1, l2, l3, l4] = x;
  for (let r = 0; r < rows; ++r) {
    const child = age[r] < 8;
    const good = (age[r] <= 130) & byteRegion(h0[r], h1[r], h2[r], h3[r], h4[r]) &
      byteRegion(u0[r], u1[r], u2[r], u3[r], u4[r]) &
      byteRegion(t0[r], t1[r], t2[r], t3[r], t4[r]) &
      byteRegion(l0[r], l1[r], l2[r], l3[r], l4[r]);
    const total = (child ? 2 : 1) * h4[r] * (h0[r] + h1[r] + h2[r] + h3[r]) +
      2 * u4[r] * (u0[r] + u1[r] + u2[r] + u3[r]) + 3 * t4[r] * (t0[r] + t1[r] + t2[r] + t3[r]) +
      (child ? 3 : 4) * l4[r] * (l0[r] + l1[r] + l2[r] + l3[r]);
    units[r] = good ? total : 65535;
    band[r] = !good ? 255 :
      (total >= 1) + (total >= 21) + (total >= 141) + (total >= 421) + (total >= 1001);
  }
}

function scoreDoubles(x, age, value, band) {
  for (let row = 0; row < rows; ++row) {
    let good = age[row] >= 0 && age[row] <= 130;
    const child = age[row] < 8;
    let tenths = 0;
    for (let region = 0; region < 4; ++region) {
      let signs = 0;
      for (let i = region * 5; i < region * 5 + 4; ++i) {
        const v = x[i][row];
        if (!(v >= 0 && v <= 3) || v * 2 !== Math.floor(v * 2) || v === 0.5) good = false;
        signs += v;
      }
      const area = x[region * 5 + 4][row];
      if (!(area >= 0 && area <= 6) || area !== Math.floor(area)) good = false;
      tenths += (child ? (region < 2 ? 2 : 3) : region + 1) * area * signs;
    }
    value[row] = good ? tenths / 10 : NaN;
    band[row] = !good ? 255 : tenths <= 0 ? 0 : tenths <= 10 ? 1 : tenths <= 70 ? 2 :
      tenths <= 210 ? 3 : tenths <= 500 ? 4 : 5;
  }
}

const bytes = method === 'u8';
const x = bytes ? byteColumns(path, rows) : doubleColumns(path, rows);
const age = x.pop();
const result = bytes ? new Uint16Array(rows) : new Float64Array(rows);
const band = new Uint8Array(rows);
const score = bytes ? scoreBytes : scoreDoubles;
const time = await seconds(() => score(x, age, result, band));
console.log(time, answer((row) => result[row] * (bytes ? 1 : 20), band));
