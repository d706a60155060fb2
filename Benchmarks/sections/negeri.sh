# shellcheck shell=bash
# A whole country: the recap beside DuckDB, polars, Python's csv module and C; its growth; one core kept busy; the
# chains beside hashlib and C; the XML of all kecamatan beside a plain loop over libxml2's writer; and the queries of
# Exports/mesin. Part of Scripts/bench.

readonly year_end=2026-12-31

# A country of 514 kabupaten, some 7,300 kecamatan and 75,000 desa, in the provinces whose zone is known.
made_up_country() {
  awk -F, 'FNR > 1 { provinces[count++] = $1 } END {
    print "kode,nama"
    for (k = 0; k < 514; k++) {
      p = provinces[k % count]
      if (!(p in seen)) { seen[p] = 1; printf "%02d,Provinsi %d\n", p, p }
      r = 1 + int(k / count)
      printf "%02d.%02d,Kabupaten %d.%d\n", p, r, p, r
      for (c = 1; c <= 14 + k % 2; c++) {
        printf "%02d.%02d.%02d,Contoh %d\n", p, r, c, c
        for (d = 1; d <= 10 + (c + k) % 2; d++)
          printf "%02d.%02d.%02d.%d,Desa %d\n", p, r, c, 2000 + d, d
      }
    }
  }' Calendars/kantor/zona-waktu.csv
}

# The workspace of the country, made once a run; where TENGGAT_BENCH_NEGERI names a folder, once for all runs.
found_country() {
  country=${TENGGAT_BENCH_NEGERI:-$work/negeri} due=$work/tenggat.csv
  export TENGGAT_DATA=$PWD
  if [[ ! -e $country/buku ]]; then
    echo "== Isi ruang kerja negeri"
    local table=${TABEL_WILAYAH:-$work/wilayah.csv}
    [[ -n ${TABEL_WILAYAH:-} ]] || made_up_country >"$table"
    "$program" mulai 00 "$country" --wilayah "$table"
    "$helper" negeri ${year_end%%-*} "$country"
  fi
  "$helper" tenggat ${year_end%%-*} "$country" >"$due"
}

# A workspace of the first so many kecamatan of the country, with their ledgers: FOLDER COUNT
found_part() {
  [[ -e $1/buku ]] && return
  awk -F, -v most="$2" '
    NR == 1 { print; next }
    length($1) < 8 { above[length($1)] = $0; next }
    length($1) == 8 && ++count > most { exit }
    { for (level = 2; level <= 5; level += 3) if (above[level] != "") print above[level]; split("", above); print }
  ' "$country/wilayah.csv" >"$work/bagian.csv"
  "$program" mulai 00 "$1" --wilayah "$work/bagian.csv" >/dev/null
  mkdir -p "$1/buku"
  awk -F, 'length($1) == 8 { print $1 }' "$work/bagian.csv" |
    while read -r code; do cp -r "$country/buku/$code" "$1/buku/"; done
}

recap() { echo "$program kepatuhan --menurut semua --csv --hari-ini $year_end --ruang $1"; } # workspace
rows_of() { cat "$1"/buku/*/*.csv | grep -vc '^urutan,'; }                              # workspace

bench_negeri() {
  peers duckdb-cli polars
  found_country
  cc -O3 -march=native -o "$work/limit" Sources/Benchmarks/limit.c -lnettle -lpthread
  local file=$work/negeri.json year=${year_end%%-*}
  local limit="$work/limit $country $year $year_end $due"
  local settings="set variable ruang = '$country'; set variable tenggat = '$due'"
  local duckdb="$peers/duckdb -csv -cmd \"$settings\" -f Benchmarks/peers/negeri.sql"
  local csv="$peers/python Benchmarks/peers/negeri_csv.py $country $year $due"
  local polars="$peers/python Benchmarks/peers/negeri_polars.py $country $due"
  echo "== negeri: $(rows_of "$country") baris; jawaban semua program"
  same "$(recap "$country")" "$limit" "$duckdb" "$csv" "$polars"
  echo "== negeri: waktu"
  turns "$file" "${RUNS:-7}" tenggat "$(recap "$country")" C "$limit" DuckDB "$duckdb" "Python csv" "$csv" polars "$polars"
  judge "rekap negeri / DuckDB" "$(ratio "$file" wall tenggat DuckDB)" 0.6 0.6
  judge "rekap negeri / Python csv" "$(ratio "$file" wall tenggat "Python csv")" 0.4 0.4
  judge "rekap negeri / polars" "$(ratio "$file" wall tenggat polars)"
  judge "rekap negeri / C" "$(ratio "$file" wall tenggat C)" "" 2
  judge "rekap negeri, CPU / Python csv" "$(ratio "$file" cpu tenggat "Python csv")" 0.65 0.65
  judge "rekap negeri, CPU / C" "$(ratio "$file" cpu tenggat C)" "" 2
  judge "rekap negeri: MiB" "$(memory "$file" tenggat)" 64 24

  echo "== negeri: satu inti sibuk"
  turns "$work/sibuk.json" "${RUNS:-7}" --busy tenggat "$(recap "$country")" C "$limit" DuckDB "$duckdb"
  judge "satu inti sibuk / DuckDB" "$(ratio "$work/sibuk.json" wall tenggat DuckDB)" 0.75 0.75
  judge "satu inti sibuk / C" "$(ratio "$work/sibuk.json" wall tenggat C)" "" 3

  local tenth=$work/sepersepuluh
  found_part "$tenth" $(($(awk -F, 'length($1) == 8' "$country/wilayah.csv" | wc -l) / 10))
  echo "== negeri: dari sepersepuluh kecamatan ($(rows_of "$tenth") baris) ke semuanya"
  turns "$work/tumbuh.json" "${RUNS:-7}" semua "$(recap "$country")" sepersepuluh "$(recap "$tenth")"
  # Held against the rows: these grow 6.7 times in the country of today.
  local rows
  rows=$(awk -v all="$(rows_of "$country")" -v part="$(rows_of "$tenth")" 'BEGIN { print all / part }')
  judge "pertumbuhan, tiap 6,7 kali baris" \
    "$(awk -v time="$(ratio "$work/tumbuh.json" wall semua sepersepuluh)" -v rows="$rows" 'BEGIN { print time / rows * 6.7 }')" 7.5 6.7
}

bench_periksa() {
  found_country
  cc -O3 -march=native -o "$work/chain" Benchmarks/peers/chain.c -lnettle -lpthread
  local file=$work/periksa.json
  echo "== periksa buku: rantai $(rows_of "$country") baris"
  turns "$file" "${RUNS:-7}" tenggat "$program periksa buku --ruang $country --hari-ini $year_end" \
    hashlib "python3 Benchmarks/peers/rantai.py $country" C "$work/chain $country"
  judge "periksa buku / hashlib" "$(ratio "$file" wall tenggat hashlib)" 0.75 0.75
  judge "periksa buku / C" "$(ratio "$file" wall tenggat C)" "" 2
}

# In a folder in memory: a file of its own, durable, for each kecamatan is a matter of the disk.
bench_xml() {
  found_country
  local file=$work/xml.json made=$year_end"T08:00:00+08:00" count sample
  in_memory=$(mktemp -d -p /dev/shm)
  trap 'rm -rf "$work" "$in_memory"' EXIT
  cp -r "$country" "$in_memory/negeri" && mkdir "$in_memory/c"
  cc -O3 -march=native $(pkg-config --cflags libxml-2.0) -o "$work/xml" Benchmarks/peers/xml.c -lxml2
  local ours="$program ekspor xml --tahun ${year_end%%-*} --hari-ini $year_end --dibuat $made --ruang $in_memory/negeri"
  echo "== xml: satu berkas tiap kecamatan"
  $ours >/dev/null 2>&1
  # The document of middle length stands for all.
  sample=$(find "$in_memory/negeri/ekspor" -name '*.xml' -printf '%s %p\n' | sort -n | awk '{ path[NR] = $2 } END { print path[int(NR / 2) + 1] }')
  count=$(find "$in_memory/negeri/ekspor" -name '*.xml' | wc -l)
  cp "$sample" "$work/contoh.xml"
  "$work/xml" "$work/contoh.xml" 1 "$in_memory/c"
  cmp "$work/contoh.xml" "$in_memory/c/000000.xml"
  du -sh --apparent-size "$in_memory/negeri/ekspor"
  turns "$file" "${RUNS:-3}" tenggat "$ours" C "$work/xml $work/contoh.xml $count $in_memory/c"
  judge "XML semua kecamatan / C" "$(ratio "$file" wall tenggat C)" 1.5 1
  judge "XML semua kecamatan: MiB" "$(memory "$file" tenggat)" 64 64
  rm -rf "$in_memory"
}

# The queries for other engines give the same figures, on the first so many of a hundred kecamatan: all where
# TENGGAT_BENCH_MESIN is 100.
bench_mesin() {
  peers duckdb-cli pyspark
  command -v java >/dev/null || fail "java tidak ada; pasang dengan: apt-get install default-jre-headless" 69
  found_country
  local part=$country share=${TENGGAT_BENCH_MESIN:-10} file=$work/mesin.json owed=$work/kewajiban.csv
  if ((share < 100)); then
    part=$work/bagian$share
    found_part "$part" $(($(awk -F, 'length($1) == 8' "$country/wilayah.csv" | wc -l) * share / 100))
  fi
  local export="$program ekspor csv kewajiban --tahun ${year_end%%-*} --hari-ini $year_end --ruang $part --keluaran $owed"
  local settings="set variable ruang = '$part'; set variable kewajiban = '$owed'"
  local duckdb="$peers/duckdb -csv -cmd \"$settings\" -f Exports/mesin/kepatuhan.sql"
  local spark="$peers/python Exports/mesin/kepatuhan.py $part $owed"
  export PYSPARK_SUBMIT_ARGS="--master local[2] --driver-memory 4g pyspark-shell"
  echo "== mesin: $share % kecamatan, $(rows_of "$part") baris"
  $export
  same "$(recap "$part")" "$duckdb" "$spark"
  turns "$file" "${RUNS:-3}" tenggat "$(recap "$part")" "ekspor kewajiban" "$export" DuckDB "$duckdb" Spark "$spark"
}
