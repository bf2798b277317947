import { Notice } from "./Notice";

interface ProblemProps {
  /** What went wrong, a sentence or more; `null`: nothing did. */
  says: string | readonly string[] | null;
  id?: string;
}

/** Where what went wrong is said. It stands there before it is needed, so that what comes into it is read out at once. */
export function Problem({ says, id }: ProblemProps) {
  return (
    <div role="alert" id={id}>
      {says !== null && (
        <Notice kind="attention">
          {[says].flat().map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Notice>
      )}
    </div>
  );
}
