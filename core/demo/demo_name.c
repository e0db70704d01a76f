/* SPDX-License-Identifier: Apache-2.0 */
#include "demo/demo_name.h"

#include <stdlib.h>
#include <string.h>

enum script { SCRIPT_CYRILLIC, SCRIPT_UZBEK, SCRIPT_TURKMEN, SCRIPT_AFGHAN, SCRIPT_ARABIC };

static const enum script scripts[DEMO_WRITING_COUNT] = {
    [DEMO_WRITING_KAZAKH] = SCRIPT_CYRILLIC,         [DEMO_WRITING_KYRGYZ] = SCRIPT_CYRILLIC,
    [DEMO_WRITING_TAJIK] = SCRIPT_CYRILLIC,          [DEMO_WRITING_UZBEK_LATIN] = SCRIPT_UZBEK,
    [DEMO_WRITING_UZBEK_CYRILLIC] = SCRIPT_CYRILLIC, [DEMO_WRITING_TURKMEN] = SCRIPT_TURKMEN,
    [DEMO_WRITING_RUSSIAN] = SCRIPT_CYRILLIC,        [DEMO_WRITING_AFGHAN_LATIN] = SCRIPT_AFGHAN,
    [DEMO_WRITING_ARABIC] = SCRIPT_ARABIC,
};

struct endings {
    const char *son;
    const char *daughter;
};

/* The son or daughter of somebody, in the language of the writing. */
static const struct endings children[DEMO_WRITING_COUNT] = {
    [DEMO_WRITING_KAZAKH] = { "ұлы", "қызы" },
    [DEMO_WRITING_KYRGYZ] = { " уулу", " кызы" },
    [DEMO_WRITING_TAJIK] = { "зода", "зода" },
    [DEMO_WRITING_UZBEK_LATIN] = { " oʻgʻli", " qizi" },
    [DEMO_WRITING_UZBEK_CYRILLIC] = { " ўғли", " қизи" },
    [DEMO_WRITING_TURKMEN] = { " ogly", " gyzy" },
    [DEMO_WRITING_AFGHAN_LATIN] = { "zada", "zada" },
    [DEMO_WRITING_ARABIC] = { "زاده", "زاده" },
};

/* The same in Russian records, where the words stay those of the people. */
static const struct endings children_in_russian[DEMO_NATION_COUNT] = {
    [DEMO_NATION_KAZAKH] = { "улы", "кызы" },    [DEMO_NATION_KYRGYZ] = { " уулу", " кызы" },
    [DEMO_NATION_TAJIK] = { "зода", "зода" },    [DEMO_NATION_TURKMEN] = { " оглы", " гызы" },
    [DEMO_NATION_UZBEK] = { " угли", " кизи" },  [DEMO_NATION_AFGHAN] = { "заде", "заде" },
    [DEMO_NATION_UYGHUR] = { " оглы", " кызы" }, [DEMO_NATION_RUSSIAN] = { "", "" },
    [DEMO_NATION_KOREAN] = { "", "" },           [DEMO_NATION_TATAR] = { " улы", " кызы" },
};

static void add_bytes(struct demo_text *text, const char *bytes, size_t length)
{
    if (text->length + length >= sizeof(text->bytes))
        return;
    memcpy(text->bytes + text->length, bytes, length);
    text->length += length;
    text->bytes[text->length] = '\0';
}

void demo_text_add(struct demo_text *text, const char *bytes)
{
    add_bytes(text, bytes, strlen(bytes));
}

/* A spelling, with the spaces for which the lexicon has underscores. */
static void add_name(struct demo_text *text, const struct demo_given *name, enum demo_nation nation,
                     enum demo_writing writing)
{
    const struct demo_spelling *spelling =
        writing == DEMO_WRITING_RUSSIAN ? &name->russian[nation] : &name->in[writing];
    const size_t begin = text->length;
    add_bytes(text, spelling->text, spelling->length);
    for (size_t i = begin; i < text->length; i++)
        if (text->bytes[i] == '_')
            text->bytes[i] = ' ';
}

/* ---- Endings */

/* Takes the ending away if the text has it. */
static bool drop(struct demo_text *text, const char *ending)
{
    const size_t length = strlen(ending);
    if (text->length < length || memcmp(text->bytes + text->length - length, ending, length) != 0)
        return false;
    text->length -= length;
    text->bytes[text->length] = '\0';
    return true;
}

/* Whether it ends with one of the texts that stand in the list with spaces between them. */
static bool ends_with_any(const struct demo_text *text, const char *list)
{
    while (*list != '\0') {
        const size_t length = strcspn(list, " ");
        if (text->length >= length &&
            memcmp(text->bytes + text->length - length, list, length) == 0)
            return true;
        list += length + (list[length] == ' ');
    }
    return false;
}

static void add_cyrillic_ov(struct demo_text *text)
{
    static const char soft[] = "а ә е ё и о ө у ұ ү ӯ ў ы і э ю я ж ш щ ч ц ҷ";
    bool is_soft = drop(text, "й") || drop(text, "ь");
    if (!is_soft && drop(text, "ӣ")) {
        demo_text_add(text, "и");
        is_soft = true;
    }
    demo_text_add(text, is_soft || ends_with_any(text, soft) ? "ев" : "ов");
}

static void add_uzbek_ov(struct demo_text *text)
{
    if (drop(text, "y") || ends_with_any(text, "a e i o u ʻ"))
        demo_text_add(text, "yev");
    else
        demo_text_add(text, ends_with_any(text, "sh ch j") ? "ev" : "ov");
}

/* Between vowels the voiceless consonants become voiced: Myrat, Myradow. */
static void add_turkmen_ov(struct demo_text *text)
{
    if (ends_with_any(text, "a ä e i o ö u ü y"))
        demo_text_add(text, "ýew");
    else if (ends_with_any(text, "ý"))
        demo_text_add(text, "ew");
    else if (ends_with_any(text, "at et it ot ut yt") && drop(text, "t"))
        demo_text_add(text, "dow");
    else if (ends_with_any(text, "ap ep ip op up yp") && drop(text, "p"))
        demo_text_add(text, "bow");
    else
        demo_text_add(text, "ow");
}

static void add_ov(struct demo_text *text, enum demo_writing writing)
{
    switch (scripts[writing]) {
    case SCRIPT_CYRILLIC:
        add_cyrillic_ov(text);
        break;
    case SCRIPT_UZBEK:
        add_uzbek_ov(text);
        break;
    case SCRIPT_TURKMEN:
        add_turkmen_ov(text);
        break;
    case SCRIPT_AFGHAN:
        demo_text_add(text, ends_with_any(text, "a e i o u y") ? "zai" : "i");
        break;
    case SCRIPT_ARABIC:
        demo_text_add(text, ends_with_any(text, "ا ه ی و") ? "زی" : "ی");
        break;
    }
}

static bool is_slavic(enum demo_writing writing)
{
    return scripts[writing] != SCRIPT_AFGHAN && scripts[writing] != SCRIPT_ARABIC;
}

static void add_feminine_a(struct demo_text *text, enum demo_writing writing)
{
    if (is_slavic(writing))
        demo_text_add(text, scripts[writing] == SCRIPT_CYRILLIC ? "а" : "a");
}

static void add_zoda(struct demo_text *text, enum demo_writing writing)
{
    static const char *const endings[] = {
        [SCRIPT_CYRILLIC] = "зода", [SCRIPT_UZBEK] = "zoda",  [SCRIPT_TURKMEN] = "zada",
        [SCRIPT_AFGHAN] = "zada",   [SCRIPT_ARABIC] = "زاده",
    };
    demo_text_add(text, endings[scripts[writing]]);
}

static void add_i(struct demo_text *text, enum demo_writing writing)
{
    if (writing == DEMO_WRITING_TAJIK) {
        drop(text, "ӣ");
        demo_text_add(text, "ӣ");
    } else if (!ends_with_any(text, "и i")) {
        demo_text_add(text, scripts[writing] == SCRIPT_CYRILLIC ? "и" : "i");
    }
}

static void make_feminine_slav(struct demo_text *text)
{
    if (drop(text, "ий"))
        demo_text_add(text, "ая");
    else if (ends_with_any(text, "ов ев ёв ин ын"))
        demo_text_add(text, "а");
}

static void add_child(struct demo_text *text, const struct demo_name *name,
                      enum demo_writing writing)
{
    const struct endings *endings =
        writing == DEMO_WRITING_RUSSIAN ? &children_in_russian[name->nation] : &children[writing];
    demo_text_add(text, name->sex == SEX_FEMALE ? endings->daughter : endings->son);
}

static void write_surname(struct demo_text *out, const struct demo_name *name,
                          const struct demo_surname *surname, enum demo_writing writing)
{
    const bool is_woman = name->sex == SEX_FEMALE;
    *out = (struct demo_text){ .length = 0 };
    add_name(out, surname->stem, name->nation, writing);
    switch (surname->form) {
    case DEMO_SURNAME_OV:
        add_ov(out, writing);
        if (is_woman)
            add_feminine_a(out, writing);
        break;
    case DEMO_SURNAME_ZODA:
        add_zoda(out, writing);
        break;
    case DEMO_SURNAME_I:
        add_i(out, writing);
        break;
    case DEMO_SURNAME_SON:
        add_child(out, name, writing);
        break;
    case DEMO_SURNAME_SLAV:
        if (is_woman)
            make_feminine_slav(out);
        break;
    case DEMO_SURNAME_BARE:
    case DEMO_SURNAME_FORM_COUNT:
        break;
    }
}

/* Юрий: Юрьевич, but Дмитрий: Дмитриевич. */
static bool add_russian_ov(struct demo_text *text, enum demo_nation nation)
{
    if ((nation != DEMO_NATION_RUSSIAN && nation != DEMO_NATION_KOREAN) ||
        ends_with_any(text, "трий") || !drop(text, "ий"))
        return false;
    demo_text_add(text, "ьев");
    return true;
}

static void write_patronymic(struct demo_text *out, const struct demo_name *name,
                             enum demo_writing writing)
{
    static const struct endings endings[] = {
        [SCRIPT_CYRILLIC] = { "ич", "на" }, [SCRIPT_UZBEK] = { "ich", "na" },
        [SCRIPT_TURKMEN] = { "iç", "na" },  [SCRIPT_AFGHAN] = { "", "" },
        [SCRIPT_ARABIC] = { "", "" },
    };
    *out = (struct demo_text){ .length = 0 };
    if (name->father == NULL || name->patronymic == DEMO_PATRONYMIC_NONE)
        return;
    add_name(out, name->father, name->nation, writing);
    if (name->patronymic == DEMO_PATRONYMIC_SON) {
        add_child(out, name, writing);
        return;
    }
    if (!add_russian_ov(out, name->nation))
        add_ov(out, writing);
    demo_text_add(out, name->sex == SEX_FEMALE ? endings[scripts[writing]].daughter
                                               : endings[scripts[writing]].son);
}

/* ---- Whole names */

static void write_parts(struct demo_name_parts *out, const struct demo_name *name,
                        const struct demo_surname *surname, enum demo_writing writing)
{
    write_surname(&out->surname, name, surname, writing);
    out->given = (struct demo_text){ .length = 0 };
    add_name(&out->given, name->given, name->nation, writing);
    write_patronymic(&out->patronymic, name, writing);
}

void demo_name_write(struct demo_name_parts *out, const struct demo_name *name,
                     enum demo_writing writing)
{
    write_parts(out, name, &name->surname, writing);
}

void demo_name_write_maiden(struct demo_name_parts *out, const struct demo_name *name,
                            enum demo_writing writing)
{
    write_parts(out, name, name->maiden.stem == NULL ? &name->surname : &name->maiden, writing);
}

static enum status romanize(struct demo_text *text, enum romanization table, struct error *error)
{
    char *latin = NULL;
    const enum status status = romanization_apply(&latin, table, text->bytes, error);
    if (status == STATUS_OK) {
        *text = (struct demo_text){ .length = 0 };
        demo_text_add(text, latin);
    }
    free(latin);
    return status;
}

enum status demo_name_write_passport(struct demo_name_parts *out, const struct demo_name *name,
                                     struct error *error)
{
    const struct demo_nation_habits *habits = &demo_nations[name->nation];
    demo_name_write(out, name, habits->passport_writing);
    out->patronymic = (struct demo_text){ .length = 0 }; /* no passport of the region has it */
    enum status status = romanize(&out->surname, habits->passport, error);
    return status == STATUS_OK ? romanize(&out->given, habits->passport, error) : status;
}
