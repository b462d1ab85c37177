export { readyBoard } from "./boards";
export { openStore } from "./connect";
export { dashboardOf, reportOf, snapshotOf } from "./dashboards";
export { postsOf } from "./posts";
export { watchBoardOf } from "./rivals/watch-board";
export { storeState } from "./store-state";
