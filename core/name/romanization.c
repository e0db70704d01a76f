/* SPDX-License-Identifier: Apache-2.0 */
#include "name/romanization.h"

#include "base/array.h"
#include "name/romanization/table.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

enum {
    CODE_POINT_BYTES = 4,
    REPLACEMENT = 0xFFFD,
    DECOMPOSED_MAX = 8, /* a letter with all its marks; what is longer is no letter of ours */
};

static const struct romanization_table *const tables[] = {
    [ROMANIZATION_ICAO] = &romanization_icao,
    [ROMANIZATION_GOST2006] = &romanization_gost2006,
    [ROMANIZATION_MVD1997] = &romanization_mvd1997,
    [ROMANIZATION_UZ1995] = &romanization_uz1995,
    [ROMANIZATION_TK1999] = &romanization_tk1999,
    [ROMANIZATION_KK_PASSPORT] = &romanization_kk_passport,
    [ROMANIZATION_KK2021] = &romanization_kk2021,
    [ROMANIZATION_KY_PASSPORT] = &romanization_ky_passport,
    [ROMANIZATION_BGN_KY] = &romanization_bgn_ky,
    [ROMANIZATION_BGN_TG] = &romanization_bgn_tg,
    [ROMANIZATION_ICS630_KK] = &romanization_ics630_kk,
    [ROMANIZATION_ICS630_KY] = &romanization_ics630_ky,
    [ROMANIZATION_ICS630_TG] = &romanization_ics630_tg,
    [ROMANIZATION_ICS630_TK] = &romanization_ics630_tk,
    [ROMANIZATION_ICS630_UZ] = &romanization_ics630_uz,
};
_Static_assert(sizeof(tables) / sizeof(tables[0]) == ROMANIZATION_COUNT, "every table is there");

/* A text on its way. */
struct scribe {
    const struct romanization_table *table;
    const char *rest; /* behind the letter at hand */
    /* The letter or apostrophe before, small and without marks; 0 where a word begins. */
    utf8proc_int32_t previous;
    bool previous_is_capital;
    bool drops_marks; /* the letter before was written without its marks */
    char *bytes;
    size_t length;
    size_t capacity;
    struct error *error;
    enum status status;
};

bool romanization_find(const char *name, enum romanization *out)
{
    for (size_t i = 0; i < ROMANIZATION_COUNT; i++)
        if (strcmp(tables[i]->name, name) == 0) {
            *out = (enum romanization)i;
            return true;
        }
    return false;
}

const char *romanization_name(enum romanization table)
{
    return tables[table]->name;
}

const char *romanization_title(enum romanization table)
{
    return tables[table]->title;
}

const char *romanization_source(enum romanization table)
{
    return tables[table]->source;
}

/* ---- code points */

/* The first one of a text that ends with NUL; 0 at its end. */
static utf8proc_int32_t decode(const char *text, size_t *size)
{
    utf8proc_int32_t code_point = 0;
    utf8proc_ssize_t taken = 0;
    if (*text != '\0')
        taken = utf8proc_iterate((const utf8proc_uint8_t *)text, -1, &code_point);
    *size = taken < 0 ? 1 : (size_t)taken;
    return taken < 0 ? REPLACEMENT : code_point;
}

static bool is_mark(utf8proc_int32_t code_point)
{
    utf8proc_category_t category = utf8proc_category(code_point);
    return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_MC ||
           category == UTF8PROC_CATEGORY_ME;
}

static bool is_letter(utf8proc_int32_t code_point)
{
    utf8proc_category_t category = utf8proc_category(code_point);
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

static bool is_capital(utf8proc_int32_t code_point)
{
    return utf8proc_tolower(code_point) != code_point;
}

static bool is_ascii_letter(utf8proc_int32_t code_point)
{
    return (code_point >= 'A' && code_point <= 'Z') || (code_point >= 'a' && code_point <= 'z');
}

static bool is_among(utf8proc_int32_t code_point, const char16_t *list)
{
    for (; *list != 0; list++)
        if (*list == code_point)
            return true;
    return false;
}

static bool is_apostrophe(utf8proc_int32_t code_point)
{
    return is_among(code_point, u"'`´ʹʻʼ‘’");
}

static enum neighbour neighbour_of(utf8proc_int32_t small)
{
    if (is_among(small, u"аеёиоуыэюяәіөүұўӣӯ"))
        return NEIGHBOUR_VOWEL;
    if (is_among(small, u"ъь") || is_apostrophe(small))
        return NEIGHBOUR_SIGN;
    if (small == u'й')
        return NEIGHBOUR_SHORT_I;
    return is_letter(small) ? NEIGHBOUR_OTHER : NEIGHBOUR_EDGE;
}

/* ---- reading */

/* What stands next, beyond the marks of the letter at hand; 0 at the end of the text. */
static utf8proc_int32_t peek(const struct scribe *scribe, bool skips_apostrophes)
{
    size_t size;
    utf8proc_int32_t code_point;
    const char *at = scribe->rest;
    while ((code_point = decode(at, &size)) != 0 &&
           (is_mark(code_point) || (skips_apostrophes && is_apostrophe(code_point))))
        at += size;
    return code_point;
}

static bool row_fits(const struct scribe *scribe, const struct romanization_row *row,
                     utf8proc_int32_t small)
{
    if (row->letter != small || (row->previous != 0 && row->previous != scribe->previous) ||
        (row->after != 0 && (row->after & neighbour_of(scribe->previous)) == 0))
        return false;
    if (row->next == 0 && row->before == 0)
        return true;
    utf8proc_int32_t next = utf8proc_tolower(peek(scribe, false));
    return (row->next == 0 || row->next == next) &&
           (row->before == 0 || (row->before & neighbour_of(next)) != 0);
}

/* How the small letter is written here, in small letters; NULL when the table does not say. */
static const char *find_latin(const struct scribe *scribe, utf8proc_int32_t small)
{
    const struct romanization_table *table = scribe->table;
    if (small < 0x80 && !is_apostrophe(small))
        return NULL; /* quickly: no table writes ASCII anew */
    for (size_t i = 0; i < ROMANIZATION_PARTS && table->parts[i] != NULL; i++)
        for (const struct romanization_row *row = table->parts[i]; row->letter != 0; row++)
            if (row_fits(scribe, row, small)) {
                bool is_joined = table->joins_doubled_digraphs && scribe->previous == small &&
                                 strlen(row->latin) > 1;
                return is_joined ? "" : row->latin;
            }
    return NULL;
}

/* ---- writing */

static void append(struct scribe *scribe, const char *bytes, size_t length)
{
    if (scribe->status == STATUS_OK)
        scribe->status = array_reserve(&scribe->bytes, &scribe->capacity, 1,
                                       scribe->length + length + 1, scribe->error);
    if (scribe->status != STATUS_OK)
        return;
    memcpy(scribe->bytes + scribe->length, bytes, length);
    scribe->length += length;
    scribe->bytes[scribe->length] = '\0';
}

static utf8proc_int32_t capital_of(const struct scribe *scribe, utf8proc_int32_t small)
{
    bool is_dotted = small == 'i' && scribe->table->writes_dotted_i;
    return is_dotted ? u'İ' : utf8proc_toupper(small);
}

static bool is_between_capitals(const struct scribe *scribe)
{
    utf8proc_int32_t next = peek(scribe, true);
    return is_letter(next) ? is_capital(next) : scribe->previous_is_capital;
}

static void append_capital(struct scribe *scribe, const char *latin)
{
    size_t size;
    utf8proc_int32_t code_point;
    bool goes_on = true;
    for (; (code_point = decode(latin, &size)) != 0; latin += size) {
        utf8proc_uint8_t bytes[CODE_POINT_BYTES];
        utf8proc_int32_t capital = goes_on ? capital_of(scribe, code_point) : code_point;
        append(scribe, (const char *)bytes, (size_t)utf8proc_encode_char(capital, bytes));
        /* Oʻ, Shch, but ʼH: the first that has a capital. */
        if (goes_on && capital != code_point && latin[size] != '\0')
            goes_on = is_between_capitals(scribe);
    }
}

/* ---- letter by letter */

/* False when the table does not know it. */
static bool write_letter(struct scribe *scribe, utf8proc_int32_t letter)
{
    const char *latin = find_latin(scribe, utf8proc_tolower(letter));
    if (latin == NULL && scribe->table->reads_latin && is_ascii_letter(letter)) {
        append(scribe, &(char){ (char)letter }, 1);
        return true;
    }
    if (latin != NULL && is_capital(letter))
        append_capital(scribe, latin);
    else if (latin != NULL)
        append(scribe, latin, strlen(latin));
    return latin != NULL;
}

/* The letter without its marks, the letter itself when it has none. */
static utf8proc_int32_t strip_marks(utf8proc_int32_t letter)
{
    utf8proc_int32_t parts[DECOMPOSED_MAX];
    utf8proc_ssize_t count =
        utf8proc_decompose_char(letter, parts, DECOMPOSED_MAX, UTF8PROC_DECOMPOSE, NULL);
    if (count < 1 || count > DECOMPOSED_MAX)
        return letter;
    for (utf8proc_ssize_t i = 1; i < count; i++)
        if (!is_mark(parts[i]))
            return letter;
    return parts[0];
}

static void remember(struct scribe *scribe, utf8proc_int32_t code_point)
{
    if (is_apostrophe(code_point)) {
        if (scribe->previous != 0)
            scribe->previous = code_point;
        return;
    }
    bool is_in_word = is_letter(code_point);
    scribe->previous = is_in_word ? utf8proc_tolower(code_point) : 0;
    scribe->previous_is_capital = is_in_word && is_capital(code_point);
}

static void write_next(struct scribe *scribe)
{
    size_t size;
    const char *at = scribe->rest;
    utf8proc_int32_t code_point = decode(at, &size);
    scribe->rest += size;
    if (is_mark(code_point)) {
        if (!scribe->drops_marks)
            append(scribe, at, size);
        return;
    }
    bool is_known = write_letter(scribe, code_point);
    if (!is_known && is_letter(code_point)) {
        utf8proc_int32_t stripped = strip_marks(code_point);
        is_known = stripped != code_point && write_letter(scribe, stripped);
        code_point = is_known ? stripped : code_point;
    }
    if (!is_known)
        append(scribe, at, size);
    scribe->drops_marks = is_known;
    remember(scribe, code_point);
}

enum status romanization_apply(char **out, enum romanization table, const char *text,
                               struct error *error)
{
    struct scribe scribe = { .table = tables[table], .rest = text, .error = error };
    *out = NULL;
    append(&scribe, "", 0);
    while (*scribe.rest != '\0' && scribe.status == STATUS_OK)
        write_next(&scribe);
    if (scribe.status != STATUS_OK) {
        free(scribe.bytes);
        return scribe.status;
    }
    *out = scribe.bytes;
    return STATUS_OK;
}

/* ---- the machine-readable zone */

static bool is_separator(utf8proc_int32_t code_point)
{
    utf8proc_category_t category = utf8proc_category(code_point);
    return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_PD ||
           code_point == ',' || code_point == '<';
}

enum status romanization_to_mrz(char **out, const char *text, struct error *error)
{
    size_t size;
    size_t length = 0;
    utf8proc_int32_t code_point;
    char *field;
    *out = NULL;
    enum status status = romanization_apply(&field, ROMANIZATION_ICAO, text, error);
    if (status != STATUS_OK)
        return status;
    /* In place: what is written is never longer than what was read. */
    for (const char *at = field; (code_point = decode(at, &size)) != 0; at += size) {
        if (is_ascii_letter(code_point)) {
            field[length++] = (char)utf8proc_toupper(code_point);
        } else if (is_letter(code_point)) {
            free(field);
            return error_set(error, STATUS_INVALID, "a letter that Doc 9303 does not romanize");
        } else if (is_separator(code_point) && length > 0 && field[length - 1] != '<') {
            field[length++] = '<';
        }
    }
    length -= length > 0 && field[length - 1] == '<';
    field[length] = '\0';
    *out = field;
    return STATUS_OK;
}
