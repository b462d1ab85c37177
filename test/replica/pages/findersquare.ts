// The micro app 达人广场: the square and a talent's page.
import { app, show, spinner } from "./dom";
import { talentDetail } from "./talent-detail";
import { talentSquare } from "./talent-square";

show(spinner());
if (app().dataset.page === "talentDetail") talentDetail(app().dataset.query ?? "");
else talentSquare();
