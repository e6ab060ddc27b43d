/**
 * The cells of the cheapest way from row `r` to column `c` that does not use the cell (r, c) itself: rows and columns are the
 * places, cells the steps between them. Dijkstra's algorithm on a full table, O((height + width)^2). Empty where there is no
 * other way, in a table of one row or one column.
 */
export function cheapestDetour(
  height: number,
  width: number,
  price: (row: number, column: number) => number,
  r: number,
  c: number,
): [row: number, column: number][] {
  const size = height + width; // places 0..height-1 are rows, the rest columns
  const cost = new Float64Array(size).fill(Infinity);
  const from = new Int32Array(size).fill(-1);
  const done = new Uint8Array(size);
  cost[r] = 0;
  for (;;) {
    let here = -1;
    for (let k = 0; k < size; k++) if (!done[k] && cost[k]! < (here < 0 ? Infinity : cost[here]!)) here = k;
    if (here < 0 || here === height + c) break;
    done[here] = 1;
    const [low, high] = here < height ? [height, size] : [0, height];
    for (let next = low; next < high; next++) {
      const cell = here < height ? ([here, next - height] as const) : ([next, here - height] as const);
      if (cell[0] === r && cell[1] === c) continue;
      const total = cost[here]! + price(...cell);
      if (total >= cost[next]!) continue;
      cost[next] = total;
      from[next] = here;
    }
  }
  const way: [number, number][] = [];
  for (let place = height + c; from[place]! >= 0; place = from[place]!) {
    const before = from[place]!;
    way.push(place < height ? [place, before - height] : [before, place - height]);
  }
  return way;
}
