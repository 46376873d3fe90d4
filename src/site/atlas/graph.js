// Relations: those that are mentioned most, one under another, and an arc between each two that stand together.

const NODES = 24;
/** Of so few stories every paragraph is looked at; of more, only which names a story has. */
const FEW = 40;

/** Pairs of a place and an entity: by paragraph of few shown articles, else by article. */
function placesOf(data) {
  if (data.shown.length > FEW) {
    const places = [];
    for (let at = 0; at < data.mentions.length; at += 3) if (data.isShown(data.mentions[at])) places.push(data.mentions[at], data.mentions[at + 1]);
    return Promise.resolve(places);
  }
  return Promise.all([...data.shown].map(index => self.newsprint.paragraphs(index))).then(all => all.flatMap((found, nth) => {
    const here = [];
    for (let at = 0; at < found.length; at += 2) here.push([nth * 1e6 + found[at], found[at + 1]]);
    return here.sort((a, b) => a[0] - b[0]).flat();
  }));
}

function drawGraph(data, place) {
  const kind = opened().rest.join(":"), { times } = data.tally;
  const isWanted = ({ kind: own }) => kind ? own === kind : own !== "date" && own !== "quantity";
  const ranked = data.entities.map((_, index) => index).filter(index => times[index] && isWanted(data.entities[index]));
  const chosen = ranked.sort((a, b) => times[b] - times[a] || a - b).slice(0, NODES);
  return placesOf(data).then(places => {
    const all = pairs(places, chosen), drawn = strongest(all, chosen.length, 2 * chosen.length);
    const sequence = order(drawn, chosen.length), row = [];
    sequence.forEach((rank, nth) => { row[rank] = nth; });
    const entity = rank => data.entities[chosen[rank]], filters = values("ent");
    const filter = ids => turn({ ent: ids });
    const together = data.shown.length > FEW
      ? number => counted(number, "篇", "story", "stories") : number => counted(number, "段", "paragraph", "paragraphs");
    const rows = sequence.map(rank => make("li", {}, button("node " + entity(rank).id, [
      make("span", { class: "kind-name" }, entity(rank).name), make("span", { class: "count" }, grouped(times[chosen[rank]])),
    ], () => filter(toggled(filters, entity(rank).id)), { class: "graph-name", "data-kind": entity(rank).kind, "aria-pressed": String(filters.includes(entity(rank).id)) })));
    const arcs = drawn.map(pair => arc(pair, row, chosen.length, drawn[0].together, () => filter([...new Set([...filters, entity(pair.a).id, entity(pair.b).id])]),
      entity(pair.a).name + " · " + entity(pair.b).name + say("：", ": ") + together(pair.together)));
    const light = rank => {
      arcs.forEach((element, nth) => element.classList.toggle("is-lit", drawn[nth].a === rank || drawn[nth].b === rank));
      rows.forEach((element, nth) => element.classList.toggle("is-lit", drawn.some(({ a, b }) => a === rank && b === sequence[nth] || b === rank && a === sequence[nth])));
    };
    rows.forEach((element, nth) => {
      for (const event of ["pointerenter", "focusin"]) element.addEventListener(event, () => light(sequence[nth]));
      for (const event of ["pointerleave", "focusout"]) element.addEventListener(event, () => light(-1));
    });
    const svg = make("svg", { class: "graph-arcs", viewBox: "0 0 100 " + (chosen.length || 1), preserveAspectRatio: "none", "aria-hidden": "true" }, arcs);
    place.append(kinds(data, kind, own => viewing("graph", own)));
    if (!chosen.length) return place.append(make("p", { class: "empty" }, say("所選文章沒有提及這類名稱。", "The stories shown mention no such names.")));
    place.append(
      make("p", { class: "atlas-line" }, data.shown.length > FEW
        ? say("弧線連起同見於一篇文章的名稱；按名稱或弧線，只看提及它們的文章。", "An arc joins names that share a story. Choose a name or an arc to see only the stories that mention it.")
        : say("弧線連起同見於一段的名稱；按名稱或弧線，只看提及它們的文章。", "An arc joins names that share a paragraph. Choose a name or an arc to see only the stories that mention it.")),
      make("div", { class: "graph" }, [make("ol", { class: "graph-names" }, rows), svg]),
      beside([say("名稱", "Name"), say("與", "With"), say("同見", "Together"), ""], all.slice(0, 200).map(({ a, b, together: number }) => [
        nameOf(entity(a)), nameOf(entity(b)), together(number),
        button("pair " + entity(a).id + " " + entity(b).id, say("只看兩者", "Only both"), () => filter([...new Set([...filters, entity(a).id, entity(b).id])])),
      ])),
    );
  });
}

/** From one row to another, the further out the further they are apart; what is pointed at is wider than what is seen. */
function arc({ a, b, together }, row, count, most, act, label) {
  const from = row[a] + 0.5, to = row[b] + 0.5, apart = Math.abs(from - to), out = Math.min(130 * Math.pow(apart / count, 0.6), 20 * apart + 8);
  const path = "M0 " + from + "C" + out.toFixed(1) + " " + from + " " + out.toFixed(1) + " " + to + " 0 " + to;
  const width = (1 + 3 * together / most).toFixed(1);
  return make("g", { class: "arc", onclick: act }, [
    make("title", {}, label), make("path", { class: "arc-reach", d: path }), make("path", { class: "arc-line", d: path, "stroke-width": width }),
  ]);
}
