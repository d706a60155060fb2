# shellcheck shell=bash
# A table of a million rows, chain included, durable at the end, beside sqlite3, which imports the same table. Part of
# Scripts/bench.

bench_impor() {
  local rows=1000000 file=$work/impor.json
  echo "== impor: $rows baris"
  "$helper" tabel $rows >"$work/tabel.csv"
  found impor 63.05.12
  turns "$file" "${RUNS:-5}" --prepare "rm -rf $TENGGAT_RUANG/buku $work/impor.db" \
    tenggat "$program impor $work/tabel.csv --hari-ini 2026-11-18" \
    sqlite3 "sqlite3 $work/impor.db '.import --csv $work/tabel.csv buku'"
  judge "impor sejuta baris / sqlite3 .import" "$(ratio "$file" wall tenggat sqlite3)" 0.6 0.45
  rm -rf "$TENGGAT_RUANG/buku"
  "$program" impor "$work/tabel.csv" --hari-ini 2026-11-18 | tail -n 1
  "$program" periksa buku
  rm -rf "$TENGGAT_RUANG" "$work/tabel.csv" "$work/impor.db"
}
