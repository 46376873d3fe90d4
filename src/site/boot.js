// Starts the viewer of a page in a folder. A classic script, since a browser loads no module from disk or
// into a sandboxed frame. Its own element names, relative to this file:
//   data-wasm      the viewer's WebAssembly, fetched;
//   data-carrier   the same inside a script, for pages that may not fetch: from disk, in a sandbox.
// Whatever fails, the page that came stays, and the notice says why it only lies there to be read.
(function () {
  "use strict";
  var element = document.currentScript;
  var alone = location.protocol === "file:" || self.origin === "null";

  function beside(name) {
    return new URL(name, element.src).href;
  }

  function carried(url) {
    var policy = { createScriptURL: function () { return url; } };
    if (self.trustedTypes) policy = self.trustedTypes.createPolicy("newsprint", policy);
    return new Promise(function (resolve, reject) {
      var script = document.createElement("script");
      self.newsprintCarrier = resolve;
      script.onerror = reject;
      script.src = policy.createScriptURL(url);
      document.head.append(script);
    }).then(unpacked);
  }

  function unpacked(base64) {
    var text = atob(base64), raw = new Uint8Array(text.length);
    for (var i = 0; i < raw.length; i++) raw[i] = text.charCodeAt(i);
    var stream = new Blob([raw]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(stream).arrayBuffer();
  }

  function start() {
    if (alone && element.dataset.carrier) {
      return carried(beside(element.dataset.carrier)).then(function (bytes) {
        return wasm_bindgen({ module_or_path: bytes });
      });
    }
    return wasm_bindgen({ module_or_path: beside(element.dataset.wasm) });
  }

  Promise.resolve().then(start).catch(function (error) {
    console.warn("Newsprint: the viewer did not start.", error);
    var notice = document.querySelector('.notice[data-for="wasm"]');
    if (notice) notice.hidden = false;
  });
})();
