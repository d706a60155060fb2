-- What Scripts/bench holds `kepatuhan --menurut semua --csv` against: the made-up country of one duty year, the same
-- answer, and of the rules those that this country needs. No chain is proved.
--
--   duckdb -csv -cmd "set variable ruang = 'RUANG'; set variable tenggat = 'TENGGAT.csv'" < negeri.sql
--
-- TENGGAT.csv is what `Benchmarks tenggat TAHUN RUANG` prints. Exports/mesin/kepatuhan.sql knows all rules.
with
buku as (
  select filename, urutan, peristiwa, unit, laporan, periode, tanggal, catatan
  from read_csv(getvariable('ruang') || '/buku/*/*.csv', header = true, auto_detect = false, delim = ',', quote = '"',
    filename = true,
    columns = {
      urutan: 'int', dicatat_pada: 'varchar', petugas: 'varchar', peristiwa: 'varchar', unit: 'varchar',
      laporan: 'varchar', periode: 'varchar', tanggal: 'date', diterima: 'date', nilai: 'varchar', berkas: 'varchar',
      sha256: 'varchar', catatan: 'varchar', rantai: 'varchar'})),
dibatalkan as (
  select filename, split_part(catatan[2:], ' ', 1)::int as urutan from buku where peristiwa = 'batal'),
keadaan as (
  select unit, laporan, periode, bool_or(peristiwa = 'bebas') as bebas,
    arg_max(peristiwa, urutan) filter (peristiwa in ('serah', 'kembali')) = 'serah' as masuk,
    arg_min(tanggal, urutan) filter (peristiwa = 'serah') as pertama,
    arg_max(tanggal, urutan) filter (peristiwa = 'perpanjang') as diperpanjang
  from buku anti join dibatalkan using (filename, urutan)
  where peristiwa in ('serah', 'kembali', 'bebas', 'perpanjang')
  group by all),
wilayah as (
  select kode from read_csv(getvariable('ruang') || '/wilayah.csv', header = true, all_varchar = true)
  where length(kode) = 8 or length(kode) = 13 and kode[10] in ('2', '3')),
tenggat as (
  from read_csv(getvariable('tenggat'), header = false, auto_detect = false, delim = ',',
    columns = {laporan: 'varchar', periode: 'varchar', tenggat: 'date', tingkat: 'varchar'})),
dinilai as (
  select kode[1:8] as kecamatan, coalesce(masuk, false) as masuk, pertama <= coalesce(diperpanjang, tenggat) as tepat
  from wilayah join tenggat on (tingkat = 'k') = (length(kode) = 8)
    left join keadaan s on s.unit = kode and s.laporan = tenggat.laporan and s.periode = tenggat.periode
  where not coalesce(bebas, false)
  union all
  -- A term of office makes an RPJMDes due, of which this country has none.
  select unit[1:8], false, false from buku where peristiwa = 'kejadian' and laporan = 'pelantikan-kades'),
hitungan as (
  select kode as kecamatan, count(masuk) as wajib, count_if(masuk) as disampaikan, count_if(masuk and tepat) as tepat
  from wilayah left join dinilai on kecamatan = kode where length(kode) = 8 group by all),
jumlah as (
  select coalesce(kecamatan, kabupaten, provinsi, 'ID') as kode, sum(wajib)::bigint as w, sum(disampaikan)::bigint as d,
    sum(tepat)::bigint as t
  from (select *, kecamatan[1:5] as kabupaten, kecamatan[1:2] as provinsi from hitungan)
  group by grouping sets ((kecamatan), (kabupaten), (provinsi), ())),
persen as (select *, (t * 20_000 + w) // (2 * w) as p from jumlah)
select
  case when length(kode) = 8 then 'kecamatan' when length(kode) = 5 then 'kabupaten' when kode = 'ID' then 'nasional'
    else 'provinsi' end as tingkat,
  kode, w as wajib, d as disampaikan, t as tepat_waktu, d - t as terlambat, w - d as belum,
  if(w > 0, printf('%d.%02d', p // 100, p % 100), '') as persen_tepat_waktu
from persen order by length(kode) desc, kode;
