// 店铺数据, in a frame of its own on the same host.
import type { PeriodCards } from "../views";
import { answer } from "./answer";
import { h, show, spinner } from "./dom";
import { periodCards } from "./period-cards";

async function shopData(): Promise<void> {
  show(spinner());
  const periods = await answer<readonly PeriodCards[]>("/shop-faas/mmchannelsshopstatistics/overview");
  show(h("h2", "", "交易数据"), periodCards(periods), h("p", "tip", "数据每日 8 点更新，统计至昨日 24 点。"));
}

shopData();
