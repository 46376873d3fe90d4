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

  // The parts of a large edition: bytes `from` up to `to` of a file beside this one, each packed by itself. A host
  // that knows no ranges sends the file whole, which is then kept for its other parts.
  var ranges = true, coming = {}, files = {}, kept = [];

  self.newsprintPart = function (name, from, to) {
    var url = beside(name), key = from + " " + url;
    function cut(buffer) { return buffer.slice(from, to); }
    if (!coming[key]) {
      coming[key] = (ranges && !files[url] ? range(url, from, to, cut) : whole(url).then(cut)).then(inflated)
        // What a host or a proxy cut wrongly comes right in the whole file.
        .catch(function () { return whole(url).then(cut).then(inflated); });
      coming[key].catch(function () {}).then(function () { delete coming[key]; });
    }
    return coming[key];
  };

  function range(url, from, to, cut) {
    return fetch(url, { headers: { Range: "bytes=" + from + "-" + (to - 1) } }).then(function (response) {
      if (response.status === 206) return response.arrayBuffer();
      ranges = false;
      return whole(url, response).then(cut);
    });
  }

  function whole(url, response) {
    if (!files[url]) {
      files[url] = (response ? Promise.resolve(response) : fetch(url)).then(function (response) {
        if (!response.ok) throw new Error(response.status + " " + response.statusText + ": " + url);
        return response.arrayBuffer();
      });
      files[url].catch(function () { delete files[url]; });
      kept.push(url);
      if (kept.length > 24) delete files[kept.shift()];
    }
    return files[url];
  }

  function inflated(buffer) {
    var stream = new Blob([buffer]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
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
