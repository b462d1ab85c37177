import type * as z from "zod/mini";
import { safeParse } from "zod/mini";
import { JsonFault, type LinedJson, parseLined } from "./json-lines";
import { PACK_MAX } from "./pack-size";

/** What is wrong with a JSON file that a person may have written, and where. */
export interface FileFault {
  readonly line: number;
  readonly kind:
    | "json"
    | "cut"
    | "schema"
    | "key"
    | "large"
    | "duplicate"
    | "expression"
    | "nothing"
    | "twice"
    | "empty"
    | "long"
    | "sentences"
    | "metric"
    | "unit";
  /** The place in the file, dotted, or what stands there. */
  readonly where: string;
  /** What the validator says, or what may stand there; empty where the kind says it all. */
  readonly what: string;
}

export interface LinedFile<T> {
  readonly data: T;
  readonly json: LinedJson;
}

const MOST_FAULTS = 20;
/** More bytes than any file of {@link PACK_MAX} characters has. */
export const FILE_MAX = 4 * PACK_MAX;
export const TOO_LARGE: readonly FileFault[] = [{ line: 1, kind: "large", where: "", what: "" }];

/** Faults as they are told: the first ones, in order of line. */
export const inOrder = (faults: readonly FileFault[]): readonly FileFault[] =>
  [...faults].sort((a, b) => a.line - b.line).slice(0, MOST_FAULTS);

/** The file by its schema, or all that is wrong with it. */
export function readLined<T>(text: string, schema: z.ZodMiniType<T>): LinedFile<T> | readonly FileFault[] {
  if (text.length > PACK_MAX) return TOO_LARGE;
  let json: LinedJson;
  try {
    json = parseLined(text);
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    const atEnd = text.trim() === "" ? "nothing" : "cut";
    return [{ line: error.line, kind: error.found === "" ? atEnd : "json", where: error.found, what: "" }];
  }
  const parsed = safeParse(schema, json.value);
  if (parsed.success) return { data: parsed.data, json };
  return inOrder(parsed.error.issues.flatMap((issue) => faultsOf(issue, json)));
}

function faultsOf(issue: z.core.$ZodIssue, json: LinedJson): readonly FileFault[] {
  const fault = (kind: FileFault["kind"], path: readonly PropertyKey[], what: string): FileFault => ({
    line: json.lineOf(path),
    kind,
    where: path.map(String).join("."),
    what,
  });
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => fault("key", [...issue.path, key], ""));
  return [fault("schema", issue.path, wanted(issue))];
}

/** What may stand there, as short as it can be said. */
function wanted(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_type") return issue.expected;
  if (issue.code === "invalid_value") return issue.values.join(" | ");
  if (issue.code === "too_big") return `≤ ${issue.maximum}`;
  if (issue.code === "too_small") return `≥ ${issue.minimum}`;
  if (issue.code === "invalid_format") return issue.pattern ?? issue.format;
  return issue.message;
}

/** The second and every later one of some names that are the same; `pathOf`: where the one at an index stands. */
export function repeatedNames(
  names: readonly string[],
  json: LinedJson,
  pathOf: (index: number) => readonly PropertyKey[],
): readonly FileFault[] {
  const first = new Map<string, number>();
  return names.flatMap((name, index): FileFault[] => {
    if (!first.has(name)) first.set(name, index);
    if (first.get(name) === index) return [];
    return [{ line: json.lineOf(pathOf(index)), kind: "twice", where: name, what: "" }];
  });
}
