// The views of names in the place that the page keeps for them: what they need to know, and when they are drawn anew.

let known, language;
/** Everything that is known of names, articles and mentions, asked for once in each language, and what is shown now. */
function data() {
  const door = self.newsprint;
  if (!known || language !== document.documentElement.lang) {
    language = document.documentElement.lang;
    known = Promise.all([door.entities(), door.articles(), door.mentions()]).then(([entities, articles, mentions]) => {
      let folded;
      return {
        entities, articles, mentions,
        // Every name of each entity, folded as the search folds.
        folded: () => folded || (folded = door.fold(entities.map(it => [it.name, ...it.aliases].join("\n")).join("\n")).then(text => {
          const lines = text.split("\n");
          let at = 0;
          return entities.map(it => lines.slice(at, at += 1 + it.aliases.length));
        })),
      };
    });
    known.catch(() => { known = null; });
  }
  return Promise.all([known, door.shown()]).then(([data, shown]) => {
    const flags = new Uint8Array(data.articles.length);
    shown.forEach(index => { flags[index] = 1; });
    const isShown = index => flags[index] === 1;
    return Object.assign(data, { shown, isShown, tally: tally(data.mentions, isShown, data.entities.length) });
  });
}

const VIEWS = { names: drawNames, graph: drawGraph, days: drawDays, corrections: drawCorrections };

function head(name, count) {
  const corrected = Object.keys(corrections).length;
  const tabs = [["names", say("索引", "Index")], ["graph", say("關係", "Relations")], ["days", say("時間", "Timeline")]];
  if (corrected || name === "corrections") tabs.push(["corrections", say("更正", "Corrections") + (corrected ? " " + corrected : "")]);
  return make("header", { class: "atlas-head" }, [
    make("h2", { class: "atlas-heading", tabindex: "-1" }, say("人物與名詞", "Names")),
    make("nav", { "aria-label": say("看法", "Views") }, make("ul", { class: "atlas-tabs" }, tabs.map(([key, label]) => make("li", {},
      make("a", { href: "#/?view=" + key, "data-key": "tab " + key, "aria-current": key === name ? "page" : undefined }, label))))),
    button("close", say("返回文章", "Back to the stories"), () => turn({ view: [] })),
    count === undefined ? null : make("p", { class: "atlas-count" }, say("依篩選，", "As filtered: ") + counted(count, "篇", "story", "stories")),
  ]);
}

let turnNumber = 0, before;
/** Draws the view that the address names; what has the focus keeps it. */
function show() {
  const place = document.getElementById("atlas"), now = ++turnNumber, form = document.querySelector(".correct");
  if (form && values("card")[0] !== form.dataset.of) form.remove();
  if (!place || !values("view").length) { before = null; return; }
  const name = VIEWS[opened().name] ? opened().name : "names";
  data().then(data => {
    const drawing = document.createDocumentFragment(), all = data.shown.length === data.articles.length;
    drawing.append(head(name, all ? undefined : data.shown.length));
    return Promise.resolve(VIEWS[name](data, drawing)).then(() => {
      if (now !== turnNumber) return;
      const active = document.activeElement, key = place.contains(active) && active.dataset.key, caret = active && active.selectionStart;
      const open = [...place.querySelectorAll("details")].map(it => it.open);
      place.replaceChildren(drawing);
      place.querySelectorAll("details").forEach((it, nth) => { it.open = before === name && Boolean(open[nth]); });
      const again = key && [...place.querySelectorAll("[data-key]")].find(it => it.dataset.key === key);
      if (again) { again.focus(); if (again.setSelectionRange && caret !== null) again.setSelectionRange(caret, caret); }
      // Whoever comes from the stories begins at the head.
      if (!before) { scrollTo(0, 0); place.querySelector(".atlas-heading").focus({ preventScroll: true }); }
      before = name;
    });
  }).catch(error => {
    if (now !== turnNumber) return;
    place.replaceChildren(make("p", { class: "empty" }, say("名稱載入不了：", "The names could not be loaded: ") + error.message));
  });
}

self.newsprintAtlas = { show, correct: form };
