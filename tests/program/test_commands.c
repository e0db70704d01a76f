/* SPDX-License-Identifier: Apache-2.0 */

/* The commands as scripts use them: the life of one office file, from its making on.  The tests
 * of the life stand in order, each going on where the one before ended. */
#include "support/program.h"
#include "support/unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char aizada[] = "seven quiet steps to town";
static const char bolot[] = "four green doors in a row\n";
static const char bolot_later[] = "a lake, a boat and no wind\r\n";

static struct {
    char folder[64];
    char file[96];
    char backup[96];
    char restored[96];
    char recovery_code[64];
    char head[80];
} office;

static struct program_result result;

/* Words of a command that aizada gives. */
#define AS_AIZADA(...) __VA_ARGS__, "--user", "aizada", "--passphrase-fd", "3"

static void run(const struct program_call *call)
{
    program_run(&result, call);
    /* Whatever happens, no secret comes out and every placeholder is filled. */
    assert_null(strstr(result.out, aizada));
    assert_null(strstr(result.err, aizada));
    assert_null(strstr(result.err, "boat"));
    assert_null(strstr(result.out, "boat"));
    assert_null(strchr(result.err, '%'));
}

#define assert_exit(expected)    program_assert_exit(&result, expected)
#define assert_says(where, text) program_assert_says(where, text)
#define RUN(...)                 run(&(const struct program_call){ __VA_ARGS__ })

/* The text behind "name":" in the JSON that was printed. */
static void copy_member(char *out, size_t size, const char *name)
{
    char key[48];
    snprintf(key, sizeof(key), "\"%s\":\"", name);
    const char *at = strstr(result.out, key);
    assert_non_null(at);
    at += strlen(key);
    size_t length = strcspn(at, "\"");
    assert_true(length < size);
    memcpy(out, at, length);
    out[length] = '\0';
}

static int make_folder(void **state)
{
    (void)state;
    snprintf(office.folder, sizeof(office.folder), "/tmp/qadam-test-XXXXXX");
    if (mkdtemp(office.folder) == NULL)
        return -1;
    snprintf(office.file, sizeof(office.file), "%s/office.qadam", office.folder);
    snprintf(office.backup, sizeof(office.backup), "%s/copy.qadam", office.folder);
    snprintf(office.restored, sizeof(office.restored), "%s/restored.qadam", office.folder);
    return 0;
}

static int remove_folder(void **state)
{
    char command[128];
    (void)state;
    snprintf(command, sizeof(command), "rm -rf '%s'", office.folder);
    return system(command) == 0 ? 0 : -1; // NOLINT(cert-env33-c)
}

static void a_new_file_prints_its_recovery_code_once(void **state)
{
    struct stat information;
    (void)state;
    RUN(.words = { "new", AS_AIZADA(office.file), "--office", "OSH", "--country", "KG",
                   "--smallest-pc", "48", "--json" },
        .secret = aizada);
    assert_exit(0);
    copy_member(office.recovery_code, sizeof(office.recovery_code), "recovery_code");
    assert_int_equal(strlen(office.recovery_code), 47);
    assert_int_equal(stat(office.file, &information), 0);
    assert_int_equal(information.st_mode & 0777, 0600);
    RUN(.words = { "new", AS_AIZADA(office.file) }, .secret = aizada);
    assert_exit(1);
    assert_says(result.err, "already");
}

static void the_sheet_for_people_has_eight_numbered_groups(void **state)
{
    char path[128];
    (void)state;
    snprintf(path, sizeof(path), "%s/other.qadam", office.folder);
    RUN(.words = { "new", AS_AIZADA(path), "--smallest-pc", "48" }, .secret = aizada);
    assert_exit(0);
    for (int i = 1; i <= 8; i++) {
        char number[16];
        snprintf(number, sizeof(number), " %d) ", i);
        assert_says(result.out, number);
    }
    assert_says(result.out, "RECOVERY SHEET");
    assert_says(result.out, "aizada");
}

static void a_wrong_passphrase_is_exit_3_and_says_nothing_else(void **state)
{
    (void)state;
    RUN(.words = { "vault", "verify", AS_AIZADA(office.file) }, .secret = "not this one");
    assert_exit(3);
    assert_says(result.err, "Caps Lock");
    assert_string_equal(result.out, "");
    RUN(.words = { "vault", "verify", office.file, "--user", "nobody", "--passphrase-fd", "3" },
        .secret = aizada);
    assert_exit(3);
    RUN(.words = { "vault", "verify", AS_AIZADA(office.file) }, .secret = "not this one",
        .language = "ru");
    assert_says(result.err, "Проверьте раскладку");
}

static void users_are_added_and_listed(void **state)
{
    (void)state;
    RUN(.words = { "vault", "users", "add", AS_AIZADA(office.file, "bolot"), "--role", "counsellor",
                   "--new-passphrase-fd", "4" },
        .secret = aizada, .new_secret = bolot);
    assert_exit(0);
    RUN(.words = { "vault", "users", "add", AS_AIZADA(office.file, "Bolot"), "--new-passphrase-fd",
                   "4" },
        .secret = aizada, .new_secret = bolot);
    assert_exit(1);
    RUN(.words = { "vault", "users", "list", AS_AIZADA(office.file), "--json" }, .secret = aizada);
    assert_exit(0);
    assert_says(result.out, "\"name\":\"aizada\",\"role\":\"supervisor\"");
    assert_says(result.out, "\"name\":\"bolot\",\"role\":\"counsellor\"");
    RUN(.words = { "vault", "users", "list", AS_AIZADA(office.file) }, .secret = aizada);
    assert_exit(0);
    assert_says(result.out, "bolot\tcounsellor\tactive\t");
}

static void with_several_users_one_has_to_say_who_one_is(void **state)
{
    (void)state;
    RUN(.words = { "vault", "users", "list", office.file, "--passphrase-fd", "3" },
        .secret = aizada);
    assert_exit(2);
    assert_says(result.err, "--user");
}

static void a_counsellor_manages_nobody(void **state)
{
    (void)state;
    RUN(.words = { "vault", "users", "add", office.file, "chinara", "--user", "bolot",
                   "--passphrase-fd", "3", "--new-passphrase-fd", "4" },
        .secret = bolot, .new_secret = bolot_later);
    assert_exit(1);
    assert_says(result.err, "role");
}

static void one_changes_ones_own_passphrase(void **state)
{
    (void)state;
    RUN(.words = { "vault", "users", "passphrase", office.file, "--user", "bolot",
                   "--passphrase-fd", "3", "--new-passphrase-fd", "4" },
        .secret = bolot, .new_secret = bolot_later);
    assert_exit(0);
    RUN(.words = { "vault", "verify", office.file, "--user", "bolot", "--passphrase-fd", "3" },
        .secret = bolot);
    assert_exit(3);
    RUN(.words = { "vault", "verify", office.file, "--user", "bolot", "--passphrase-fd", "3" },
        .secret = bolot_later);
    assert_exit(0);
}

static void the_two_secrets_come_from_two_descriptors(void **state)
{
    (void)state;
    RUN(.words = { "vault", "users", "passphrase", AS_AIZADA(office.file), "--new-passphrase-fd",
                   "3" },
        .secret = aizada);
    assert_exit(2);
    assert_says(result.err, "different");
}

static void the_recovery_sheet_lets_back_in(void **state)
{
    char old_code[64];
    (void)state;
    RUN(.words = { "vault", "users", "passphrase", office.file, "aizada", "--recovery",
                   "--passphrase-fd", "3", "--new-passphrase-fd", "4" },
        .secret = office.recovery_code, .new_secret = aizada);
    assert_exit(0);
    snprintf(old_code, sizeof(old_code), "%s", office.recovery_code);
    RUN(.words = { "vault", "users", "recovery", AS_AIZADA(office.file), "--json" },
        .secret = aizada);
    assert_exit(0);
    copy_member(office.recovery_code, sizeof(office.recovery_code), "recovery_code");
    RUN(.words = { "vault", "users", "list", office.file, "--recovery", "--passphrase-fd", "3" },
        .secret = old_code);
    assert_exit(3);
    RUN(.words = { "vault", "users", "list", office.file, "--recovery", "--passphrase-fd", "3" },
        .secret = office.recovery_code);
    assert_exit(0);
}

static void a_slip_in_the_recovery_code_names_its_group(void **state)
{
    char slip[64];
    (void)state;
    snprintf(slip, sizeof(slip), "%s", office.recovery_code);
    slip[12] = slip[12] == '7' ? '8' : '7'; /* the first sign of the third group */
    RUN(.words = { "vault", "users", "list", office.file, "--recovery", "--passphrase-fd", "3" },
        .secret = slip);
    assert_exit(3);
    assert_says(result.err, "group 3");
}

static void a_sound_file_is_verified_and_its_head_can_be_noted(void **state)
{
    (void)state;
    RUN(.words = { "vault", "verify", AS_AIZADA(office.file) }, .secret = aizada);
    assert_exit(0);
    assert_says(result.out, "The file is sound.");
    assert_says(result.out, "Journal head:\n");
    RUN(.words = { "vault", "verify", AS_AIZADA(office.file), "--json" }, .secret = aizada);
    assert_exit(0);
    assert_says(result.out, "\"status\":\"ok\"");
    copy_member(office.head, sizeof(office.head), "journal_head");
    assert_int_equal(strlen(office.head), 79);
}

static void a_backup_is_made_once_and_never_overwrites(void **state)
{
    char folder[128];
    (void)state;
    RUN(.words = { "vault", "backup", AS_AIZADA(office.file), "--output", office.backup },
        .secret = aizada);
    assert_exit(0);
    RUN(.words = { "vault", "verify", AS_AIZADA(office.backup) }, .secret = aizada);
    assert_exit(0);
    RUN(.words = { "vault", "backup", AS_AIZADA(office.file), "--output", office.backup },
        .secret = aizada);
    assert_exit(1);
    snprintf(folder, sizeof(folder), "%s/backups", office.folder);
    assert_int_equal(mkdir(folder, 0700), 0);
    RUN(.words = { "vault", "backup", AS_AIZADA(office.file), "--to", folder, "--keep", "2",
                   "--json" },
        .secret = aizada);
    assert_exit(0);
    copy_member(folder, sizeof(folder), "backup");
    assert_int_equal(access(folder, F_OK), 0);
}

static void the_journal_tells_who_did_what(void **state)
{
    (void)state;
    RUN(.words = { "journal", "show", AS_AIZADA(office.file) }, .secret = aizada);
    assert_exit(0);
    assert_says(result.out, "\taizada\tuser.add\t");
    RUN(.words = { "journal", "show", AS_AIZADA(office.file), "--act", "user.", "--limit", "1",
                   "--json" },
        .secret = aizada);
    assert_exit(0);
    assert_int_equal(result.out[0], '[');
    assert_null(strstr(result.out, "vault.create"));
    RUN(.words = { "journal", "show", AS_AIZADA(office.file), "--until", "2001-01-01" },
        .secret = aizada);
    assert_exit(1);
    RUN(.words = { "journal", "show", office.file, "--user", "bolot", "--passphrase-fd", "3" },
        .secret = bolot_later);
    assert_exit(1);
}

static void a_noted_head_is_found_or_missed(void **state)
{
    char foreign[80];
    (void)state;
    RUN(.words = { "journal", "verify", AS_AIZADA(office.file), "--head", office.head },
        .secret = aizada);
    assert_exit(0);
    assert_says(result.out, "is inside");
    snprintf(foreign, sizeof(foreign), "%s", office.head);
    foreign[0] = foreign[0] == 'a' ? 'b' : 'a';
    RUN(.words = { "journal", "verify", AS_AIZADA(office.file), "--head", foreign },
        .secret = aizada);
    assert_exit(1);
    assert_says(result.err, "NOT inside");
}

static void a_revoked_user_stays_outside(void **state)
{
    (void)state;
    RUN(.words = { "vault", "users", "revoke", AS_AIZADA(office.file, "bolot") }, .secret = aizada);
    assert_exit(0);
    assert_says(result.out, "rekey");
    RUN(.words = { "vault", "verify", office.file, "--user", "bolot", "--passphrase-fd", "3" },
        .secret = bolot_later);
    assert_exit(3);
    RUN(.words = { "vault", "users", "revoke", AS_AIZADA(office.file, "nobody") },
        .secret = aizada);
    assert_exit(1);
    RUN(.words = { "vault", "users", "revoke", AS_AIZADA(office.file, "aizada") },
        .secret = aizada);
    assert_exit(1);
    assert_says(result.err, "last supervisor");
}

static void a_rekeyed_file_keeps_its_users_and_its_journal(void **state)
{
    (void)state;
    RUN(.words = { "vault", "rekey", AS_AIZADA(office.file) }, .secret = aizada);
    assert_exit(0);
    RUN(.words = { "journal", "verify", AS_AIZADA(office.file), "--head", office.head },
        .secret = aizada);
    assert_exit(0);
    RUN(.words = { "vault", "users", "list", office.file, "--recovery", "--passphrase-fd", "3" },
        .secret = office.recovery_code);
    assert_exit(0);
}

static void a_restore_overwrites_only_when_told(void **state)
{
    (void)state;
    RUN(.words = { "vault", "restore", AS_AIZADA(office.backup, office.restored) },
        .secret = aizada);
    assert_exit(0);
    RUN(.words = { "vault", "restore", AS_AIZADA(office.backup, office.restored) },
        .secret = aizada);
    assert_exit(1);
    RUN(.words = { "vault", "restore", AS_AIZADA(office.backup, office.file), "--overwrite",
                   "--json" },
        .secret = aizada);
    assert_exit(0);
    char kept[160];
    copy_member(kept, sizeof(kept), "kept");
    assert_int_equal(access(kept, F_OK), 0);
    RUN(.words = { "vault", "verify", AS_AIZADA(office.file) }, .secret = aizada);
    assert_exit(0);
}

static void a_damaged_file_is_exit_4_and_names_the_page(void **state)
{
    (void)state;
    FILE *file = fopen(office.restored, "r+b");
    assert_non_null(file);
    assert_int_equal(fseek(file, -2000, SEEK_END), 0);
    int byte = fgetc(file);
    assert_int_equal(fseek(file, -2000, SEEK_END), 0);
    fputc(byte ^ 1, file);
    fclose(file);
    RUN(.words = { "vault", "verify", AS_AIZADA(office.restored), "--json" }, .secret = aizada);
    assert_exit(4);
    assert_says(result.err, "damaged");
    assert_says(result.out, "\"status\":\"damaged\"");
}

static void output_that_does_not_arrive_is_a_failure(void **state)
{
    (void)state;
    RUN(.words = { "vault", "users", "list", AS_AIZADA(office.file) }, .secret = aizada,
        .output_path = "/dev/full");
    assert_exit(5);
    assert_says(result.err, "could not be printed");
    RUN(.words = { "--help" }, .output_path = "/dev/full");
    assert_exit(5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_new_file_prints_its_recovery_code_once),
        cmocka_unit_test(the_sheet_for_people_has_eight_numbered_groups),
        cmocka_unit_test(a_wrong_passphrase_is_exit_3_and_says_nothing_else),
        cmocka_unit_test(users_are_added_and_listed),
        cmocka_unit_test(with_several_users_one_has_to_say_who_one_is),
        cmocka_unit_test(a_counsellor_manages_nobody),
        cmocka_unit_test(one_changes_ones_own_passphrase),
        cmocka_unit_test(the_two_secrets_come_from_two_descriptors),
        cmocka_unit_test(the_recovery_sheet_lets_back_in),
        cmocka_unit_test(a_slip_in_the_recovery_code_names_its_group),
        cmocka_unit_test(a_sound_file_is_verified_and_its_head_can_be_noted),
        cmocka_unit_test(a_backup_is_made_once_and_never_overwrites),
        cmocka_unit_test(the_journal_tells_who_did_what),
        cmocka_unit_test(a_noted_head_is_found_or_missed),
        cmocka_unit_test(a_revoked_user_stays_outside),
        cmocka_unit_test(a_rekeyed_file_keeps_its_users_and_its_journal),
        cmocka_unit_test(a_restore_overwrites_only_when_told),
        cmocka_unit_test(a_damaged_file_is_exit_4_and_names_the_page),
        cmocka_unit_test(output_that_does_not_arrive_is_a_failure),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
