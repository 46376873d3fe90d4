// Two sheets of a page in a folder, loaded when a reader first asks for one: how to embed the page in another, and
// what the edition is, with its sums checked. Text reaches the page as text alone.
(function () {
  "use strict";
  var root = new URL("../", document.currentScript.src).href;
  var chinese = /^zh/.test(document.documentElement.lang);
  function say(zh, en) { return chinese ? zh : en; }

  function make(tag, attributes, children) {
    var element = document.createElement(tag);
    Object.keys(attributes || {}).forEach(function (name) { element.setAttribute(name, attributes[name]); });
    element.append.apply(element, children || []);
    return element;
  }

  function sheet(title, content) {
    var close = make("button", { type: "button", class: "card-close", "aria-label": say("關閉", "Close") }, ["×"]);
    var dialog = make("dialog", { class: "sheet", "aria-labelledby": "sheet-title", closedby: "any" }, [
      make("header", { class: "card-head" }, [make("h2", { class: "card-name", id: "sheet-title" }, [title]), close]),
    ].concat(content));
    close.onclick = function () { dialog.close(); };
    dialog.addEventListener("close", function () { dialog.remove(); });
    document.body.append(dialog);
    dialog.showModal();
    return dialog;
  }

  function choice(name, label, options) {
    var select = make("select", { name: name }, options.map(function (option) {
      return make("option", { value: option[0] }, [option[1]]);
    }));
    return { field: make("label", { class: "sheet-field" }, [make("span", {}, [label]), select]), select: select };
  }

  function button(label, act) {
    var element = make("button", { type: "button", class: "more" }, [label]);
    element.onclick = act;
    return element;
  }

  // The id of the article that is open, as the address says it; nothing where it is none that can be read.
  function open() {
    var app = document.getElementById("app"), id = location.hash.replace(/^#(\/a\/)?/, "").split(/[/?]/)[0];
    try { return app.dataset.article || decodeURIComponent(id); } catch (error) { return ""; }
  }

  function embed() {
    var articles = self.newsprint ? self.newsprint.articles() : Promise.resolve([]);
    articles.then(function (articles) {
      var what = choice("article", say("內容", "What"), [["", say("全部文章", "Every article")]].concat(
        articles.slice(0, 500).map(function (article) { return [article.id, article.title]; })));
      var much = choice("ui", say("顯示", "How much"), [
        ["full", say("搜尋、列表和文章", "Search, list and text")],
        ["article", say("文章和提綱", "The text and its outline")],
        ["minimal", say("只有文章", "The text alone")],
      ]);
      var theme = choice("theme", say("顏色", "Colours"), [
        ["auto", say("跟隨系統", "As the system")], ["light", say("淺色", "Light")], ["dark", say("深色", "Dark")],
      ]);
      what.select.value = open();
      if (what.select.value) much.select.value = "article";
      // What is none of the choices leaves a browser with none at all.
      else what.select.value = "";
      var code = make("textarea", { class: "sheet-code", readonly: "", rows: "4", "aria-label": say("程式碼", "Code") });
      var preview = make("iframe", { class: "sheet-preview", title: say("預覽", "Preview") });
      var copied = make("span", { role: "status" });
      function show() {
        var address = new URL(root);
        address.searchParams.set("embed", "1");
        [what, much, theme].forEach(function (it) {
          if (it.select.value && it.select.value !== "auto") address.searchParams.set(it.select.name, it.select.value);
        });
        // Without line breaks, which some content systems turn into paragraphs.
        code.value = written({
          src: address.href, title: what.select.selectedOptions[0].textContent, width: "100%", height: "640",
          loading: "lazy", style: "border:0", allow: "clipboard-write; fullscreen",
          sandbox: "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox",
        });
        if (preview.src !== address.href) preview.src = address.href;
      }
      [what, much, theme].forEach(function (it) { it.select.onchange = show; });
      var copy = button(say("複製", "Copy"), function () {
        code.select();
        navigator.clipboard.writeText(code.value).then(function () { copied.textContent = say("已複製", "Copied"); });
      });
      show();
      sheet(say("嵌入別的網頁", "Embed in another page"), [
        make("div", { class: "sheet-fields" }, [what.field, much.field, theme.field]), code,
        make("p", {}, [copy, " ", copied]), preview,
      ]);
    });
  }

  function written(frame) {
    var attributes = Object.keys(frame).map(function (name) {
      return name + '="' + frame[name].replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;") + '"';
    });
    return "<iframe " + attributes.join(" ") + "></iframe>";
  }

  function about() {
    fetch(root + "edition.json").then(function (response) {
      if (!response.ok) throw new Error(response.status);
      return response.json();
    }).then(function (edition) {
      var bytes = edition.files.reduce(function (sum, file) { return sum + file.bytes; }, 0);
      var rows = [
        [say("名稱", "Title"), edition.facts.title], [say("文章", "Articles"), edition.facts.articles],
        [say("期號", "Edition"), edition.edition.slice(0, 16)], [say("檔案", "Files"), edition.files.length],
        [say("大小", "Size"), (bytes / 1e6).toFixed(1) + " MB"], [say("製作", "Made by"), edition.generator],
      ];
      var result = make("p", { role: "status", class: "sheet-result" });
      var keep = self.newsprintKeep && !navigator.serviceWorker.controller && button(
        say("留存本期，離線可讀", "Keep this edition, to read offline"), function () {
          result.textContent = say("下載中……", "Fetching …");
          self.newsprintKeep().then(function () { return navigator.serviceWorker.ready; }).then(function () {
            keep.hidden = true;
            result.textContent = say("已留存，沒有網絡也可讀。", "Kept: it can be read without a connection.");
          }, function () { result.textContent = say("留存不了。", "It could not be kept."); });
        });
      sheet(say("關於本期", "About this edition"), [
        make("dl", { class: "sheet-facts" }, rows.map(function (row) {
          return make("div", {}, [make("dt", {}, [row[0]]), make("dd", {}, [String(row[1])])]);
        })),
        make("p", { class: "sheet-fields" }, [
          button(say("核對每個檔案", "Check every file"), function () { check(edition.files, result); }),
        ].concat(keep || [])),
        result,
      ]);
    }).catch(function () {
      sheet(say("關於本期", "About this edition"), [make("p", {}, [say("讀不到本期的清單。", "The list of this edition cannot be read.")])]);
    });
  }

  // A host does not serve the forms it sends in another's place, nor the file of its own settings.
  function served(file) { return !/\.(gz|br)$|^_headers$|^\.nojekyll$/.test(file.path); }

  function check(files, result) {
    var left = files.filter(served), wrong = [], all = left.length;
    function next() {
      var file = left.pop();
      if (!file) return;
      result.textContent = say("核對中：", "Checking: ") + (all - left.length) + " / " + all;
      var address = root + file.path.split("/").map(encodeURIComponent).join("/").replace(/(^|\/)index\.html$/, "$1");
      return fetch(address, { cache: "no-cache" }).then(function (response) {
        return response.arrayBuffer();
      }).then(function (bytes) {
        return crypto.subtle.digest("SHA-256", bytes);
      }).then(function (sum) {
        var hex = Array.from(new Uint8Array(sum), function (byte) { return byte.toString(16).padStart(2, "0"); }).join("");
        if (hex !== file.sha256) wrong.push(file.path);
      }, function () { wrong.push(file.path); }).then(next);
    }
    next().then(function () {
      result.textContent = wrong.length
        ? say("不符：", "Different: ") + wrong.join(say("、", ", "))
        : say("全部相符。", "Every file is as it was made.");
    });
  }

  self.newsprintSheets = { embed: embed, about: about };
})();
