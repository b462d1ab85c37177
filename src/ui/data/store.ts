export { openStore } from "./connect";
export { dashboardOf, reportOf, snapshotOf } from "./dashboards";
export { postsOf } from "./posts";
export { readyBoard, readyWatchBoard } from "./ready";
export { storeState } from "./store-state";
