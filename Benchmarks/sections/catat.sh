# shellcheck shell=bash
# One submission as a whole process, beside one durable INSERT of sqlite3; and rows one after another in one process,
# each durable before the next, beside sqlite3 in WAL mode. Part of Scripts/bench.

bench_catat() {
  echo "== catat: satu baris"
  found catat 63.05.12
  sqlite3 "$work/satu.db" "create table buku(unit, laporan, periode, tanggal, catatan)"
  local insert="insert into buku values('63.05.12','LKIP','2025','2026-02-10','')" file=$work/catat.json
  local ledger=$TENGGAT_RUANG/buku/63.05.12/2026.csv
  local ours="$program catat LKIP 2025 --tanggal 2026-02-10 --hari-ini 2026-02-10"
  # The same submission again would be known and not written.
  "$program" catat LPPD 2025 --tanggal 2026-02-10 --hari-ini 2026-02-10 >/dev/null
  cp "$ledger" "$work/satu.csv"
  turns "$file" "${RUNS:-100}" --prepare "cp $work/satu.csv $ledger" \
    tenggat "$ours" sqlite3 "sqlite3 $work/satu.db \"$insert\""
  judge "satu catat / sqlite3 INSERT" "$(ratio "$file" wall tenggat sqlite3)" 1 0.8
  if command -v strace >/dev/null; then
    cp "$work/satu.csv" "$ledger"
    strace -f -e trace=fsync,fdatasync,sync_file_range,syncfs -o "$work/sync" $ours >/dev/null
    judge "satu catat: penulisan ke cakram" "$(grep -c 'sync' "$work/sync")" 1 1
  fi
}

bench_beruntun() {
  local rows=2000
  echo "== beruntun: $rows baris, masing-masing tersimpan sebelum yang berikutnya"
  sqlite3 "$work/wal.db" "pragma journal_mode=wal" \
    "create table buku(unit, laporan, periode, tanggal, catatan)" >/dev/null
  {
    echo "pragma synchronous=full;"
    for ((row = 0; row < rows; row++)); do
      echo "insert into buku values('63.05.12','LPPD','2025','2026-11-18','berkas nomor $row');"
    done
  } >"$work/wal.sql"
  turns "$work/beruntun.json" "${RUNS:-10}" tenggat "$helper tulis $rows $work/beruntun" \
    sqlite3 "sqlite3 $work/wal.db '.read $work/wal.sql'"
}
