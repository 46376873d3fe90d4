// Loads the page again when `newsprint serve` has built another edition than the one it is of. Never part of a site.
"use strict";
const { edition } = document.currentScript.dataset;
new EventSource("/.newsprint/editions").addEventListener("message", ({ data }) => {
  if (data !== edition) location.reload();
});
