# Readback: every command of the project. `make` alone lists them.

PORT ?= 8080
SECONDS ?= 600
KILLS ?= 200
SEED ?= 1
CARGO_HOME ?= $(HOME)/.cargo

# This project's own tools first; cargo's folder last, where a new terminal would have it anyway.
export PATH := $(CURDIR)/.tools/bin:$(CURDIR)/node_modules/.bin:$(PATH):$(CARGO_HOME)/bin

STEP := @sh scripts/step.sh
WASM := --target wasm32-unknown-unknown --no-default-features --features

.PHONY: help serve build page bank eval bench bench-make bench-scale bench-import bench-formats bench-library bench-study interop fuzz soak sizes release reproduce icons test test-nginx test-firefox deny setup setup-test audit clean

help: ## List these commands
	@sed -n 's/^\([a-z-]*\):.*## /make \1|/p' Makefile | awk -F '|' '{ printf "  %-17s %s\n", $$1, $$2 }'

serve: setup ## Build the release and serve it at http://127.0.0.1:8080/ (PORT=… changes the port)
	@echo "Building the release: a minute or two the first time. Then it is at http://127.0.0.1:$(PORT)/ until Ctrl+C."
	@sh scripts/trunk.sh serve --no-autoreload --address 127.0.0.1 --port $(PORT)

build: setup ## Build the release into dist/ and print its sizes
	$(STEP) "Building the release: up to a minute the first time" sh scripts/trunk.sh build
	@node scripts/sizes.mjs

page: build ## Build the whole quiz as one file, dist/readback.html
	@echo "dist/readback.html is the whole quiz: it plays by double click."

bank: ## Make the built-in article's item bank anew, after a change of its facts
	@cargo run --quiet --locked --bin readback -- bank articles/alaska-summit.json --output articles/alaska-summit.bank

eval: ## Measure what is made of articles (ARTICLES=folder, GOLD=annotations); VERBOSE=1 shows every offender
	@cargo run --quiet --release --locked --example eval -- $(ARTICLES) $(if $(GOLD),--gold $(GOLD)) $(if $(VERBOSE),--verbose)

bench: setup-test build ## Measure the quiz beside quizdown and SurveyJS, in Chromium; writes docs/benchmarks.md
	$(STEP) "Measuring: about half an hour" node scripts/compare.mjs

bench-make: setup-test build ## Print tokens a second of the workshop, of wink-nlp and of compromise, in Chromium
	$(STEP) "Measuring: about a minute" node scripts/bench.mjs $(ARTICLES)

bench-scale: ## Print what making costs for texts of every shape, at doubling sizes: KIND=… for some
	@cargo run --quiet --release --locked --example scale -- $(KIND)

bench-library: setup-test build ## Print what a library of 5,000 quizzes and 200,000 answers costs, beside a tenth of it
	$(STEP) "Measuring: a few minutes" node scripts/bench-library.mjs

bench-import: setup-test build ## Print what importing 10,000 questions costs in the page, in each format
	$(STEP) "Measuring: about two minutes" node scripts/bench-import.mjs

bench-formats: ## Print what reading and writing 2,500 to 20,000 questions cost in each format
	@cargo run --quiet --release --locked --example formats

bench-study: ## Print what the schedule, the history and a backup of 20,000 and 200,000 answers cost
	@cargo run --quiet --release --locked --example study

interop: setup-test ## Let packages of others read and show what the formats write, and read what they write
	@sh scripts/interop.sh

release: setup-test build ## Pack the site, the single file and the command line into release/, with their sums
	$(STEP) "Packing: up to a minute the first time" node scripts/release.mjs

reproduce: setup-test ## Build a release of the last commit twice, in two places, and compare its bytes
	@sh scripts/reproduce.sh

test-nginx: setup-test build ## Serve the build by this machine's nginx, as docs/hosting.md says, and test that
	$(STEP) "nginx, and the quiz from it" node --test --test-reporter=spec scripts/nginx.test.mjs

test-firefox: setup-test build ## Run the main journeys in this machine's Firefox; needs geckodriver on the PATH or in .tools/bin
	$(STEP) "The main journeys, in Firefox" node --test --test-reporter=spec scripts/firefox.test.mjs

deny: ## Look at licences, sources and bans of all dependencies; needs cargo-deny
	@cargo deny --all-features check licenses bans sources

icons: setup-test ## Draw the app's icons anew, after a change of icon.svg
	@node scripts/icons.mjs

fuzz: ## Feed any bytes to whatever reads articles, quizzes, packages and links, SECONDS=600 of each
	@SECONDS_EACH=$(SECONDS) sh scripts/fuzz.sh $(TARGET)

soak: ACTIONS ?= 50000
soak: setup-test build ## Kill the browser KILLS=200 times in the middle of rounds; then a monkey: ACTIONS=50000 in all, SEED=1
	$(STEP) "Killing the browser: about three seconds each time" node scripts/kill.mjs $(KILLS)
	$(STEP) "A monkey, in five kinds of window: about twenty in a second" env ACTIONS=$$(( $(ACTIONS) / 5 )) SEED=$(SEED) playwright test monkey

sizes: ## Print what the build in dist/ weighs
	@node scripts/sizes.mjs

test: setup-test ## Run every check and every test, as continuous integration does
	$(STEP) "Formatting" cargo fmt --check
	$(STEP) "Lints of the core and the command line" cargo clippy --quiet --locked --all-targets -- -D warnings
	$(STEP) "Lints of the page" cargo clippy --quiet --locked $(WASM) web --lib --bins --test components -- -D warnings
	$(STEP) "Lints of the studio and the workshop" cargo clippy --quiet --locked $(WASM) studio,workshop --lib --bins -- -D warnings
	$(STEP) "Tests of the core and the command line" cargo test --quiet --locked
	$(STEP) "Documentation of the core and the command line" env RUSTDOCFLAGS="-D warnings" cargo doc --quiet --locked --no-deps
	$(STEP) "Documentation of the page and the studio" env RUSTDOCFLAGS="-D warnings" cargo doc --quiet --locked --no-deps $(WASM) studio,workshop
	$(STEP) "Tests of the scripts" node --test --test-reporter=dot scripts/tools.test.mjs scripts/shrink.test.mjs web/link.test.mjs
	$(STEP) "Formats, as others read them" node --test --test-reporter=dot scripts/formats.test.mjs
	$(STEP) "Schedule, as ts-fsrs has it" node --test --test-reporter=dot scripts/schedule.test.mjs
	$(STEP) "Tests of the components, in Chromium" node scripts/components.mjs $(WASM) web
	$(STEP) "Building the release: up to a minute the first time" sh scripts/trunk.sh build
	$(STEP) "Sizes" node scripts/sizes.mjs
	$(STEP) "Tests of the site and of the single file, in Chromium" playwright test
	@echo "All tests passed."

setup: ## Install what the build needs and is not there
	@sh scripts/need.sh
	@node scripts/setup.mjs build

setup-test: ## Install what the tests need and is not there
	@sh scripts/need.sh
	@node scripts/setup.mjs test

audit: setup-test build ## Print Lighthouse's four figures for the built site, on a phone
	$(STEP) "Lighthouse: about half a minute" node scripts/audit.mjs

clean: ## Remove what was built; installed tools stay
	@cargo clean --quiet
	@rm -rf dist release test-results playwright-report .lighthouse
