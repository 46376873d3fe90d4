// Loads the page again when `newsprint serve` has built a new edition. Never part of a site.
"use strict";
let shown;
new EventSource("/.newsprint/editions").addEventListener("message", ({ data }) => {
  if (shown !== undefined && shown !== data) location.reload();
  shown = data;
});
