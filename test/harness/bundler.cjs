// Plasmo's bundler, so that a lazy chunk takes from the page that loads it what the page has already. It finds that out
// by walking from its entry, the manifest; but pages hang off the manifest by links that the walk does not follow. So
// each lazy chunk got its own copy of the page's modules, React contexts included, which then were empty.
const { Graph } = require("@parcel/graph");

/** Parents before children, from the root and then from every node that the root does not lead to. */
Graph.prototype.topoSort = function topoSort(type) {
  const seen = new Set();
  const done = [];
  const visit = (id) => {
    if (seen.has(id)) return;
    seen.add(id);
    for (const child of this.getNodeIdsConnectedFrom(id, type)) visit(child);
    done.push(id);
  };
  if (this.rootNodeId != null) visit(this.rootNodeId);
  for (const id of this.nodes.keys()) visit(id);
  return done.reverse();
};

module.exports = require("@plasmohq/parcel-bundler");
