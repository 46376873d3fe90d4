// Time: when the stories are from, and which days they speak of. A bar chooses its stretch of time.

const BARS = 40;

/**
 * Bars over stretches of time: `all` of them pale, those of what is `shown` dark. `choose` is told the number of the bar that
 * is chosen, `isChosen` asked for each.
 */
function bars(axis, all, shown, choose, isChosen, label) {
  const most = Math.max(1, ...all), step = 100 / axis.count;
  const bar = (name, count, bin) => {
    const height = count ? Math.max(1.5, 58 * count / most) : 0;
    return make("rect", { class: name, x: (bin * step + step * 0.08).toFixed(2), width: (step * 0.84).toFixed(2), y: (60 - height).toFixed(2), height: height.toFixed(2) });
  };
  const one = (_, bin) => !all[bin] ? null : make("g", { class: "bar" + (isChosen(bin) ? " is-chosen" : ""), onclick: () => choose(bin) }, [
    make("title", {}, label(bin)), make("rect", { class: "bar-reach", x: (bin * step).toFixed(2), width: step.toFixed(2), y: 0, height: 60 }),
    bar("bar-all", all[bin], bin), bar("bar-shown", shown[bin], bin),
  ]);
  const middle = Math.floor((axis.count - 1) / 2);
  const ticks = axis.count > 4 ? [0, middle, axis.count - 1] : [0, axis.count - 1];
  return make("div", { class: "bars" }, [
    make("svg", { class: "bars-drawn", viewBox: "0 0 100 60.5", preserveAspectRatio: "none", "aria-hidden": "true" }, [
      ...Array.from(all, one).filter(Boolean), make("path", { class: "spark-base", d: "M0 60h100" }),
    ]),
    make("p", { class: "bars-ticks", "aria-hidden": "true" }, ticks.map(bin => make("span", {}, readable(axis.from(bin))))),
  ]);
}

function drawDays(data, place) {
  const stories = ofStories(data), spoken = ofSpoken(data);
  place.append(...stories, ...spoken);
  if (!stories.length && !spoken.length) place.append(make("p", { class: "empty" }, say("沒有標明日子的文章或提及的日子。", "No story bears a day or speaks of one.")));
}

/** When the stories are from; a bar sets the filter of days, or takes it back. */
function ofStories(data) {
  const axis = stretches(data.articles.map(article => article.day), BARS);
  if (!axis || axis.count < 2) return [];
  const all = new Uint32Array(axis.count), shown = new Uint32Array(axis.count), [from, to] = [values("from")[0], values("to")[0]];
  data.articles.forEach(({ day }, index) => {
    if (axis.at(day) < 0) return;
    all[axis.at(day)]++;
    shown[axis.at(day)] += Number(data.isShown(index));
  });
  const isChosen = bin => from === axis.from(bin) && to === axis.to(bin);
  const choose = bin => turn(isChosen(bin) ? { from: [], to: [] } : { from: [axis.from(bin)], to: [axis.to(bin)] });
  const label = bin => period(axis.from(bin), axis.to(bin)) + say("：", ": ") + counted(all[bin], "篇", "story", "stories");
  const rows = Array.from(all, (count, bin) => count && [
    period(axis.from(bin), axis.to(bin)), grouped(count), grouped(shown[bin]),
    button("stories " + bin, isChosen(bin) ? say("取消", "Take back") : say("只看這段", "Only these"), () => choose(bin), { "aria-pressed": String(isChosen(bin)) }),
  ]).filter(Boolean);
  return [
    make("h3", { class: "atlas-title" }, say("文章的日子", "Days of the stories")), bars(axis, all, shown, choose, isChosen, label),
    beside([say("時間", "Time"), say("篇數", "Stories"), say("顯示", "Shown"), say("篩選", "Filter")], rows),
  ];
}

/** Which days the shown stories speak of; a bar looks at its stretch of time alone. */
function ofSpoken(data) {
  const { times, articles } = data.tally, [from, to] = opened().rest;
  const dates = data.entities.map((entity, index) => ({ entity, index, day: dayOf(entity.value) && entity.value.split(/[T/.]/)[0] }))
    .filter(({ entity, day }) => entity.kind === "date" && day);
  const here = dates.filter(({ index, day }) => times[index] && within(day, from, to));
  const axis = stretches(here.map(({ day }) => day), BARS);
  const title = make("h3", { class: "atlas-title" }, say("文中提及的日子", "Days the stories speak of"));
  const whole = from ? [make("p", { class: "atlas-line" }, [period(from, to || from), " ", button("whole", say("返回全部", "Back to all"), () => viewing("days"))])] : [];
  if (!axis) return from ? [title, ...whole] : [];
  const sums = new Uint32Array(axis.count);
  here.forEach(({ index, day }) => { sums[axis.at(day)] += times[index]; });
  const choose = bin => viewing("days", axis.from(bin), axis.to(bin));
  const label = bin => period(axis.from(bin), axis.to(bin)) + say("：", ": ") + counted(sums[bin], "次", "mention", "mentions");
  const filters = values("ent");
  here.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.index - b.index));
  const row = ({ entity, index, day }) => make("tr", {}, [
    make("th", { scope: "row" }, [make("a", { class: "kind-name", "data-kind": "date", "data-key": "card " + entity.id, href: cardLink(entity) }, readable(day)),
      make("span", { class: "atlas-about" }, entity.aliases.filter(alias => alias !== entity.value).slice(0, 4).join(say("、", ", ")))]),
    make("td", { class: "atlas-number" }, grouped(times[index])), make("td", { class: "atlas-number" }, grouped(articles[index])),
    make("td", { class: "atlas-act" }, button("day " + entity.id, filters.includes(entity.id) ? say("取消", "Take back") : say("只看這些", "Only these"),
      () => turn({ ent: toggled(filters, entity.id) }), { "aria-pressed": String(filters.includes(entity.id)) })),
  ]);
  const heads = [say("日子", "Day"), say("次數", "Count"), say("篇數", "Stories"), say("篩選", "Filter")];
  return [
    title, ...whole, ...(axis.count > 1 ? [bars(axis, sums, sums, choose, () => false, label)] : []),
    make("table", { class: "atlas-table" }, [
      make("thead", {}, make("tr", {}, heads.map((text, nth) => make("th", { scope: "col", class: ["atlas-wide", "atlas-number", "atlas-number", "atlas-act"][nth] }, text)))),
      make("tbody", {}, here.slice(0, 500).map(row)),
    ]),
  ];
}
