/* SPDX-License-Identifier: Apache-2.0 */
#include "demo/demo_story_people.h"

const struct demo_story_person demo_story_people[DEMO_STORY_PEOPLE] = {
    /* An asylum-seeker whose certificate is about to expire and whose child finds no school. */
    [DEMO_FARID] = { "Demoyev", "Farid", NULL, "دموف", "فرید", SEX_MALE, "1995-04-17",
                     "Mazar-i-Sharif", "AFG", "AFG", "ASY", "asylum_seeker", "prs", "married",
                     "сварщик", "2026-08-12" },
    /* Stateless since 1998, on the way to citizenship. */
    [DEMO_GALINA] = { "Образец", "Галина", "Ивановна", "Obrazets", "Galina", SEX_FEMALE,
                      "1968-02-09", "Toshkent", "UZB", "XXA", "STA", "stateless", "ru", "divorced",
                      "швея", NULL },
    /* A worker whose employer keeps his passport. */
    [DEMO_ULUGBEK] = { "Test", "Ulugʻbek", "Rustam oʻgʻli", "Тест", "Улугбек", SEX_MALE,
                       "2002-06-30", "Qarshi", "UZB", "UZB", "LAB", "patent", "uz", "single",
                       "водитель", "2026-05-20" },
    /* Nothing but a passport of the USSR. */
    [DEMO_BURUL] = { "Примерова", "Бурул", NULL, "Primerova", "Burul", SEX_FEMALE, "1959",
                     "Андижан", "UZB", "", "UND", "undetermined", "ky", "widowed", "пенсионер",
                     NULL },
    /* A mother without papers, and three children without birth certificates. */
    [DEMO_ZARINA] = { "Намунавӣ", "Зарина", NULL, "Намунави", "Зарина", SEX_FEMALE, "1997-09-03",
                      "Samarqand", "UZB", "", "UND", "undetermined", "tg", "single", "домохозяйка",
                      "2008-04-01" },
    /* A stolen identity card. */
    [DEMO_SERIK] = { "Нұсқа", "Серік", "Маратұлы", "Нуска", "Серик", SEX_MALE, "1986-05-21",
                     "Тараз", "KAZ", "KAZ", "OTH", "citizen", "kk", "married", "электрик", NULL },
    /* His cousin sold his house on a disputed power of attorney. */
    [DEMO_RUSLAN] = { "Өрнек", "Руслан", "Асанович", "Орнек", "Руслан", SEX_MALE, "1981-01-01",
                      "Жалал-Абад", "KGZ", "KGZ", "RET", "citizen", "ky", "married", "строитель",
                      "2026-03-15" },
    /* Returned with a ban on re-entry, a debt, and a craft without a certificate. */
    [DEMO_AZAMAT] = { "Синов", "Азамат", NULL, "Sinov", "Azamat", SEX_MALE, "1999-08-14", "Өзгөн",
                      "KGZ", "KGZ", "RET", "citizen", "ky", "single", "сварщик", "2026-07-02" },
    /* Returned with her daughter, without a home. */
    [DEMO_OGULNUR] = { "Synag", "Ogulnur", NULL, "Сынаг", "Огульнур", SEX_FEMALE, "1992-03-08",
                       "Mary", "TKM", "TKM", "RET", "citizen", "tk", "married", "парикмахер",
                       "2026-09-27" },
    /* A child found alone at a station. */
    [DEMO_DAVLAT] = { "Намуна", "Давлат", NULL, "Намуна", "Давлатбек", SEX_MALE, "2011-07", "Кӯлоб",
                      "TJK", "TJK", "UND", "undetermined", "tg", "single", NULL, "2026-10-29" },

    /* Farid's wife and children. */
    [DEMO_LAILA] = { "Demoyeva", "Laila", NULL, "دموف", "لیلا", SEX_FEMALE, "1998-11-02",
                     "Mazar-i-Sharif", "AFG", "AFG", "ASY", "asylum_seeker", "prs", "married", NULL,
                     "2026-08-12" },
    [DEMO_OMID] = { "Demoyev", "Omid", NULL, NULL, NULL, SEX_MALE, "2018-03-25", "Mazar-i-Sharif",
                    "AFG", "AFG", "ASY", "asylum_seeker", "prs", "single", NULL, "2026-08-12" },
    [DEMO_PARWANA] = { "Demoyeva", "Parwana", NULL, NULL, NULL, SEX_FEMALE, "2021-01-01",
                       "Mazar-i-Sharif", "AFG", "AFG", "ASY", "asylum_seeker", "prs", "single",
                       NULL, "2026-08-12" },
    /* Zarina's children. */
    [DEMO_SOMON] = { "Намунавӣ", "Сомон", NULL, NULL, NULL, SEX_MALE, "2017-02-11", "Конибодом",
                     "TJK", "", "UND", "undetermined", "tg", "single", NULL, NULL },
    [DEMO_NIGINA] = { "Намунавӣ", "Нигина", NULL, NULL, NULL, SEX_FEMALE, "2019-05", "Конибодом",
                      "TJK", "", "UND", "undetermined", "tg", "single", NULL, NULL },
    [DEMO_KOMRON] = { "Намунавӣ", "Комрон", NULL, NULL, NULL, SEX_MALE, "2023", "Конибодом", "TJK",
                      "", "UND", "undetermined", "tg", "single", NULL, NULL },
    /* Ruslan's wife and cousin. */
    [DEMO_AINURA] = { "Өрнек", "Айнура", NULL, "Орнек", "Айнура", SEX_FEMALE, "1984-10-19",
                      "Жалал-Абад", "KGZ", "KGZ", "RET", "citizen", "ky", "married", "повар",
                      "2026-03-15" },
    [DEMO_KANAT] = { "Өрнек", "Канат", NULL, NULL, NULL, SEX_MALE, "1978-06-06", "Жалал-Абад",
                     "KGZ", "KGZ", "OTH", "citizen", "ky", "married", "предприниматель", NULL },
    /* Ogulnur's daughter, and her husband, who is abroad. */
    [DEMO_AYNA] = { "Synag", "Aýna", NULL, NULL, NULL, SEX_FEMALE, "2020-04-30", "Mary", "TKM",
                    "TKM", "RET", "citizen", "tk", "single", NULL, "2026-09-27" },
    [DEMO_DOWRAN] = { "Synag", "Döwran", NULL, NULL, NULL, SEX_MALE, "1988-12-12", "Mary", "TKM",
                      "TKM", "OTH", "citizen", "tk", "married", "водитель", NULL },
    /* Davlat's mother, whom the office reached by telephone. */
    [DEMO_GULBAHOR] = { "Намуна", "Гулбаҳор", NULL, NULL, NULL, SEX_FEMALE, "~1986", "Кӯлоб", "TJK",
                        "TJK", "OTH", "citizen", "tg", "widowed", "домохозяйка", NULL },
};
