/* SPDX-License-Identifier: Apache-2.0 */
#include "support/fixture_workflow.h"

#include "store/setting.h"
#include "support/fixture_record.h"
#include "support/fixture_store.h"
#include "support/unit.h"

#include <stdio.h>
#include <string.h>

#define HEAD(version)                                                                              \
    "kind: workflow\n"                                                                             \
    "id: visit\n"                                                                                  \
    "version: " version "\n"                                                                       \
    "title: A visit\n"                                                                             \
    "purpose: For tests.\n"                                                                        \
    "check_locally: yes\n"                                                                         \
    "stages:\n"                                                                                    \
    "  - id: one\n"                                                                                \
    "    title: One\n"                                                                             \
    "    steps:\n"                                                                                 \
    "      - id: intake\n"                                                                         \
    "        title: Intake\n"                                                                      \
    "        why: To know.\n"                                                                      \
    "        kind: form\n"                                                                         \
    "        check_locally: yes\n"                                                                 \
    "        evidence: [{type: photo}]\n"                                                          \
    "        fields:\n"
#define NEED(choices)                                                                              \
    "          - {id: need, label: Need, type: choice, required: yes, choices: [" choices "]}\n"
#define INTAKE                                                                                     \
    "          - {id: fear, label: Fear, type: yes_no}\n"                                          \
    "          - {id: detail, label: Detail, type: text, required_when: {field: intake.need, "     \
    "is_not: "                                                                                     \
    "paper}}\n"                                                                                    \
    "          - {id: lost_on, label: Lost on, type: date, time: past, when: {field: "             \
    "intake.need, is: paper}}\n"                                                                   \
    "          - id: papers\n"                                                                     \
    "            label: Papers\n"                                                                  \
    "            type: rows\n"                                                                     \
    "            most: 3\n"                                                                        \
    "            fields:\n"                                                                        \
    "              - {id: kind, label: Kind, type: text, required: yes}\n"                         \
    "              - {id: number, label: Number, type: text}\n"
#define COUNT "          - {id: count, label: Count, type: number, least: 0, most: 40}\n"
#define REST                                                                                       \
    "      - id: consent\n"                                                                        \
    "        title: Consent\n"                                                                     \
    "        why: To be allowed.\n"                                                                \
    "        kind: form\n"                                                                         \
    "        urgent: yes\n"                                                                        \
    "        finish_by: [counsellor, supervisor]\n"                                                \
    "        check_locally: yes\n"                                                                 \
    "  - id: two\n"                                                                                \
    "    title: Two\n"                                                                             \
    "    after: [one]\n"                                                                           \
    "    steps:\n"                                                                                 \
    "      - id: ask\n"                                                                            \
    "        title: Ask\n"                                                                         \
    "        why: To get it.\n"                                                                    \
    "        kind: request\n"                                                                      \
    "        body: archive\n"                                                                      \
    "        when: {field: intake.need, is: paper}\n"                                              \
    "        ladder: steep\n"                                                                      \
    "        if_refused: Ask again.\n"                                                             \
    "        if_silent: Take the ladder.\n"                                                        \
    "        check_locally: yes\n"                                                                 \
    "        deadline: {from: asked, count: 5, unit: working, remind: [2], check_locally: yes}\n"  \
    "        outcomes: [{id: found, title: Found}, {id: none, title: None, refusal: yes}]\n"       \
    "      - id: family\n"                                                                         \
    "        title: Family\n"                                                                      \
    "        why: To tell them.\n"                                                                 \
    "        kind: form\n"                                                                         \
    "        contact: origin\n"                                                                    \
    "        may_skip: yes\n"                                                                      \
    "        check_locally: yes\n"
#define MOOD                                                                                       \
    "      - id: mood\n"                                                                           \
    "        title: Mood\n"                                                                        \
    "        why: To see.\n"                                                                       \
    "        kind: assessment\n"                                                                   \
    "        instrument: mood\n"                                                                   \
    "        may_skip: yes\n"                                                                      \
    "        check_locally: yes\n"
#define EXTRA                                                                                      \
    "      - id: extra\n"                                                                          \
    "        title: Extra\n"                                                                       \
    "        why: It is new.\n"                                                                    \
    "        kind: form\n"                                                                         \
    "        check_locally: yes\n"
#define END                                                                                        \
    "      - id: follow\n"                                                                         \
    "        title: Follow\n"                                                                      \
    "        why: To stay near.\n"                                                                 \
    "        kind: form\n"                                                                         \
    "        check_locally: yes\n"                                                                 \
    "        rounds: {from: opened, at: [1, 2, 3], unit: month, last: [gone]}\n"                   \
    "        outcomes: [{id: seen, title: Seen}, {id: gone, title: Gone}]\n"                       \
    "        fields:\n"                                                                            \
    "          - {id: story, label: Story, type: long_text, required: yes}\n"                      \
    "  - id: end\n"                                                                                \
    "    title: End\n"                                                                             \
    "    after: [two]\n"                                                                           \
    "    steps:\n"                                                                                 \
    "      - id: close\n"                                                                          \
    "        title: Close\n"                                                                       \
    "        why: To end.\n"                                                                       \
    "        kind: decision\n"                                                                     \
    "        approval: supervisor\n"                                                               \
    "        check_locally: yes\n"                                                                 \
    "        fields:\n"                                                                            \
    "          - {id: reason, label: Reason, type: choice, list: closing_reasons, required: "      \
    "yes}\n"                                                                                       \
    "guards:\n"                                                                                    \
    "  - {id: hush, contact: origin, when: {field: intake.fear, is: yes}, says: Not now., "        \
    "check_locally: yes}\n"                                                                        \
    "ladders:\n"                                                                                   \
    "  - {id: steep, rungs: [{id: officer, title: Officer, after: 1, unit: calendar, "             \
    "check_locally: yes}, {id: head, title: Head, after: 10, unit: calendar, "                     \
    "check_locally: yes}]}\n"
#define PAPER "{id: paper, title: Paper}"
#define HOME  "{id: home, title: Home}"

static const char VERSION_1[] = HEAD("1") NEED(PAPER ", " HOME) INTAKE COUNT REST MOOD END;
static const char VERSION_2[] = HEAD("2") NEED(PAPER) INTAKE REST EXTRA END;
static const char EVIDENCE[] = "kind: catalogue\nid: evidence\ntitle: Papers\ncheck_locally: yes\n"
                               "entries: [{id: photo, title: Photo}]\n";
static const char REASONS[] = "kind: catalogue\nid: closing_reasons\ntitle: Reasons\n"
                              "check_locally: yes\nentries: [{id: goals_reached, title: Reached}, "
                              "{id: died, title: Died}]\n";
static const char INSTRUMENT[] =
    "kind: instrument\nid: mood\nversion: 4\ntitle: Mood\nofficial: no\nmethod: sum\n"
    "intro: Ask kindly.\ncheck_locally: yes\n"
    "dimensions:\n"
    "  - id: sleep\n    title: Sleep\n    questions:\n"
    "      - {id: tired, text: Is the person tired?}\n"
    "      - {id: awake, text: Is the person awake?, weight: 2}\n"
    "results:\n  - {id: any, title: Any, says: It may be.}\n";

struct step_result fixture_result;
static struct error error;

const struct yaml_source *fixture_workflow_sources(int version, size_t *count)
{
    static struct yaml_source sources[] = {
        { "visit.yaml", NULL, 0 },
        { "evidence.yaml", EVIDENCE, sizeof(EVIDENCE) - 1 },
        { "closing_reasons.yaml", REASONS, sizeof(REASONS) - 1 },
        { "mood.yaml", INSTRUMENT, sizeof(INSTRUMENT) - 1 },
    };
    sources[0].text = version == 1 ? VERSION_1 : VERSION_2;
    sources[0].length = strlen(sources[0].text);
    *count = sizeof(sources) / sizeof(sources[0]);
    return sources;
}

void fixture_workflow_office(struct store *store)
{
    assert_ok(setting_change_text(store, SETTING_OFFICE_CODE, "OSH", &error));
    assert_ok(setting_change_text(store, SETTING_COUNTRY, "KG", &error));
    fixture_workflow_add(store, 1);
}

void fixture_workflow_add(struct store *store, int version)
{
    size_t count;
    struct definition_added added;
    struct fault_list faults = { .items = NULL };
    const struct yaml_source *sources = fixture_workflow_sources(version, &count);
    const enum status status =
        definition_store_add(store, FIXTURE_USER, sources, count, &added, &faults, &error);
    for (size_t i = 0; i < faults.count; i++)
        print_error("%s:%d %s %s %s\n", faults.items[i].file, faults.items[i].line,
                    fault_name(faults.items[i].kind), faults.items[i].words[0],
                    faults.items[i].words[1]);
    fault_list_release(&faults);
    assert_ok(status);
    assert_string_equal(added.workflow, FIXTURE_WORKFLOW);
    assert_int_equal(added.version, version);
}

struct casefile_desk fixture_desk(struct store *store, const char *user, const char *role,
                                  const char *today)
{
    struct casefile_desk desk = {
        .store = store, .actor = user, .role = role, .today = fixture_day(today)
    };
    assert_ok(definition_cache_new(&desk.definitions, &error));
    return desk;
}

void fixture_desk_release(struct casefile_desk *desk)
{
    step_result_release(&fixture_result);
    definition_cache_free(desk->definitions);
    desk->definitions = NULL;
}

void fixture_casefile_open(const struct casefile_desk *desk, const char *surname,
                           struct casefile_opened *out)
{
    char person[UUID_TEXT_SIZE];
    fixture_record_add(desk->store, surname, "Айгүл", person);
    const struct casefile_opening opening = { .person_id = person,
                                              .workflow = FIXTURE_WORKFLOW,
                                              .assigned_to = FIXTURE_USER,
                                              .issue = "потеряла паспорт",
                                              .opened_on = desk->today };
    assert_ok(casefile_open(desk, &opening, out, &error));
}

enum status fixture_answer(const struct casefile_desk *desk, const char *id, const char *path,
                           const char *value)
{
    const struct answer_input input = { .path = path, .value = value };
    const struct answer_act act = { .inputs = &input, .count = 1 };
    step_result_release(&fixture_result);
    return step_answer(desk, id, &act, &fixture_result, NULL);
}

enum status fixture_finish_step(const struct casefile_desk *desk, const char *id, const char *step,
                                const char *outcome, const char *day)
{
    const struct step_finishing finishing = { .step = step,
                                              .outcome = outcome,
                                              .day = fixture_day(day) };
    step_result_release(&fixture_result);
    return step_finish(desk, id, &finishing, &fixture_result, NULL);
}
