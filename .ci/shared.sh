# What run, test and bench have in common. Sourced, never started; $root is the top of the tree.
# Everything said here goes to stderr: stdout belongs to the program.

say() { printf '%s\n' "$*" >&2; }

stop_with() { say "$@"; exit 1; }

need_dotnet() {
    local dotnet
    dotnet=$(command -v dotnet) || stop_with \
        '.NET 10 SDK がありません。https://dotnet.microsoft.com/download/dotnet/10.0 から入れてください。' \
        'The .NET 10 SDK is missing. Install it from https://dotnet.microsoft.com/download/dotnet/10.0 .'
    # The program's own starter looks for the runtime here when it is not in the usual place.
    export DOTNET_ROOT=${DOTNET_ROOT:-$(dirname "$(readlink -f "$dotnet")")}
}

need_sdk() {
    need_dotnet
    dotnet --list-sdks 2>/dev/null | grep -q '^10\.' || stop_with \
        ".NET 10 SDK がありません(見つかったのは $(dotnet --version 2>/dev/null || echo ランタイムだけ) です)。https://dotnet.microsoft.com/download/dotnet/10.0" \
        'The .NET 10 SDK is missing (another version is installed).'
    command -v node >/dev/null && command -v npm >/dev/null || stop_with \
        'Node.js (node と npm) がありません。https://nodejs.org/ または apt-get install nodejs npm で入れてください。' \
        'Node.js (node and npm) is missing. Install it from https://nodejs.org/ or with apt-get install nodejs npm.'
    export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
}

# need_packages PACKAGE… : installs the missing ones on Debian as root, else says which they are and goes on.
need_packages() {
    [[ -f /etc/debian_version ]] || return 0
    local missing=() package installed
    # One question for all: each costs a twentieth of a second of every start.
    installed=$(dpkg-query -W -f '|${Package} ${db:Status-Status}|' "$@" 2>/dev/null) || true
    for package in "$@"; do
        [[ $installed == *"|$package installed|"* ]] || missing+=("$package")
    done
    if ! compgen -G '/usr/lib/*/libicuuc.so.*' >/dev/null; then missing+=(libicu-dev); fi
    (( ${#missing[@]} )) || return 0
    if (( EUID != 0 )); then
        say "不足しているパッケージがあります。次を実行してください: sudo apt-get install ${missing[*]}" \
            "(Some packages are missing; please install them with the command above.)"
        return 0
    fi
    say "パッケージを入れています (installing packages): ${missing[*]}"
    local install=(apt-get install -y -qq --no-install-recommends "${missing[@]}")
    export DEBIAN_FRONTEND=noninteractive
    "${install[@]}" </dev/null >/dev/null 2>&1 && return 0
    if apt-get update -qq </dev/null >/dev/null 2>&1 && "${install[@]}" </dev/null >&2; then return 0; fi
    say "入れられませんでした (could not install): ${missing[*]}"
}

# The browser scripts and fonts: one npm call, only when package-lock.json changed.
build_bundles() {
    [[ -f $root/package.json ]] || return 0
    local stamp=$root/node_modules/.madoguchi
    if ! cmp -s "$root/package-lock.json" "$stamp"; then
        (cd "$root" && npm ci --no-audit --no-fund --loglevel=error </dev/null >&2) && cp "$root/package-lock.json" "$stamp"
    fi
    (cd "$root" && npm run --silent build </dev/null >&2)
}

# One line that changes when a source changes: names, sizes and times; 30 ms where reading everything takes seconds.
sources_stamp() {
    (cd "$root" && find src demo library vocabulary Directory.*.props global.json package.json package-lock.json \
        -type d \( -name bin -o -name obj -o -name node_modules -o -path '*/wwwroot/dist' \) -prune \
        -o -type f -printf '%p %s %T@\n' 2>/dev/null || true) | LC_ALL=C sort | sha256sum | cut -c1-64
}

# Publishes the program into artifacts/web when sources changed. A server that runs keeps its own files:
# the new folder takes the place of the old one only when it is whole.
publish_web() {
    local artifacts=$root/artifacts stamp
    stamp=$(sources_stamp)
    if [[ -x $artifacts/web/Madoguchi.Web && $(cat "$artifacts/web/.stamp" 2>/dev/null) == "$stamp" ]]; then
        need_dotnet
        return 0
    fi

    need_sdk
    mkdir -p "$artifacts"
    exec 9>"$artifacts/.publishing"
    flock 9
    stamp=$(sources_stamp)
    if [[ $(cat "$artifacts/web/.stamp" 2>/dev/null) == "$stamp" ]]; then exec 9>&-; return 0; fi

    say '準備しています。初回は数分かかります。(Building; the first time takes some minutes.)'
    build_bundles 9>&-
    stamp=$(sources_stamp)
    local log=$artifacts/publish.log
    local publish=(dotnet publish "$root/src/Madoguchi.Web/Madoguchi.Web.csproj" -c Release -o "$artifacts/web.new" --nologo -v q -nodeReuse:false)
    rm -rf "$artifacts/web.new"
    if [[ $(uname -sm) != 'Linux x86_64' ]] || ! "${publish[@]}" -p:MadoguchiRuntime=linux-x64 </dev/null >"$log" 2>&1 9>&-; then
        "${publish[@]}" </dev/null >"$log" 2>&1 9>&- || { cat "$log" >&2; stop_with 'ビルドに失敗しました。(The build failed.)'; }
    fi
    printf '%s\n' "$stamp" >"$artifacts/web.new/.stamp"
    rm -rf "$artifacts/web.old"
    if [[ -e $artifacts/web ]]; then mv "$artifacts/web" "$artifacts/web.old"; fi
    mv "$artifacts/web.new" "$artifacts/web"
    rm -rf "$artifacts/web.old"
    exec 9>&-
}
