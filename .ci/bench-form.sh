# ./bench form: neither PostgreSQL nor a floor, for the goals are absolute. Sourced by bench; ends it.
need_packages chromium-headless-shell fonts-ipamj-mincho fonts-noto-cjk
publish_web
dotnet build "$root/benchmarks/Forms" -c Release -nodeReuse:false --nologo -v q >"$root/artifacts/bench.log" 2>&1 \
    || { cat "$root/artifacts/bench.log" >&2; stop_with 'ビルドに失敗しました。(The build failed.)'; }
folder=$(mktemp -d "${BENCH_DISK:-/var/tmp}/madoguchi-bench-XXXXXXXX")
trap 'rm -rf -- "$folder"' EXIT
shift
BENCH_FOLDER=$folder BENCH_LIBRARY=$root/library BENCH_WEB=$root/artifacts/web/Madoguchi.Web \
    "$root/benchmarks/Forms/bin/Release/net10.0/Madoguchi.Forms" "$@"
exit 0
