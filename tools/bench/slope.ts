/** How memory grows with what goes through it. */
interface Point {
  megabytes: number;
  /** `null` where the system does not tell. */
  peakMb: number | null;
}

/**
 * How much more memory each further 100 MB takes, by least squares, and what 5 GB would take by that.
 * @param step What was done. @param what What there was more of.
 */
export function slopeText(step: string, what: string, all: readonly Point[]): string {
  const points = all.filter(({ peakMb }) => peakMb !== null);
  if (points.length < 2) return `${step}: two sizes are needed for a slope`;
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const x = mean(points.map(({ megabytes }) => megabytes));
  const y = mean(points.map(({ peakMb }) => peakMb!));
  const sum = (weight: (point: Point) => number) => points.reduce((total, point) => total + weight(point), 0);
  const slope =
    sum(({ megabytes, peakMb }) => (megabytes - x) * (peakMb! - y)) / sum(({ megabytes }) => (megabytes - x) ** 2);
  const atFive = y + slope * (5 * 1024 - x);
  return `${step}: ${(slope * 100).toFixed(1)} MB more for each 100 MB of ${what}; by that ${atFive.toFixed(0)} MB for 5 GB`;
}
