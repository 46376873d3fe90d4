// What a reader says against names, kept in the browser where that is allowed, and written as the author's `entities.toml`.

const source = document.currentScript && document.currentScript.src;
const KEPT = "newsprint.corrections " + (source ? new URL("../", source).pathname : location.pathname);
let corrections = {};
try { corrections = JSON.parse(localStorage.getItem(KEPT)) || {}; } catch { /* Storage is denied: they hold until the page is left. */ }

function correct(id, said) {
  if (said) corrections[id] = said; else delete corrections[id];
  try { localStorage.setItem(KEPT, JSON.stringify(corrections)); } catch { /* As above. */ }
  show();
}

/** What was said of an entity, in a few words; null where nothing was. */
function correctionOf(data, id) {
  const said = corrections[id];
  if (!said) return null;
  if (said.not) return say("更正：不是名稱", "corrected: not a name");
  const other = said.into && data.entities.find(entity => entity.id === said.into);
  if (said.into) return say("更正：即 ", "corrected: the same as ") + (other ? other.name : said.into);
  return say("更正：", "corrected: ") + [said.name, said.kind && (kindNames(data).get(said.kind) || said.kind)].filter(Boolean).join(say("，", ", "));
}
/** What kinds are called: those that an edition always has, and those that this one has. */
const kindNames = data => new Map([
  ["person", say("人物", "People")], ["place", say("地方", "Places")], ["organisation", say("機構", "Organisations")], ["work", say("作品", "Works")],
  ["event", say("事件", "Events")], ...data.entities.map(entity => [entity.kind, entity.kindName]),
]);

/** The form below the button of a card; once more, and it is gone. */
function form(opener) {
  const id = opener.dataset.correct, there = document.querySelector(".correct");
  if (there) there.remove();
  if (there && there.dataset.of === id) return;
  data().then(data => {
    const entity = data.entities.find(entity => entity.id === id), said = corrections[id] || {};
    const field = (label, control) => make("label", { class: "sheet-field" }, [make("span", {}, label), control]);
    const names = make("datalist", { id: "correct-names" }, data.entities.filter(other => other.id !== id && other.kind === entity.kind).slice(0, 2000).map(other => make("option", { value: other.name })));
    const name = make("input", { type: "text", value: said.name || entity.name, maxlength: "300" });
    const merged = data.entities.find(other => other.id === said.into);
    const into = make("input", { type: "text", list: "correct-names", value: merged ? merged.name : "" });
    const known = kindNames(data), own = field(say("新類別", "New kind"), make("input", { type: "text", maxlength: "60" }));
    if (said.kind && !known.has(said.kind)) known.set(said.kind, said.kind);
    const kind = make("select", { onchange: () => { own.hidden = kind.value !== ""; } }, [...known, ["", say("另立……", "Another …")]].map(([kind, name]) => make("option", { value: kind }, name)));
    kind.value = said.kind || entity.kind;
    own.hidden = true;
    const line = make("p", { class: "atlas-line", role: "alert" });
    const keep = said => { correct(id, said); finish(); };
    const finish = () => box.replaceWith(make("p", { class: "correct atlas-line", "data-of": id, role: "status" }, [
      correctionOf(data, id) || say("沒有更正。", "Nothing is corrected."), " ", make("a", { href: "#/?view=corrections" }, say("所有更正", "All corrections")),
    ]));
    const save = () => {
      const other = into.value.trim() && data.entities.find(other => other.name === into.value.trim() && other.id !== id && other.kind === entity.kind);
      if (into.value.trim() && !other) { line.textContent = say("沒有這個名稱可以合併。", "There is no such name to merge with."); return; }
      if (other) return keep({ into: other.id });
      const newName = name.value.trim(), newKind = kind.value || own.querySelector("input").value.trim();
      const changed = { ...(newName && newName !== entity.name && { name: newName }), ...(newKind && newKind !== entity.kind && { kind: newKind }) };
      keep(Object.keys(changed).length ? changed : null);
    };
    const box = make("form", { class: "correct", "data-of": id, onsubmit: event => { event.preventDefault(); save(); } }, [
      make("div", { class: "sheet-fields" }, [
        field(say("名稱", "Name"), name), field(say("類別", "Kind"), kind), own, field(say("與另一名稱相同", "The same as"), into),
      ]), names, line,
      make("p", { class: "card-verbs" }, [
        make("button", { class: "card-filter" }, say("留待作者", "Keep for the author")),
        make("button", { type: "button", class: "card-filter", onclick: () => keep({ not: true }) }, say("這不是名稱", "This is no name")),
      ]),
    ]);
    opener.parentElement.after(box);
    name.focus();
  });
}

/** Everything that was corrected, and the file that says so. */
function drawCorrections(data, place) {
  const known = Object.keys(corrections).map(id => data.entities.find(entity => entity.id === id)).filter(Boolean);
  if (!known.length) {
    place.append(make("p", { class: "empty" }, say("還沒有更正。打開一個名稱的卡片，按「更正」。", "Nothing is corrected yet. Open the card of a name and choose “Correct this”.")));
    return undefined;
  }
  return data.folded().then(folded => {
    const keys = new Map();
    data.entities.forEach((entity, index) => [entity.name, ...entity.aliases].forEach((name, nth) => keys.set(name, folded[index][nth])));
    const heading = "# " + say("更正，放在文章旁邊的 entities.toml；如已有此檔，把各項加進去。", "Corrections for the entities.toml beside the articles. Where there is one already, add these to it.") + "\n";
    const text = heading + toml(corrections, data.entities, name => keys.get(name) || name.trim().toLowerCase());
    const code = make("textarea", { class: "sheet-code", readonly: "", rows: String(Math.min(18, text.split("\n").length)), "aria-label": "entities.toml" });
    code.value = text;
    const line = make("span", { role: "status" });
    const copy = () => {
      code.select();
      Promise.resolve().then(() => navigator.clipboard.writeText(text)).catch(() => document.execCommand("copy"))
        .then(() => { line.textContent = say("已複製", "Copied"); });
    };
    const save = () => {
      const link = make("a", { href: URL.createObjectURL(new Blob([text], { type: "application/toml" })), download: "entities.toml" });
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    };
    place.append(
      make("p", { class: "atlas-line" }, say("作者下次製作時生效。", "They take effect when the author builds the next edition.")),
      make("ul", { class: "atlas-corrections" }, known.map(entity => make("li", {}, [
        nameOf(entity), " ", make("span", { class: "atlas-about" }, correctionOf(data, entity.id)), " ",
        button("undo " + entity.id, say("收回", "Take back"), () => correct(entity.id, null)),
      ]))),
      code, make("p", { class: "card-verbs" }, [button("copy", say("複製", "Copy"), copy), button("save", say("下載 entities.toml", "Download entities.toml"), save), line]),
    );
  });
}
