// Starts the viewer of a page that is one file: everything it needs stands in the page, compressed.
(function () {
  "use strict";
  function unpacked(base64) {
    var text = atob(base64), raw = new Uint8Array(text.length);
    for (var i = 0; i < raw.length; i++) raw[i] = text.charCodeAt(i);
    var stream = new Blob([raw]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(stream).arrayBuffer();
  }

  // The glue stands in a function that runs later, because it reads `document.currentScript`, and a script
  // without a `src` in a frame without an address (`srcdoc`, `blob:`) would stop it.
  function start(wasm) {
    /*GLUE*/
    return wasm_bindgen({ module_or_path: wasm });
  }

  Promise.resolve().then(function () {
    return unpacked(document.getElementById("newsprint-viewer").textContent);
  }).then(start).catch(function (error) {
    console.warn("Newsprint: the viewer did not start.", error);
    var notice = document.querySelector('.notice[data-for="wasm"]');
    if (notice) notice.hidden = false;
  });
})();
