import type data from "../../../assets/locales/zh_CN/data.json";
import type desk from "../../../assets/locales/zh_CN/desk.json";
import type metrics from "../../../assets/locales/zh_CN/metrics.json";
import type rivals from "../../../assets/locales/zh_CN/rivals.json";
import type vault from "../../../assets/locales/zh_CN/vault.json";

/**
 * Words of the workspace alone, a file a field in assets/locales/<language>. The build joins them into one
 * workspace.json beside messages.json, so that the popup does not fetch what it never says.
 */
export type WorkspaceWords = typeof data & typeof desk & typeof metrics & typeof rivals & typeof vault;
