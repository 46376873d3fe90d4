// Starts the viewer of a page that is one file: everything it needs stands in the page, compressed.
(function () {
  "use strict";

  function unpacked(id) {
    var text = atob(document.getElementById(id).textContent), raw = new Uint8Array(text.length);
    for (var i = 0; i < raw.length; i++) raw[i] = text.charCodeAt(i);
    var stream = new Blob([raw]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(stream).arrayBuffer();
  }

  // The page's policy knows these scripts by their hashes; no other can be added.
  var policy = { createScript: function (text) { return text; } };
  if (self.trustedTypes) policy = self.trustedTypes.createPolicy("newsprint", policy);

  function run(bytes) {
    var script = document.createElement("script");
    script.textContent = policy.createScript(new TextDecoder().decode(bytes));
    document.head.append(script);
  }

  self.newsprintAtlasScript = function () { return unpacked("newsprint-atlas").then(run); };

  Promise.resolve().then(function () {
    return Promise.all([unpacked("newsprint-glue"), unpacked("newsprint-wasm")]);
  }).then(function (parts) {
    run(parts[0]);
    return newsprintGlue()({ module_or_path: parts[1] });
  }).catch(function (error) {
    console.warn("Newsprint: the viewer did not start.", error);
    var notice = document.querySelector('.notice[data-for="wasm"]');
    if (notice) notice.hidden = false;
  });
})();
