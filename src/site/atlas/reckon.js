// What the views of names are drawn from: numbers and text alone, nothing of the page, no clock, no chance.

/** How often each of `count` entities is mentioned in the shown articles, and in how many. `mentions` has three numbers each. */
function tally(mentions, isShown, count) {
  const times = new Uint32Array(count), articles = new Uint32Array(count);
  for (let at = 0; at < mentions.length; at += 3) {
    if (!isShown(mentions[at])) continue;
    times[mentions[at + 1]] += mentions[at + 2];
    articles[mentions[at + 1]]++;
  }
  return { times, articles };
}

const four = year => String(year).padStart(4, "0");
// Days, months, years as whole numbers that follow one another, and as the beginnings of ISO 8601 that say them.
const UNITS = [
  { of: (y, m, d) => new Date(0).setUTCFullYear(y, m - 1, d) / 864e5, from: n => new Date(n * 864e5).toISOString().slice(0, 10) },
  { of: (y, m) => y * 12 + m - 1, from: n => four(Math.floor(n / 12)) + "-" + String(n % 12 + 1).padStart(2, "0") },
  { of: y => y, from: four },
  { of: y => Math.floor(y / 10), from: n => four(n * 10), to: n => four(n * 10 + 9) },
  { of: y => Math.floor(y / 100), from: n => four(n * 100), to: n => four(n * 100 + 99) },
];

/** Year, month and day of what begins with an ISO 8601 day, month or year; null for anything else. */
function dayOf(text) {
  const found = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?=$|[T/.])/.exec(text || "");
  return found && [+found[1], +(found[2] || 1), +(found[3] || 1)];
}

/**
 * Stretches of time of one length, without gaps, from the first of `days` to the last: the shortest length that needs no
 * more than `most` of them. What is known only to the month stands at its beginning. Null where no day is known.
 */
function stretches(days, most) {
  const known = days.map(dayOf).filter(Boolean);
  if (!known.length) return null;
  let fits;
  for (const unit of UNITS) {
    const numbers = known.map(it => unit.of(...it));
    const first = numbers.reduce((a, b) => Math.min(a, b)), last = numbers.reduce((a, b) => Math.max(a, b));
    fits = { unit, first, count: last - first + 1 };
    if (fits.count <= most) break;
  }
  const { unit, first, count } = fits;
  return {
    count,
    at: text => { const it = dayOf(text); return it ? unit.of(...it) - first : -1; },
    from: index => unit.from(first + index),
    to: index => (unit.to || unit.from)(first + index),
  };
}

/** Whether a day lies from one day to another, each as far as it is given, both inclusive; as the filter has it. */
function within(text, from, to) {
  return Boolean(text) && (!from || text >= from || from.startsWith(text)) && (!to || text <= to || text.startsWith(to));
}

/**
 * How often each two of the `chosen` entities stand in one place. `places` are pairs of numbers, a place and an entity, all of
 * one place one after another. The strongest come first, of equally strong ones those of earlier chosen entities.
 */
function pairs(places, chosen) {
  const rank = new Map(chosen.map((entity, index) => [entity, index])), counts = new Map();
  let place, here = new Set();
  const count = () => {
    const ranks = [...here].sort((a, b) => a - b);
    ranks.forEach((a, nth) => ranks.slice(nth + 1).forEach(b => {
      const key = a * chosen.length + b;
      counts.set(key, (counts.get(key) || 0) + 1);
    }));
  };
  for (let at = 0; at < places.length; at += 2) {
    if (places[at] !== place) { count(); here = new Set(); place = places[at]; }
    if (rank.has(places[at + 1])) here.add(rank.get(places[at + 1]));
  }
  count();
  const found = [...counts].map(([key, together]) => ({ a: Math.floor(key / chosen.length), b: key % chosen.length, together }));
  return found.sort((one, other) => other.together - one.together || one.a - other.a || one.b - other.b);
}

/** The pairs worth drawing among `count` entities: the strongest of each, then the strongest of all, up to `most`. */
function strongest(pairs, count, most) {
  const has = new Array(count).fill(false), kept = new Set();
  for (const pair of pairs) {
    if (has[pair.a] && has[pair.b]) continue;
    has[pair.a] = has[pair.b] = true;
    kept.add(pair);
  }
  for (const pair of pairs) if (kept.size < most) kept.add(pair);
  return pairs.filter(pair => kept.has(pair));
}

/**
 * An order in which those that stand together follow one another: each time the one that is nearest to those placed last.
 * The same pairs give the same order.
 */
function order(pairs, count) {
  const weight = Array.from({ length: count }, () => new Array(count).fill(0));
  for (const { a, b, together } of pairs) weight[a][b] = weight[b][a] = together;
  const placed = [], left = Array.from({ length: count }, (_, index) => index);
  while (left.length) {
    const pull = index => placed.reduce((sum, other, nth) => sum + weight[index][other] / (placed.length - nth), 0);
    let best = 0;
    left.forEach((index, nth) => { if (pull(index) > pull(left[best])) best = nth; });
    placed.push(...left.splice(best, 1));
  }
  return placed;
}

/** A name as TOML writes it. */
function quoted(name) {
  const escaped = name.replace(/["\\]/g, "\\$&").replace(/[\u0000-\u001f\u007f-\u009f]/g, c => "\\u" + c.charCodeAt(0).toString(16).padStart(4, "0"));
  return '"' + escaped + '"';
}

/** The entity that another was merged into, and so on to the last; one that is part of a circle is its own. */
function mergedInto(corrections, id) {
  const seen = new Set();
  let end = id;
  while (corrections[end] && corrections[end].into) {
    if (seen.has(end)) return id;
    seen.add(end);
    end = corrections[end].into;
  }
  return end;
}

/**
 * Corrections as an `entities.toml`. `corrections` says of entities, by id, that each is none (`not`), has another `name`,
 * another `kind`, or is the same as another (`into`). `same` gives what two spellings of one name have in common. No name is
 * written twice, since the file may say one thing only of each.
 */
function toml(corrections, entities, same) {
  const byId = new Map(entities.map(entity => [entity.id, entity])), groups = new Map();
  for (const id of Object.keys(corrections)) {
    const end = mergedInto(corrections, id);
    if (!byId.has(id) || !byId.has(end)) continue;
    if (!groups.has(end)) groups.set(end, new Set([end]));
    groups.get(end).add(id);
  }
  const taken = new Set(), not = [], entries = new Map();
  const fresh = names => names.filter(name => {
    const key = same(name);
    return key && !taken.has(key) && taken.add(key);
  });
  for (const [end, ids] of groups) {
    const said = corrections[end] || {}, names = [...ids].flatMap(id => [byId.get(id).name, ...byId.get(id).aliases]);
    if (said.not) { not.push(names); continue; }
    const name = said.name || byId.get(end).name, key = same(name);
    if (!key) continue;
    // Two that were given one name are one.
    if (!entries.has(key)) entries.set(key, { name, aliases: [] });
    const entry = entries.get(key);
    taken.add(key);
    if (said.kind) entry.kind = said.kind;
    entry.aliases.push(...names);
  }
  const parts = [...entries.values()].map(({ name, kind, aliases }) => {
    const others = fresh(aliases).map(quoted).join(", ");
    const lines = ["[[entity]]", "name = " + quoted(name), kind && "kind = " + quoted(kind), others && "aliases = [" + others + "]"];
    return lines.filter(Boolean).join("\n") + "\n";
  });
  const denied = not.flatMap(fresh);
  if (denied.length) parts.unshift("not = [" + denied.map(quoted).join(", ") + "]\n");
  return parts.join("\n");
}
