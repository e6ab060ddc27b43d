/** The least-squares line through points, of which there are at least two with different x. */
export function lineThrough(points: readonly (readonly [x: number, y: number])[]): (x: number) => number {
  const mean = (of: 0 | 1) => points.reduce((sum, point) => sum + point[of], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const squares = points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
  const slope = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0) / squares;
  return (at) => y + slope * (at - x);
}
