import type { PlasmoCSConfig } from "plasmo";

export const config: PlasmoCSConfig = {
  matches: ["https://channels.weixin.qq.com/*", "https://store.weixin.qq.com/*"],
  run_at: "document_start",
  all_frames: false,
};
