# SPDX-License-Identifier: Apache-2.0
# One flat file.  Each variant (release, debug, asan, coverage) builds into its own folder.

VARIANT ?= release
BUILD   := build/$(VARIANT)
PREFIX  ?= /usr/local
CLANG   ?= clang
FUZZ_SECONDS ?= 60

# Debian packages, each with its job in README.md.
PACKAGES := gcc make pkg-config libsqlite3-dev libsodium-dev libutf8proc-dev libyaml-dev \
            libncurses-dev gettext
CHECK_PACKAGES := libcmocka-dev libvterm-dev clang libclang-rt-14-dev clang-format clang-tidy strace \
                  e2fsprogs mount

# core folders in order: each may include only itself and folders to its left.
CORE_LAYERS := base yaml vault store journal compartment name search person household document agency consent note \
               appointment referral country workflow counselling hotline task casefile rights breach supervision \
               office demo
# The folders of tui that make the full screen, likewise.
SCREEN_LAYERS := term widget app view

# As many jobs as there are processors; make -jN says how many others.
ifeq ($(MAKELEVEL),0)
ifeq ($(filter -j%,$(MAKEFLAGS)),)
MAKEFLAGS += --jobs=$(shell getconf _NPROCESSORS_ONLN 2>/dev/null || echo 1)
endif
endif

CORE_LIBS := sqlite3 libsodium libutf8proc yaml-0.1
TUI_LIBS  := ncursesw
WARNINGS  := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes \
             -Wmissing-prototypes -Wvla -Wformat=2 -Wswitch-enum -Wundef -Werror
HARDENING := -fstack-protector-strong -fPIE

CFLAGS.release  := -O2 -g -D_FORTIFY_SOURCE=2
CFLAGS.debug    := -Og -g
CFLAGS.asan     := -O1 -g1 -fsanitize=address,undefined -fno-sanitize-recover=all \
                   -fno-omit-frame-pointer
CFLAGS.coverage := -O0 -g3 --coverage
LDFLAGS.release := -pie -Wl,-z,relro,-z,now

# Large files and inode numbers, and years after 2038, on 32-bit machines too.
FEATURES := -D_POSIX_C_SOURCE=200809L -D_DEFAULT_SOURCE -D_FILE_OFFSET_BITS=64 \
            -D_TIME_BITS=64
CFLAGS   += -std=c17 $(WARNINGS) $(HARDENING) $(CFLAGS.$(VARIANT))
LDFLAGS  += $(CFLAGS.$(VARIANT)) $(LDFLAGS.$(VARIANT))
CORE_CFLAGS = $(shell pkg-config --cflags $(CORE_LIBS))
CORE_LDLIBS = $(shell pkg-config --libs $(CORE_LIBS))
TUI_CFLAGS  = $(shell pkg-config --cflags-only-I $(TUI_LIBS)) -DNCURSES_WIDECHAR=1
TUI_LDLIBS  = $(shell pkg-config --libs $(TUI_LIBS))
CMOCKA      = $(shell pkg-config --libs cmocka vterm)

sources = $(sort $(shell find $(1) -name '*.c' 2>/dev/null))
objects = $(patsubst %.c,$(BUILD)/%.o,$(1))

MIGRATIONS := $(sort $(wildcard core/store/migrations/*.sql))
# YAML that goes into the program: EMBEDDED names each table, EMBED.* says which files are in it.
EMBEDDED := core/country/country_packs core/workflow/builtin_definitions core/counselling/first_advice_files
EMBED.core/country/country_packs := $(sort $(wildcard core/country/packs/*.yaml))
EMBED.core/workflow/builtin_definitions := $(sort $(shell find core/workflow/definitions -name '*.yaml'))
EMBED.core/counselling/first_advice_files := $(sort $(wildcard core/counselling/answers/*.yaml))
LANGUAGES  := $(patsubst locales/%.po,%,$(sort $(wildcard locales/*.po)))
CATALOGUES := $(LANGUAGES:%=build/locale/%/LC_MESSAGES/qadam.mo)

CORE    := $(call objects,$(call sources,core)) $(BUILD)/core/store/migrations.o \
           $(EMBEDDED:%=$(BUILD)/%.o)
TUI     := $(call objects,$(filter-out tui/main.c,$(call sources,tui)))
MAIN    := $(BUILD)/tui/main.o
# What tests share: tests/support/tui needs the application, so only its tests are linked to it.
SUPPORT     := $(call objects,$(filter-out tests/support/tui/%,$(call sources,tests/support)))
TUI_SUPPORT := $(call objects,$(call sources,tests/support/tui))

CORE_TESTS    := $(patsubst %.c,$(BUILD)/%,$(filter %,$(shell find tests/core -name 'test_*.c' 2>/dev/null | sort)))
TUI_TESTS     := $(patsubst %.c,$(BUILD)/%,$(shell find tests/tui -name 'test_*.c' 2>/dev/null | sort))
PROGRAM_TESTS := $(patsubst %.c,$(BUILD)/%,$(shell find tests/program -name 'test_*.c' 2>/dev/null | sort))
FUZZERS       := $(patsubst tests/fuzz/%.c,build/fuzz/%,$(sort $(wildcard tests/fuzz/*_fuzzer.c)))
BENCHES       := $(patsubst %.c,$(BUILD)/%,$(sort $(wildcard tests/bench/bench_*.c)))

.PHONY: all program run check check-all test bench bench-all fuzz fuzz-seeds layers catalogues lint format \
        format-check deps check-deps install clean help asan coverage pot screens-accept
.DELETE_ON_ERROR:
.SECONDARY:

all: program ## build ./qadam and its catalogues

program: $(BUILD)/qadam $(CATALOGUES)
	@cp -f $(BUILD)/qadam qadam

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "%-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# ---- building

$(BUILD)/core/%.o: INCLUDES = -Icore $(CORE_CFLAGS)
$(BUILD)/tui/%.o:  INCLUDES = -Icore -Itui $(CORE_CFLAGS) $(TUI_CFLAGS) \
                              -DLOCALE_DIRECTORY='"$(PREFIX)/share/locale"'
$(BUILD)/tests/%.o: INCLUDES = -Icore -Itui -Itests $(CORE_CFLAGS) \
                    -DQADAM_PROGRAM='"$(CURDIR)/$(BUILD)/qadam"' \
                    -DQADAM_SCREENS='"$(CURDIR)/tests/screens"'

$(BUILD)/%.o: %.c | check-compiler
	@mkdir -p $(@D)
	@echo "  CC    $<"
	@$(CC) $(CPPFLAGS) $(FEATURES) $(INCLUDES) $(CFLAGS) -MMD -MP -c $< -o $@

$(BUILD)/core/store/migrations.c: core/store/migrations/embed.awk $(MIGRATIONS) core/store/migrations
	@mkdir -p $(@D)
	@awk -f core/store/migrations/embed.awk $(MIGRATIONS) > $@

$(BUILD)/core/store/migrations.o: $(BUILD)/core/store/migrations.c
	@$(CC) $(CPPFLAGS) $(FEATURES) -Icore $(CFLAGS) -MMD -MP -c $< -o $@

define EMBED_RULES
$(BUILD)/$(1).c: core/yaml/embed.awk $(EMBED.$(1)) $(dir $(firstword $(EMBED.$(1))))
	@mkdir -p $$(@D)
	@LC_ALL=C awk -v name=$(notdir $(1)) -v root=$(dir $(1)) -f core/yaml/embed.awk $(EMBED.$(1)) > $$@ < /dev/null
$(BUILD)/$(1).o: $(BUILD)/$(1).c
	@$$(CC) $$(CPPFLAGS) $$(FEATURES) -Icore $$(CFLAGS) -MMD -MP -c $$< -o $$@
build/fuzz/$(1).o: $(BUILD)/$(1).c
	@mkdir -p $$(@D)
	@$$(CLANG) $$(FUZZ_FLAGS) -fsanitize=fuzzer-no-link -Icore -c $$< -o $$@
endef
$(foreach table,$(EMBEDDED),$(eval $(call EMBED_RULES,$(table))))

$(BUILD)/qadam: $(MAIN) $(TUI) $(CORE)
	@echo "  LINK  $@"
	@$(CC) $^ $(LDFLAGS) $(CORE_LDLIBS) $(TUI_LDLIBS) $(LDLIBS) -o $@

build/locale/%/LC_MESSAGES/qadam.mo: locales/%.po
	@mkdir -p $(@D)
	@msgfmt --check -o $@ $<

.PHONY: check-compiler
check-compiler:
	@pkg-config --exists $(CORE_LIBS) $(TUI_LIBS) || { echo "Libraries are missing: run 'make deps' first."; exit 1; }

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)

# ---- running

run: ## open the application on invented people (user "demo", passphrase "demo")
	@$(MAKE) --no-print-directory deps
	@$(MAKE) --no-print-directory program
	@QADAM=./qadam sh tests/run_application.sh build/practice

# ---- testing

check: ## prove it: installs what is missing, builds, runs every test
	@$(MAKE) --no-print-directory check-deps
	@$(MAKE) --no-print-directory check-all

check-all: layers catalogues format-check
	@$(MAKE) --no-print-directory program
	@QADAM=./qadam sh tests/run_demo.sh build/check-demo >build/check-demo.txt 2>&1 || \
	    { cat build/check-demo.txt; exit 1; }
	@$(MAKE) --no-print-directory VARIANT=debug tests
	@$(MAKE) --no-print-directory VARIANT=asan tests
	@$(MAKE) --no-print-directory fuzz-seeds
	@sh tests/run_tests.sh \
	    $$($(MAKE) -s --no-print-directory VARIANT=debug list-tests) \
	    $$($(MAKE) -s --no-print-directory VARIANT=asan list-tests)

.PHONY: tests list-tests
tests: $(CORE_TESTS) $(TUI_TESTS) $(PROGRAM_TESTS)
list-tests:
	@echo $(CORE_TESTS) $(TUI_TESTS) $(PROGRAM_TESTS)

test: ## build and run the tests of one variant (VARIANT=debug by default)
	@$(MAKE) --no-print-directory VARIANT=$(if $(filter command line,$(origin VARIANT)),$(VARIANT),debug) run-tests
.PHONY: run-tests
run-tests: tests
	@sh tests/run_tests.sh $(CORE_TESTS) $(TUI_TESTS) $(PROGRAM_TESTS)

asan: ## the tests under AddressSanitizer and UBSan
	@$(MAKE) --no-print-directory VARIANT=asan run-tests

screens-accept: ## write the screens as they are now into tests/screens, to be read in the difference
	@$(MAKE) --no-print-directory VARIANT=debug build/debug/tests/tui/view/test_screens
	@UPDATE_GOLDEN=1 build/debug/tests/tui/view/test_screens

coverage: ## the tests with gcov; prints the share of lines run per file
	@$(MAKE) --no-print-directory VARIANT=coverage run-tests
	@sh tests/coverage.sh build/coverage

# Core tests link neither tui nor a terminal: a core that called them would not link.
$(BUILD)/tests/core/%: $(BUILD)/tests/core/%.o $(SUPPORT) $(CORE)
	@$(CC) $^ $(LDFLAGS) $(CORE_LDLIBS) $(CMOCKA) $(LDLIBS) -o $@
# Catalogues are looked for beside a program.
$(BUILD)/tests/tui/%: $(BUILD)/tests/tui/%.o $(TUI_SUPPORT) $(SUPPORT) $(TUI) $(CORE) | $(CATALOGUES)
	@$(CC) $^ $(LDFLAGS) $(CORE_LDLIBS) $(TUI_LDLIBS) $(CMOCKA) $(LDLIBS) -o $@
	@ln -sfn $(CURDIR)/build/locale $(@D)/locale
$(BUILD)/tests/program/%: $(BUILD)/tests/program/%.o $(SUPPORT) $(CORE) | $(BUILD)/qadam $(CATALOGUES)
	@$(CC) $^ $(LDFLAGS) $(CORE_LDLIBS) $(CMOCKA) $(LDLIBS) -o $@

bench: ## speed and memory, sealed against plain SQLite in the same run
	@$(MAKE) --no-print-directory check-deps
	@$(MAKE) --no-print-directory VARIANT=release bench-all
bench-all: $(BENCHES)
	@for bench in $(BENCHES); do $$bench || exit 1; done
# The one of the application runs the real program.
$(BUILD)/tests/bench/bench_application: $(BUILD)/tests/bench/bench_application.o $(SUPPORT) $(CORE) \
                                        | $(BUILD)/qadam $(CATALOGUES)
	@$(CC) $^ $(LDFLAGS) $(CORE_LDLIBS) $(CMOCKA) $(LDLIBS) -o $@
$(BUILD)/tests/bench/%: $(BUILD)/tests/bench/%.o $(CORE)
	@$(CC) $^ $(LDFLAGS) $(CORE_LDLIBS) $(LDLIBS) -o $@

# The core is built once for all fuzzers, with what libFuzzer needs to see which way a run goes.
FUZZ_CORE  := $(patsubst %.c,build/fuzz/%.o,$(call sources,core)) build/fuzz/core/store/migrations.o \
              $(EMBEDDED:%=build/fuzz/%.o)
FUZZ_FLAGS := -std=c17 $(FEATURES) -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all

build/fuzz/%.o: %.c
	@mkdir -p $(@D)
	@$(CLANG) $(FUZZ_FLAGS) -fsanitize=fuzzer-no-link -Icore -Itests $(CORE_CFLAGS) -MMD -MP -c $< -o $@
build/fuzz/core/store/migrations.o: $(BUILD)/core/store/migrations.c
	@mkdir -p $(@D)
	@$(CLANG) $(FUZZ_FLAGS) -fsanitize=fuzzer-no-link -Icore -c $< -o $@
build/fuzz/%: build/fuzz/tests/fuzz/%.o $(FUZZ_CORE)
	@echo "  FUZZ  $*"
	@$(CLANG) $(FUZZ_FLAGS) -fsanitize=fuzzer $^ $(CORE_LDLIBS) -o $@

-include $(shell find build/fuzz -name '*.d' 2>/dev/null)

fuzz: $(FUZZERS) ## every parser under libFuzzer, FUZZ_SECONDS each (60)
	@for fuzzer in $(FUZZERS); do sh tests/fuzz/run.sh $$fuzzer -max_total_time=$(FUZZ_SECONDS) || exit 1; done
fuzz-seeds: $(FUZZERS)
	@for fuzzer in $(FUZZERS); do sh tests/fuzz/run.sh $$fuzzer -runs=20000 || exit 1; done

layers: ## tui -> core, and inside core and the full screen only leftwards in their lists
	@awk -v layers="$(CORE_LAYERS)" -v screen_layers="$(SCREEN_LAYERS)" -f tests/layers.awk $$(find core tui -name '*.[ch]')

catalogues: $(CATALOGUES) $(BUILD)/locales/list_texts ## every catalogue is complete and matches the sources
	@LIST_TEXTS=$(BUILD)/locales/list_texts sh tests/catalogues.sh

pot: $(BUILD)/locales/list_texts ## collect all texts into locales/qadam.pot and every catalogue
	@LIST_TEXTS=$(BUILD)/locales/list_texts sh tests/catalogues.sh --update

$(BUILD)/locales/%.o: INCLUDES = -Icore $(CORE_CFLAGS)
$(BUILD)/locales/list_texts: $(BUILD)/locales/list_texts.o $(CORE)
	@$(CC) $^ $(LDFLAGS) $(CORE_LDLIBS) $(LDLIBS) -o $@

lint: ## clang-tidy and gcc -fanalyzer over core and tui
	@$(MAKE) --no-print-directory program
	@clang-tidy --quiet $(call sources,core) $(call sources,tui) -- -std=c17 $(FEATURES) \
	    -Icore -Itui $(CORE_CFLAGS) $(TUI_CFLAGS) -DLOCALE_DIRECTORY='""' 2>/dev/null
	@for file in $(call sources,core) $(call sources,tui); do \
	    $(CC) -std=c17 $(FEATURES) -Icore -Itui $(CORE_CFLAGS) $(TUI_CFLAGS) -DLOCALE_DIRECTORY='""' \
	        -O2 -fanalyzer -Werror -c $$file -o /dev/null || exit 1; done

FORMATTED = $(shell find core tui tests locales -name '*.[ch]')
format: ## lay out the C files
	@clang-format -i $(FORMATTED)
format-check:
	@clang-format --dry-run -Werror $(FORMATTED)

# ---- the machine

deps: ## install the Debian packages that building needs
	@sh tests/install_packages.sh $(PACKAGES)
check-deps:
	@sh tests/install_packages.sh $(PACKAGES) $(CHECK_PACKAGES)

install: program ## install into PREFIX (/usr/local)
	install -D -m 755 qadam $(DESTDIR)$(PREFIX)/bin/qadam
	@for language in $(LANGUAGES); do \
	    install -D -m 644 build/locale/$$language/LC_MESSAGES/qadam.mo \
	        $(DESTDIR)$(PREFIX)/share/locale/$$language/LC_MESSAGES/qadam.mo; done

clean: ## remove everything that was built
	rm -rf build qadam
