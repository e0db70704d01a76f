/* SPDX-License-Identifier: Apache-2.0 */

/* Where both records have what one person can have only once: a main name, a place in a household,
 * the same tie to somebody.  The survivor's row stays, the other is remembered ("dropped") and
 * taken out. */
#include "person/person_private.h"

#define SQL_NOTE "INSERT INTO person_merge_row (merge_id, noun, row_key, before) SELECT :merge,"
#define SQL_DROPPED                                                                                \
    "person_merge_row WHERE merge_id = :merge AND json_type(before, '$.dropped') IS NOT NULL"

/* ---- Names: the main name of the merged record is another one of the survivor. */

static const char SQL_NOTE_MAIN_NAME[] =
    SQL_NOTE " 'person_name', id, json_object('kind', kind) FROM person_name"
             " WHERE person_id = " SQL_MERGED " AND kind = 'main'";
static const char SQL_DEMOTE_MAIN_NAME[] =
    "UPDATE person_name SET kind = 'alias' WHERE person_id = " SQL_MERGED " AND kind = 'main'";
static const char SQL_RESTORE_MAIN_NAME[] =
    "UPDATE person_name SET kind = 'main' WHERE person_id = " SQL_MERGED " AND id IN"
    " (SELECT row_key FROM person_merge_row WHERE merge_id = :merge AND noun = 'person_name'"
    " AND json_type(before, '$.kind') IS NOT NULL)";

/* ---- Nationalities: who has one already only claims the other, until somebody looks into it. */

static const char SQL_NOTE_NATIONALITY[] =
    SQL_NOTE " 'person_nationality', country,"
             " json_object('dropped', json_object('state', state)) FROM person_nationality"
             " WHERE person_id = " SQL_MERGED " AND country IN (SELECT country"
             " FROM person_nationality WHERE person_id = " SQL_SURVIVOR ")";
static const char SQL_DROP_NATIONALITY[] =
    "DELETE FROM person_nationality WHERE person_id = " SQL_MERGED " AND country IN"
    " (SELECT row_key FROM " SQL_DROPPED " AND noun = 'person_nationality')";
static const char SQL_NOTE_HELD_NATIONALITY[] =
    SQL_NOTE " 'person_nationality', country, json_object('state', state)"
             " FROM person_nationality WHERE person_id = " SQL_MERGED " AND state = 'held'"
             " AND EXISTS (SELECT 1 FROM person_nationality AS kept"
             " WHERE kept.person_id = " SQL_SURVIVOR " AND kept.state = 'held')";
static const char SQL_CLAIM_NATIONALITY[] =
    "UPDATE person_nationality SET state = 'claimed' WHERE person_id = " SQL_MERGED
    " AND country IN (SELECT row_key FROM person_merge_row WHERE merge_id = :merge"
    " AND noun = 'person_nationality' AND json_type(before, '$.state') IS NOT NULL)";
static const char SQL_RESTORE_NATIONALITY[] =
    "INSERT OR IGNORE INTO person_nationality (person_id, country, state)"
    " SELECT " SQL_MERGED ", row_key, json_extract(before, '$.dropped.state')"
    " FROM " SQL_DROPPED " AND noun = 'person_nationality'";
static const char SQL_HOLD_NATIONALITY[] =
    "UPDATE person_nationality SET state = 'held' WHERE person_id = " SQL_MERGED
    " AND country IN (SELECT row_key FROM person_merge_row WHERE merge_id = :merge"
    " AND noun = 'person_nationality' AND json_type(before, '$.state') IS NOT NULL)";

/* ---- Households: of two memberships in one household comes one, head when one of them is head
 * now, in from the first day known to the last. */

static const char SQL_NOTE_MEMBER[] =
    SQL_NOTE " 'household_member', gone.household_id, json_object("
             "'dropped', json_object('is_head', gone.is_head, 'joined_on', gone.joined_on,"
             " 'left_on', gone.left_on),"
             " 'kept', json_object('is_head', kept.is_head, 'joined_on', kept.joined_on,"
             " 'left_on', kept.left_on))"
             " FROM household_member AS gone JOIN household_member AS kept"
             " ON kept.household_id = gone.household_id AND kept.person_id = " SQL_SURVIVOR
             " WHERE gone.person_id = " SQL_MERGED;
static const char SQL_DROP_MEMBER[] =
    "DELETE FROM household_member WHERE person_id = " SQL_MERGED " AND household_id IN"
    " (SELECT row_key FROM " SQL_DROPPED " AND noun = 'household_member')";
static const char SQL_JOIN_MEMBERS[] =
    "WITH twin (household_id, is_head, joined_on, left_on) AS (SELECT row_key,"
    " json_extract(before, '$.dropped.is_head'), json_extract(before, '$.dropped.joined_on'),"
    " json_extract(before, '$.dropped.left_on') FROM " SQL_DROPPED " AND noun = 'household_member')"
    " UPDATE household_member SET"
    " is_head = max(household_member.is_head"
    " * (household_member.left_on IS NULL OR twin.left_on IS NOT NULL),"
    " twin.is_head * (twin.left_on IS NULL OR household_member.left_on IS NOT NULL)),"
    " joined_on = min(coalesce(household_member.joined_on, twin.joined_on),"
    " coalesce(twin.joined_on, household_member.joined_on)),"
    " left_on = max(household_member.left_on, twin.left_on)"
    " FROM twin WHERE household_member.household_id = twin.household_id"
    " AND household_member.person_id = " SQL_SURVIVOR;
static const char SQL_NOTE_JOINED_MEMBER[] =
    "UPDATE person_merge_row SET before = json_set(before, '$.became', (SELECT json_object("
    "'is_head', is_head, 'joined_on', joined_on, 'left_on', left_on) FROM household_member"
    " WHERE household_id = row_key AND person_id = " SQL_SURVIVOR "))"
    " WHERE merge_id = :merge AND noun = 'household_member'"
    " AND json_type(before, '$.dropped') IS NOT NULL";
/* Unless somebody has changed it since. */
static const char SQL_PART_MEMBERS[] =
    "WITH note AS (SELECT row_key, json_extract(before, '$.kept') AS kept,"
    " json_extract(before, '$.became') AS became FROM " SQL_DROPPED
    " AND noun = 'household_member')"
    " UPDATE household_member SET is_head = json_extract(kept, '$.is_head'),"
    " joined_on = json_extract(kept, '$.joined_on'), left_on = json_extract(kept, '$.left_on')"
    " FROM note WHERE household_id = row_key AND person_id = " SQL_SURVIVOR
    " AND is_head IS json_extract(became, '$.is_head')"
    " AND joined_on IS json_extract(became, '$.joined_on')"
    " AND left_on IS json_extract(became, '$.left_on')";
/* A household that has got another head meanwhile keeps that one. */
static const char SQL_RESTORE_MEMBER[] =
    "WITH twin (household_id, is_head, joined_on, left_on) AS (SELECT row_key,"
    " json_extract(before, '$.dropped.is_head'), json_extract(before, '$.dropped.joined_on'),"
    " json_extract(before, '$.dropped.left_on') FROM " SQL_DROPPED " AND noun = 'household_member')"
    " INSERT OR IGNORE INTO household_member"
    " (household_id, person_id, is_head, joined_on, left_on)"
    " SELECT household_id, " SQL_MERGED ", CASE WHEN left_on IS NULL AND EXISTS ("
    "SELECT 1 FROM household_member AS head WHERE head.household_id = twin.household_id"
    " AND head.is_head = 1 AND head.left_on IS NULL) THEN 0 ELSE is_head END,"
    " joined_on, left_on FROM twin";

/* ---- Relations: nobody is related to themselves, and nobody twice in the same way.  The kinds
 * named here are those that are the same from both sides. */

static const char SQL_NOTE_RELATION[] =
    SQL_NOTE " 'relation', id, json_object('dropped', json_object('person_id', person_id,"
             " 'other_id', other_id, 'kind', kind, 'is_proved', is_proved, 'ended_on', ended_on))"
             " FROM relation WHERE"
             " (person_id = " SQL_MERGED " AND (other_id = " SQL_SURVIVOR " OR EXISTS (SELECT 1"
             " FROM relation AS kept WHERE kept.kind = relation.kind"
             " AND ((kept.person_id = " SQL_SURVIVOR " AND kept.other_id = relation.other_id)"
             " OR (kept.other_id = " SQL_SURVIVOR " AND kept.person_id = relation.other_id"
             " AND kept.kind IN ('spouse', 'sibling', 'other'))))))"
             " OR (other_id = " SQL_MERGED " AND (person_id = " SQL_SURVIVOR " OR EXISTS (SELECT 1"
             " FROM relation AS kept WHERE kept.kind = relation.kind"
             " AND ((kept.other_id = " SQL_SURVIVOR " AND kept.person_id = relation.person_id)"
             " OR (kept.person_id = " SQL_SURVIVOR " AND kept.other_id = relation.person_id"
             " AND kept.kind IN ('spouse', 'sibling', 'other'))))))";
static const char SQL_DROP_RELATION[] =
    "DELETE FROM relation WHERE id IN (SELECT row_key FROM " SQL_DROPPED " AND noun = 'relation')";
/* To the record in which the relative is by now, however often theirs was merged since. */
static const char SQL_RESTORE_RELATION[] =
    "WITH RECURSIVE tie (id, person_id, other_id, kind, is_proved, ended_on) AS (SELECT row_key,"
    " json_extract(before, '$.dropped.person_id'), json_extract(before, '$.dropped.other_id'),"
    " json_extract(before, '$.dropped.kind'), json_extract(before, '$.dropped.is_proved'),"
    " json_extract(before, '$.dropped.ended_on') FROM " SQL_DROPPED " AND noun = 'relation'),"
    " up (start, id) AS (SELECT person_id, person_id FROM tie UNION"
    " SELECT other_id, other_id FROM tie UNION"
    " SELECT up.start, person.duplicate_of FROM up JOIN person ON person.id = up.id"
    " WHERE person.duplicate_of IS NOT NULL),"
    " root (start, id) AS (SELECT up.start, up.id FROM up JOIN person ON person.id = up.id"
    " WHERE person.duplicate_of IS NULL)"
    " INSERT OR IGNORE INTO relation (id, person_id, other_id, kind, is_proved, ended_on)"
    " SELECT tie.id, one.id, two.id, kind, is_proved, ended_on FROM tie"
    " JOIN root AS one ON one.start = tie.person_id"
    " JOIN root AS two ON two.start = tie.other_id";

/* ---- Casefiles: nobody is a dependant in a casefile of their own, or twice in one. */

static const char SQL_NOTE_DEPENDANT[] = SQL_NOTE
    " 'casefile_person', casefile_id || '/' || casefile_person.person_id,"
    " json_object('dropped', json_object('casefile_id', casefile_id,"
    " 'person_id', casefile_person.person_id, 'part', part))"
    " FROM casefile_person JOIN casefile ON casefile.id = casefile_id WHERE"
    " (casefile_person.person_id = " SQL_MERGED " AND (casefile.person_id IN (" SQL_MERGED
    ", " SQL_SURVIVOR ") OR EXISTS (SELECT 1 FROM casefile_person AS kept"
    " WHERE kept.casefile_id = casefile.id AND kept.person_id = " SQL_SURVIVOR ")))"
    " OR (casefile_person.person_id = " SQL_SURVIVOR " AND casefile.person_id = " SQL_MERGED ")";
static const char SQL_DROP_DEPENDANT[] =
    "DELETE FROM casefile_person WHERE person_id IN (" SQL_MERGED ", " SQL_SURVIVOR ")"
    " AND casefile_id || '/' || person_id IN"
    " (SELECT row_key FROM " SQL_DROPPED " AND noun = 'casefile_person')";
static const char SQL_RESTORE_DEPENDANT[] =
    "INSERT OR IGNORE INTO casefile_person (casefile_id, person_id, part)"
    " SELECT json_extract(before, '$.dropped.casefile_id'),"
    " json_extract(before, '$.dropped.person_id'), json_extract(before, '$.dropped.part')"
    " FROM " SQL_DROPPED " AND noun = 'casefile_person'"
    " AND json_extract(before, '$.dropped.casefile_id') NOT IN"
    " (SELECT casefile_id FROM sealed_casefile)";

const char *const person_merge_prepare[] = {
    SQL_NOTE_MAIN_NAME,        SQL_DEMOTE_MAIN_NAME,   SQL_NOTE_NATIONALITY, SQL_DROP_NATIONALITY,
    SQL_NOTE_HELD_NATIONALITY, SQL_CLAIM_NATIONALITY,  SQL_NOTE_MEMBER,      SQL_DROP_MEMBER,
    SQL_JOIN_MEMBERS,          SQL_NOTE_JOINED_MEMBER, SQL_NOTE_RELATION,    SQL_DROP_RELATION,
    SQL_NOTE_DEPENDANT,        SQL_DROP_DEPENDANT,
};
const size_t person_merge_prepare_count =
    sizeof(person_merge_prepare) / sizeof(person_merge_prepare[0]);

const char *const person_merge_restore[] = {
    SQL_RESTORE_MAIN_NAME, SQL_RESTORE_NATIONALITY, SQL_HOLD_NATIONALITY,  SQL_PART_MEMBERS,
    SQL_RESTORE_MEMBER,    SQL_RESTORE_RELATION,    SQL_RESTORE_DEPENDANT,
};
const size_t person_merge_restore_count =
    sizeof(person_merge_restore) / sizeof(person_merge_restore[0]);
