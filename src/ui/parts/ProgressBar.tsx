interface ProgressBarProps {
  /** What is being done, for those who do not see the bar. */
  label: string;
  done: number;
  /** 0: not known yet; the bar stays empty and claims nothing. */
  total: number;
}

export function ProgressBar({ label, done, total }: ProgressBarProps) {
  const measured = total > 0 ? { value: Math.min(done, total), max: total } : {};
  return <progress class="bar" aria-label={label} {...measured} />;
}
