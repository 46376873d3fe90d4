// Time: when the stories are from, and which days they speak of. A bar chooses its stretch of time.

const BARS = 40, MOST = 500;

/**
 * Bars over stretches of time: `all` of them pale, those of what is `shown` dark. `choose` is told the number of the bar that
 * is chosen, `isChosen` asked for each.
 */
function bars(axis, all, shown, choose, isChosen, label) {
  const most = Math.max(1, ...all), step = 100 / axis.count;
  const bar = (name, count, bin) => {
    const height = count ? Math.max(1.5, 58 * count / most) : 0, width = Math.min(6, step * 0.84);
    return make("rect", { class: name, x: ((bin + 0.5) * step - width / 2).toFixed(2), width: width.toFixed(2), y: (60 - height).toFixed(2), height: height.toFixed(2) });
  };
  const one = (_, bin) => !all[bin] ? null : make("g", { class: "bar" + (isChosen(bin) ? " is-chosen" : ""), onclick: () => choose(bin) }, [
    make("title", {}, label(bin)), make("rect", { class: "bar-reach", x: (bin * step).toFixed(2), width: step.toFixed(2), y: 0, height: 60 }),
    bar("bar-all", all[bin], bin), bar("bar-shown", shown[bin], bin),
  ]);
  const few = axis.count <= 6, middle = Math.floor((axis.count - 1) / 2);
  const ticks = few ? [...all.keys()] : [0, middle, axis.count - 1];
  return make("div", { class: "bars" }, [
    make("svg", { class: "bars-drawn", viewBox: "0 0 100 60.5", preserveAspectRatio: "none", "aria-hidden": "true" }, [
      ...Array.from(all, one).filter(Boolean), make("path", { class: "spark-base", d: "M0 60h100" }),
    ]),
    make("p", { class: few ? "bars-ticks is-few" : "bars-ticks", "aria-hidden": "true" }, ticks.map(bin => make("span", {}, readable(axis.from(bin))))),
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
    beside([say("時間", "Time"), say("篇數", "Stories"), say("顯示", "Shown"), ""], rows),
  ];
}

/** Which days the shown stories speak of; a bar looks at its stretch of time alone. */
function ofSpoken(data) {
  const { times } = data.tally, [from, to] = opened().rest;
  const dates = data.entities.map((entity, index) => ({ entity, index, day: dayOf(entity.value) && entity.value.split(/[T/.]/)[0] }))
    .filter(({ entity, index }) => entity.kind === "date" && times[index]);
  const here = dates.filter(({ day }) => day && within(day, from, to));
  // What tells no year, as 20日 of an article without a day, stands by itself: first what tells a day, then the most mentioned.
  const loose = from ? [] : dates.filter(({ day }) => !day);
  const title = make("h3", { class: "atlas-title" }, say("文中提及的日子", "Days the stories speak of"));
  const whole = from ? [make("p", { class: "atlas-line" }, [period(from, to || from), " ", button("whole", say("返回全部", "Back to all"), () => viewing("days"))])] : [];
  const axis = stretches(here.map(({ day }) => day), BARS);
  if (!axis && !loose.length) return from ? [title, ...whole] : [];
  here.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.index - b.index));
  loose.sort((a, b) => (a.entity.value || "~").localeCompare(b.entity.value || "~", "en") || times[b.index] - times[a.index] || a.index - b.index);
  return [
    title, ...whole, ...(axis && axis.count > 1 ? [spokenBars(data, axis, here)] : []),
    dayTable(data, here.slice(0, MOST)), ...(loose.length ? [make("h4", { class: "atlas-line" }, say("沒有年份的", "Without a year")), dayTable(data, loose.slice(0, MOST), here.length > 0)] : []),
  ].filter(Boolean);
}

function spokenBars(data, axis, here) {
  const sums = new Uint32Array(axis.count);
  here.forEach(({ index, day }) => { sums[axis.at(day)] += data.tally.times[index]; });
  const label = bin => period(axis.from(bin), axis.to(bin)) + say("：", ": ") + counted(sums[bin], "次", "mention", "mentions");
  return bars(axis, sums, sums, bin => viewing("days", axis.from(bin), axis.to(bin)), () => false, label);
}

/** A row for each day, below a head where there is none above: its name, how often it is spoken of, and the way to the stories that do. */
function dayTable(data, days, isHeadless) {
  if (!days.length) return null;
  const { times, articles } = data.tally, filters = values("ent");
  const row = ({ entity, index, day }) => {
    const name = day ? readable(day) : entity.name, isChosen = filters.includes(entity.id);
    const others = entity.aliases.filter(alias => alias !== entity.value && alias !== name).slice(0, 4).join(say("、", ", "));
    return make("tr", {}, [
      make("th", { scope: "row" }, [nameOf(entity), make("span", { class: "atlas-about" }, others)]),
      make("td", { class: "atlas-number" }, grouped(times[index])), make("td", { class: "atlas-number" }, grouped(articles[index])),
      make("td", { class: "atlas-act" }, button("day " + entity.id, say("篩選", "Filter"), () => turn({ ent: toggled(filters, entity.id) }),
        { "aria-pressed": String(isChosen), "aria-label": say("篩選：", "Filter: ") + name })),
    ]);
  };
  const heads = [say("日子", "Day"), say("次數", "Count"), say("篇數", "Stories")];
  return make("table", { class: "atlas-table" }, [
    isHeadless ? null : make("thead", {}, make("tr", {}, [...heads.map((text, nth) => make("th", { scope: "col", class: nth ? "atlas-number" : "atlas-wide" }, text)), make("td")])),
    make("tbody", {}, days.map(row)),
  ]);
}
