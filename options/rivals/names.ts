import type { Seller } from "../../src/ui/data/rivals/market";
import type { Translate } from "../../src/ui/i18n/messages";

/** What to call one side of a comparison. */
export const sellerName = ({ rival }: Pick<Seller, "rival">, t: Translate): string =>
  rival === null ? t("us") : rival.name || t("name_unknown");
