// What the views of names share: the page's parts, its words, and the reading that stands in its address.

const chinese = () => /^zh/.test(document.documentElement.lang);
const say = (zh, en) => chinese() ? zh : en;
const grouped = number => number.toLocaleString("en");
const counted = (number, zh, one, many) => grouped(number) + " " + say(zh, number === 1 ? one : many);

/** An element with attributes, listeners (`onclick` and the like) and children; text reaches the page as text alone. */
function make(tag, attributes, children) {
  const vector = ["svg", "g", "path", "rect", "title"].includes(tag);
  const element = vector ? document.createElementNS("http://www.w3.org/2000/svg", tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (name.startsWith("on")) element[name] = value;
    else if (value !== undefined && value !== null && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...[].concat(children === undefined ? [] : children).filter(child => child !== null && child !== undefined));
  return element;
}

function button(key, label, act, attributes) {
  return make("button", { type: "button", class: "more", "data-key": key, onclick: act, ...attributes }, label);
}

/** An ISO 8601 day, or the beginning of one, as one reads it. */
function readable(iso) {
  const [year, month, date] = iso.split("-").map(Number);
  if (chinese()) return [year + "年", month && month + "月", date && date + "日"].filter(Boolean).join("");
  if (!month) return String(year);
  const at = new Date(Date.UTC(2000, month - 1, date || 1));
  return at.toLocaleDateString("en-GB", { month: "long", timeZone: "UTC", ...(date && { day: "numeric" }) }) + " " + year;
}
const period = (from, to) => from === to ? readable(from) : readable(from) + say("至", " to ") + readable(to);

// The reading, as it stands in the address: a path, then `?`, then keys with `&` between them.
const pairsOf = () => (location.hash.split("?")[1] || "").split("&").filter(Boolean);
const values = key => pairsOf().filter(pair => pair.startsWith(key + "=")).map(pair => unescaped(pair.slice(key.length + 1)));
function unescaped(text) {
  try { return decodeURIComponent(text.replace(/\+/g, " ")); } catch { return ""; }
}

/** Changes keys of the reading, each to a list of values; an entry in the history unless `quietly`. */
function turn(changes, quietly) {
  const kept = pairsOf().filter(pair => !(pair.split("=")[0] in changes));
  const added = Object.entries(changes).flatMap(([key, values]) => values.map(value => key + "=" + encodeURIComponent(value)));
  const path = location.hash.split("?")[0].replace(/^#?$/, "#/");
  const hash = path + "?" + kept.concat(added).join("&");
  if (quietly) location.replace(hash); else location.hash = hash;
}

/** The view that is open: its name, and what it shows. */
function opened() {
  const [name, ...rest] = (values("view")[0] || "").split(":");
  return { name, rest };
}
const viewing = (...parts) => turn({ view: [parts.filter((part, nth) => part || parts.slice(nth).some(Boolean)).join(":")] });
const toggled = (list, value) => list.includes(value) ? list.filter(own => own !== value) : list.concat(value);

const cardLink = entity => "#/?card=" + encodeURIComponent(entity.id);
function nameOf(entity, name) {
  return make("a", { class: "kind-name", "data-kind": entity.kind, "data-key": "card " + entity.id, href: cardLink(entity) }, name || entity.name);
}

/** What a figure says, as a table, for whoever does not see it or wants the numbers. */
function beside(heads, rows) {
  const head = make("tr", {}, heads.map(text => text ? make("th", { scope: "col" }, text) : make("td")));
  const line = cells => make("tr", {}, cells.map((cell, nth) => nth ? make("td", {}, cell) : make("th", { scope: "row" }, cell)));
  return make("details", { class: "atlas-beside" }, [
    make("summary", {}, say("以表格閱讀", "Read as a table")),
    make("table", {}, [make("thead", {}, head), make("tbody", {}, rows.map(line))]),
  ]);
}
