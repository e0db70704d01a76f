/* SPDX-License-Identifier: Apache-2.0 */

/* Sources: the locales ru_RU, kk_KZ, ky_KG, tg_TJ, tk_TM, uz_UZ and uz_UZ@cyrillic of the GNU C
 * library 2.36 for names and abbreviations; the Russian genitive and the Tajik izafet, in which
 * months stand behind a day; Kazakh in the Latin alphabet of 2021. */
#include "base/month_name.h"

#include <string.h>

enum { MONTHS = 12, WORDS_MAX = 12 };

/* Folded: small letters, NFC. */
static const char *const months[MONTHS][WORDS_MAX] = {
    { "январь", "января", "январ", "январи", "янв", "қаңтар", "қаң", "qañtar", "yanvar", "ýanwar",
      "january" },
    { "февраль", "февраля", "феврал", "феврали", "фев", "ақпан", "ақп", "aqpan", "fevral", "fewral",
      "february" },
    { "март", "марта", "марти", "мар", "наурыз", "нау", "nauryz", "mart", "march", "mar" },
    { "апрель", "апреля", "апрел", "апрели", "апр", "сәуір", "сәу", "säuır", "aprel", "april",
      "apr" },
    { "май", "мая", "майи", "мамыр", "мам", "mamyr", "may", "maý" },
    { "июнь", "июня", "июн", "июни", "маусым", "мау", "mausym", "iyun", "iýun", "june" },
    { "июль", "июля", "июл", "июли", "шілде", "шіл", "şılde", "iyul", "iýul", "july" },
    { "август", "августа", "августи", "авг", "тамыз", "там", "tamyz", "avgust", "awgust",
      "august" },
    { "сентябрь", "сентября", "сентябр", "сентябри", "сентабр", "сен", "қыркүйек", "қыр",
      "qyrküiek", "sentabr", "sentýabr", "september" },
    { "октябрь", "октября", "октябр", "октябри", "октабр", "окт", "қазан", "қаз", "qazan", "oktabr",
      "oktýabr", "october" },
    { "ноябрь", "ноября", "ноябр", "ноябри", "ноя", "қараша", "қар", "qaraşa", "noyabr", "noýabr",
      "november" },
    { "декабрь", "декабря", "декабр", "декабри", "дек", "желтоқсан", "жел", "jeltoqsan", "dekabr",
      "december", "dek", "dec" },
};

/* Further short forms in Latin letters. */
static const struct {
    const char *word;
    int month;
} short_names[] = {
    { "jan", 1 },  { "yan", 1 },  { "ýan", 1 },      { "feb", 2 },      { "fev", 2 },
    { "few", 2 },  { "jun", 6 },  { "iyn", 6 },      { "iýn", 6 },      { "jul", 7 },
    { "iyl", 7 },  { "iýl", 7 },  { "aug", 8 },      { "avg", 8 },      { "awg", 8 },
    { "sep", 9 },  { "sen", 9 },  { "oct", 10 },     { "okt", 10 },     { "nov", 11 },
    { "noy", 11 }, { "noý", 11 }, { "sentyabr", 9 }, { "oktyabr", 10 },
};

static const char *const year_words[] = {
    "г",       "гг",   "год",  "года", "жыл",  "жылы",  "жылғы", "жылдың", "жылдын",
    "ж",       "соли", "сол",  "с",    "йил",  "йили",  "й",     "yil",    "yili",
    "yilning", "jyl",  "jyly", "ýyl",  "ýyly", "ýylyň", "ý",     "year",
};

static bool is_word(const char *known, const char *word, size_t length)
{
    return strlen(known) == length && memcmp(known, word, length) == 0;
}

int month_name_find(const char *word, size_t length)
{
    for (int month = 0; month < MONTHS; month++)
        for (int i = 0; i < WORDS_MAX && months[month][i] != NULL; i++)
            if (is_word(months[month][i], word, length))
                return month + 1;
    for (size_t i = 0; i < sizeof(short_names) / sizeof(short_names[0]); i++)
        if (is_word(short_names[i].word, word, length))
            return short_names[i].month;
    return 0;
}

bool month_name_is_year_word(const char *word, size_t length)
{
    for (size_t i = 0; i < sizeof(year_words) / sizeof(year_words[0]); i++)
        if (is_word(year_words[i], word, length))
            return true;
    return false;
}
