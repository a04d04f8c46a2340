# A PostgreSQL of one's own in a temporary folder, for test and bench. Sourced, never started.
# PostgreSQL refuses to run as root: then the user postgres (which the package makes) runs it.

postgres_bin() {
    local folder
    folder=$(compgen -G '/usr/lib/postgresql/*/bin' | sort -V | tail -1 || true)
    if [[ -z $folder ]]; then folder=$(dirname "$(readlink -f "$(command -v initdb || echo /nowhere/initdb)")"); fi
    [[ -x $folder/initdb ]] || return 1
    printf '%s\n' "$folder"
}

as_postgres() {
    if (( EUID == 0 )); then (cd / && exec runuser -u postgres -- "$@"); else "$@"; fi
}

# postgres_start FOLDER SETTING… : the folder must exist and be empty. Sets postgres_port.
postgres_start() {
    local folder=$1 bin setting attempt
    shift
    bin=$(postgres_bin) || { say 'PostgreSQL がありません。apt-get install postgresql で入れてください。(PostgreSQL is missing.)'; return 1; }
    if (( EUID == 0 )); then chown postgres "$folder"; fi
    chmod 0711 "$folder"
    as_postgres "$bin/initdb" -D "$folder/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 >/dev/null
    {
        echo "listen_addresses = '127.0.0.1'"
        echo "unix_socket_directories = '$folder'"
        for setting in "$@"; do echo "$setting"; done
    } | as_postgres tee -a "$folder/data/postgresql.conf" >/dev/null
    for attempt in 1 2 3 4 5 6 7 8; do
        # Below the range from which the system gives ports to others.
        postgres_port=$((20000 + RANDOM % 12000))
        if as_postgres "$bin/pg_ctl" -D "$folder/data" -w -s -o "-p $postgres_port" -l "$folder/log" start </dev/null >/dev/null 2>&1; then return 0; fi
    done
    say "PostgreSQL が起動しませんでした (PostgreSQL did not start): $(as_postgres tail -5 "$folder/log" 2>/dev/null)"
    return 1
}

postgres_stop() {
    local folder=$1 bin
    [[ -d $folder ]] || return 0
    if [[ -f $folder/data/postmaster.pid ]] && bin=$(postgres_bin); then
        as_postgres "$bin/pg_ctl" -D "$folder/data" -m immediate -w -s stop </dev/null >/dev/null 2>&1 || true
    fi
    rm -rf -- "$folder"
}
