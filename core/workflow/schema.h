/* SPDX-License-Identifier: Apache-2.0 */

/* The keys that definition files may have, as tables for the YAML reader. */
#ifndef QADAM_WORKFLOW_SCHEMA_H
#define QADAM_WORKFLOW_SCHEMA_H

#include "workflow/definition.h"

struct workflow_file {
    int line;
    const char *kind;
    const char *id;
    int version;
    const char *title;
    const char *purpose;
    struct origin origin;
    const char **uses;
    size_t uses_count;
    struct stage *stages;
    size_t stage_count;
    struct indication *indications;
    size_t indication_count;
    struct guard *guards;
    size_t guard_count;
    struct ladder *ladders;
    size_t ladder_count;
};

struct part_file {
    int line;
    const char *kind;
    const char *id;
    const char *title;
    struct step *steps;
    size_t step_count;
    struct indication *indications;
    size_t indication_count;
    struct guard *guards;
    size_t guard_count;
    struct ladder *ladders;
    size_t ladder_count;
};

struct catalogue_file {
    const char *kind;
    struct catalogue catalogue;
};

struct instrument_file {
    const char *kind;
    struct instrument instrument;
};

extern const struct yaml_schema schema_workflow;
extern const struct yaml_schema schema_part;
extern const struct yaml_schema schema_catalogue;
extern const struct yaml_schema schema_instrument;

#endif
