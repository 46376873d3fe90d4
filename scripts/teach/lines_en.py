"""What English news has beside prose: headlines, datelines, results and tables, made up from lists; and names swapped in
the labelled texts, so that what is learnt is how names stand rather than which there are.

All of it is written for this project; clubs, counties and cities are common knowledge.
"""

import json
import os
import re

import names
from common import OUT, chance, lists, write

COUNTIES = (
    "Derbyshire Durham Essex Glamorgan Gloucestershire Hampshire Kent Lancashire Leicestershire Middlesex "
    "Northamptonshire Nottinghamshire Somerset Surrey Sussex Warwickshire Worcestershire Yorkshire"
).split()
LEAGUES = (
    "New York|Chicago|Boston|Houston|Detroit|Cleveland|Seattle|Oakland|Atlanta|Philadelphia|Pittsburgh|Cincinnati|"
    "Milwaukee|Minnesota|Texas|Toronto|Baltimore|California|Los Angeles|San Diego|San Francisco|Colorado|Florida|"
    "Montreal|St Louis|Kansas City|Dallas|Denver|Miami|Buffalo|Washington|Phoenix|Orlando|Charlotte|Indiana|Utah|"
    "Golden State|Sacramento|Portland|Vancouver|Calgary|Edmonton|Ottawa|Green Bay|Tampa Bay|Arizona|Carolina|Jacksonville"
).split("|")
NICKNAMES = (
    "Yankees|Mets|Cubs|Bulls|Bears|Red Sox|Celtics|Astros|Rockets|Tigers|Pistons|Indians|Browns|Mariners|Athletics|Braves|"
    "Hawks|Falcons|Phillies|Eagles|Pirates|Steelers|Reds|Bengals|Brewers|Twins|Vikings|Rangers|Blue Jays|Raptors|Orioles|"
    "Ravens|Angels|Dodgers|Lakers|Padres|Giants|Rockies|Broncos|Marlins|Dolphins|Expos|Cardinals|Royals|Chiefs|Cowboys|"
    "Mavericks|Bills|Sabres|Suns|Magic|Heat|Hornets|Pacers|Jazz|Warriors|Kings|Packers|Panthers|Jaguars|Oilers|Flames|Bruins"
).split("|")
CLUBS = (
    "Arsenal|Chelsea|Liverpool|Everton|Tottenham|Leeds|Newcastle|Sunderland|Blackburn|Wimbledon|Middlesbrough|Southampton|"
    "Coventry|Nottingham Forest|Aston Villa|West Ham|Sheffield Wednesday|Manchester United|Manchester City|Leicester|Derby|"
    "Rangers|Celtic|Hibernian|Aberdeen|Dundee United|Hearts|Motherwell|Kilmarnock|Raith|Bayern Munich|Borussia Dortmund|"
    "Werder Bremen|Hamburg|VfB Stuttgart|Schalke|Bayer Leverkusen|Karlsruhe|1860 Munich|Hansa Rostock|Ajax|Feyenoord|"
    "PSV Eindhoven|Vitesse Arnhem|Twente|Groningen|Willem II|Utrecht|Juventus|AC Milan|Inter Milan|Lazio|Roma|Parma|"
    "Fiorentina|Sampdoria|Napoli|Torino|Udinese|Real Madrid|Barcelona|Atletico Madrid|Valencia|Sevilla|Real Betis|"
    "Deportivo Coruna|Espanyol|Porto|Benfica|Sporting Lisbon|Anderlecht|Club Brugge|Standard Liege|Paris Saint-Germain|"
    "Monaco|Marseille|Auxerre|Lens|Metz|Bordeaux|Nantes|Lyon|Lille|Spartak Moscow|Dynamo Kiev|Legia Warsaw|"
    "Red Star Belgrade|Partizan|Slavia Prague|Sparta Prague|Galatasaray|Fenerbahce|Besiktas|Olympiakos|Panathinaikos|"
    "AEK Athens|Rosenborg|Brondby|IFK Gothenburg"
).split("|")
SPORTS = ["SOCCER", "TENNIS", "GOLF", "CRICKET", "BASEBALL", "RUGBY UNION", "CYCLING", "ATHLETICS", "BASKETBALL", "BOXING"]
OFTEN = "U.S.|Britain|Germany|France|Italy|Spain|Australia|Russia|England|Sweden|Netherlands|South Africa|India|Pakistan|New Zealand"

R = chance(5)


def census(file, most):
    path = os.path.join(os.path.dirname(names.__file__), file)
    with open(path) as lines:
        return [line.split()[0].capitalize() for line, _ in zip(lines, range(most))]


FIRST = census("dist.male.first", 400) + census("dist.female.first", 400)
LAST = census("dist.all.last", 12000)
CITIES = [english for _, english, _ in lists("cities.tsv") if re.fullmatch(r"[A-Z][A-Za-z .'-]+", english)]
COUNTRIES = [english for _, english, _ in lists("countries.tsv") if english] + OFTEN.split("|") * 3


class Line:
    """A text and its names, put together piece by piece."""

    def __init__(self):
        self.text, self.names = "", []

    def __call__(self, piece, kind=None):
        if kind:
            self.names.append((len(self.text), len(self.text) + len(piece), kind))
        self.text += piece
        return self

    def row(self):
        return {"text": self.text, "ents": self.names}


def number(least, most):
    return str(R.randint(least, most))


def person():
    first = R.choice("ABCDEFGHJKLMNPRSTW") + "." if R.random() < 0.1 else R.choice(FIRST)
    return f"{first} {R.choice(LAST)}"


def team():
    lot = R.random()
    groups = ((0.35, LEAGUES), (0.7, CLUBS), (0.8, COUNTIES), (1.1, CITIES))
    return R.choice(next(group for most, group in groups if lot < most))


def fixture(b):
    home, away = R.choice(LEAGUES), R.choice(LEAGUES)
    if R.random() < 0.7:
        home, away = home.upper(), away.upper()
    b(home, "ORG")(R.choice([" AT ", " at "]))(away, "ORG")


def score(b):
    b(team(), "ORG")(f" {number(0, 12)} ")(team(), "ORG")(f" {number(0, 12)}")


def standing(b):
    b(team(), "ORG")(" " + " ".join(number(0, 90) for _ in range(R.randint(4, 8))))


def placed(b):
    bracket = R.choice(["(", "( "])
    b(f"{number(1, 40)}. ")(person(), "PER")(f" {bracket}")(R.choice(COUNTRIES), "LOC")
    b(f"{bracket[1:]}) {number(9, 59)}.{number(10, 99)}")


def listed(b):
    comma = R.choice([" , ", ", "])
    b(f"{number(1, 40)}. ")(person(), "PER")(comma)(R.choice(COUNTRIES), "LOC")(comma + number(1, 40))(R.choice([" points", ""]))


def match(b):
    b(person(), "PER")(" (")(R.choice(COUNTRIES), "LOC")(") beat ")(person(), "PER")(" (")(R.choice(COUNTRIES), "LOC")(") ")
    b(" ".join(f"{R.randint(0, 7)}-{R.randint(0, 7)}" for _ in range(R.randint(2, 4))))


def innings(b):
    b(R.choice(COUNTIES), "ORG")(f" {number(80, 600)} ( ")(person(), "PER")(f" {number(50, 150)} ) and {number(20, 300)} v ")
    b(R.choice(COUNTIES), "ORG")(f" {number(80, 500)}")


def beat(b):
    verb = R.choice([" beat ", " defeated ", " lost to ", " drew with ", " host ", " edged ", " thrashed "])
    b(team(), "ORG")(verb)(team(), "ORG")(f" {R.randint(0, 6)}-{R.randint(0, 6)}")
    b(R.choice([" on Saturday .", " in a first division match on Sunday.", ""]))


def report(b):
    deed = R.choice([" hit a two-run homer", " scored 28 points", " pitched seven innings", " drove in three runs"])
    b("In ")(R.choice(LEAGUES), "LOC")(", ")(person(), "PER")(deed + R.choice([" as the ", " and the "]))(R.choice(NICKNAMES), "ORG")
    b(R.choice([" beat the ", " edged the "]))(f"{R.choice(LEAGUES)} {R.choice(NICKNAMES)}", "ORG")(f" {number(1, 9)}-{number(0, 8)}.")


def headline(b):
    verb = R.choice([" BEAT ", " DRAW WITH ", " HOLD ", " EDGE ", " CRUSH "])
    b(f"{R.choice(SPORTS)} - ")(team().upper(), "ORG")(verb)(team().upper(), "ORG")(R.choice([" .", " TO GO TOP .", " IN CUP FINAL ."]))


def star(b):
    verb = R.choice([" WINS ", " OUT OF ", " TAKES LEAD IN ", " SET FOR ", " BEATS "])
    b(f"{R.choice(SPORTS)} - ")(R.choice(LAST).upper(), "PER")(verb + R.choice(["OPEN", "TITLE", "FINAL", "RACE", "FIRST ROUND"]) + " .")


def dateline(b):
    city = R.choice(CITIES)
    day = R.choice([f" 1996-08-2{number(0, 9)}", f" 1997-0{number(1, 9)}-1{number(0, 9)}", f", {R.choice(['Jan', 'March', 'Aug'])} {number(1, 28)}"])
    b(city.upper() if R.random() < 0.7 else city, "LOC")(day)


def nickname(b):
    b(f"{R.choice(LEAGUES)} {R.choice(NICKNAMES)}", "ORG")(R.choice([" ", " (", " - "]) + number(1, 80))


def dismissed(b):
    b(R.choice(LAST), "PER")(" " + R.choice(["b", "c", "lbw b", "not out", "run out"]) + " ")
    b(*(R.choice(LAST), "PER") if R.random() < 0.6 else (number(0, 99),))(f" {number(0, 150)}")


def squad(b):
    for at in range(R.randint(1, 5)):
        b(R.choice([", ", " , "]) if at else "")
        b(person() if R.random() < 0.6 else R.choice(LAST), "PER")
        if R.random() < 0.4:
            b(" ( ")(R.choice(CLUBS + LEAGUES), "ORG")(" )")


def scorers(b):
    b(R.choice(["Attendance: ", "Scorers : ", "Halftime "]))(R.choice(LAST), "PER")(f" ( {number(1, 90)}th minute ) , ")
    b(R.choice(LAST), "PER")(f" ( {number(1, 90)}th )")


FORMS = [fixture, score, standing, placed, listed, match, innings, beat, report, headline, star, dateline, nickname, dismissed, squad, scorers]


def lines():
    for _ in range(6000):
        line = Line()
        R.choice(FORMS)(line)
        yield line.row()


def opened():
    """A part of the news, with some of its beginnings again as headlines are printed."""
    lot = chance(1)
    for at, line in enumerate(open(OUT / "en-news.jsonl", encoding="utf-8")):
        row = json.loads(line)
        text, found = row["text"], row["ents"]
        if row["source"] == "reuters" and (at % 3 or not found and at % 2):
            continue
        yield {"text": text, "ents": found}
        start = re.match(r".{20,110}?(?=[,.;])", text)
        chosen = lot.random()
        if start and chosen < 0.09 and text.isascii():
            head = start.group(0)
            inside = [name for name in found if name[1] <= len(head)]
            small = re.sub(r"(?<![\w'])([a-z])(?=\w{3})", lambda m: m.group(1).upper(), head)
            yield {"text": head.upper() if chosen < 0.06 else small, "ents": inside}


def swapped():
    """The same with other people in them."""
    with_people = 0
    for row in opened():
        text = row["text"]
        if text.isupper() or not any(kind == "PER" for _, _, kind in row["ents"]):
            continue
        with_people += 1
        if with_people % 2:
            continue
        line, at, known = Line(), 0, {}
        for start, end, kind in sorted(row["ents"]):
            if start < at:
                continue
            name = text[start:end]
            if kind == "PER" and re.fullmatch(r"[A-Z][A-Za-z.'-]+( [A-Z][A-Za-z.'-]+)*", name):
                *first, last = name.split()
                last = known.setdefault(last, R.choice(LAST))
                name = " ".join([R.choice(FIRST), *first[1:], last]) if first else last
            line(text[at:start])(name, kind)
            at = end
        yield line(text[at:]).row()


if __name__ == "__main__":
    write("en-lines.jsonl", lines())
    write("en-open.jsonl", opened())
    write("en-swapped.jsonl", swapped())
