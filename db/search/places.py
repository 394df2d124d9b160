"""Chinese places and bodies by both names: each language finds what the other prints. Pure."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from db.search.analysis import query_tokens

PROVINCES = """
Beijing 北京|Tianjin 天津|Hebei 河北|Shanxi 山西|Inner_Mongolia 内蒙古|Liaoning 辽宁|Jilin 吉林
Heilongjiang 黑龙江|Shanghai 上海|Jiangsu 江苏|Zhejiang 浙江|Anhui 安徽|Fujian 福建|Jiangxi 江西
Shandong 山东|Henan 河南|Hubei 湖北|Hunan 湖南|Guangdong 广东|Guangxi 广西|Hainan 海南
Chongqing 重庆|Sichuan 四川|Guizhou 贵州|Yunnan 云南|Tibet 西藏|Xizang 西藏|Shaanxi 陕西
Gansu 甘肃|Qinghai 青海|Ningxia 宁夏|Xinjiang 新疆|Taiwan 台湾|Hong_Kong 香港|Macao 澳门
"""
CITIES = """
Changchun 长春|Changji 昌吉|Changsha 长沙|Chengdu 成都|Chuxiong 楚雄|Fuzhou 福州|Guangzhou 广州
Guiyang 贵阳|Haidong 海东|Haikou 海口|Haixi 海西|Hangzhou 杭州|Harbin 哈尔滨|Hefei 合肥
Hohhot 呼和浩特|Jinan 济南|Kunming 昆明|Lanzhou 兰州|Lhasa 拉萨|Lincang 临沧|Nanchang 南昌
Nanjing 南京|Nanning 南宁|Ordos 鄂尔多斯|Baotou 包头|Sanjiangyuan 三江源|Shenyang 沈阳
Shenzhen 深圳|Shihezi 石河子|Shijiazhuang 石家庄|Taiyuan 太原|Urumqi 乌鲁木齐|Wuhan 武汉
Xi'an 西安|Xining 西宁|Yinchuan 银川|Yuxi 玉溪|Zhengzhou 郑州|Zhongguancun 中关村
"""
BODIES = """
Ministry of Science and Technology|科学技术部|科技部
Ministry of Education|教育部
Ministry of Finance|财政部
Ministry of Industry and Information Technology|工业和信息化部|工信部
Ministry of Natural Resources|自然资源部
Ministry of Ecology and Environment|生态环境部
Ministry of Water Resources|水利部
Ministry of Agriculture and Rural Affairs|农业农村部
National Development and Reform Commission|国家发展和改革委员会|国家发展改革委|国家发改委|发改委
State-owned Assets Supervision and Administration Commission|国务院国资委|国资委
Chinese Academy of Sciences|中国科学院|中科院
Chinese Academy of Engineering|中国工程院|工程院
China Association for Science and Technology|中国科学技术协会|中国科协|科协
State Council|国务院
National People's Congress|全国人民代表大会|全国人大
"""


@cache
def _names() -> dict[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    names: dict[tuple[str, ...], tuple[tuple[str, ...], ...]] = {}
    for pair in f"{PROVINCES}|{CITIES}".replace("\n", "|").split("|"):
        if not pair:
            continue
        name, chinese_name = pair.split()
        english = query_tokens(name.replace("_", " "))
        chinese = tuple(map("".join, pairwise(chinese_name)))  # as query_tokens, without its signs
        names[english] = (*names.get(english, ()), chinese)
        names[chinese] = (*names.get(chinese, ()), english)
    return names


def chinese_names() -> tuple[str, ...]:
    """Return the Chinese names of the places that are known by both."""
    pairs = f"{PROVINCES}|{CITIES}".replace("\n", "|").split("|")
    return tuple(pair.split()[1] for pair in pairs if pair)


def other_names(tokens: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Return the tokens of a place's names in the other language; empty for other words."""
    return _names().get(tokens, ())


def other_bodies(name: str) -> tuple[str, ...]:
    """Return the other names of a body that publishes documents, in both languages."""
    for line in BODIES.strip().splitlines():
        names = line.split("|")
        if name.casefold() in (known.casefold() for known in names):
            return tuple(known for known in names if known.casefold() != name.casefold())
    return ()
