/* SPDX-License-Identifier: Apache-2.0 */

/* Letters to archives, registries and consulates, in every state that a letter can have. */
#include "demo/demo_paper.h"
#include "demo/demo_story.h"
#include "document/request_store.h"

#include <stdio.h>

enum {
    REQUESTS_MAX = 240, /* however large the world is */
    PEOPLE_PER_REQUEST = 12,
    DAYS_TO_ANSWER = 30,
};

/* What was asked for, of whom. */
static const struct {
    enum request_kind kind;
    const char *about;
} questions[] = {
    { REQUEST_REGISTRY, "Копия актовой записи о рождении" },
    { REQUEST_ARCHIVE, "Выписка из похозяйственной книги" },
    { REQUEST_CONSULATE, "Подтверждение гражданства" },
    { REQUEST_ISSUER, "Сведения о выдаче утраченного документа" },
    { REQUEST_ARCHIVE, "Архивная справка об учёбе и работе" },
};
enum { QUESTION_COUNT = sizeof(questions) / sizeof(questions[0]) };

/* How far a letter goes, by the state in which it ends. */
static const struct {
    int rungs;
    const char *text; /* what was answered */
} ways[REQUEST_STATE_COUNT] = {
    [REQUEST_REMINDED] = { .rungs = 1 },
    [REQUEST_ESCALATED] = { .rungs = 2 },
    [REQUEST_ANSWERED] = { .text = "Ответ приложен к делу" },
    [REQUEST_REFUSED] = { .text = "Отказано: не указано место рождения" },
    [REQUEST_SILENT] = { .rungs = 3 },
    [REQUEST_WITHDRAWN] = { .text = "Документ нашёлся" },
};

/* One letter. */
struct letter {
    long index; /* whose it is */
    enum request_state state;
    enum request_answer_kind answer_kind;
    size_t question;
    const char *country; /* where the addressee is */
    struct day sent_on;
    char id[UUID_TEXT_SIZE];
    struct demo_text addressee;
};

static struct day days_after(struct day day, int days)
{
    return (struct day){ day.number + days };
}

static enum status try_draft(const struct demo_world *world, struct letter *letter,
                             struct error *error)
{
    char number[32];
    struct demo_text about = { .length = 0 };
    struct request request = { .kind = questions[letter->question].kind };
    struct demo_random random =
        demo_random_begin(world->demo->seed, DEMO_PURPOSE_PAPER, -1 - letter->index);
    const enum demo_country country = demo_country_find(letter->country);
    letter->addressee = (struct demo_text){ .length = 0 };
    demo_text_add(&letter->addressee,
                  request.kind == REQUEST_CONSULATE ? demo_place_consulate(country)
                  : request.kind == REQUEST_ISSUER  ? demo_place_issuer(country, &random)
                                                    : demo_place_archive(country, &random));
    demo_text_add(&about, questions[letter->question].about);
    snprintf(number, sizeof(number), "%ld-Д", letter->index + 1);
    request.addressee = letter->addressee.bytes;
    request.about = about.bytes;
    request.outgoing_number = number;
    demo_part_id(world->demo->seed, letter->index, DEMO_PART_REQUEST, request.id);
    snprintf(letter->id, sizeof(letter->id), "%s", request.id);
    demo_person_id(world->demo->seed, letter->index, request.person_id);
    return request_add(world->store, world->actor, &request, error);
}

/* Nobody asks the country of origin about somebody who fears it: then the archive is asked. */
static enum status draft(const struct demo_world *world, struct letter *letter, struct error *error)
{
    const enum status status = try_draft(world, letter, error);
    if (status != STATUS_REFUSED || questions[letter->question].kind != REQUEST_CONSULATE)
        return status;
    letter->question = QUESTION_COUNT - 1;
    return try_draft(world, letter, error);
}

static enum status send(const struct demo_world *world, const struct letter *letter,
                        struct error *error)
{
    char number[32];
    const struct request_letter sending = { .sent_on = letter->sent_on,
                                            .due_on = days_after(letter->sent_on, DAYS_TO_ANSWER),
                                            .has_due_on = true,
                                            .outgoing_number = number };
    snprintf(number, sizeof(number), "%ld-Д", letter->index + 1);
    return request_send(world->store, world->actor, letter->id, &sending, error);
}

static enum status climb(const struct demo_world *world, const struct letter *letter,
                         struct error *error)
{
    enum status status = STATUS_OK;
    for (int rung = 1; status == STATUS_OK && rung <= ways[letter->state].rungs; rung++) {
        struct request_step step = { .rung = rung,
                                     .day = days_after(letter->sent_on, DAYS_TO_ANSWER + 10 * rung),
                                     .addressee = letter->addressee.bytes,
                                     .has_next_on = true };
        step.next_on = days_after(step.day, 10);
        demo_part_id(world->demo->seed, letter->index, DEMO_PART_STEP + rung, step.id);
        status = request_add_step(world->store, world->actor, letter->id, &step, error);
    }
    return status;
}

static enum status end(const struct demo_world *world, const struct letter *letter,
                       struct error *error)
{
    const struct request_ending ending = { .state = letter->state,
                                           .answer_kind = letter->answer_kind,
                                           .answered_on = days_after(letter->sent_on, 21),
                                           .text = ways[letter->state].text };
    if (letter->state == REQUEST_SENT || letter->state == REQUEST_REMINDED ||
        letter->state == REQUEST_ESCALATED)
        return STATUS_OK;
    return request_end(world->store, world->actor, letter->id, &ending, error);
}

static enum status write_letter(struct demo_world *world, struct letter *letter,
                                struct error *error)
{
    enum status status = draft(world, letter, error);
    if (status != STATUS_OK || letter->state == REQUEST_DRAFTED)
        return status;
    status = send(world, letter, error);
    if (status == STATUS_OK)
        status = climb(world, letter, error);
    return status == STATUS_OK ? end(world, letter, error) : status;
}

/* What is waited for was sent so long ago that every rung has passed by now, and not much longer:
 * a plain letter is due today or in the next weeks. */
static struct day sending_day(enum request_state state, struct demo_random *random)
{
    const int rungs = ways[state].rungs;
    const long least = rungs > 0 ? DAYS_TO_ANSWER + 10 * rungs : 21;
    return days_after(demo_today(), (int)-demo_random_between(random, least, least + 14));
}

/* Burul's and Zarina's stories turn on what consulates and archives say. */
static enum status write_story_letters(struct demo_world *world, struct error *error)
{
    struct letter letters[] = {
        { .index = DEMO_BURUL,
          .state = REQUEST_ANSWERED,
          .answer_kind = REQUEST_DENIED,
          .question = 2,
          .country = "UZ" },
        { .index = DEMO_ZARINA, .state = REQUEST_SILENT, .question = 2, .country = "UZ" },
        { .index = DEMO_DAVLAT, .state = REQUEST_SENT, .question = 0, .country = "TJ" },
        { .index = DEMO_RUSLAN, .state = REQUEST_ESCALATED, .question = 1, .country = "KG" },
    };
    struct demo_random random = demo_random_begin(world->demo->seed, DEMO_PURPOSE_PAPER, 0);
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < sizeof(letters) / sizeof(letters[0]); i++) {
        letters[i].sent_on = sending_day(letters[i].state, &random);
        if (letters[i].index < world->demo->people)
            status = write_letter(world, &letters[i], error);
    }
    return status;
}

enum status demo_requests_add(struct demo_world *world, struct error *error)
{
    const long people = world->demo->people - DEMO_STORY_PEOPLE;
    long step = people / REQUESTS_MAX;
    long number = 0;
    if (step < PEOPLE_PER_REQUEST)
        step = PEOPLE_PER_REQUEST;
    enum status status = write_story_letters(world, error);
    for (long at = DEMO_STORY_PEOPLE; status == STATUS_OK && at < world->demo->people;
         at += step, number++) {
        struct demo_figure figure;
        const long index = demo_twin_of(world->demo->seed, at) < 0 ? at : at - 1;
        struct demo_random random =
            demo_random_begin(world->demo->seed, DEMO_PURPOSE_PAPER, -index);
        demo_figure_make(&figure, world, index);
        struct letter letter = { .index = index, .country = demo_nations[figure.nation].country };
        letter.state = (enum request_state)(number % REQUEST_STATE_COUNT);
        letter.answer_kind =
            (enum request_answer_kind)(number / REQUEST_STATE_COUNT % REQUEST_ANSWER_KIND_COUNT);
        letter.question = (size_t)demo_random_below(&random, QUESTION_COUNT);
        letter.sent_on = sending_day(letter.state, &random);
        status = write_letter(world, &letter, error);
    }
    return status;
}
