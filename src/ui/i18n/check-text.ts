import type { FailedCheck } from "../../console/observation";
import type { Translate } from "./messages";

/** What a page did not stand up to, with the counts where there are any. */
export const checkText = ({ check, expected, seen }: FailedCheck, t: Translate): string =>
  expected === null || seen === null
    ? t(`check_${check}`)
    : t("check_counts", { check: t(`check_${check}`), expected, seen });
