// Starts the viewer of a page that is one file: everything it needs stands in the page, compressed.
(function () {
  "use strict";

  // Two digits of base 91 are thirteen bits, a last one six; what is no digit is white space that an editor put in.
  // `src/site/dense.rs` says which the digits are.
  function bytes(text) {
    var raw = new Uint8Array(Math.ceil(text.length * 13 / 16)), at = 0, held = 0, bits = 0, low = -1;
    function take(value, more) {
      held |= value << bits;
      for (bits += more; bits > 7; bits -= 8, held >>= 8) raw[at++] = held;
    }
    for (var i = 0; i < text.length; i++) {
      var c = text.charCodeAt(i), digit = c - 33 - (c > 38) - (c > 60) - (c > 92);
      if (digit < 0) continue;
      if (low < 0) low = digit;
      else take(low + digit * 91, 13), low = -1;
    }
    if (low >= 0) take(low, 6);
    return raw.subarray(0, at);
  }

  function unpacked(id) {
    var raw = bytes(document.getElementById(id).textContent);
    var stream = new Blob([raw]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(stream).arrayBuffer();
  }

  // The page's policy knows these scripts by their hashes; no other can be added.
  var policy = { createScript: function (text) { return text; } };
  if (self.trustedTypes) policy = self.trustedTypes.createPolicy("newsprint", policy);

  function run(code) {
    var script = document.createElement("script");
    script.textContent = policy.createScript(code);
    document.head.append(script);
  }

  // A script and the style of what it draws.
  function add(id) {
    return unpacked(id).then(function (bytes) {
      var parts = new TextDecoder().decode(bytes).split("\0"), style = document.createElement("style");
      style.textContent = parts[0];
      document.head.append(style);
      run(parts[1]);
    });
  }

  self.newsprintAtlasScript = function () { return add("newsprint-atlas"); };

  Promise.resolve().then(function () {
    return Promise.all([unpacked("newsprint-wasm"), add("newsprint-glue")]);
  }).then(function (parts) {
    return newsprintGlue()({ module_or_path: parts[0] });
  }).catch(function (error) {
    console.warn("Newsprint: the viewer did not start.", error);
    var notice = document.querySelector('.notice[data-for="wasm"]');
    if (notice) notice.hidden = false;
  });
})();
