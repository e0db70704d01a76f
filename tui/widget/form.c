/* SPDX-License-Identifier: Apache-2.0 */
#include "widget/form.h"

#include "base/array.h"
#include "base/date_entry.h"
#include "base/text.h"
#include "language.h"
#include "vault/secret.h"
#include "widget/form_private.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- making */

void form_init(struct form *form, struct day today)
{
    *form = (struct form){ .today = today };
}

static void text_replace(char **text, const char *with)
{
    char *copy = NULL;
    if (with != NULL && text_copy(&copy, with, NULL) != STATUS_OK)
        return;
    free(*text);
    *text = copy;
}

void form_field_clear_options(struct form_field *field)
{
    for (size_t i = 0; field != NULL && i < field->option_count; i++) {
        free(field->options[i].code);
        text_wipe(&field->options[i].text);
        free(field->options[i].group);
    }
    if (field != NULL)
        field->option_count = 0;
}

static void field_release(struct form_field *field)
{
    form_field_clear_options(field);
    free(field->options);
    free(field->id);
    free(field->label);
    free(field->hint);
    free(field->fault);
    free(field->remark);
    text_input_release(&field->input);
}

void form_clear(struct form *form)
{
    for (size_t i = 0; i < form->count; i++)
        field_release(&form->fields[i]);
    form->count = 0;
    form->focus = 0;
    form_close_lookup(form);
}

void form_release(struct form *form)
{
    form_clear(form);
    free(form->fields);
    free(form->button);
    *form = (struct form){ .fields = NULL };
}

struct form_field *form_add(struct form *form, enum form_kind kind, const char *id,
                            const char *label)
{
    struct form_field field = { .kind = kind };
    if (array_reserve(&form->fields, &form->capacity, sizeof(field), form->count + 1, NULL) !=
        STATUS_OK)
        return NULL;
    text_replace(&field.id, id);
    text_replace(&field.label, label);
    if (field.id == NULL || field.label == NULL) {
        field_release(&field);
        return NULL;
    }
    field.input.is_multiline = kind == FORM_LINES;
    field.input.is_secret = kind == FORM_SECRET;
    form->fields[form->count++] = field;
    return &form->fields[form->count - 1];
}

void form_add_hidden(struct form *form, const char *id)
{
    struct form_field *field = form_add(form, FORM_TEXT, id, "");
    if (field != NULL)
        field->is_hidden = true;
}

void form_field_hint(struct form_field *field, const char *hint)
{
    if (field != NULL)
        text_replace(&field->hint, hint);
}

void form_field_fault(struct form_field *field, const char *fault)
{
    if (field != NULL)
        text_replace(&field->fault, fault);
}

void form_field_remark(struct form_field *field, const char *remark)
{
    if (field != NULL)
        text_replace(&field->remark, remark);
}

void form_button(struct form *form, const char *text)
{
    text_replace(&form->button, text);
}

void form_field_option(struct form_field *field, const char *code, const char *text)
{
    struct form_option option = { .code = NULL };
    if (field == NULL || array_reserve(&field->options, &field->option_capacity, sizeof(option),
                                       field->option_count + 1, NULL) != STATUS_OK)
        return;
    text_replace(&option.code, code);
    text_replace(&option.text, text);
    if (option.code == NULL || option.text == NULL) {
        free(option.code);
        free(option.text);
        return;
    }
    field->options[field->option_count++] = option;
}

static const struct form_option *find_option(const struct form_field *field, const char *code,
                                             size_t length)
{
    for (size_t i = 0; i < field->option_count; i++)
        if (strlen(field->options[i].code) == length &&
            memcmp(field->options[i].code, code, length) == 0)
            return &field->options[i];
    return NULL;
}

bool form_field_has_option(const struct form_field *field, const char *code)
{
    return field != NULL && find_option(field, code, strlen(code)) != NULL;
}

void form_field_group(struct form_field *field, const char *group)
{
    if (field != NULL && field->option_count > 0)
        text_replace(&field->options[field->option_count - 1].group, group);
}

/* ---- values */

struct form_field *form_find(struct form *form, const char *id)
{
    for (size_t i = 0; i < form->count; i++)
        if (strcmp(form->fields[i].id, id) == 0)
            return &form->fields[i];
    return NULL;
}

static const struct form_field *find_const(const struct form *form, const char *id)
{
    return form_find((struct form *)form, id);
}

const char *form_value(const struct form *form, const char *id)
{
    const struct form_field *field = find_const(form, id);
    return field == NULL || field->kind == FORM_SECRET ? "" : text_input_text(&field->input);
}

void form_set(struct form *form, const char *id, const char *value)
{
    struct form_field *field = form_find(form, id);
    if (field != NULL)
        text_input_set(&field->input, value);
}

void form_take_over(struct form *form, struct form *from)
{
    const struct form_field *focused = form_focused(from);
    for (size_t i = 0; i < from->count; i++) {
        struct form_field *field = form_find(form, from->fields[i].id);
        if (field == NULL || field->kind != from->fields[i].kind)
            continue;
        const struct text_input typed = from->fields[i].input;
        from->fields[i].input = field->input;
        field->input = typed;
        field->is_held = from->fields[i].is_held;
    }
    if (from->count > 0 && focused == NULL)
        form->focus = form->count;
    else if (focused != NULL)
        form_focus(form, focused->id);
    form->is_dirty = form->is_dirty || from->is_dirty;
    form_release(from);
}

const struct secret *form_secret(const struct form *form, const char *id)
{
    const struct form_field *field = find_const(form, id);
    if (field == NULL || field->input.secret == NULL)
        return NULL;
    field->input.secret->length = strlen(text_input_text(&field->input));
    return field->input.secret->length == 0 ? NULL : field->input.secret;
}

char *form_field_shown(const struct form_field *field)
{
    char *text = NULL;
    size_t size = 0;
    const char *value = text_input_text(&field->input);
    FILE *stream = open_memstream(&text, &size);
    if (stream == NULL)
        return NULL;
    if (field->kind == FORM_SECRET)
        for (size_t i = text_length(value); i > 0; i--)
            fputc('*', stream);
    else if (field->kind == FORM_DATE)
        form_write_masked(stream, value);
    else if (field->kind != FORM_CHOICE && field->kind != FORM_CHOICES)
        fputs(value, stream);
    for (const char *at = value; field->option_count > 0 && *at != '\0';) {
        const size_t length = field->kind == FORM_CHOICE ? strlen(at) : strcspn(at, ",");
        const struct form_option *option = find_option(field, at, length);
        fprintf(stream, "%s", at == value ? "" : ", ");
        if (option != NULL)
            fputs(option->text, stream);
        else
            fprintf(stream, "%.*s", (int)length, at);
        at += length + (at[length] == ',');
    }
    if (field->option_count == 0 && (field->kind == FORM_CHOICE || field->kind == FORM_CHOICES))
        fputs(value, stream);
    return fclose(stream) == 0 ? text : NULL;
}

/* ---- the focus */

bool form_is_focusable(const struct form_field *field)
{
    return field->kind != FORM_HEADING && field->kind != FORM_REMARK && !field->is_hidden &&
           !field->is_read_only;
}

void form_focus_first(struct form *form)
{
    form->focus = 0;
    while (form->focus < form->count && !form_is_focusable(&form->fields[form->focus]))
        form->focus++;
}

void form_focus_empty(struct form *form)
{
    for (size_t i = 0; i < form->count; i++)
        if (form_is_focusable(&form->fields[i]) && form->fields[i].is_required &&
            text_input_text(&form->fields[i].input)[0] == '\0') {
            form->focus = i;
            return;
        }
    form->focus = form->count;
    if (form->button == NULL)
        form_focus_first(form);
}

void form_focus(struct form *form, const char *id)
{
    for (size_t i = 0; i < form->count; i++)
        if (strcmp(form->fields[i].id, id) == 0 && form_is_focusable(&form->fields[i]))
            form->focus = i;
}

struct form_field *form_focused(const struct form *form)
{
    return form->focus < form->count ? &form->fields[form->focus] : NULL;
}

bool form_is_typing(const struct form *form)
{
    return form->focus < form->count;
}

bool form_take_dirty(struct form *form)
{
    const bool was = form->is_dirty;
    form->is_dirty = false;
    return was;
}

/* ---- dates */

/* Lines without anything in them are nothing. */
static void settle_lines(struct form_field *field)
{
    const char *text = text_input_text(&field->input);
    size_t length = strlen(text);
    while (length > 0 && strchr(" \n\t", text[length - 1]) != NULL)
        length--;
    if (text[length] != '\0')
        text_input_shorten(&field->input, length);
}

bool form_settle(struct form *form, size_t index)
{
    struct date date;
    struct form_field *field = &form->fields[index];
    const char *typed = text_input_text(&field->input);
    if (field->kind == FORM_LINES)
        settle_lines(field);
    if (field->kind != FORM_DATE)
        return true;
    form_field_fault(field, NULL);
    if (typed[0] == '\0')
        return true;
    const enum status status = field->may_be_ahead
                                   ? date_entry_parse_near(&date, typed, form->today, NULL)
                                   : date_entry_parse(&date, typed, form->today, NULL);
    if (status != STATUS_OK) {
        form_field_fault(field, _("This is no date: write 14.06.1991, 06.1991, 1991, or t for "
                                  "today."));
        return false;
    }
    char text[FORM_DATE_SIZE];
    form_format_date(text, date);
    text_input_set(&field->input, text);
    return true;
}
