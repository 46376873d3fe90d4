# Two commands: `make serve` shows the articles, `make test` checks everything. Each sets up what it needs.

ARTICLES ?= articles
PORT ?= 8080

cache := $(or $(NEWSPRINT_CACHE),$(or $(XDG_CACHE_HOME),$(HOME)/.cache)/newsprint)
export PATH := $(cache)/bin:$(CURDIR)/node_modules/.bin:$(PATH)

program := target/release/newsprint
viewer := target/viewer/viewer_bg.wasm
sources := $(shell find src -name '*.rs' -o -path 'src/text/*.txt') Cargo.toml Cargo.lock

.PHONY: serve test lint setup setup-test program viewer browser-test bench train eval fuzz clean

serve: program ## build what is needed, then show ARTICLES and rebuild as they change
	$(program) serve $(ARTICLES) --port $(PORT)

test: ## every test, the browser's included; not run again when nothing has changed, but with AGAIN=yes
	@scripts/test.sh

lint: ## formatting and clippy, natively and for the browser
	cargo fmt --check
	cargo clippy --quiet --all-targets -- -D warnings
	scripts/web.sh cargo clippy --quiet --lib --bin viewer --target wasm32-unknown-unknown -- -D warnings

setup: ## install what building needs and is missing
	@scripts/setup.sh

setup-test: ## the same, and what testing needs
	@scripts/setup.sh test

viewer: setup $(viewer) ## the wasm viewer, by Trunk

$(viewer): $(sources) index.html Trunk.toml
	NEWSPRINT_ATTACH=no scripts/web.sh trunk build --release --offline
	@touch $@

program: viewer ## the program, with the viewer inside
	cargo build --release --bin newsprint

browser-test: $(viewer) ## only the tests in a real browser
	cargo build --bin newsprint
	node --test tests/browser/*.test.mjs

bench: program ## speed, size and memory, side by side with the peers
	scripts/bench.sh

train: ## teach the recogniser of names again; wants ../shared and Python (data/NOTICE.md names the sets)
	scripts/teach/train.sh

eval: ## how well pages are read and names are found; writes EVALUATION.md
	scripts/eval.sh

fuzz: ## random inputs through every reader and the parser
	scripts/fuzz.sh

clean:
	rm -rf target dist site
