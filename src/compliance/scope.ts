import type { Draft } from "./finding";
import type { CheckedRule } from "./pack";

/** What of a draft decides which rules apply and which law is cited. */
export type Scope = Pick<Draft, "goods" | "channel" | "account">;

/** Whether a rule's scope takes in the draft. "any" is a class of its own, so a rule for set goods must name it. */
export function appliesTo(rule: CheckedRule, scope: Scope): boolean {
  const limits = rule.scope;
  if (!limits) return true;
  return (
    (!limits.goods || limits.goods.includes(scope.goods)) &&
    !limits.goodsExcept?.includes(scope.goods) &&
    (!limits.channels || limits.channels.includes(scope.channel)) &&
    !limits.channelsExcept?.includes(scope.channel) &&
    (!limits.accounts || limits.accounts.includes(scope.account))
  );
}
