# Thin over CMake: what a person types. `make` alone lists it.
BUILD        := build
SANITIZED    := build-asan
CLANG        := build-clang
CLANGXX      ?= $(firstword $(foreach name,clang++-14 clang++,$(shell command -v $(name))) clang++)
PORT         ?= 8080
FUZZ_SECONDS ?= 3600
JOBS         ?= $(shell nproc)
# A run that names no data of its own finds them beside the checkout, or counts those tests as skipped.
configure     = cmake -G Ninja -S . -B $(1) $(if $(shell command -v ccache),-DCMAKE_CXX_COMPILER_LAUNCHER=ccache) $(2) >/dev/null
demo_portal   = $(BUILD)/demo

.PHONY: help setup programs bundle site demo demo-2023 test test-cpp test-clang test-crash test-golden test-package test-findings test-leaks test-draw test-attack test-switch test-tsan test-verifier test-search oracle test-api test-browser bench fuzz format clean
.DEFAULT_GOAL := help

help:
	@echo 'make demo    install what is missing, build, make the demo portal and serve it on http://127.0.0.1:$(PORT)/'
	@echo 'make site    the same without serving: the site is in $(demo_portal)/public/current'
	@echo 'make demo-2023   a small portal of 2023, in which a draw is drawn and not yet revealed'
	@echo 'make test    install what is missing and run every test (C++ with sanitizers, clang, a real browser)'
	@echo 'make setup   only install what is missing (make setup FOR=test: also what the tests need)'
	@echo 'make bench   measure; make fuzz: each fuzz target for FUZZ_SECONDS=$(FUZZ_SECONDS); make format; make clean'

FOR := demo
setup:
	@./setup.sh $(FOR)

programs: setup bundle
	@$(call configure,$(BUILD),-DCMAKE_BUILD_TYPE=Release -DGONGSHI_TESTS=OFF)
	@cmake --build $(BUILD) -j$(JOBS)

# The checker of draws that the page 核验 ships, of the modules in site/draw. Without its npm packages there is none.
bundle: setup
	@if [ -d site/draw/node_modules/esbuild ]; then node site/draw/bundle.mjs $(CURDIR)/site/built; else rm -rf site/built; fi

site: programs
	@rm -rf $(demo_portal)
	@examples/build_demo.sh $(BUILD)/gongshi $(demo_portal)
	@echo 'The demo site is in $(demo_portal)/public/current'

# A small portal as of 2023-09-18, in whose days a draw is drawn and not yet revealed.
demo-2023: programs
	@rm -rf $(BUILD)/demo-2023
	@examples/build_demo.sh $(BUILD)/gongshi $(BUILD)/demo-2023 2023
	@echo 'The demo site of 2023 is in $(BUILD)/demo-2023/public/current'

demo: site
	@$(BUILD)/gongshi -C $(demo_portal) serve --port $(PORT)

test test-cpp test-clang test-verifier test-search test-api test-browser test-crash test-golden test-package test-findings test-leaks test-draw test-attack test-switch test-tsan fuzz: FOR := test
test: test-clang test-cpp test-crash test-golden test-package test-findings test-leaks test-draw test-attack test-switch test-verifier test-search test-api test-browser

# Not optimized: with both sanitizers g++ then compiles twice as fast.
test-cpp: setup
	@$(call configure,$(SANITIZED),-DCMAKE_BUILD_TYPE=Debug -DCMAKE_CXX_FLAGS_DEBUG=-g1 -DGONGSHI_SANITIZE=ON)
	@cmake --build $(SANITIZED) -j$(JOBS)
	@ctest --test-dir $(SANITIZED) --verbose

# The same sources with the second compiler: no warning there either. Its programs are the fuzz targets.
test-clang: setup
	@$(call configure,$(CLANG),-DCMAKE_BUILD_TYPE=Debug -DCMAKE_CXX_FLAGS_DEBUG='-O1 -g1' -DCMAKE_CXX_COMPILER=$(CLANGXX) -DGONGSHI_FUZZ=ON)
	@cmake --build $(CLANG) -j$(JOBS)

# SIGKILL at 200 moments of importing and publishing: the site is the old one or the new one, whole.
test-crash: programs
	@python3 tests/crash_test.py $(BUILD)/gongshi 200

# The demo site's text files, byte for byte; UPDATE=--update takes today's as the new ones.
test-golden: site
	@python3 tests/golden_test.py $(demo_portal)/public/current $(UPDATE)

# The demo's whole set of data is what its Data Package says, read by a program that knows none of our code.
test-package: site
	@python3 tests/data_package_test.py $(demo_portal)/public/current

# The demo's findings against figures that SQL written by hand takes from its two databases.
test-findings: site
	@python3 tests/findings_sql_test.py $(demo_portal)

# What draws keep back is in no byte of what is published, in any state.
test-leaks: programs
	@python3 tests/draw_leak_test.py $(BUILD)/gongshi examples

# The checker in JavaScript, without a browser.
test-verifier: setup
	@node --test --test-reporter=spec tests/verifier/*.test.mjs

# The draw's checker in Python by itself, then the three checkers on the same packages, sound and broken.
test-draw: programs
	@python3 tests/verify_py_test.py
	@python3 tests/draw_differential_test.py $(BUILD)/gongshi site/built/verify.mjs site/verify.py

# The search in JavaScript against the C++ and against the plain definition of what matches, without a browser.
test-search: site
	@cmake --build $(BUILD) -j$(JOBS) --target gongshi-search-texts gongshi-search-files
	@GONGSHI_SEARCH_TEXTS=$(CURDIR)/$(BUILD)/gongshi-search-texts \
	  GONGSHI_SEARCH_FILES=$(CURDIR)/$(BUILD)/gongshi-search-files GONGSHI_SITE=$(CURDIR)/$(demo_portal)/public/current \
	  node --test --test-reporter=spec tests/search/*.test.mjs

# Bad bytes, floods and slow clients against a real gongshi-server, directly and through the shipped nginx configuration.
test-attack: site
	@python3 tests/attack_test.py $(BUILD)/gongshi-server $(demo_portal)/public/current

# Releases are switched while 32 clients ask: no failed request, every reply whole and of one release.
test-switch: site
	@python3 tests/switch_test.py $(BUILD)/gongshi $(BUILD)/gongshi-server $(demo_portal)

# The same with the server built for the thread sanitizer, then slow clients; only the server is built. Not part of make test.
test-tsan: site
	@$(call configure,build-tsan,-DCMAKE_BUILD_TYPE=Debug -DCMAKE_CXX_FLAGS_DEBUG='-O1 -g1 -fsanitize=thread' -DGONGSHI_TESTS=OFF)
	@cmake --build build-tsan -j$(JOBS) --target gongshi-server
	@TSAN_OPTIONS='exitcode=66 halt_on_error=0 suppressions=$(CURDIR)/tests/thread_sanitizer_suppressions.txt' python3 tests/switch_test.py $(BUILD)/gongshi build-tsan/gongshi-server $(demo_portal)

# The live interface against its own description, over the demo.
test-api: site
	@GONGSHI_SITE=$(CURDIR)/$(demo_portal)/public/current GONGSHI_SERVER=$(CURDIR)/$(BUILD)/gongshi-server \
	  node --test --test-reporter=spec tests/api/*.test.mjs

# The same at full size: 10,000 pieces of 100,000 names, real ones where the shared data is.
oracle: programs
	@cmake --build $(BUILD) -j$(JOBS) --target gongshi-search-texts
	@GONGSHI_SEARCH_TEXTS=$(CURDIR)/$(BUILD)/gongshi-search-texts GONGSHI_ORACLE=10000,100000 \
	  node --test --test-reporter=spec tests/search/oracle.test.mjs

test-browser: site
	@cmake --build $(BUILD) -j$(JOBS) --target gongshi-states-site
	@rm -rf $(BUILD)/states && $(BUILD)/gongshi-states-site $(BUILD)/states
	@GONGSHI_SITE=$(CURDIR)/$(demo_portal)/public/current GONGSHI_SERVER=$(CURDIR)/$(BUILD)/gongshi-server \
	  GONGSHI_STATES_SITE=$(CURDIR)/$(BUILD)/states \
	  node --test --test-reporter=spec tests/browser/*.test.mjs

# Measures and writes docs/benchmarks.md; BENCH_ARGS="100000 100000 100000 1000000" for fewer pages, enterprises, results and objects of a draw.
bench: FOR := bench
bench: setup
	@$(call configure,$(BUILD),-DCMAKE_BUILD_TYPE=Release -DGONGSHI_TESTS=OFF)
	@cmake --build $(BUILD) -j$(JOBS)
	@cmake --build $(BUILD) -j$(JOBS) --target draw_bench findings_bench import_bench lookups_bench pages_bench release_bench search_bench gongshi-search-texts
	@bench/write_benchmarks.sh $(BUILD) docs/benchmarks.md $(BENCH_ARGS)

# Inputs found are kept in build-clang/corpus/<target>; an input that breaks one is written beside it.
fuzz: test-clang
	@for source in tests/fuzz/*_fuzz.cpp; do [ -e "$$source" ] || continue; name=$$(basename $$source .cpp); \
	  mkdir -p $(CLANG)/corpus/$$name; seeds=tests/fuzz/$${name%_fuzz}_seeds; [ -d $$seeds ] || seeds=; \
	  $(CLANG)/$$name -max_total_time=$(FUZZ_SECONDS) -timeout=10 -rss_limit_mb=2048 -print_final_stats=0 -verbosity=0 \
	    -artifact_prefix=$(CLANG)/corpus/$$name- $(CLANG)/corpus/$$name $$seeds && echo "fuzz $$name: $(FUZZ_SECONDS) s, nothing found" \
	    || { echo "fuzz $$name: FAILED, input kept in $(CLANG)/corpus"; exit 1; }; done

format:
	@git ls-files '*.cpp' '*.h' | xargs clang-format-14 -i

clean:
	@rm -rf $(BUILD) $(SANITIZED) $(CLANG) build-tsan site/built
