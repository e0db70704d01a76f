/* SPDX-License-Identifier: Apache-2.0 */
#include "command/case/missing.h"

#include "language.h"
#include "paragraph.h"
#include "sentence.h"
#include "wording/case_text.h"

#include <stdlib.h>

enum { LABEL_INDENT = 2, HINT_INDENT = 6 };

struct case_place case_missing_place(const struct missing *missing)
{
    return (struct case_place){ .field = missing->field,
                                .rows = missing->rows,
                                .evidence = missing->evidence,
                                .row = missing->row };
}

void case_missing_path(char out[CASE_PATH_SIZE], const struct missing *missing)
{
    out[0] = '\0';
    if (missing->evidence != NULL)
        snprintf(out, CASE_PATH_SIZE, "%s%s", case_path_evidence, missing->evidence->type);
    else if (missing->rows != NULL && missing->field != NULL)
        snprintf(out, CASE_PATH_SIZE, "%s.%d.%s", missing->rows->id, missing->row,
                 missing->field->id);
    else if (missing->field != NULL)
        snprintf(out, CASE_PATH_SIZE, "%s", missing->field->id);
}

/* "how: theft (Stolen), lost (Lost)" */
static void write_hint(FILE *stream, const struct missing *missing)
{
    char path[CASE_PATH_SIZE];
    const struct case_place place = case_missing_place(missing);
    case_missing_path(path, missing);
    if (missing->kind == MISSING_MUST_BE) {
        fprintf(stream, "%s: %s. %s", path, missing->field->must_be,
                _("With another answer the step cannot be finished."));
        return;
    }
    if (missing->kind == MISSING_ROWS) {
        char number[24];
        const struct field *rows = missing->field;
        snprintf(number, sizeof(number), "%d", rows->least.value > 1 ? rows->least.value : 1);
        /* TRANSLATORS: %s is a number. */
        sentence_fill(stream, _("rows needed at least: %s; each of "), "%s", number);
        case_place_write_hint(stream, &(const struct case_place){ .field = rows });
        return;
    }
    fprintf(stream, "%s: ", path);
    case_place_write_hint(stream, &place);
}

static void write_label(FILE *stream, const struct missing *missing)
{
    const struct case_place place = case_missing_place(missing);
    case_place_write(stream, &place);
    if (missing->evidence != NULL)
        fprintf(stream, " (%s)", _("paper to be seen"));
}

static void write_paragraph(FILE *stream, const struct missing *missing, size_t indent,
                            void (*write)(FILE *stream, const struct missing *missing))
{
    char *text = NULL;
    size_t size = 0;
    FILE *memory = open_memstream(&text, &size);
    if (memory == NULL)
        return;
    write(memory, missing);
    if (fclose(memory) == 0)
        paragraph_write(stream, text, indent, paragraph_width(stream, true));
    free(text);
}

static void write_case(FILE *stream, const struct step *step)
{
    paragraph_write(stream,
                    _("A casefile that is opened from this one: 'qadam case open' with --parent"),
                    LABEL_INDENT, paragraph_width(stream, true));
    fprintf(stream, "%*s%s\n", HINT_INDENT, "", step->opens_case);
}

void case_missing_write(FILE *stream, const struct step *step, const struct missing_list *missing)
{
    for (size_t i = 0; i < missing->count; i++) {
        const struct missing *one = &missing->items[i];
        if (one->kind == MISSING_CASE) {
            write_case(stream, step);
            continue;
        }
        write_paragraph(stream, one, LABEL_INDENT, write_label);
        write_paragraph(stream, one, HINT_INDENT, write_hint);
    }
}
