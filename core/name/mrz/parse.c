/* SPDX-License-Identifier: Apache-2.0 */

/* The best of all readings of what was typed. */
#include "name/mrz/private.h"

#include "name/keyboard.h"

#include <string.h>

static unsigned count_bits(unsigned bits)
{
    unsigned count = 0;
    for (; bits != 0; bits &= bits - 1)
        count++;
    return count;
}

/* Fewer errors, else fewer repairs: a zone without an error stays as it was read first. */
static bool is_better(const struct mrz *a, const struct mrz *b)
{
    if (b->format == MRZ_FORMAT_NONE)
        return true;
    if (count_bits(a->errors) != count_bits(b->errors))
        return count_bits(a->errors) < count_bits(b->errors);
    return count_bits(a->repairs) < count_bits(b->repairs);
}

static void keep_better(struct mrz *best, const struct mrz_zone *zone)
{
    struct mrz candidate;
    mrz_zone_take(&candidate, zone);
    if (is_better(&candidate, best))
        *best = candidate;
}

/* ---- readings of one text */

static void consider_lines(struct mrz *best, const struct mrz_typed *typed, unsigned repaired)
{
    for (int format = MRZ_FORMAT_NONE + 1; format < MRZ_FORMAT_COUNT; format++) {
        struct mrz_zone zone;
        if (!mrz_zone_fit(&zone, typed, (enum mrz_format)format))
            continue;
        zone.repairs |= repaired;
        keep_better(best, &zone);
        if (best->errors == 0)
            return;
        mrz_zone_repair(&zone);
        keep_better(best, &zone);
    }
}

static void consider_text(struct mrz *best, const char *text, size_t length, unsigned repaired)
{
    static const struct mrz_reading readings[] = { { 2, false }, { 1, false }, { 2, true } };
    for (size_t i = 0; i < sizeof(readings) / sizeof(readings[0]); i++) {
        struct mrz_typed typed;
        mrz_typed_read(&typed, text, length, readings[i]);
        consider_lines(best, &typed, repaired);
        if (best->errors == 0 || (!typed.has_blanks && !typed.has_guillemets))
            return;
    }
}

/* ---- keyboard layouts */

/* A scanner holds Shift for '<' and capitals.  With Caps Lock on, a layout that has letters on
 * those keys turns that round. */
static void undo_caps_lock(char *text)
{
    static const char shifted[] = ")!@#$%^&*(,\\";
    static const char meant[] = "0123456789<|";
    for (; *text != '\0'; text++) {
        const char *at = strchr(shifted, *text);
        if (at != NULL)
            *text = meant[at - shifted];
    }
}

static void consider_layouts(struct mrz *best, const char *text)
{
    static const enum keyboard_layout layouts[] = {
        KEYBOARD_RUSSIAN, KEYBOARD_KAZAKH,         KEYBOARD_KYRGYZ,
        KEYBOARD_TAJIK,   KEYBOARD_UZBEK_CYRILLIC, KEYBOARD_TURKMEN,
    };
    for (size_t i = 0; i < sizeof(layouts) / sizeof(layouts[0]) && best->errors != 0; i++) {
        char mapped[MRZ_INPUT_MAX * KEYBOARD_BYTES_MAX + 1];
        if (keyboard_map_into(mapped, sizeof(mapped), text, layouts[i], KEYBOARD_US, NULL) !=
            STATUS_OK)
            continue;
        undo_caps_lock(mapped);
        consider_text(best, mapped, strlen(mapped), 1U << MRZ_KEYBOARD);
    }
}

static bool is_blank(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (strchr(" \t\r\n|", text[i]) == NULL || text[i] == '\0')
            return false;
    return true;
}

static bool is_ascii(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if ((unsigned char)text[i] >= 0x80)
            return false;
    return true;
}

bool mrz_parse(struct mrz *out, const char *text, size_t length)
{
    *out = (struct mrz){ .errors = 1U << MRZ_ERROR_LENGTH };
    if (is_blank(text, length))
        out->errors = 1U << MRZ_ERROR_EMPTY;
    if (length > MRZ_INPUT_MAX || is_blank(text, length))
        return false;
    consider_text(out, text, length, 0);
    if (out->errors != 0 && !is_ascii(text, length)) {
        char copy[MRZ_INPUT_MAX + 1];
        memcpy(copy, text, length);
        copy[length] = '\0';
        if (memchr(copy, '\0', length) == NULL)
            consider_layouts(out, copy);
    }
    return out->errors == 0;
}
