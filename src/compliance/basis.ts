import type { Channel, Citation } from "./finding";
import type { Basis, CheckedRule } from "./pack";
import type { Scope } from "./scope";

/** Chats have a known audience, so advertising law does not reach them: 广告法适用问题执法指南（一） art. 6. */
const CHATS: readonly Channel[] = ["group_post", "customer_service"];

/** Laws for every trade: they follow the law of the goods and the advertising law. */
const GENERAL = /^(?:反不正当竞争法|消费者权益保护法|电子商务法|民法典|消费者权益保护法实施条例)/;

function rank(basis: Pick<Basis, "law" | "kind">): number {
  if (basis.kind === "contract") return 5;
  if (basis.kind === "platform") return 4;
  if (basis.law.startsWith("广告") || basis.law.startsWith("互联网广告")) return basis.kind === "guideline" ? 2 : 1;
  if (GENERAL.test(basis.law)) return 3;
  return basis.kind === "guideline" ? 2 : 0;
}

/** The law of a rule for a draft's scope: the special law first, 广告法, its guides, general law, platform clauses. */
export function citationsFor(rule: CheckedRule, scope: Scope): Citation[] {
  const chat = CHATS.includes(scope.channel);
  return rule.basis
    .filter((basis) => !basis.channels || basis.channels.includes(scope.channel))
    .filter((basis) => !basis.goods || basis.goods.includes(scope.goods))
    .filter((basis) => !(chat && basis.law.includes("广告")))
    .map((basis, order) => ({ basis, order }))
    .sort((a, b) => rank(a.basis) - rank(b.basis) || a.order - b.order)
    .map(({ basis }) => ({ law: basis.law, article: basis.article }));
}
