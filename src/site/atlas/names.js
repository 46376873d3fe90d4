// The index: every name, how often it is mentioned, and where in time.

const ROWS = 100, BINS = 24;

/** Where in time, or in the order of the edition where all is of one day, each article stands. */
function scale(data) {
  const time = stretches(data.articles.map(article => article.day), BINS);
  if (time && time.count > 1) return { count: time.count, at: index => time.at(data.articles[index].day), name: bin => period(time.from(bin), time.to(bin)) };
  const count = Math.min(BINS, data.articles.length);
  return { count, at: index => Math.floor(index * count / data.articles.length) };
}

/** For each entity how often it is mentioned in each stretch of the scale, shown articles only. */
function spread(data, scale) {
  const bins = new Map();
  const { mentions } = data;
  for (let at = 0; at < mentions.length; at += 3) {
    const bin = data.isShown(mentions[at]) ? scale.at(mentions[at]) : -1;
    if (bin < 0) continue;
    if (!bins.has(mentions[at + 1])) bins.set(mentions[at + 1], new Uint32Array(scale.count));
    bins.get(mentions[at + 1])[bin] += mentions[at + 2];
  }
  return bins;
}

/** A bar for each stretch, as high as it is full. */
function sparkline(counts, scale) {
  const most = Math.max(...counts), step = 96 / scale.count;
  let path = "";
  const filled = [];
  counts.forEach((count, bin) => {
    if (!count) return;
    filled.push(bin);
    const height = Math.max(2, 18 * count / most);
    path += "M" + (bin * step + step * 0.1).toFixed(1) + " 20v-" + height.toFixed(1) + "h" + (step * 0.8).toFixed(1) + "v" + height.toFixed(1) + "z";
  });
  const label = scale.name && filled.length ? scale.name(filled[0]) + (filled.length > 1 ? say("起，見於 ", ", in ") + filled.length + say(" 段時間", " stretches of time") : "") : undefined;
  return make("svg", { class: "spark", viewBox: "0 0 96 21", preserveAspectRatio: "none", role: label ? "img" : undefined, "aria-label": label, "aria-hidden": label ? undefined : "true" }, [
    make("path", { class: "spark-base", d: "M0 20.5h96" }), make("path", { class: "spark-bars", d: path }),
  ]);
}

function drawNames(data, place) {
  const { rest: [sort = "", ...kindParts] } = opened(), kind = kindParts.join(":");
  const { times, articles } = data.tally, axis = scale(data), bins = spread(data, axis);
  const collator = new Intl.Collator(document.documentElement.lang);
  const orders = {
    "": (a, b) => times[b] - times[a],
    articles: (a, b) => articles[b] - articles[a] || times[b] - times[a],
    name: (a, b) => collator.compare(data.entities[a].name, data.entities[b].name),
  };
  const all = data.entities.map((_, index) => index).filter(index => times[index] && (!kind || data.entities[index].kind === kind));
  all.sort((a, b) => (orders[sort] || orders[""])(a, b) || a - b);
  let limit = ROWS;
  const body = make("tbody"), line = make("p", { class: "atlas-line", "aria-live": "polite" });
  const more = button("more", say("更多", "More"), () => { limit += 5 * ROWS; fill(); });
  const find = make("input", {
    class: "entity-filter", type: "text", autocomplete: "off", "data-key": "find", value: data.wanted || "",
    "aria-label": say("尋找名稱", "Find a name"), placeholder: say("尋找名稱", "Find a name"),
    oninput: () => { data.wanted = find.value; limit = ROWS; fill(); },
  });
  let asked = 0;
  function fill() {
    const ask = ++asked;
    const folded = find.value.trim() ? Promise.all([self.newsprint.fold(find.value.trim()), data.folded()]) : Promise.resolve(["", []]);
    folded.then(([wanted, names]) => {
      if (ask !== asked) return;
      const found = wanted ? all.filter(index => names[index].some(name => name.includes(wanted))) : all;
      body.replaceChildren(...found.slice(0, limit).map(index => row(data, index, bins.get(index), axis)));
      line.textContent = found.length ? counted(found.length, "個名稱", "name", "names") : say("沒有符合的名稱。", "No name matches.");
      more.hidden = found.length <= limit;
    });
  }
  const column = (key, label, name) => make("th", { scope: "col", class: name, "aria-sort": sort === key ? (key === "name" ? "ascending" : "descending") : undefined },
    button("sort " + key, label, () => viewing("names", key, kind), { class: "atlas-sort" }));
  const head = make("tr", {}, [
    column("name", say("名稱", "Name"), "atlas-wide"), column("", say("次數", "Count"), "atlas-number"), column("articles", say("篇數", "Stories"), "atlas-number"),
    make("th", { scope: "col", class: "atlas-spread" }, axis.name ? say("時間", "Over time") : say("各篇", "By story")),
  ]);
  fill();
  place.append(kinds(data, kind, own => viewing("names", sort, own)), find, line,
    make("table", { class: "atlas-table" }, [make("thead", {}, head), body]), make("p", {}, more));
}

function row(data, index, counts, axis) {
  const entity = data.entities[index], { times, articles } = data.tally;
  const aliases = entity.aliases.slice(0, 6).join(say("、", ", ")) + (entity.aliases.length > 6 ? "…" : "");
  const about = [entity.kindName, aliases, correctionOf(data, entity.id)].filter(Boolean).join(" · ");
  return make("tr", {}, [
    make("th", { scope: "row" }, [nameOf(entity), make("span", { class: "atlas-about" }, about)]),
    make("td", { class: "atlas-number" }, grouped(times[index])), make("td", { class: "atlas-number" }, grouped(articles[index])),
    make("td", { class: "atlas-spread", "data-kind": entity.kind }, counts && sparkline(counts, axis)),
  ]);
}

/** A button for each kind that is mentioned, and one for all. */
function kinds(data, chosen, choose) {
  const known = new Map();
  data.entities.forEach((entity, index) => {
    if (data.tally.times[index]) known.set(entity.kind, [entity.kindName, (known.get(entity.kind) || ["", 0])[1] + 1]);
  });
  const first = ["person", "place", "organisation", "work", "event", "date", "quantity"];
  const rank = kind => first.includes(kind) ? first.indexOf(kind) : first.length;
  const sorted = [...known].sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const one = (kind, name, count) => make("li", {}, button("kind " + kind, [
    make("span", { class: "kind-name" }, name), count === undefined ? null : make("span", { class: "count" }, " " + grouped(count)),
  ], () => choose(kind), { class: "atlas-kind", "data-kind": kind || undefined, "aria-pressed": String(chosen === kind) }));
  return make("ul", { class: "atlas-kinds", "aria-label": say("類別", "Kinds") }, [one("", say("全部", "All")), ...sorted.map(([kind, [name, count]]) => one(kind, name, count))]);
}
