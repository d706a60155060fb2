# shellcheck shell=bash
# The workbook of one office beside its XML; those of a kabupaten of 20 kecamatan beside openpyxl, which writes the same
# rows in its write-only mode, without any style. Part of Scripts/bench.

bench_xlsx() {
  Scripts/readers
  local python=$PWD/.build/readers/bin/python day=2026-12-31
  [[ -x $python ]] || fail "openpyxl tidak ada; lihat Scripts/readers" 69
  echo "== xlsx: isi kabupaten dengan 20 kecamatan"
  awk 'BEGIN {
    print "kode,nama\n63,Provinsi\n63.99,Kabupaten"
    for (c = 1; c <= 20; c++) {
      printf "63.99.%02d,Contoh %d\n", c, c
      for (d = 1; d <= 12; d++) printf "63.99.%02d.%d,Desa %d\n", c, 2000 + d, d
    }
  }' >"$work/kabupaten.csv"
  export TENGGAT_RUANG=$work/kabupaten
  "$program" mulai 63.99 "$TENGGAT_RUANG" --wilayah "$work/kabupaten.csv"
  TENGGAT_DATA=$PWD "$helper" negeri ${day%%-*} "$TENGGAT_RUANG"
  local year=(--tahun "${day%%-*}" --hari-ini "$day") out=$TENGGAT_RUANG/ekspor
  local office=("${year[@]}" --unit 63.99.01 --keluaran -)
  echo "== xlsx: satu kecamatan, di samping XML-nya"
  turns "$work/xlsx-satu.json" "${RUNS:-20}" \
    "ekspor xlsx" "$program ekspor xlsx ${office[*]}" "ekspor xml" "$program ekspor xml ${office[*]}"
  echo "== xlsx: kabupaten, di samping openpyxl"
  "$program" ekspor xlsx "${year[@]}"
  "$python" Benchmarks/workbooks.py baca "$out" "$work/nilai"
  mkdir "$work/openpyxl"
  turns "$work/xlsx.json" "${RUNS:-7}" "ekspor xlsx" "$program ekspor xlsx ${year[*]}" \
    openpyxl "$python Benchmarks/workbooks.py tulis $work/nilai $work/openpyxl"
}
