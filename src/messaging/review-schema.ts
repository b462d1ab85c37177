import * as z from "zod/mini";
import { ACCOUNTS, CHANNELS, GOODS } from "../compliance/finding";
import { DRAFT_MAX } from "../console/draft-max";
import { DECISIONS } from "../operations/reviews/entry";
import type { ReviewRequest } from "./protocol";

const line = z.string().check(z.maxLength(200));
const by = z.string().check(z.trim(), z.minLength(1), z.maxLength(100));
const note = z.string().check(z.maxLength(5_000));
const id = z.string().check(z.minLength(1), z.maxLength(100));
const decision = { by, note, case: id, decision: z.enum(DECISIONS) };

/** What a step of a review must look like. */
export const reviewSchema = z.discriminatedUnion("step", [
  z.strictObject({
    step: z.literal("submit"),
    by,
    note,
    case: z.nullable(id),
    tab: z.nullable(z.int().check(z.nonnegative())),
    title: line,
    draft: z.strictObject({
      text: z.string().check(z.minLength(1), z.maxLength(DRAFT_MAX)),
      goods: z.enum(GOODS),
      channel: z.enum(CHANNELS),
      account: z.enum(ACCOUNTS),
    }),
    ignored: z.array(z.string().check(z.maxLength(2_000))).check(z.maxLength(500)),
  }),
  z.strictObject({ step: z.literal("evidence"), by, note, case: id }),
  z.strictObject({ step: z.literal("human"), ...decision }),
  z.strictObject({ step: z.literal("legal"), ...decision }),
  z.strictObject({ step: z.literal("outcome"), by, note, case: id, accepted: z.boolean(), words: line, clause: line }),
]) satisfies z.ZodMiniType<ReviewRequest>;
