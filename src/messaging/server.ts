import * as z from "zod/mini";
import { LedgerError } from "../ledger/errors";
import { POLICY, type Self, type Sender, sideOf, WHILE_LOCKED } from "./policy";
import type { Answer, ErrorCode, Kind, Requests } from "./protocol";
import { Limiter, RATE } from "./rate";
import { SCHEMAS } from "./schemas";

/** Most characters of a message as JSON, by kind. */
const SIZE_MAX: Partial<Record<Kind, number>> = {
  observe: 4_194_304,
  draft: 2_200_000,
  put_notes: 4_194_304,
  import_part: 4_194_304,
  review: 2_200_000,
};
const SIZE_MAX_ELSE = 20_000;
const ANSWER_MS = 20_000;
/** A long table takes its time; a browser gives an event five minutes. */
const ANSWER_LONG_MS: Partial<Record<Kind, number>> = {
  import_end: 280_000,
  undo_import: 280_000,
  cloud: 280_000,
  lock: 280_000,
};

export type Handlers = {
  readonly [K in Kind]: (input: Requests[K]["in"], sender: Sender) => Promise<Requests[K]["out"]>;
};

export type Serve = (message: unknown, sender: Sender) => Promise<Answer<Kind>>;

/**
 * The receiving end of the bus. Every message gets an answer within 20 s; it never rejects. In order: kind, sender,
 * rate, size, shape, lock; only then a handler runs. `now` is in ms.
 */
export function createServer(
  handlers: Handlers,
  self: Self,
  isLocked: () => Promise<boolean>,
  now: () => number = () => performance.now(),
): Serve {
  const limiter = new Limiter(RATE, now);
  return async (message, sender) => {
    try {
      const kind = kindOf(message);
      if (kind === null) return refuse("unknown_kind", "no such message kind");
      const side = sideOf(sender, self);
      if (side !== POLICY[kind]) return refuse("forbidden", `${kind} is not for this sender`);
      if (!limiter.allows(`${side} ${sender.tab?.id}`))
        return refuse("busy", "too many messages, try again in a second");
      const input = (message as { readonly input?: unknown }).input;
      if (sizeOf(input) > (SIZE_MAX[kind] ?? SIZE_MAX_ELSE)) return refuse("too_large", `${kind} is too large`);
      const parsed = z.safeParse(SCHEMAS[kind], opened(input));
      if (!parsed.success) return refuse("bad_message", whatIsWrong(parsed.error));
      if (!WHILE_LOCKED.has(kind) && (await isLocked())) return refuse("locked", "the store is locked");
      const handle = handlers[kind] as (input: unknown, sender: Sender) => Promise<Requests[Kind]["out"]>;
      return { ok: true, value: await inTime(handle(parsed.data, sender), ANSWER_LONG_MS[kind] ?? ANSWER_MS) };
    } catch (error) {
      return refuse(codeOf(error), error instanceof Error ? error.message : "failed");
    }
  };
}

function kindOf(message: unknown): Kind | null {
  if (typeof message !== "object" || message === null) return null;
  const { kind } = message as { readonly kind?: unknown };
  return typeof kind === "string" && Object.hasOwn(POLICY, kind) ? (kind as Kind) : null;
}

const sizeOf = (input: unknown): number =>
  typeof input === "string" ? input.length : (JSON.stringify(input)?.length ?? 0);

/** Pages hand long inputs on as JSON. */
function opened(input: unknown): unknown {
  if (typeof input !== "string") return input;
  try {
    return JSON.parse(input);
  } catch {
    return null;
  }
}

function whatIsWrong(error: z.core.$ZodError): string {
  const issue = error.issues[0];
  return `${issue?.path.map(String).join(".") || "input"}: ${issue?.code ?? "wrong shape"}`;
}

const codeOf = (error: unknown): ErrorCode => (error instanceof LedgerError ? error.code : "failed");

const refuse = (code: ErrorCode, message: string): Answer<Kind> => ({ ok: false, error: { code, message } });

async function inTime<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("no answer in time")), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
