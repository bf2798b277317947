/** What a token and its signer's certificate say beside the time. */
import { type Accuracy, type Certificate, QCStatements, type TSTInfo } from "pkijs";
import { type UtcInstant, utcInstant } from "@/src/model/instant";

const COMMON_NAME = "2.5.4.3";
const QC_STATEMENTS = "1.3.6.1.5.5.7.1.3";
/** `esi4-qtstStatement-1`: "this is a qualified time stamp" (ETSI EN 319 422, 9.1). */
const QUALIFIED_STAMP = "0.4.0.19422.1.1";
const MAX_NAME = 200;

export function instantOf(time: Date): UtcInstant {
  return utcInstant(time.getTime());
}

export function sizeMs(accuracy: Accuracy | undefined): number | null {
  if (accuracy === undefined) return null;
  const { seconds = 0, millis = 0, micros = 0 } = accuracy;
  return seconds * 1000 + millis + micros / 1000;
}

/** The common name, or else all that the subject says; cut where it is long. */
export function nameIn({ subject }: Certificate): string {
  const names = subject.typesAndValues.map(({ type, value }) => ({ type, text: String(value.valueBlock.value) }));
  const common = names.find(({ type }) => type === COMMON_NAME)?.text;
  return (common ?? names.map(({ text }) => text).join(", ")).slice(0, MAX_NAME);
}

export function saysQualified({ extensions = [] }: TSTInfo): boolean {
  const statements = extensions.find(({ extnID }) => extnID === QC_STATEMENTS)?.parsedValue;
  return statements instanceof QCStatements && statements.values.some(({ id }) => id === QUALIFIED_STAMP);
}
