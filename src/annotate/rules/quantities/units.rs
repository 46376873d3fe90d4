//! Units under all their names, and the one name that a value has them by: ISO 4217 for money, SI and common symbols else.

use std::collections::HashMap;
use std::sync::LazyLock;

/// One unit a line: its symbol, its names in English and its names in (folded) Chinese, with `|` between.
const UNITS: [(&str, &str, &str); 131] = [
    (
        "USD",
        "us dollar|us dollars|u . s . dollar|u . s . dollars|united states dollar|united states dollars|american dollar|american dollars|usd",
        "美元|美金|美刀",
    ),
    ("HKD", "hong kong dollar|hong kong dollars|hk dollar|hk dollars|hkd", "港元|港币|港纸"),
    (
        "TWD",
        "new taiwan dollar|new taiwan dollars|taiwan dollar|taiwan dollars|nt dollar|nt dollars|twd|ntd",
        "新台币|台币|元新台币|元台币",
    ),
    ("MOP", "pataca|patacas|mop", "澳门元|澳门币|葡币"),
    ("CNY", "yuan|chinese yuan|renminbi|rmb|cny|kuai", "人民币|元人民币"),
    ("EUR", "euro|euros|eur|€", "欧元"),
    (
        "GBP",
        "pound sterling|pounds sterling|british pound|british pounds|gbp|sterling|stg|pounds stg|£",
        "英镑",
    ),
    ("JPY", "yen|japanese yen|jpy", "日元|日圆|日币"),
    ("KRW", "won|korean won|south korean won|krw", "韩元|韩圜|韩币"),
    ("RUB", "ruble|rubles|rouble|roubles|russian rubles|rub", "卢布"),
    ("INR", "indian rupee|indian rupees|inr", "印度卢比"),
    ("PKR", "pakistani rupee|pakistani rupees|pkr", "巴基斯坦卢比"),
    ("AUD", "australian dollar|australian dollars|aud", "澳元|澳币"),
    ("CAD", "canadian dollar|canadian dollars|cad", "加元|加币"),
    ("NZD", "new zealand dollar|new zealand dollars|nzd", "新西兰元|纽元|纽币"),
    ("SGD", "singapore dollar|singapore dollars|sgd", "新加坡元|坡元|新元|新加坡币"),
    ("CHF", "swiss franc|swiss francs|chf", "瑞士法郎"),
    ("SEK", "swedish krona|swedish kronor|sek", "瑞典克朗"),
    ("NOK", "norwegian krone|norwegian kroner|nok", "挪威克朗"),
    ("DKK", "danish krone|danish kroner|dkk", "丹麦克朗"),
    ("THB", "baht|thai baht|thb", "泰铢"),
    ("VND", "vietnamese dong|vnd", "越南盾"),
    ("IDR", "indonesian rupiah|rupiah|idr", "印尼盾|印尼卢比"),
    ("MYR", "ringgit|malaysian ringgit|myr", "令吉|林吉特|马币"),
    ("PHP", "philippine peso|philippine pesos|php", "菲律宾比索|披索"),
    ("MXN", "mexican peso|mexican pesos|mxn", "墨西哥比索"),
    ("BRL", "brazilian real|brazilian reais|reais|brl", "雷亚尔|巴西雷亚尔"),
    ("ZAR", "south african rand|rand|zar", "兰特"),
    ("TRY", "turkish lira|turkish liras", "土耳其里拉"),
    ("NGN", "naira|nairas|nigerian naira|ngn", "奈拉"),
    ("SAR", "saudi riyal|saudi riyals|sar", "沙特里亚尔"),
    ("AED", "uae dirham|uae dirhams|aed", "阿联酋迪拉姆|迪拉姆"),
    ("ILS", "shekel|shekels|ils", "谢克尔"),
    ("ITL", "lira|lire|italian lira|italian lire", "里拉"),
    ("FRF", "french franc|french francs|frf", "法国法郎"),
    ("BEF", "belgian franc|belgian francs", "比利时法郎"),
    ("NLG", "guilder|guilders|dutch guilder|dutch guilders|nlg", "荷兰盾"),
    ("FIM", "markka|markkas|finnish markka|finnish markkas", "芬兰马克"),
    ("ESP", "peseta|pesetas|spanish peseta|spanish pesetas", "西班牙比塞塔"),
    ("PTE", "escudo|escudos|portuguese escudo|portuguese escudos", "葡萄牙埃斯库多"),
    ("ATS", "schilling|schillings|austrian schilling|austrian schillings", "奥地利先令"),
    ("IEP", "punt|punts|irish punt|irish punts|irish pound|irish pounds", "爱尔兰镑"),
    ("GRD", "drachma|drachmas|greek drachma|greek drachmas", "德拉克马"),
    ("PLN", "zloty|zlotys|polish zloty|polish zlotys|pln", "兹罗提"),
    ("CZK", "czech koruna|czech korunas|czk", "捷克克朗"),
    ("HUF", "forint|forints|huf", "福林"),
    ("UAH", "hryvnia|hryvnias|uah", "格里夫纳"),
    ("EGP", "egyptian pound|egyptian pounds|egp", "埃及镑"),
    ("KWD", "kuwaiti dinar|kuwaiti dinars|kwd", "科威特第纳尔"),
    ("BDT", "taka|takas|bangladeshi taka", "塔卡"),
    ("LKR", "sri lankan rupee|sri lankan rupees|lkr", "斯里兰卡卢比"),
    ("ARS", "argentine peso|argentine pesos", "阿根廷比索"),
    ("CLP", "chilean peso|chilean pesos", "智利比索"),
    ("COP", "colombian peso|colombian pesos", "哥伦比亚比索"),
    ("CRC", "₡", ""),
    ("LAK", "₭|kip", ""),
    ("BTC", "bitcoin|bitcoins|btc", "比特币"),
    ("$", "dollar|dollars|dlr|dlrs|buck|bucks|$", ""),
    ("元", "", "元|块|块钱|圆"),
    ("franc", "franc|francs", "法郎"),
    ("mark", "deutsche mark|deutsche marks|deutschmarks|d - marks", "马克"),
    ("rupee", "rupee|rupees", "卢比"),
    ("peso", "peso|pesos", "比索"),
    ("cent", "cent|cents|cts", "美分|分钱"),
    ("penny", "penny|pence", "便士"),
    ("%", "percent|per cent|percents|percentage|pct|%", "%"),
    ("percentage points", "percentage point|percentage points", "个百分点|百分点"),
    ("basis points", "basis point|basis points", "个基点|基点"),
    ("‰", "‰", "‰"),
    ("km", "kilometre|kilometres|kilometer|kilometers|km|kms", "公里|千米"),
    ("m", "metre|metres|meter|meters|m", "米|公尺|米高"),
    ("dm", "decimetre|decimetres|decimeter|decimeters|dm", "分米"),
    ("cm", "centimetre|centimetres|centimeter|centimeters|cm", "厘米|公分"),
    ("mm", "millimetre|millimetres|millimeter|millimeters|mm", "毫米|公厘"),
    ("μm", "micrometre|micrometres|micrometer|micrometers|μ m|µ m", "微米"),
    ("nm", "nanometre|nanometres|nanometer|nanometers|nm", "纳米|奈米"),
    ("mi", "mile|miles|mi", "英里"),
    ("nmi", "nautical mile|nautical miles", "海里|浬"),
    ("yd", "yard|yards|yd", "码"),
    ("ft", "foot|feet|ft", "英尺|呎"),
    ("in", "inch|inches|″", "英寸|吋"),
    ("light-year", "light year|light years|light - year|light - years", "光年"),
    (
        "km²",
        "square kilometre|square kilometres|square kilometer|square kilometers|sq km|km ²|km 2",
        "平方公里|平方千米",
    ),
    ("m²", "square metre|square metres|square meter|square meters|sq m|m ²|m 2", "平方米|平方公尺"),
    ("ft²", "square foot|square feet|sq ft", "平方英尺|平方呎"),
    ("mi²", "square mile|square miles", "平方英里"),
    ("ha", "hectare|hectares|ha", "公顷"),
    ("acre", "acre|acres", "英亩"),
    ("亩", "mu", "亩"),
    ("坪", "", "坪"),
    ("m³", "cubic metre|cubic metres|cubic meter|cubic meters|m ³|m 3", "立方米|立方公尺"),
    ("ft³", "cubic foot|cubic feet", "立方英尺|立方呎"),
    ("L", "litre|litres|liter|liters|l", "升|公升"),
    ("mL", "millilitre|millilitres|milliliter|milliliters|ml", "毫升|公撮"),
    ("gal", "gallon|gallons", "加仑"),
    ("bbl", "barrel|barrels|bbl", "桶"),
    ("pint", "pint|pints", "品脱"),
    ("cup", "cup|cups", ""),
    ("tsp", "teaspoon|teaspoons|tsp", "茶匙"),
    ("tbsp", "tablespoon|tablespoons|tbsp", "汤匙"),
    ("t", "tonne|tonnes|metric ton|metric tons|metric tonne|metric tonnes", "公吨"),
    ("ton", "ton|tons", "吨"),
    ("kg", "kilogram|kilograms|kilogramme|kilogrammes|kilo|kilos|kg|kgs", "公斤|千克"),
    ("g", "gram|grams|gramme|grammes|g", "克|公克"),
    ("mg", "milligram|milligrams|mg", "毫克"),
    ("μg", "microgram|micrograms|μ g|µ g|mcg", "微克"),
    ("lb", "pound|pounds|lb|lbs", "磅"),
    ("oz", "ounce|ounces|oz", "盎司|安士"),
    ("斤", "catty|catties", "斤|市斤"),
    ("两", "tael|taels", "两"),
    (
        "°C",
        "degrees celsius|degree celsius|degrees centigrade|° c|° celsius|celsius",
        "摄氏度|℃|°c",
    ),
    ("°F", "degrees fahrenheit|degree fahrenheit|° f|° fahrenheit|fahrenheit", "华氏度|℉"),
    ("°", "degree|degrees|°", "度"),
    ("rad", "radian|radians|rad", "弧度"),
    ("km/h", "kilometres per hour|kilometers per hour|km per hour|km / h|kph|kmh", "公里每小时"),
    ("mph", "miles per hour|mile per hour|mph", "英里每小时"),
    ("m/s", "metres per second|meters per second|m / s", "米每秒"),
    ("kn", "knot|knots", "海里每小时"),
    ("kWh", "kilowatt hour|kilowatt hours|kilowatt - hours|kwh", "千瓦时|度电"),
    ("W", "watt|watts", "瓦|瓦特"),
    ("kW", "kilowatt|kilowatts|kw", "千瓦"),
    ("MW", "megawatt|megawatts|mw", "兆瓦|百万千瓦"),
    ("GW", "gigawatt|gigawatts|gw", "吉瓦"),
    ("V", "volt|volts", "伏|伏特"),
    ("Hz", "hertz|hz", "赫兹"),
    ("kcal", "kilocalorie|kilocalories|kcal", "千卡|大卡"),
    ("cal", "calorie|calories", "卡路里"),
    ("bit", "bit|bits", "比特"),
    ("MB", "megabyte|megabytes|mb", "兆字节"),
    ("GB", "gigabyte|gigabytes|gb", "吉字节"),
    ("TB", "terabyte|terabytes|tb", "太字节"),
];

/// What English numbers count that is no measure, each by its own name.
const COUNTED: &str = "people|persons|passengers|students|cases|times|flats|units|countries|members|seats|votes|vehicles|patients|households|projects|companies|schools|beds|jobs|shares|points|turns";

/// From every name to its symbol.
static BY_NAME: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let mut names = HashMap::new();
    for (symbol, english, chinese) in UNITS {
        for name in english.split('|').chain(chinese.split('|')).filter(|name| !name.is_empty()) {
            names.entry(name).or_insert(symbol);
        }
    }
    names.extend(COUNTED.split('|').map(|name| (name, name)));
    names
});

/// The symbol of a unit under one of its names: in lower case, with spaces between tokens; or in folded Chinese.
pub(super) fn symbol(name: &str) -> Option<&'static str> {
    BY_NAME.get(name).copied()
}

/// All Chinese names, the longest first.
pub(super) fn chinese_names() -> Vec<&'static str> {
    let mut names: Vec<&str> = UNITS
        .iter()
        .flat_map(|(_, _, chinese)| chinese.split('|'))
        .filter(|name| !name.is_empty())
        .collect();
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    names
}

/// Whether a symbol is one of ISO 4217's, or of money that it has none for.
pub(super) fn is_money(symbol: &str) -> bool {
    let money = UNITS.iter().take_while(|(symbol, ..)| *symbol != "%");
    money.into_iter().any(|(money, ..)| *money == symbol)
}

/// The currency of a code of ISO 4217 in lower case, as it stands before an amount: USD 200.
pub(super) fn currency_code(code: &str) -> Option<&'static str> {
    // PHP 8 is a version and a mop is for floors.
    let other = matches!(code, "php" | "mop");
    symbol(code).filter(|symbol| {
        !other && code.len() == 3 && symbol.eq_ignore_ascii_case(code) && is_money(symbol)
    })
}

/// Signs before an amount: their tokens in lower case, and the currency; codes of ISO 4217 are in [`UNITS`].
pub(super) const BEFORE_AMOUNT: [(&str, &str); 36] = [
    ("us $", "USD"),
    ("u . s . $", "USD"),
    ("hk $", "HKD"),
    ("nt $", "TWD"),
    ("a $", "AUD"),
    ("au $", "AUD"),
    ("aud $", "AUD"),
    ("c $", "CAD"),
    ("can $", "CAD"),
    ("cad $", "CAD"),
    ("s $", "SGD"),
    ("nz $", "NZD"),
    ("r $", "BRL"),
    ("mx $", "MXN"),
    ("mex $", "MXN"),
    ("mxn $", "MXN"),
    ("mop $", "MOP"),
    ("$", "$"),
    ("€", "EUR"),
    ("£", "GBP"),
    ("¥", "¥"),
    ("rmb ¥", "CNY"),
    ("₩", "KRW"),
    ("₹", "INR"),
    ("₽", "RUB"),
    ("฿", "THB"),
    ("₫", "VND"),
    ("₪", "ILS"),
    ("₱", "PHP"),
    ("₦", "NGN"),
    ("₺", "TRY"),
    ("₿", "BTC"),
    ("₡", "CRC"),
    ("₭", "LAK"),
    ("rmb", "CNY"),
    ("rs", "rupee"),
];
