/* SPDX-License-Identifier: Apache-2.0 */
#include "appointment/appointment.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { HOURS = 24, MINUTES = 60 };

static const char *const state_words[] = {
    [APPOINTMENT_PLANNED] = "planned",
    [APPOINTMENT_ATTENDED] = "attended",
    [APPOINTMENT_MISSED] = "missed",
    [APPOINTMENT_CANCELLED] = "cancelled",
};
_Static_assert(sizeof(state_words) / sizeof(state_words[0]) == APPOINTMENT_STATE_COUNT,
               "every state has a word");

void appointment_release(struct appointment *appointment)
{
    free(appointment->place);
    free(appointment->about);
    free(appointment->agency_name);
    *appointment = (struct appointment){ .state = APPOINTMENT_PLANNED };
}

void appointment_list_release(struct appointment_list *appointments)
{
    for (size_t i = 0; i < appointments->count; i++)
        appointment_release(&appointments->items[i]);
    free(appointments->items);
    *appointments = (struct appointment_list){ .items = NULL };
}

const char *appointment_state_word(enum appointment_state state)
{
    return state_words[state];
}

enum status appointment_state_parse(enum appointment_state *out, const char *word,
                                    struct error *error)
{
    for (enum appointment_state state = 0; state < APPOINTMENT_STATE_COUNT; state++)
        if (strcmp(word, state_words[state]) == 0) {
            *out = state;
            return STATUS_OK;
        }
    return error_set(error, STATUS_INVALID, "no state of an appointment");
}

enum status appointment_time_parse(char out[APPOINTMENT_TIME_SIZE], const char *text,
                                   struct error *error)
{
    int digits[4] = { 0 };
    size_t count = 0;
    size_t mark = 0; /* how many digits stand before the mark; 0: there is none */
    bool is_wrong = false;
    for (const char *at = text; *at != '\0' && !is_wrong; at++) {
        if (*at >= '0' && *at <= '9' && count < 4)
            digits[count++] = *at - '0';
        else if ((*at == ':' || *at == '.') && mark == 0 && count > 0)
            mark = count;
        else
            is_wrong = true;
    }
    out[0] = '\0';
    if (text[0] == '\0')
        return STATUS_OK;
    is_wrong = is_wrong || count < 3 || (mark != 0 && mark != count - 2);
    const int hour = count == 4 ? digits[0] * 10 + digits[1] : digits[0];
    const int minute = count == 4 ? digits[2] * 10 + digits[3] : digits[1] * 10 + digits[2];
    if (is_wrong || hour >= HOURS || minute >= MINUTES)
        return error_set(error, STATUS_DATE_INVALID, "no time of day");
    snprintf(out, APPOINTMENT_TIME_SIZE, "%02u:%02u", (unsigned)hour % HOURS,
             (unsigned)minute % MINUTES);
    return STATUS_OK;
}

enum status appointment_check(const struct appointment *appointment, struct error *error)
{
    char time[APPOINTMENT_TIME_SIZE];
    if (appointment->minutes < 1 || appointment->minutes > APPOINTMENT_MINUTES_MAX)
        return error_set(error, STATUS_INVALID, "%d minutes", appointment->minutes);
    if (appointment_time_parse(time, appointment->time, NULL) != STATUS_OK ||
        strcmp(time, appointment->time) != 0)
        return error_set(error, STATUS_INVALID, "no time of day as the table writes it");
    return STATUS_OK;
}
