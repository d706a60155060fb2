# shellcheck shell=bash
# `jadwal` of one office with five years of ledger, beside `remind` with a line an obligation and beside sqlite3, which
# imports the ledgers or has them ready; `ingatkan` with nothing to do, beside `jadwal`. Part of Scripts/bench.

readonly kecamatan=63.05.05 first_year=2022 last_year=2026 today=2026-11-21

# Records a submission on the day of the document, unless it is one of the few that stay missing.
count=0
submit() { # year month-day report period [unit]
  count=$((count + 1))
  ((count % 19 == 0)) && return
  local day=$1-$2
  # Some of what is missing is what a later document waits for.
  "$program" catat "$3" "$4" ${5:+--unit "$5"} --tanggal "$day" --hari-ini "$day" \
    --alasan 'isi tolok ukur' >/dev/null
}

# Five years of an office of twelve desa.
fill_office() {
  echo "== jadwal: isi ruang kerja: 12 desa, $first_year-$last_year"
  found jadwal "$kecamatan"
  local ledger=$TENGGAT_RUANG/buku/$kecamatan year before after quarter village desa skip
  for ((year = first_year; year <= last_year; year++)); do
    before=$((year - 1)) after=$((year + 1))
    submit $year 01-09 RFK $before-TW4
    submit $year 01-09 Realisasi $before-TW4
    submit $year 02-18 LKPJ $before
    submit $year 02-20 LPPD $before
    submit $year 02-20 LKAT $before
    submit $year 02-25 LKIP $before
    submit $year 03-10 Renja $after
    for quarter in 1 2 3; do
      submit $year "$(printf '%02d-09' $((quarter * 3 + 1)))" RFK $year-TW$quarter
      submit $year "$(printf '%02d-09' $((quarter * 3 + 1)))" Realisasi $year-TW$quarter
    done
    submit $year 07-10 Prognosis $year-S1
    submit $year 08-20 Renja-P $year
    for village in $(seq 2001 2012); do
      desa=$kecamatan.$village
      submit $year 01-15 RealisasiDes $before-S2 $desa
      submit $year 03-10 RekADD $year-TW1 $desa
      submit $year 03-20 LKPJDes $before $desa
      submit $year 03-25 LPPDesa $before $desa
      submit $year 05-10 RekADD $year-TW2 $desa
      submit $year 07-10 RealisasiDes $year-S1 $desa
      submit $year 08-10 RekADD $year-TW3 $desa
      submit $year 09-20 RKPDes $after $desa
      submit $year 11-10 RekADD $year-TW4 $desa
      ((year < last_year)) && submit $year 12-20 APBDes $after $desa
      # Handed in once more, as happens: the ledger keeps both.
      submit $year 10-01 RKPDes $after $desa
      submit $year 10-02 LPPDesa $before $desa
    done
  done
  rows=$(cat "$ledger"/*.csv | wc -l)
  echo "$((rows - (last_year - first_year + 1))) baris buku"
}

# What sqlite3 is told to import the ledgers.
import_ledgers() {
  local year skip="" ledger=$TENGGAT_RUANG/buku/$kecamatan
  echo ".mode csv"
  for ((year = first_year; year <= last_year; year++)); do
    echo ".import $skip $ledger/$year.csv buku"
    skip="--skip 1"
  done
}

# What is owed, and what of it is recorded, as other programs are told; then a query.
owed() {
  cat <<SQL
with recursive tahun(y) as
  (values($first_year) union all select y + 1 from tahun where y < $last_year),
aturan(tingkat, laporan, geser, bagian, tenggat, pendahulu, geser_p, bagian_p) as (values
  ('k', 'LPPD', -1, '', '02-27', null, 0, ''), ('k', 'LKPJ', -1, '', '02-20', null, 0, ''),
  ('k', 'LKIP', -1, '', '02-28', null, 0, ''), ('k', 'LKAT', -1, '', '02-28', null, 0, ''),
  ('k', 'Renja', 1, '', '03-13', null, 0, ''), ('k', 'Renja-P', 0, '', '08-28', null, 0, ''),
  ('k', 'RFK', -1, '-TW4', '01-10', null, 0, ''), ('k', 'RFK', 0, '-TW1', '04-10', null, 0, ''),
  ('k', 'RFK', 0, '-TW2', '07-10', null, 0, ''), ('k', 'RFK', 0, '-TW3', '10-10', null, 0, ''),
  ('k', 'Realisasi', -1, '-TW4', '01-10', null, 0, ''),
  ('k', 'Realisasi', 0, '-TW1', '04-10', null, 0, ''),
  ('k', 'Realisasi', 0, '-TW2', '07-10', null, 0, ''),
  ('k', 'Realisasi', 0, '-TW3', '10-10', null, 0, ''),
  ('k', 'Prognosis', 0, '-S1', '07-14', null, 0, ''),
  ('k', 'Trantib', 0, '', '12-31', null, 0, ''),
  ('d', 'RKPDes', 1, '', '09-30', null, 0, ''), ('d', 'APBDes', 1, '', '12-31', null, 0, ''),
  ('d', 'LKPJDes', -1, '', '03-31', null, 0, ''), ('d', 'LPPDesa', -1, '', '03-31', null, 0, ''),
  ('d', 'RealisasiDes', -1, '-S2', '01-20', null, 0, ''),
  ('d', 'RealisasiDes', 0, '-S1', '07-14', null, 0, ''),
  ('d', 'RekADD', 0, '-TW1', '03-31', 'APBDes', 0, ''),
  ('d', 'RekADD', 0, '-TW2', '06-30', 'RekADD', 0, '-TW1'),
  ('d', 'RekADD', 0, '-TW3', '09-30', 'RekADD', 0, '-TW2'),
  ('d', 'RekADD', 0, '-TW4', '12-31', 'RekADD', 0, '-TW3')),
unit(unit) as (select distinct unit from buku),
wajib as (
  select unit, laporan, (y + geser) || bagian as periode, y || '-' || tenggat as tenggat,
    pendahulu, (y + geser_p) || bagian_p as periode_p
  from tahun, aturan, unit where (tingkat = 'k') = (length(unit) = 8))
SQL
  cat
}

readonly open_rows="
  left join buku b on b.unit = w.unit and b.laporan = w.laporan and b.periode = w.periode
    and b.peristiwa = 'serah'
where b.urutan is null and w.tenggat < '$today' and (w.pendahulu is null or exists (
  select 1 from buku p where p.unit = w.unit and p.laporan = w.pendahulu
    and p.periode = w.periode_p and p.peristiwa = 'serah'))"

bench_jadwal() {
  fill_office
  owed >"$work/lewat.sql" <<SQL
select w.tenggat, w.unit, w.laporan, w.periode from wajib w$open_rows
order by 1, 2, 3, 4;
SQL
  { import_ledgers && cat "$work/lewat.sql"; } >"$work/impor-lewat.sql"
  { import_ledgers && echo "create index menurut on buku(unit, laporan, periode);"; } | sqlite3 "$work/siap.db"
  # One line an obligation: what is in is told on its day alone, what is not is told every day from its due date on.
  owed <<SQL | sqlite3 "$work/siap.db" >"$work/lewat.rem"
select 'REM ' || w.tenggat || iif(l.unit is null, '', ' *1') || ' MSG ' || w.laporan || ' ' || w.periode || ' ' || w.unit
from wajib w left join (select w.unit, w.laporan, w.periode from wajib w$open_rows) l
  on l.unit = w.unit and l.laporan = w.laporan and l.periode = w.periode;
SQL

  local ours=("$program" jadwal --dalam 0 --hari-ini "$today") file=$work/jadwal.json
  local overdue imported ready reminded
  overdue=$("${ours[@]}" --json | grep -c '"status" : "lewat"' || true)
  imported=$(sqlite3 :memory: <"$work/impor-lewat.sql" | wc -l)
  ready=$(sqlite3 "$work/siap.db" <"$work/lewat.sql" | wc -l)
  reminded=$(remind -q "$work/lewat.rem" "$today" | grep -cF "$kecamatan" || true)
  echo "lewat tenggat: tenggat $overdue, sqlite3 $imported dan $ready, remind $reminded ($(wc -l <"$work/lewat.rem") baris)"
  ((overdue == imported && overdue == ready && overdue == reminded)) || fail "tidak sepakat"
  turns "$file" "${RUNS:-60}" \
    tenggat "${ours[*]}" remind "remind -q $work/lewat.rem $today" \
    "sqlite3 siap" "sqlite3 $work/siap.db '.read $work/lewat.sql'" \
    "sqlite3 impor" "sqlite3 :memory: '.read $work/impor-lewat.sql'"
  judge "jadwal, satu kantor / remind" "$(ratio "$file" wall tenggat remind)" 2 1.5
  judge "jadwal, satu kantor / sqlite3 siap" "$(ratio "$file" wall tenggat "sqlite3 siap")" 0.85 0.85
  judge "jadwal, satu kantor: MiB" "$(memory "$file" tenggat)" 12 8

  echo "== ingatkan, bila tidak ada yang perlu dikirim, di samping jadwal"
  # A working day, since on a day off nothing is looked for; each of five years leaves its outbox.
  local day=2026-11-20 year
  for ((year = first_year; year <= last_year; year++)); do
    "$program" ingatkan --hari-ini "$year-11-20" >/dev/null
  done
  turns "$work/ingatkan.json" "${RUNS:-60}" \
    ingatkan "$program ingatkan --hari-ini $day" jadwal "$program jadwal --hari-ini $day"
  judge "ingatkan tanpa kiriman / jadwal" "$(ratio "$work/ingatkan.json" wall ingatkan jadwal)" 1.5 1.2
}
