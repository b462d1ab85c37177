import React from "react";

function P() {
  return <div>x</div>;
}
export default P;
