# shellcheck shell=bash
# 7,285 exports of kecamatan, each judged by the schema, beside xmllint that judges the same files in one process, and
# beside xmllint that only walks through them; then one export of 500,000,000 bytes. Part of Scripts/bench.

bench_gabung() {
  command -v xmllint >/dev/null || fail "xmllint tidak ada; pasang dengan: apt-get install libxml2-utils" 69
  local schema=$PWD/Exports/kepatuhan-1.xsd folder=$work/kiriman
  echo "== gabung: buat 7.285 ekspor"
  mkdir "$folder"
  awk -v folder="$folder" -v count=7285 -f Benchmarks/exports.awk Exports/contoh/*-2026.xml
  du -sh --apparent-size "$folder"
  echo "== gabung: jumlahnya"
  cmp <("$program" gabung "$folder" --csv | awk -F, '$1 == "nasional" { print $3, $4, $5, $6 }') \
    <(sed -n 's/.*<ringkasan wajib="\([0-9]*\)" disampaikan="\([0-9]*\)" tepat_waktu="\([0-9]*\)" terlambat="\([0-9]*\)".*/\1 \2 \3 \4/p' \
      "$folder"/*.xml | awk '{ a += $1; b += $2; c += $3; d += $4 } END { print a, b, c, d }')
  echo "sama"
  # What xmllint says of each file goes nowhere.
  cat >"$work/periksa" <<SH
#!/bin/sh
cd "$folder" && exec xmllint --noout --schema "$schema" *.xml 2>/dev/null
SH
  cat >"$work/lewat" <<SH
#!/bin/sh
cd "$folder" && exec xmllint --noout --stream *.xml
SH
  chmod +x "$work/periksa" "$work/lewat"
  "$work/periksa"
  echo "== Waktu proses utuh"
  turns "$work/gabung.json" "${RUNS:-7}" tenggat "$program gabung $folder --csv" \
    "xmllint --schema" "$work/periksa" "xmllint --stream" "$work/lewat"
  echo "== gabung: satu ekspor 500 MB"
  rm -r "$folder"
  mkdir "$folder"
  awk -v folder="$folder" -v large=500000000 -f Benchmarks/exports.awk Exports/contoh/63.05.12-2026.xml
  /usr/bin/time -f '%e detik, %M KiB puncak' "$program" gabung "$folder" --csv
  rm -r "$folder"
}
