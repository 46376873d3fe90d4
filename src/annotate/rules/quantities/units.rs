//! Units under all their names, and the one name that a value has them by: SI and common symbols; money is in `currencies`.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::currencies::CURRENCIES;

/// A unit's symbol, its names in English and its names in (folded) Chinese, with `|` between.
pub(super) type Unit = (&'static str, &'static str, &'static str);

/// What is no money, one unit a line.
const UNITS: [Unit; 115] = [
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
    ("pm", "picometre|picometres|picometer|picometers", ""),
    ("in²", "square inch|square inches|sq in", ""),
    ("yd²", "square yard|square yards", ""),
    ("cm²", "square centimetre|square centimetres|square centimeter|square centimeters|cm ²", ""),
    ("cm³", "cubic centimetre|cubic centimetres|cubic centimeter|cubic centimeters|cc|cm ³", ""),
    ("in³", "cubic inch|cubic inches", ""),
    ("yd³", "cubic yard|cubic yards", ""),
    ("km³", "cubic kilometre|cubic kilometres|cubic kilometer|cubic kilometers", ""),
    ("dL", "decilitre|decilitres|deciliter|deciliters", ""),
    ("cL", "centilitre|centilitres|centiliter|centiliters|cl", ""),
    ("hL", "hectolitre|hectolitres|hectoliter|hectoliters", ""),
    ("quart", "quart|quarts", ""),
    ("fl oz", "fluid ounce|fluid ounces|fl oz", ""),
    ("bushel", "bushel|bushels", ""),
    ("kt", "kilotonne|kilotonnes|kiloton|kilotons", ""),
    ("Mt", "megatonne|megatonnes|megaton|megatons", ""),
    ("cwt", "hundredweight|hundredweights", ""),
    ("ct", "carat|carats", ""),
    ("furlong", "furlong|furlongs", ""),
    ("fathom", "fathom|fathoms", ""),
    ("K", "kelvin|kelvins|degrees kelvin", ""),
    ("ft/s", "feet per second", ""),
    ("Wh", "watt hour|watt hours|watt - hours", ""),
    ("MWh", "megawatt hour|megawatt hours|megawatt - hours|mwh", ""),
    ("GWh", "gigawatt hour|gigawatt hours|gigawatt - hours|gwh", ""),
    ("TWh", "terawatt hour|terawatt hours|terawatt - hours|twh", ""),
    ("TW", "terawatt|terawatts", ""),
    ("hp", "horsepower|hp", ""),
    ("kV", "kilovolt|kilovolts|kv", ""),
    ("A", "ampere|amperes|amp|amps", ""),
    ("J", "joule|joules", ""),
    ("kJ", "kilojoule|kilojoules|kj", ""),
    ("N", "newton|newtons", ""),
    ("Pa", "pascal|pascals", ""),
    ("hPa", "hectopascal|hectopascals|hpa", ""),
    ("psi", "psi", ""),
    ("kHz", "kilohertz|khz", ""),
    ("MHz", "megahertz|mhz", ""),
    ("GHz", "gigahertz|ghz", ""),
    ("dB", "decibel|decibels|db", ""),
    ("B", "byte|bytes", ""),
    ("KB", "kilobyte|kilobytes|kb", ""),
    ("PB", "petabyte|petabytes|pb", ""),
    ("kbit", "kilobit|kilobits", ""),
    ("Mbit", "megabit|megabits", ""),
    ("Gbit", "gigabit|gigabits", ""),
    ("kbit/s", "kbps|kilobits per second", ""),
    ("Mbit/s", "mbps|megabits per second", ""),
    ("Gbit/s", "gbps|gigabits per second", ""),
];

/// What English numbers count that is no measure, each by its own name.
const COUNTED: &str = "people|persons|passengers|students|cases|times|flats|units|countries|members|seats|votes|vehicles|patients|households|projects|companies|schools|beds|jobs|shares|points|turns";

/// From every name to its symbol.
static BY_NAME: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let mut names = HashMap::new();
    for (symbol, english, chinese) in CURRENCIES.iter().chain(&UNITS) {
        for name in english.split('|').chain(chinese.split('|')).filter(|name| !name.is_empty()) {
            names.entry(name).or_insert(*symbol);
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
    let mut names: Vec<&str> = CURRENCIES
        .iter()
        .chain(&UNITS)
        .flat_map(|(_, _, chinese)| chinese.split('|'))
        .filter(|name| !name.is_empty())
        .collect();
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    names
}
