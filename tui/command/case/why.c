/* SPDX-License-Identifier: Apache-2.0 */

/* qadam case why: what the indications and the assessments of a casefile follow from. */
#include "command/case/session.h"
#include "command/case/step_command.h"
#include "command/country/command.h"
#include "command/json.h"
#include "command/person/sheet.h"
#include "language.h"
#include "sentence.h"
#include "wording/explanation_text.h"

#include <stdlib.h>
#include <string.h>

const struct option case_why_options[] = {
    { "indication", N_("ID"), N_("Only this indication, such as 'asylum'."), OPTION_TEXT, 0, 0,
      false },
    { "json", NULL, N_("Print an array of JSON objects."), OPTION_FLAG, 0, 0, false },
    TODAY_OPTION,
    { .name = NULL },
};

struct why {
    struct case_session session;
    const char *wanted; /* NULL: all */
    int count;
    struct json *json;
    struct error error;
};

/* ---- lines */

static void print_line(void *self, int indent, const char *text)
{
    (void)self;
    printf("%*s", indent + 2, "");
    sentence_write_value(stdout, text, (size_t)indent + 2, (size_t)indent + 4);
}

static const struct explanation_sink printed = { print_line, NULL };

static int print_indication(struct why *why, const struct indication *indication)
{
    const struct casefile_view *view = &why->session.view;
    const struct country_pack *pack = view->situation.country;
    const struct country_body *body = pack == NULL || indication->body == NULL
                                          ? NULL
                                          : country_pack_find_body(pack, indication->body);
    person_sheet_heading(stdout, workflow_text(indication->title));
    print_line(NULL, 0, workflow_text(indication->says));
    if (indication->origin.check_locally)
        print_line(NULL, 0, _("Practice, not law: check locally."));
    if (body != NULL)
        person_sheet_line(stdout, _("Turn to"), country_text(body->name));
    return explanation_tell_indication(&printed, indication, &view->standing, &view->situation,
                                       &why->error) == STATUS_OK
               ? EXIT_CODE_DONE
               : sentence_fail(NULL, &why->error);
}

static int print_assessment(struct why *why, const struct step *step)
{
    person_sheet_heading(stdout, workflow_text(step->title));
    return explanation_tell_signs(&printed, step, &why->session.view.situation, &why->error) ==
                   STATUS_OK
               ? EXIT_CODE_DONE
               : sentence_fail(NULL, &why->error);
}

/* ---- JSON */

static int reasons_json(struct why *why, const struct reason_list *reasons, char **out)
{
    struct json *json = json_begin();
    (void)why;
    for (size_t i = 0; i < reasons->count; i++) {
        const struct reason *reason = &reasons->items[i];
        char *text = NULL;
        size_t size = 0;
        FILE *memory = open_memstream(&text, &size);
        if (memory != NULL) {
            explanation_write_reason(memory, reason);
            fclose(memory);
        }
        const struct json_member members[] = {
            { "kind", JSON_TEXT, reason_kind_word(reason->kind), 0 },
            { "step", JSON_TEXT, reason->step == NULL ? NULL : reason->step->id, 0 },
            { "field", JSON_TEXT, reason->condition->field, 0 },
            { "value", JSON_TEXT, reason->value, 0 },
            { "dimension", JSON_TEXT, reason->dimension == NULL ? NULL : reason->dimension->id, 0 },
            { "says", JSON_TEXT, text, 0 },
        };
        json_add(json, members, sizeof(members) / sizeof(members[0]));
        free(text);
    }
    return json_end_text(json, out);
}

static int path_json(struct why *why, const struct indication *indication, char **out)
{
    const struct standing *standing = &why->session.view.standing;
    struct json *json = json_begin();
    for (size_t i = 0; i < standing->step_count; i++) {
        const struct step_standing *step = &standing->steps[i];
        if (step->state == STEP_NOT_NEEDED || !indication_opens(indication, step->step))
            continue;
        const struct json_member members[] = {
            { "step", JSON_TEXT, step->step->id, 0 },
            { "state", JSON_TEXT, step_state_word(step->state), 0 },
        };
        json_add(json, members, sizeof(members) / sizeof(members[0]));
    }
    return json_end_text(json, out);
}

static int add_indication(struct why *why, const struct indication *indication)
{
    const struct casefile_view *view = &why->session.view;
    struct reason_list reasons;
    char *because = NULL, *path = NULL;
    if (indication_list_reasons(&reasons, indication, &view->standing, &view->situation,
                                &why->error) != STATUS_OK)
        return sentence_fail(NULL, &why->error);
    int code = reasons_json(why, &reasons, &because);
    if (code == EXIT_CODE_DONE)
        code = path_json(why, indication, &path);
    const struct json_member members[] = {
        { "kind", JSON_TEXT, "indication", 0 },
        { "id", JSON_TEXT, indication->id, 0 },
        { "says", JSON_TEXT, workflow_text(indication->says), 0 },
        { "body", JSON_TEXT, indication->body, 0 },
        { "alert", JSON_TEXT, indication->alert, 0 },
        { "compartment", JSON_TEXT,
          indication->compartment == 0
              ? ""
              : compartment_word((enum compartment)(indication->compartment - 1)),
          0 },
        { "check_locally", JSON_BOOL, NULL, indication->origin.check_locally },
        { "reasons", JSON_RAW, because, 0 },
        { "path", JSON_RAW, path, 0 },
    };
    if (code == EXIT_CODE_DONE)
        json_add(why->json, members, sizeof(members) / sizeof(members[0]));
    free(because);
    free(path);
    free(reasons.items);
    return code;
}

static int signs_json(const struct sign_list *signs, char **out)
{
    struct json *json = json_begin();
    for (size_t i = 0; i < signs->count; i++) {
        const struct json_member members[] = {
            { "dimension", JSON_TEXT, signs->items[i].dimension->id, 0 },
            { "question", JSON_TEXT, signs->items[i].question->id, 0 },
            { "strength", JSON_TEXT, strength_word(signs->items[i].strength), 0 },
        };
        json_add(json, members, sizeof(members) / sizeof(members[0]));
    }
    return json_end_text(json, out);
}

static int rules_json(const struct scores *scores, char **out)
{
    struct json *json = json_begin();
    for (size_t i = 0; i < scores->count; i++) {
        const struct sign_rule *rule = scores->items[i].rule;
        if (rule == NULL)
            continue;
        const struct json_member members[] = {
            { "dimension", JSON_TEXT, scores->items[i].dimension, 0 },
            { "strong", JSON_NUMBER, NULL, rule->strong },
            { "medium", JSON_NUMBER, NULL, rule->medium },
            { "weak", JSON_NUMBER, NULL, rule->weak },
            { "other", JSON_NUMBER, NULL, rule->other },
        };
        json_add(json, members, sizeof(members) / sizeof(members[0]));
    }
    return json_end_text(json, out);
}

static int add_assessment(struct why *why, const struct step *step)
{
    struct scores scores;
    struct sign_list signs;
    struct reason_list reasons = { .items = NULL };
    char *signs_text = NULL, *rules_text = NULL, *because = NULL;
    const struct situation *situation = &why->session.view.situation;
    instrument_score(&scores, step, situation);
    enum status status = sign_list_find(&signs, step, &scores, situation, &why->error);
    if (status == STATUS_OK)
        status = result_list_reasons(&reasons, step, &scores, situation, &why->error);
    int code =
        status == STATUS_OK ? signs_json(&signs, &signs_text) : sentence_fail(NULL, &why->error);
    if (code == EXIT_CODE_DONE)
        code = rules_json(&scores, &rules_text);
    if (code == EXIT_CODE_DONE)
        code = reasons_json(why, &reasons, &because);
    const struct json_member members[] = {
        { "kind", JSON_TEXT, "assessment", 0 },
        { "id", JSON_TEXT, step->id, 0 },
        { "result", JSON_TEXT, scores.result->id, 0 },
        { "is_even", JSON_BOOL, NULL, scores.is_even },
        { "positive", JSON_RAW, rules_text, 0 },
        { "signs", JSON_RAW, signs_text, 0 },
        { "reasons", JSON_RAW, because, 0 },
    };
    if (code == EXIT_CODE_DONE)
        json_add(why->json, members, sizeof(members) / sizeof(members[0]));
    free(signs_text);
    free(rules_text);
    free(because);
    free(signs.items);
    free(reasons.items);
    return code;
}

/* ---- the whole */

/* Only what this user may be told: case_veil_draw() left no other warnings. */
static int tell_indications(struct why *why)
{
    const struct standing *standing = &why->session.view.standing;
    int code = EXIT_CODE_DONE;
    for (size_t i = 0; code == EXIT_CODE_DONE && i < standing->warning_count; i++) {
        const struct indication *indication = standing->warnings[i].indication;
        if (indication == NULL || (why->wanted != NULL && strcmp(why->wanted, indication->id) != 0))
            continue;
        why->count++;
        code =
            why->json != NULL ? add_indication(why, indication) : print_indication(why, indication);
    }
    return code;
}

static bool is_told(const struct why *why, const struct step *step)
{
    struct scores scores;
    if (step->instrument == NULL || step->instrument->method != METHOD_SIGNS ||
        case_session_hides(&why->session, step))
        return false;
    instrument_score(&scores, step, &why->session.view.situation);
    return scores.result != NULL;
}

static int tell_assessments(struct why *why)
{
    const struct standing *standing = &why->session.view.standing;
    int code = EXIT_CODE_DONE;
    for (size_t i = 0; code == EXIT_CODE_DONE && why->wanted == NULL && i < standing->step_count;
         i++) {
        const struct step *step = standing->steps[i].step;
        if (is_told(why, step))
            code = why->json != NULL ? add_assessment(why, step) : print_assessment(why, step);
    }
    return code;
}

static int tell(struct why *why, bool is_json)
{
    why->json = is_json ? json_begin() : NULL;
    int code = tell_indications(why);
    if (code == EXIT_CODE_DONE)
        code = tell_assessments(why);
    if (is_json) {
        const int end = json_end_array(why->json);
        code = code == EXIT_CODE_DONE ? end : code;
    }
    if (code == EXIT_CODE_DONE && why->count == 0) {
        if (!is_json)
            puts(_("There is no indication here that you can see. People often tell later: "
                   "'qadam case screen' asks again."));
        code = EXIT_CODE_NO;
    }
    return code;
}

int case_why_run(const struct arguments *arguments)
{
    struct why why = { .wanted = arguments_text(arguments, "indication") };
    int code = case_session_begin(&why.session, arguments, ACT_READ_CASES);
    if (code == EXIT_CODE_DONE)
        code = tell(&why, arguments_has(arguments, "json"));
    case_session_end(&why.session);
    return code;
}
