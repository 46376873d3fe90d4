// Starts the viewer of a page in a folder. A classic script, since a browser loads no module from disk or
// into a sandboxed frame. Its own element names, relative to this file:
//   data-wasm      the viewer's WebAssembly, fetched;
//   data-carrier   the same inside a script, for pages that may not fetch: from disk, in a sandbox;
//   data-manifest  what makes the page one that can be installed;
//   data-worker    what keeps the edition on the reader's machine; with data-keep="asked", only when it is asked to;
//   data-sheets    what the buttons at the foot of the page open;
//   data-atlas     the views of names; their style sheet is data-atlas-style.
// Whatever fails, the page that came stays, and the notice says why it only lies there to be read.
(function () {
  "use strict";
  var element = document.currentScript;
  var alone = location.protocol === "file:" || self.origin === "null";
  // The page's policy allows one maker of script addresses, and these are all made from this file's own.
  var maker = { createScriptURL: function (url) { return url; } };
  if (self.trustedTypes) maker = self.trustedTypes.createPolicy("newsprint", maker);

  function beside(name) {
    return new URL(name, element.src).href;
  }

  function carried(url) {
    return new Promise(function (resolve, reject) {
      var script = document.createElement("script");
      self.newsprintCarrier = resolve;
      script.onerror = reject;
      script.src = maker.createScriptURL(url);
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
    var url = beside(name), key = from + " " + url, part = coming[key];
    function cut(buffer) { return buffer.slice(from, to); }
    if (!part) {
      part = coming[key] = { waiting: 0, stop: new AbortController() };
      part.bytes = (ranges && !files[url] ? range(url, from, to, cut, part.stop.signal) : whole(url).then(cut)).then(inflated)
        // What a host or a proxy cut wrongly comes right in the whole file.
        .catch(function (error) {
          if (part.stop.signal.aborted) throw error;
          return whole(url).then(cut).then(inflated);
        });
      part.bytes.catch(function () {}).then(function () { if (coming[key] === part) delete coming[key]; });
    }
    part.waiting++;
    return part.bytes;
  };

  // One who asked for a part waits for it no more; where nobody else does, it need not come.
  self.newsprintDrop = function (name, from, to) {
    var key = from + " " + beside(name), part = coming[key];
    if (!part || --part.waiting) return;
    delete coming[key];
    part.stop.abort();
  };

  // A connection that broke is tried once more, as when a phone goes from one network to another.
  function get(url, options) {
    return fetch(url, options).catch(function (error) {
      if (options.signal && options.signal.aborted) throw error;
      return new Promise(function (resolve) { setTimeout(resolve, 300); }).then(function () { return fetch(url, options); });
    });
  }

  function range(url, from, to, cut, signal) {
    return get(url, { headers: { Range: "bytes=" + from + "-" + (to - 1) }, signal: signal }).then(function (response) {
      if (response.status === 206) return response.arrayBuffer();
      // A host that fails now may know ranges all the same.
      if (response.status !== 200) throw new Error(response.status + " " + response.statusText + ": " + url);
      ranges = false;
      return whole(url, response).then(cut);
    });
  }

  function whole(url, response) {
    if (!files[url]) {
      files[url] = (response ? Promise.resolve(response) : get(url, {})).then(function (response) {
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

  function show(what) {
    var notice = document.querySelector('.notice[data-for="' + what + '"]');
    if (notice) notice.hidden = false;
    return notice;
  }

  // The browser asks for the worker anew at each visit; one with another edition waits until the reader wants it.
  function keep() {
    var workers = navigator.serviceWorker, had = workers.controller;
    function offer(registration) {
      var notice = had && registration.waiting && show("edition");
      if (notice) notice.querySelector("button").onclick = function () {
        registration.waiting.postMessage("newsprint:update");
      };
    }
    workers.addEventListener("controllerchange", function () {
      if (had) location.reload();
    });
    var address = beside(element.dataset.worker);
    // A page that a worker answers for has the browser look for a newer one by itself, which says nothing where
    // there is no connection; asking would put an error into the console.
    return (had ? workers.getRegistration(address) : workers.register(maker.createScriptURL(address))).then(function (registration) {
      function follow() {
        offer(registration);
        if (registration.installing) registration.installing.addEventListener("statechange", follow);
      }
      follow();
      registration.addEventListener("updatefound", follow);
    });
  }

  function script(name) {
    return new Promise(function (resolve, reject) {
      var script = document.createElement("script");
      script.onload = resolve;
      script.onerror = reject;
      script.src = maker.createScriptURL(beside(name));
      document.head.append(script);
    });
  }

  self.newsprintAtlasScript = function () {
    var style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = beside(element.dataset.atlasStyle);
    // Without its sheet a view is plain, and can be read.
    return new Promise(function (resolve) {
      style.onload = style.onerror = resolve;
      document.head.append(style);
    }).then(function () { return script(element.dataset.atlas); });
  };

  // The reader's first words come before the engine: on a slow line they would wait for each other. A tab in the
  // background is painted later, a frame below the fold perhaps never.
  function painted() {
    return new Promise(function (resolve) {
      if (document.hidden || self !== top) return resolve();
      new PerformanceObserver(resolve).observe({ type: "paint", buffered: true });
      setTimeout(resolve, 1000);
    });
  }

  var started = painted().then(start);
  started.catch(function (error) {
    console.warn("Newsprint: the viewer did not start.", error);
    show("wasm");
  });

  // In somebody else's page nothing is kept or installed, and from disk there is no address to give away.
  if (alone || self !== top) return;
  var foot = document.querySelector(".imprint"), sheets;
  if (foot) {
    foot.querySelector(".imprint-tools").hidden = false;
    foot.addEventListener("click", function (click) {
      var button = click.target.closest("[data-open]"), what = button && button.dataset.open;
      if (!what) return;
      sheets = sheets || script(element.dataset.sheets);
      sheets.then(function () { self.newsprintSheets[what](); }, function () { sheets = null; });
    });
    addEventListener("beforeprint", function () {
      var day = new Date().toLocaleDateString(document.documentElement.lang);
      foot.querySelector(".imprint-print").textContent = location.href + " · " + day;
    });
  }
  if (element.dataset.manifest) {
    var link = document.createElement("link");
    link.rel = "manifest";
    link.href = beside(element.dataset.manifest);
    document.head.append(link);
  }
  if (!element.dataset.worker || !navigator.serviceWorker) return;
  self.newsprintKeep = keep;
  // The reader comes first: nothing is kept before the page can be used. Where nothing may be kept at all, Firefox puts an
  // error into the console when it is asked for a worker, but not when it is asked what is kept.
  started.then(function () { return self.newsprint.ready; }).then(function () { return caches.keys(); }).then(function () {
    return navigator.serviceWorker.getRegistration(beside(element.dataset.worker));
  }).then(function (registration) {
    if (registration || element.dataset.keep !== "asked") return keep();
    // Where the browser keeps nothing, as in a private window, the page is whole without it.
  }).catch(function () {});
})();
