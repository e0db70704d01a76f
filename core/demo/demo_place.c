/* SPDX-License-Identifier: Apache-2.0 */
#include "demo/demo_place.h"

#include <stdio.h>
#include <string.h>

enum { PLACES_MAX = 40, STREETS_MAX = 12, OFFICES_MAX = 3 };

/* Lists end with the first NULL. */
struct country {
    const char alpha2[3];
    const char alpha3[4];
    const char *places[PLACES_MAX];
    const char *streets[STREETS_MAX];
    const char *address; /* %s town, %s street, %d house, %d flat */
    /* Six digits of the serial stand for the # signs.  No operator of the country has numbers that
     * begin with zeros. */
    const char *phone;
    const char *issuers[OFFICES_MAX];
    const char *archives[OFFICES_MAX];
    const char *consulate;
};

static const struct country countries[DEMO_COUNTRY_COUNT] = {
    [DEMO_COUNTRY_KZ] = {
        .alpha2 = "KZ",
        .alpha3 = "KAZ",
        .places = { "Алматы", "Астана", "Шымкент", "Қарағанды", "Ақтөбе", "Тараз", "Павлодар",
                    "Өскемен", "Семей", "Атырау", "Қостанай", "Қызылорда", "Орал", "Петропавл",
                    "Ақтау", "Темиртау", "Түркістан", "Көкшетау", "Талдықорған", "Екібастұз",
                    "Рудный", "Жаңаөзен", "Жезқазған", "Кентау", "Балқаш", "Сәтбаев", "Қонаев",
                    "Талғар", "Қаскелең", "Есік", "Жаркент", "Сарыағаш", "Арыс", "Ленгір",
                    "Шу", "Қордай", "Сайрам ауданы", "Мақтаарал ауданы", "Панфилов ауданы" },
        .streets = { "Абай көшесі", "Жамбыл көшесі", "Достық көшесі", "Бейбітшілік көшесі",
                     "Мектеп көшесі", "Қазыбек би көшесі", "Әуезов көшесі", "Гагарин көшесі",
                     "Тәуелсіздік көшесі", "Жастар көшесі", "Көктем көшесі" },
        .address = "%s қ., %s, %d-үй, %d-пәтер",
        .phone = "+7 000 ### ## #0",
        .issuers = { "ҚР ІІМ", "ҚР Әділет министрлігі" },
        .archives = { "Тіркеуші орган мұрағаты", "Облыстық мемлекеттік мұрағат" },
        .consulate = "Қазақстан Республикасының Бас консулдығы",
    },
    [DEMO_COUNTRY_KG] = {
        .alpha2 = "KG",
        .alpha3 = "KGZ",
        .places = { "Бишкек", "Ош", "Жалал-Абад", "Каракол", "Токмок", "Өзгөн", "Балыкчы",
                    "Кара-Балта", "Нарын", "Талас", "Баткен", "Кызыл-Кыя", "Кант", "Кара-Суу",
                    "Таш-Көмүр", "Майлуу-Суу", "Сүлүктү", "Ноокат", "Исфана", "Кара-Көл",
                    "Чолпон-Ата", "Кербен", "Базар-Коргон", "Сузак району", "Аксы району",
                    "Араван району", "Лейлек району", "Кадамжай району", "Ала-Бука району",
                    "Ысык-Ата району", "Сокулук району", "Жайыл району", "Тоң району" },
        .streets = { "Достук көчөсү", "Ленин көчөсү", "Манас көчөсү", "Токтогул көчөсү",
                     "Ынтымак көчөсү", "Советская көчөсү", "Мектеп көчөсү", "Бакыт көчөсү",
                     "Жаштык көчөсү", "Эркиндик бульвары", "Курманжан Датка көчөсү" },
        .address = "%s ш., %s, %d-үй, %d-батир",
        .phone = "+996 000 ######",
        .issuers = { "МКК 211011", "МКК 502031", "КР ИИМ" },
        .archives = { "Райондук ЖААК архиви", "Облустук мамлекеттик архив" },
        .consulate = "Кыргыз Республикасынын Башкы консулдугу",
    },
    [DEMO_COUNTRY_TJ] = {
        .alpha2 = "TJ",
        .alpha3 = "TJK",
        .places = { "Душанбе", "Хуҷанд", "Бохтар", "Кӯлоб", "Истаравшан", "Турсунзода", "Конибодом",
                    "Исфара", "Панҷакент", "Ваҳдат", "Ҳисор", "Норак", "Хоруғ", "Левакант",
                    "Гулистон", "Бӯстон", "Роғун", "Данғара", "Восеъ", "Фархор",
                    "Ҷалолиддини Балхӣ", "Панҷ", "Шаҳритуз", "Қубодиён", "Рашт", "Айнӣ",
                    "Ашт", "Ғафуров", "Спитамен", "Зафаробод", "Рӯдакӣ", "Варзоб", "Файзобод",
                    "Шаҳринав", "Мӯъминобод", "Темурмалик" },
        .streets = { "кӯчаи Рӯдакӣ", "кӯчаи Айнӣ", "кӯчаи Фирдавсӣ", "кӯчаи Борбад",
                     "кӯчаи Дӯстӣ", "кӯчаи Сино", "кӯчаи Ҳофиз", "кӯчаи Саъдӣ",
                     "кӯчаи Истиқлол", "кӯчаи Баҳор", "кӯчаи Лоиқ" },
        .address = "ш. %s, %s, хонаи %d, ҳуҷраи %d",
        .phone = "+992 000 ######",
        .issuers = { "ШВКД", "ВКД Ҷумҳурии Тоҷикистон" },
        .archives = { "Бойгонии САҲШ", "Бойгонии давлатии вилоят" },
        .consulate = "Консулгарии генералии Ҷумҳурии Тоҷикистон",
    },
    [DEMO_COUNTRY_TM] = {
        .alpha2 = "TM",
        .alpha3 = "TKM",
        .places = { "Aşgabat", "Türkmenabat", "Daşoguz", "Mary", "Balkanabat", "Baýramaly",
                    "Türkmenbaşy", "Tejen", "Köneürgenç", "Magdanly", "Gowurdak", "Serdar",
                    "Bereket", "Kerki", "Abadan", "Änew", "Gazojak", "Ýolöten", "Murgap",
                    "Sakarçäge", "Gyzyletrek", "Gumdag", "Hazar", "Kaka", "Babadaýhan",
                    "Akdepe etraby", "Boldumsaz etraby", "Gubadag etraby", "Halaç etraby",
                    "Saýat etraby" },
        .streets = { "Magtymguly köçesi", "Görogly köçesi", "Garaşsyzlyk şaýoly",
                     "Bitaraplyk şaýoly", "Dostluk köçesi", "Mekdep köçesi", "Seýdi köçesi",
                     "Zelili köçesi", "Kemine köçesi", "Ýaşlyk köçesi" },
        .address = "%s ş., %s, %d-nji jaý, %d-nji öý",
        .phone = "+993 00 ######",
        .issuers = { "TDMG", "Etrap polisiýa bölümi" },
        .archives = { "Etrap RÝND arhiwi", "Welaýat döwlet arhiwi" },
        .consulate = "Türkmenistanyň Baş konsullygy",
    },
    [DEMO_COUNTRY_UZ] = {
        .alpha2 = "UZ",
        .alpha3 = "UZB",
        .places = { "Toshkent", "Samarqand", "Namangan", "Andijon", "Buxoro", "Nukus", "Qarshi",
                    "Qoʻqon", "Fargʻona", "Margʻilon", "Urganch", "Jizzax", "Termiz", "Navoiy",
                    "Chirchiq", "Angren", "Olmaliq", "Bekobod", "Guliston", "Shahrisabz",
                    "Kattaqoʻrgʻon", "Denov", "Xiva", "Chust", "Asaka", "Shahrixon", "Rishton",
                    "Quva", "Beshariq", "Uchqoʻrgʻon", "Pop", "Urgut", "Gʻijduvon", "Kogon",
                    "Xoʻjayli", "Toʻrtkoʻl", "Bogʻot tumani", "Sariosiyo tumani" },
        .streets = { "Navoiy koʻchasi", "Amir Temur koʻchasi", "Mustaqillik koʻchasi",
                     "Bobur koʻchasi", "Doʻstlik koʻchasi", "Ibn Sino koʻchasi",
                     "Beruniy koʻchasi", "Yoshlik koʻchasi", "Maktab koʻchasi",
                     "Tinchlik koʻchasi", "Ulugʻbek koʻchasi" },
        .address = "%s sh., %s, %d-uy, %d-xonadon",
        .phone = "+998 00 0## ## ##",
        .issuers = { "IIV 03201", "IIB 17208", "DXM" },
        .archives = { "FHDYo arxivi", "Viloyat davlat arxivi" },
        .consulate = "Oʻzbekiston Respublikasi Bosh konsulxonasi",
    },
    [DEMO_COUNTRY_AF] = {
        .alpha2 = "AF",
        .alpha3 = "AFG",
        .places = { "Kabul", "Herat", "Mazar-i-Sharif", "Kunduz", "Taloqan", "Pul-i-Khumri",
                    "Faizabad", "Jalalabad", "Kandahar", "Ghazni", "Baghlan", "Sheberghan",
                    "Maimana", "Bamyan", "Charikar", "Aybak" },
        .phone = "+93 000 ######",
        .issuers = { "NSIA Kabul", "Tazkira Directorate" },
        .archives = { "Population Registration, Kabul" },
        .consulate = "Consulate of Afghanistan",
    },
    [DEMO_COUNTRY_CN] = {
        .alpha2 = "CN",
        .alpha3 = "CHN",
        .places = { "Кульджа", "Кашгар", "Урумчи", "Хотан", "Аксу", "Чугучак", "Турфан", "Яркенд" },
        .phone = "+86 000 ######",
        .issuers = { "MPS Exit & Entry Administration" },
        .archives = { "Public Security Bureau, Yining" },
        .consulate = "Consulate General of China",
    },
    [DEMO_COUNTRY_RU] = {
        .alpha2 = "RU",
        .alpha3 = "RUS",
        .places = { "Москва", "Омск", "Новосибирск", "Оренбург", "Казань", "Уфа", "Челябинск",
                    "Барнаул", "Томск", "Екатеринбург", "Самара", "Астрахань", "Саратов",
                    "Хабаровск", "Южно-Сахалинск", "Ташкентская область", "Альметьевск" },
        .phone = "+7 000 ### ## #1",
        .issuers = { "МВД 0001", "ФМС 00001" },
        .archives = { "Архив отдела ЗАГС", "Областной государственный архив" },
        .consulate = "Генеральное консульство Российской Федерации",
    },
};

static const char *choose(const char *const *list, size_t size, struct demo_random *random)
{
    long count = 0;
    while (count < (long)size && list[count] != NULL)
        count++;
    return list[demo_random_below(random, count)];
}

enum demo_country demo_country_find(const char *code)
{
    enum demo_country country = 0;
    while (country < DEMO_COUNTRY_COUNT && strcmp(code, countries[country].alpha2) != 0 &&
           strcmp(code, countries[country].alpha3) != 0)
        country++;
    return country;
}

const char *demo_country_alpha3(enum demo_country country)
{
    return countries[country].alpha3;
}

const char *demo_place_choose(enum demo_country country, struct demo_random *random)
{
    return choose(countries[country].places, PLACES_MAX, random);
}

/* Puts text or number where the next "%s" or "%d" is, and all before it; gives what follows. */
static const char *fill_next(struct demo_text *out, const char *pattern, const char *value)
{
    char before[DEMO_TEXT_SIZE];
    snprintf(before, sizeof(before), "%.*s", (int)strcspn(pattern, "%"), pattern);
    demo_text_add(out, before);
    demo_text_add(out, value);
    return strchr(pattern, '%') + 2;
}

void demo_place_write_address(struct demo_text *out, enum demo_country country,
                              struct demo_random *random)
{
    char house[16];
    char flat[16];
    const char *pattern = countries[country].address;
    *out = (struct demo_text){ .length = 0 };
    pattern = fill_next(out, pattern, demo_place_choose(country, random));
    pattern = fill_next(out, pattern, choose(countries[country].streets, STREETS_MAX, random));
    snprintf(house, sizeof(house), "%ld", demo_random_between(random, 1, 180));
    snprintf(flat, sizeof(flat), "%ld", demo_random_between(random, 1, 90));
    pattern = fill_next(out, pattern, house);
    pattern = fill_next(out, pattern, flat);
    demo_text_add(out, pattern);
}

void demo_place_write_phone(struct demo_text *out, enum demo_country country, long serial)
{
    char digits[16];
    char number[DEMO_TEXT_SIZE];
    const char *digit = digits;
    snprintf(digits, sizeof(digits), "%06ld", serial % 1000000);
    snprintf(number, sizeof(number), "%s", countries[country].phone);
    for (char *at = number; *at != '\0'; at++)
        if (*at == '#')
            *at = *digit++;
    *out = (struct demo_text){ .length = 0 };
    demo_text_add(out, number);
}

const char *demo_place_issuer(enum demo_country country, struct demo_random *random)
{
    return choose(countries[country].issuers, OFFICES_MAX, random);
}

const char *demo_place_archive(enum demo_country country, struct demo_random *random)
{
    return choose(countries[country].archives, OFFICES_MAX, random);
}

const char *demo_place_consulate(enum demo_country country)
{
    return countries[country].consulate;
}
