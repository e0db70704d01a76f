/* SPDX-License-Identifier: Apache-2.0 */

/* What a full office file costs those who work with it: how long it takes to open a casefile with
 * where it stands, to answer a question of it, to list casefiles and to see "my day", in a sealed
 * file with a cache of 2 MB.  Casefiles are made here, so that every run has the same; their number
 * is the first argument (20,000).  Those that are opened are the large ones, with a workflow half
 * done: every one in fifty. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include "casefile/casefile_find.h"
#include "casefile/casefile_store.h"
#include "casefile/casefile_view.h"
#include "casefile/definition_store.h"
#include "casefile/step_store.h"
#include "search/search_index.h"
#include "store/migrate.h"
#include "store/query.h"
#include "store/query_value.h"
#include "store/setting.h"
#include "store/store.h"
#include "task/day_list.h"
#include "vault/vault.h"

enum {
    CASEFILES_DEFAULT = 20000,
    PER_TRANSACTION = 2000,
    RUNS = 400,
    USERS = 20,
    STAGES = 8,
    STEPS = 5,        /* of a stage */
    FIELDS = 6,       /* of a step */
    SMALL_STEPS = 2,  /* that are done in most casefiles */
    LARGE_STEPS = 20, /* ... and in the large ones */
    LARGE_EVERY = 50,
    OPEN_EVERY = 5,
    TASKS = 3, /* of an open casefile */
    TEXT_SIZE = 65536,
};

static const char NOW[] = "2026-11-24T03:00:00.000Z";
static struct error error;
static unsigned long long random_state = 20111123;

static void must(enum status status)
{
    if (status == STATUS_OK)
        return;
    fprintf(stderr, "bench: %s: %s\n", status_name(status), error.detail);
    exit(1);
}

static double now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static unsigned next_random(unsigned below)
{
    random_state = random_state * 6364136223846793005ULL + 1442695040888963407ULL;
    return (unsigned)((random_state >> 33) % below);
}

static struct day today(void)
{
    struct day day;
    must(day_from_civil(&day, 2026, 11, 24, &error));
    return day;
}

/* ---- A workflow of a common size */

static void write_step(FILE *file, int number)
{
    fprintf(file,
            "      - id: step%d\n        title: Step\n        why: To see.\n        kind: form\n"
            "        check_locally: yes\n        may_skip: yes\n"
            "        deadline: {from: ready, count: 15, unit: working, remind: [3],"
            " check_locally: yes}\n        fields:\n",
            number);
    for (int field = 0; field < FIELDS; field++)
        fprintf(file, "          - {id: f%d, label: Field, type: text}\n", field);
}

static void add_workflow(struct store *store)
{
    static char text[TEXT_SIZE];
    struct definition_added added;
    struct fault_list faults = { .items = NULL };
    FILE *file = fmemopen(text, sizeof(text), "w");
    if (file == NULL)
        exit(1);
    fprintf(file, "kind: workflow\nid: bench\nversion: 1\ntitle: Bench\npurpose: To measure.\n"
                  "check_locally: yes\nstages:\n");
    for (int stage = 0; stage < STAGES; stage++) {
        fprintf(file, "  - id: stage%d\n    title: Stage\n", stage);
        if (stage > 0)
            fprintf(file, "    after: [stage%d]\n", stage - 1);
        fprintf(file, "    steps:\n");
        for (int step = 0; step < STEPS; step++)
            write_step(file, stage * STEPS + step);
    }
    fprintf(file, "      - id: close\n        title: Close\n        why: To end.\n"
                  "        kind: decision\n        check_locally: yes\n"
                  "        outcomes: [{id: done, title: Done, closes: goals_reached}]\n");
    fclose(file);
    const struct yaml_source sources[] = {
        { "bench.yaml", text, strlen(text) },
        { "closing_reasons.yaml",
          "kind: catalogue\nid: closing_reasons\ntitle: Reasons\ncheck_locally: yes\n"
          "entries: [{id: goals_reached, title: Reached}]\n",
          0 },
    };
    struct yaml_source given[2] = { sources[0], sources[1] };
    given[1].length = strlen(given[1].text);
    const enum status status = definition_store_add(store, "01930000-0000-7000-8000-000000000001",
                                                    given, 2, &added, &faults, &error);
    for (size_t i = 0; i < faults.count; i++)
        fprintf(stderr, "%s:%d %s %s\n", faults.items[i].file, faults.items[i].line,
                fault_name(faults.items[i].kind), faults.items[i].words[0]);
    must(status);
    fault_list_release(&faults);
}

/* ---- Casefiles */

static const char SQL_PERSON[] =
    "INSERT INTO person (id, sex, birth_date, birth_precision, created_at, created_by, changed_at)"
    " VALUES (:id, 2, '1984-06-14', 'day', :now, :user, :now)";
static const char SQL_NAME[] =
    "INSERT INTO person_name (id, person_id, kind, script, full_name, created_at)"
    " VALUES (:id, :person, 'main', 'Cyrl', :name, :now)";
static const char SQL_CASEFILE[] =
    "INSERT INTO casefile (id, number, person_id, workflow, workflow_version, state, assigned_to,"
    " opened_at, opened_on, opened_by, closed_at, closure_reason, changed_at) VALUES (:id,"
    " printf('KG-OSH-%04d-%06d', 2000 + :number / 900000, 1 + :number % 900000), :person, 'bench',"
    " 1, CASE WHEN :is_open THEN 'open' ELSE 'closed' END, :user, :now, :day, :user,"
    " CASE WHEN NOT :is_open THEN :now END, CASE WHEN NOT :is_open THEN 'goals_reached' END,"
    " :now)";
static const char SQL_RECORD[] =
    "INSERT INTO step_state (casefile_id, step, state, finished_on, finished_by, changed_at)"
    " VALUES (:id, 'step' || :step, 'done', :day, :user, :now)";
static const char SQL_ANSWER[] =
    "INSERT INTO answer (id, casefile_id, step, field, value, answered_at, answered_by)"
    " VALUES (:id, :casefile, 'step' || :step, 'f' || :field, 'ответ на вопрос', :now, :user)";
static const char SQL_TASK[] =
    "INSERT INTO task (id, casefile_id, step, kind, assigned_to, since, due_on, remind_on, state,"
    " created_at, created_by, finished_at) VALUES (:id, :casefile, 'step' || :step, :kind, :user,"
    " :since, :due, date(:due, '-3 days'), :state, :now, '01930000-0000-7000-8000-000000000001',"
    " CASE WHEN :state <> 'open' THEN :now END)";

/* 20 x 20 x 20 of them. */
static void write_name(char *out, size_t size, unsigned number)
{
    static const char *const roots[] = {
        "Токтогул", "Азамат", "Нурлан",   "Асан",    "Үсөн",  "Рахим", "Карим",
        "Юсуп",     "Бакыт",  "Темир",    "Абдылда", "Иман",  "Сыдык", "Жолдош",
        "Эсен",     "Мамат",  "Турдубек", "Кубат",   "Ильяс", "Орун",
    };
    enum { ROOTS = sizeof(roots) / sizeof(roots[0]) };
    snprintf(out, size, "%sов %s %sович", roots[number % ROOTS], roots[number / ROOTS % ROOTS],
             roots[number / ROOTS / ROOTS % ROOTS]);
}

static void write_user(char out[UUID_TEXT_SIZE], unsigned number)
{
    snprintf(out, UUID_TEXT_SIZE, "01930000-0000-7000-8000-%012u", number + 1);
}

static void begin_row(struct query *query, struct store *store, const char *sql, char *id,
                      const char *user)
{
    if (id != NULL)
        uuid_new(id);
    query_begin(query, store, sql);
    query_bind_text(query, ":now", NOW);
    if (user != NULL)
        query_bind_text(query, ":user", user);
}

static void run(struct query *query)
{
    must(query_run(query, &error));
}

static struct day past_day(unsigned most)
{
    struct day day;
    must(day_add_days(&day, today(), -(int)next_random(most), &error));
    return day;
}

static void add_step(struct store *store, const char *casefile, const char *user, int step,
                     struct day day)
{
    struct query query;
    char id[UUID_TEXT_SIZE];
    begin_row(&query, store, SQL_RECORD, NULL, user);
    query_bind_text(&query, ":id", casefile);
    query_bind_int(&query, ":step", step);
    query_bind_day(&query, ":day", true, day);
    run(&query);
    for (int field = 0; field < FIELDS; field++) {
        begin_row(&query, store, SQL_ANSWER, id, user);
        query_bind_text(&query, ":id", id);
        query_bind_text(&query, ":casefile", casefile);
        query_bind_int(&query, ":step", step);
        query_bind_int(&query, ":field", field);
        run(&query);
    }
}

static void add_task(struct store *store, const char *casefile, const char *user, int step,
                     bool is_open)
{
    struct query query;
    char id[UUID_TEXT_SIZE];
    struct day due;
    must(day_add_days(&due, today(), (int)next_random(120) - 20, &error));
    begin_row(&query, store, SQL_TASK, id, NULL);
    query_bind_text(&query, ":id", id);
    query_bind_text(&query, ":casefile", casefile);
    query_bind_text(&query, ":user", next_random(20) == 0 ? NULL : user);
    query_bind_int(&query, ":step", step);
    query_bind_text(&query, ":kind", next_random(3) == 0 ? "waiting" : "step");
    query_bind_text(&query, ":state", is_open ? "open" : "done");
    query_bind_day(&query, ":since", true, past_day(60));
    query_bind_day(&query, ":due", next_random(4) > 0, due);
    run(&query);
}

static void add_casefile(struct store *store, long number, char casefile[UUID_TEXT_SIZE])
{
    struct query query;
    char person[UUID_TEXT_SIZE], id[UUID_TEXT_SIZE], user[UUID_TEXT_SIZE];
    char name[200];
    const bool is_large = number % LARGE_EVERY == 0;
    const bool is_open = is_large || number % OPEN_EVERY == 0;
    const int steps = is_large ? LARGE_STEPS : SMALL_STEPS;
    const struct day day = past_day(1000);
    write_user(user, next_random(USERS));
    begin_row(&query, store, SQL_PERSON, person, user);
    query_bind_text(&query, ":id", person);
    run(&query);
    begin_row(&query, store, SQL_NAME, id, NULL);
    query_bind_text(&query, ":id", id);
    query_bind_text(&query, ":person", person);
    write_name(name, sizeof(name), next_random(1U << 30));
    query_bind_text(&query, ":name", name);
    run(&query);
    must(search_index_person(store, person, &error));
    begin_row(&query, store, SQL_CASEFILE, casefile, user);
    query_bind_text(&query, ":id", casefile);
    query_bind_text(&query, ":person", person);
    query_bind_int64(&query, ":number", number);
    query_bind_int(&query, ":is_open", is_open);
    query_bind_day(&query, ":day", true, day);
    run(&query);
    for (int step = 0; step < steps; step++)
        add_step(store, casefile, user, step, day);
    for (int task = 0; task < TASKS; task++)
        add_task(store, casefile, user, steps + task, is_open);
}

/* ---- The sealed file */

static void open_store(struct store **out, struct vault *vault, bool is_new)
{
    const struct store_options options = {
        .path = vault_path(vault),
        .vfs = vault_vfs(vault),
        .is_new = is_new,
    };
    must(store_open(out, &options, &error));
}

static void add_users(struct store *store)
{
    static const char SQL_USER[] =
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20)"
        " INSERT INTO user SELECT printf('01930000-0000-7000-8000-%012d', i), 'bench' || i,"
        " 'bench' || i, 'bench', 'supervisor', zeroblob(32), 'active',"
        " '2026-11-23T18:48:07.123Z', NULL FROM n";
    must(store_execute(store, SQL_USER, &error));
    must(store_execute(store,
                       "INSERT INTO vault_state (id, office_id, header_sequence)"
                       " VALUES (1, '0123456789abcdef0123456789abcdef', 1)",
                       &error));
    must(setting_change_text(store, SETTING_COUNTRY, "KG", &error));
    must(setting_change_text(store, SETTING_OFFICE_CODE, "OSH", &error));
}

static void make_vault(struct vault **out, const char *path)
{
    unsigned char public_key[PUBLIC_KEY_SIZE];
    struct secret *passphrase = NULL;
    struct store *store = NULL;
    const struct key_cost cheap = { .passes = 1, .memory_kib = 8 };
    must(vault_new(out, path, disk_system(), &error));
    must(secret_from_bytes(&passphrase, "bench", 5, &error));
    must(vault_stage_user(*out, "bench", passphrase, &cheap, public_key, &error));
    must(vault_write_new(*out, &error));
    secret_free(&passphrase);
    open_store(&store, *out, true);
    must(store_migrate(store, &error));
    add_users(store);
    must(store_finish_new(store, &error));
    store_close(&store);
}

/* Gives the ids of RUNS large casefiles, spread over all. */
static void fill(struct vault *vault, long count, char (*ids)[UUID_TEXT_SIZE])
{
    struct store *store = NULL;
    char casefile[UUID_TEXT_SIZE];
    open_store(&store, vault, false);
    add_workflow(store);
    double start = now_ms();
    for (long i = 0; i < count; i++) {
        if (i % PER_TRANSACTION == 0)
            must(store_begin(store, &error));
        add_casefile(store, i, casefile);
        if (i % LARGE_EVERY == 0)
            memcpy(ids[i / LARGE_EVERY * RUNS / (count / LARGE_EVERY)], casefile, UUID_TEXT_SIZE);
        if (i % PER_TRANSACTION == PER_TRANSACTION - 1 || i + 1 == count)
            must(store_commit(store, &error));
    }
    printf("%ld casefiles made in %.0f s\n", count, (now_ms() - start) / 1e3);
    store_close(&store);
}

/* ---- Measuring */

struct desk_and_files {
    struct casefile_desk desk;
    char (*ids)[UUID_TEXT_SIZE];
};

static void view(struct desk_and_files *self, int run)
{
    struct casefile_view opened;
    must(casefile_view_load(&self->desk, self->ids[run], &opened, &error));
    if (opened.standing.next == NULL)
        exit(1);
    casefile_view_release(&opened);
}

static void answer(struct desk_and_files *self, int run)
{
    struct step_result result;
    const struct answer_input input = { "step20", "f0", 0, "Ош" };
    const struct answer_act act = { .inputs = &input, .count = 1 };
    must(step_answer(&self->desk, self->ids[run], &act, &result, &error));
    step_result_release(&result);
}

static void see_day(struct desk_and_files *self, const char *user, bool is_unassigned)
{
    struct day_list list;
    const struct day_question question = { .user_id = user,
                                           .is_unassigned = is_unassigned,
                                           .today = self->desk.today };
    must(day_list_load(self->desk.store, &question, &list, &error));
    if (list.count == 0)
        exit(1);
    day_list_release(&list);
}

static void day_of_user(struct desk_and_files *self, int run)
{
    char user[UUID_TEXT_SIZE];
    write_user(user, (unsigned)run % USERS);
    see_day(self, user, false);
}

static void day_of_all(struct desk_and_files *self, int run)
{
    (void)run;
    see_day(self, NULL, false);
}

static void day_of_nobody(struct desk_and_files *self, int run)
{
    (void)run;
    see_day(self, NULL, true);
}

static void list_of_user(struct desk_and_files *self, int run)
{
    char user[UUID_TEXT_SIZE];
    struct casefile_list list;
    const struct casefile_filter filter = {
        .has_state = true, .assigned_to = user, .after = self->ids[run], .limit = 25
    };
    write_user(user, (unsigned)run % USERS);
    must(casefile_list(self->desk.store, &filter, &list, &error));
    casefile_list_release(&list);
}

static void find(struct desk_and_files *self, struct casefile_question question)
{
    struct casefile_found_list list = { .items = NULL };
    question.today = self->desk.today;
    must(casefile_find(self->desk.store, &question, &list, &error));
    casefile_found_release(&list);
}

static void find_all(struct desk_and_files *self, int run)
{
    find(self, (struct casefile_question){ .order = (enum casefile_order)(run % 4) });
}

static void find_late(struct desk_and_files *self, int run)
{
    char user[UUID_TEXT_SIZE];
    write_user(user, (unsigned)run % USERS);
    find(self, (struct casefile_question){ .is_late = true, .assigned_to = user });
}

static void find_number(struct desk_and_files *self, int run)
{
    char number[8];
    snprintf(number, sizeof(number), "%04d", run * 23);
    find(self, (struct casefile_question){ .number = number });
}

static void find_person(struct desk_and_files *self, int run)
{
    char name[200];
    write_name(name, sizeof(name), (unsigned)run * 7919);
    find(self, (struct casefile_question){ .people = name });
}

/* The first letters of a name that many have. */
static void find_begun(struct desk_and_files *self, int run)
{
    static const char *const begun[] = { "нур", "тем", "асан", "Kar", "rah" };
    char user[UUID_TEXT_SIZE];
    write_user(user, (unsigned)run % USERS);
    find(self, (struct casefile_question){ .people = begun[run % 5],
                                           .has_state = true,
                                           .assigned_to = run % 2 == 0 ? user : NULL });
}

static void find_place(struct desk_and_files *self, int run)
{
    (void)run;
    find(self, (struct casefile_question){ .place = "ош", .order = CASEFILE_BY_NEWEST });
}

static void count_all(struct desk_and_files *self, int run)
{
    long count;
    (void)run;
    must(casefile_count(self->desk.store, &count, &error));
}

static int compare_doubles(const void *left, const void *right)
{
    const double a = *(const double *)left;
    const double b = *(const double *)right;
    return (a > b) - (a < b);
}

/* is_look: somebody waits for a screen, so that 10 ms are the most at which it feels immediate. */
static void measure(struct desk_and_files *self, const char *what, bool is_look,
                    void (*act)(struct desk_and_files *self, int run))
{
    static double times[RUNS];
    for (int run_number = 0; run_number < RUNS; run_number++) {
        const double start = now_ms();
        act(self, run_number);
        times[run_number] = now_ms() - start;
    }
    qsort(times, RUNS, sizeof(times[0]), compare_doubles);
    const double p95 = times[RUNS * 95 / 100];
    printf("%-40s %8.2f %8.2f %8.2f%s\n", what, times[RUNS / 2], p95, times[RUNS - 1],
           is_look && p95 > 10 ? "  OVER 10" : "");
}

static void measure_all(struct vault *vault, char (*ids)[UUID_TEXT_SIZE])
{
    struct store *store = NULL;
    struct rusage usage;
    open_store(&store, vault, false);
    struct desk_and_files self = { .ids = ids };
    self.desk = (struct casefile_desk){ .store = store,
                                        .actor = "01930000-0000-7000-8000-000000000001",
                                        .role = "supervisor",
                                        .today = today() };
    must(definition_cache_new(&self.desk.definitions, &error));
    printf("%-40s %8s %8s %8s  ms, sealed, cache of 2 MB\n", "", "median", "p95", "most");
    measure(&self, "open a casefile, with what comes next", true, view);
    measure(&self, "my day", true, day_of_user);
    measure(&self, "the day of everybody", true, day_of_all);
    measure(&self, "what nobody has", true, day_of_nobody);
    measure(&self, "25 open casefiles of a user", true, list_of_user);
    measure(&self, "how many casefiles", true, count_all);
    measure(&self, "a page of all, in each order", true, find_all);
    measure(&self, "what is late of a user", true, find_late);
    measure(&self, "found by the end of the number", true, find_number);
    measure(&self, "found by a whole name", true, find_person);
    measure(&self, "found by the beginning of a name", true, find_begun);
    measure(&self, "found by a place alone", true, find_place);
    measure(&self, "an answer, made durable", false, answer);
    definition_cache_free(self.desk.definitions);
    store_close(&store);
    getrusage(RUSAGE_SELF, &usage);
    printf("largest resident memory: %ld KiB\n", usage.ru_maxrss);
}

int main(int argc, char **argv)
{
    static char ids[RUNS + 1][UUID_TEXT_SIZE];
    char folder[] = "build/bench-XXXXXX";
    char path[64];
    struct vault *vault = NULL;
    const long count = argc > 1 ? strtol(argv[1], NULL, 10) : CASEFILES_DEFAULT;
    if (count < (long)RUNS * LARGE_EVERY || mkdtemp(folder) == NULL)
        return 1;
    snprintf(path, sizeof(path), "%s/office", folder);
    make_vault(&vault, path);
    fill(vault, count, ids);
    measure_all(vault, ids);
    unlink(path);
    vault_close(&vault);
    rmdir(folder);
    return 0;
}
