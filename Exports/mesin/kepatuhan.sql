-- The figures of `tenggat kepatuhan --menurut semua --csv`, byte for byte, computed by DuckDB from the ledgers.
--
--   cd RUANG
--   tenggat ekspor csv kewajiban --tahun 2026 --keluaran ekspor/kewajiban.csv
--   duckdb -csv < kepatuhan.sql
--
-- Another folder, another table:
--
--   duckdb -csv -cmd "set variable ruang = '/data/negeri'; set variable kewajiban = 'kewajiban.csv'" < kepatuhan.sql
--
-- The table says what is owed, until when, by whom, and on which day it is judged (`per`): of one duty year and all
-- units. What was recorded is read from buku/*/*.csv, and judged here. A chain is proved by `tenggat periksa buku`
-- alone. Why, and when this is the better way: the article Speed-and-sizes of the module Answers.

set variable ruang = coalesce(getvariable('ruang'), '.');
set variable kewajiban = coalesce(getvariable('kewajiban'), getvariable('ruang') || '/ekspor/kewajiban.csv');
set variable buku = getvariable('ruang') || '/buku/*/*.csv';

-- What is owed. A row without a date of its rule is in no rate.
create temp table kewajiban as
  select kecamatan, unit, laporan, periode, tenggat_aturan::date as tenggat, dihitung, per::date as per
  from read_csv(getvariable('kewajiban'), all_varchar = true, header = true, delim = ',', quote = '"', escape = '"');

set variable hari = (
  select case when count(distinct per) = 1 then min(per)
    else error('tabel kewajiban kosong, atau dari beberapa hari; ekspor lagi') end
  from kewajiban);

-- The regions, with the codes that a row under `dahulu` had before; a table may have no such column.
create temp macro bertitik(teks) as
  rtrim(regexp_replace(regexp_replace(teks, '[^0-9]', '', 'g'), '^(..)(..)?(..)?(....)?$', '\1.\2.\3.\4'), '.');
create temp table wilayah as
  select bertitik(kode) as kode, dahulu
  from (
    from read_csv(getvariable('ruang') || '/wilayah.csv', all_varchar = true, header = true, normalize_names = true)
    union all by name
    select null::varchar as kode, null::varchar as dahulu where false)
  where kode is not null;

-- One code for each unit that has had several, whatever their order.
create temp table kode_sama as
  with recursive
    langkah as (select kode, bertitik(unnest(regexp_extract_all(dahulu, '[0-9.]+'))) as lain from wilayah),
    sambungan as (select kode, lain from langkah union select lain, kode from langkah),
    jangkauan as (
      select kode, lain from sambungan
      union
      select j.kode, s.lain from jangkauan j join sambungan s on j.lain = s.kode)
  select kode, least(kode, min(lain)) as wakil from jangkauan group by kode;

-- The rows of all ledgers. A last line that was never ended is none yet.
create temp table buku as
  with
    baris as (
      select parse_path(filename)[-2] as kecamatan, parse_filename(filename, true)::int as tahun, urutan::int as urutan,
        peristiwa, unit, laporan, periode, tanggal::date as tanggal, catatan,
        coalesce(diterima, if(peristiwa = 'perpanjang', dicatat_pada[1:10], tanggal))::date as diterima, filename
      from read_csv(getvariable('buku'), header = true, auto_detect = false, delim = ',', quote = '"', escape = '"',
        filename = true,
        columns = {
          urutan: 'varchar', dicatat_pada: 'varchar', petugas: 'varchar', peristiwa: 'varchar', unit: 'varchar',
          laporan: 'varchar', periode: 'varchar', tanggal: 'varchar', diterima: 'varchar', nilai: 'varchar',
          berkas: 'varchar', sha256: 'varchar', catatan: 'varchar', rantai: 'varchar'})),
    terputus as (select filename from read_text(getvariable('buku')) where right(content, 1) <> chr(10))
  select * exclude (filename) from baris b
  where not exists (
    from terputus t
    where t.filename = b.filename and b.urutan = (select max(urutan) from baris a where a.filename = b.filename));

-- A row that a later one voids was never true, on any day.
create temp table dibatalkan as
  select kecamatan, coalesce(nullif(sasaran.tahun, '')::int, buku.tahun) as tahun, sasaran.urutan::int as urutan
  from buku, (select regexp_extract(catatan, '^([0-9]*)#([0-9]+)', ['tahun', 'urutan']) as sasaran)
  where peristiwa = 'batal';

-- What was recorded about obligations, in the order in which it is read: by receipt, then as it was written.
create temp table catatan as
  select coalesce(wakil, unit) as unit, laporan, periode, peristiwa, tanggal, diterima,
    (diterima - date '0001-01-01') * 10_000_000_000_000 + tahun::bigint * 1_000_000_000 + urutan as urut
  from buku anti join dibatalkan using (kecamatan, tahun, urutan) left join kode_sama on kode_sama.kode = buku.unit
  where peristiwa in ('serah', 'kembali', 'bebas', 'perpanjang');

-- How each obligation stands on the day. A row counts from its date on; an extension, and a submission after a return,
-- from the day of its receipt.
create temp table keadaan as
  with
    sesudah as (
      select *, bool_or(peristiwa = 'kembali') over (partition by unit, laporan, periode order by urut) as pernah_kembali
      from catatan),
    berlaku as (
      from sesudah
      where if(peristiwa = 'perpanjang' or peristiwa = 'serah' and pernah_kembali, diterima, tanggal)
        <= getvariable('hari'))
  select unit, laporan, periode,
    bool_or(peristiwa = 'bebas') as bebas,
    arg_max(peristiwa, urut) filter (peristiwa in ('serah', 'kembali')) = 'serah' as masuk,
    arg_min(tanggal, urut) filter (peristiwa = 'serah') as pertama,
    arg_max(tanggal, urut) filter (peristiwa = 'serah') as terakhir,
    arg_max(tanggal, urut) filter (peristiwa = 'perpanjang') as diperpanjang
  from berlaku group by all;

-- The counts of each kecamatan, also of one that owes nothing.
create temp table hitungan as
  with
    dinilai as (
      select kecamatan, coalesce(masuk, false) as masuk,
        if(dihitung = 'terakhir', terakhir, pertama) <= coalesce(diperpanjang, tenggat) as tepat
      from kewajiban k left join kode_sama w on w.kode = k.unit
        left join keadaan s
          on s.unit = coalesce(w.wakil, k.unit) and s.laporan = k.laporan and s.periode = k.periode
      where tenggat is not null and not coalesce(bebas, false)),
    semua as (
      select distinct kecamatan from kewajiban
      union
      select kode from wilayah left join kode_sama using (kode)
      where length(kode) = 8 and coalesce(wakil, kode) not in (
        select coalesce(wakil, kecamatan) from kewajiban left join kode_sama on kode_sama.kode = kecamatan))
  select kecamatan, count(masuk) as wajib, count(*) filter (masuk) as disampaikan,
    count(*) filter (masuk and tepat) as tepat_waktu
  from semua left join dinilai using (kecamatan) group by kecamatan;

with tingkat as (
  select 1 as nomor, 'kecamatan' as tingkat, kecamatan as kode, * exclude (kecamatan) from hitungan
  union all select 2, 'kabupaten', kecamatan[1:5], * exclude (kecamatan) from hitungan
  union all select 3, 'provinsi', kecamatan[1:2], * exclude (kecamatan) from hitungan
  union all select 4, 'nasional', 'ID', * exclude (kecamatan) from hitungan),
jumlah as (
  select nomor, tingkat, kode, sum(wajib)::bigint as wajib, sum(disampaikan)::bigint as disampaikan,
    sum(tepat_waktu)::bigint as tepat_waktu
  from tingkat group by all),
persen as (select *, (tepat_waktu * 20_000 + wajib) // (2 * wajib) as perseratus from jumlah)
select tingkat, kode, wajib, disampaikan, tepat_waktu, disampaikan - tepat_waktu as terlambat,
  wajib - disampaikan as belum,
  if(wajib > 0, printf('%d.%02d', perseratus // 100, perseratus % 100), '') as persen_tepat_waktu
from persen order by nomor, kode;
