"""The figures of `tenggat kepatuhan --menurut semua --csv`, byte for byte, computed by Spark from the ledgers.

    cd RUANG
    tenggat ekspor csv kewajiban --tahun 2026 --keluaran ekspor/kewajiban.csv
    spark-submit --master 'local[2]' kepatuhan.py            any master that sees the folder; `python kepatuhan.py` too
    spark-submit kepatuhan.py /data/negeri kewajiban.csv     another folder, another table

The table says what is owed, until when, by whom, and on which day it is judged (`per`): of one duty year and all
units. What was recorded is read from buku/*/*.csv, and judged here, as kepatuhan.sql does in DuckDB. A chain is proved
by `tenggat periksa buku` alone. Why, and when this is the better way: the article Speed-and-sizes of the module Answers.
"""

import re
import sys

from pyspark.sql import SparkSession

COLUMNS = "urutan dicatat_pada petugas peristiwa unit laporan periode tanggal diterima nilai berkas sha256 catatan rantai"
LEDGER = ", ".join(f"{column} STRING" for column in COLUMNS.split())

STEPS = {
    # A last line that was never ended is none yet.
    "terputus": """
      SELECT path FROM berkas WHERE length > 0 AND substring(content, length, 1) <> X'0A'""",
    "berisi": """
      SELECT regexp_extract(path, '([^/]+)/[^/]+$', 1) AS kecamatan,
        CAST(regexp_extract(path, '([0-9]+)[.]csv$', 1) AS INT) AS tahun, CAST(urutan AS INT) AS urutan, peristiwa, unit,
        laporan, periode, CAST(tanggal AS DATE) AS tanggal, catatan,
        CAST(coalesce(diterima, IF(peristiwa = 'perpanjang', left(dicatat_pada, 10), tanggal)) AS DATE) AS diterima,
        path
      FROM baris""",
    "buku": """
      SELECT b.* FROM berisi b LEFT ANTI JOIN (
        SELECT path, max(urutan) AS urutan FROM berisi WHERE path IN (SELECT path FROM terputus) GROUP BY path) t
      ON b.path = t.path AND b.urutan = t.urutan""",
    # A row that a later one voids was never true, on any day.
    "dibatalkan": """
      SELECT kecamatan, CAST(coalesce(nullif(regexp_extract(catatan, '^([0-9]*)#([0-9]+)', 1), ''), tahun) AS INT) AS tahun,
        CAST(regexp_extract(catatan, '^([0-9]*)#([0-9]+)', 2) AS INT) AS urutan
      FROM buku WHERE peristiwa = 'batal'""",
    # What was recorded about obligations, in the order in which it is read: by receipt, then as it was written.
    "catatan": """
      SELECT coalesce(wakil, unit) AS unit, laporan, periode, peristiwa, tanggal, diterima,
        struct(diterima, b.tahun, b.urutan) AS urut
      FROM buku b
        LEFT ANTI JOIN dibatalkan d ON b.kecamatan = d.kecamatan AND b.tahun = d.tahun AND b.urutan = d.urutan
        LEFT JOIN kode_sama ON kode_sama.kode = b.unit
      WHERE peristiwa IN ('serah', 'kembali', 'bebas', 'perpanjang')""",
    "sesudah": """
      SELECT *, bool_or(peristiwa = 'kembali') OVER (PARTITION BY unit, laporan, periode ORDER BY urut) AS pernah_kembali
      FROM catatan""",
    # How each obligation stands on the day. A row counts from its date on; an extension, and a submission after a
    # return, from the day of its receipt.
    "keadaan": """
      SELECT unit, laporan, periode, bool_or(peristiwa = 'bebas') AS bebas,
        max_by(peristiwa, urut) FILTER (WHERE peristiwa IN ('serah', 'kembali')) = 'serah' AS masuk,
        min_by(tanggal, urut) FILTER (WHERE peristiwa = 'serah') AS pertama,
        max_by(tanggal, urut) FILTER (WHERE peristiwa = 'serah') AS terakhir,
        max_by(tanggal, urut) FILTER (WHERE peristiwa = 'perpanjang') AS diperpanjang
      FROM sesudah
      WHERE IF(peristiwa = 'perpanjang' OR peristiwa = 'serah' AND pernah_kembali, diterima, tanggal)
        <= (SELECT per FROM hari)
      GROUP BY unit, laporan, periode""",
    # What is owed. A row without a date of its rule is in no rate.
    "dinilai": """
      SELECT kecamatan, coalesce(masuk, false) AS masuk,
        coalesce(IF(dihitung = 'terakhir', terakhir, pertama) <= coalesce(diperpanjang, CAST(tenggat_aturan AS DATE)), false)
          AS tepat
      FROM kewajiban k LEFT JOIN kode_sama w ON w.kode = k.unit
        LEFT JOIN keadaan s ON s.unit = coalesce(w.wakil, k.unit) AND s.laporan = k.laporan AND s.periode = k.periode
      WHERE tenggat_aturan IS NOT NULL AND NOT coalesce(bebas, false)""",
    # The counts of each kecamatan, also of one that owes nothing.
    "semua": """
      SELECT DISTINCT kecamatan FROM kewajiban
      UNION
      SELECT wilayah.kode FROM wilayah LEFT JOIN kode_sama ON kode_sama.kode = wilayah.kode
      WHERE length(wilayah.kode) = 8 AND coalesce(wakil, wilayah.kode) NOT IN (
        SELECT coalesce(wakil, kecamatan) FROM kewajiban LEFT JOIN kode_sama ON kode_sama.kode = kecamatan)""",
    "hitungan": """
      SELECT kecamatan, count(masuk) AS wajib, count_if(masuk) AS disampaikan, count_if(masuk AND tepat) AS tepat_waktu
      FROM semua LEFT JOIN dinilai USING (kecamatan) GROUP BY kecamatan""",
}


def dotted(code):
    """A kode wilayah in its dotted form, however it is written."""
    digits = re.sub("[^0-9]", "", code)
    return ".".join(part for part in (digits[:2], digits[2:4], digits[4:6], digits[6:]) if part)


def one_code(links):
    """One code for each unit that has had several, whatever their order."""
    chosen = {}
    for pair in links:
        joined = {code for known in pair for code in chosen.get(known, {known})}
        for code in joined:
            chosen[code] = joined
    return [(code, min(joined)) for code, joined in chosen.items()]


def main(folder=".", table=None):
    builder = SparkSession.builder.appName("kepatuhan")
    # Each of thousands of folders would else be listed as a piece of work of its own, for most of the time.
    builder.config("spark.sql.sources.parallelPartitionDiscovery.parallelism", 16)
    # A line with too few fields would else pass wherever those that it has not are not asked for.
    builder.config("spark.sql.csv.parser.columnPruning.enabled", False)
    spark = builder.getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")

    def table_reader():
        return spark.read.option("header", True).option("escape", '"').option("mode", "FAILFAST")

    owed = table_reader().csv(table or f"{folder}/ekspor/kewajiban.csv")
    owed = owed.select("kecamatan", "unit", "laporan", "periode", "tenggat_aturan", "dihitung", "per").cache()
    owed.createOrReplaceTempView("kewajiban")
    days = owed.select("per").distinct()
    if days.count() != 1:
        sys.exit("kepatuhan.py: galat: tabel kewajiban kosong, atau dari beberapa hari; ekspor lagi")
    days.selectExpr("CAST(per AS DATE) AS per").createOrReplaceTempView("hari")

    path = f"{folder}/wilayah.csv"
    head = spark.read.text(path).first()[0]
    regions = table_reader().option("sep", next((mark for mark in ",;\t" if mark in head), ",")).csv(path)
    regions = regions.toDF(*(name.strip("\ufeff ").lower() for name in regions.columns))
    former = "dahulu" if "dahulu" in regions.columns else "NULL"
    regions = [row for row in regions.selectExpr("kode", f"{former} AS dahulu").collect() if row.kode]
    links = [(dotted(r.kode), dotted(code)) for r in regions if r.dahulu for code in re.findall("[0-9.]+", r.dahulu)]
    spark.createDataFrame([(dotted(r.kode),) for r in regions], "kode STRING").createOrReplaceTempView("wilayah")
    spark.createDataFrame(one_code(links), "kode STRING, wakil STRING").createOrReplaceTempView("kode_sama")

    books = f"{folder}/buku/*/*.csv"
    table_reader().schema(LEDGER).csv(books).selectExpr("*", "input_file_name() AS path").createOrReplaceTempView("baris")
    spark.read.format("binaryFile").load(books).createOrReplaceTempView("berkas")
    for name, step in STEPS.items():
        spark.sql(step).createOrReplaceTempView(name)

    counts = sorted(tuple(row) for row in spark.table("hitungan").collect())
    print("tingkat,kode,wajib,disampaikan,tepat_waktu,terlambat,belum,persen_tepat_waktu")
    for level, place in (("kecamatan", 8), ("kabupaten", 5), ("provinsi", 2), ("nasional", 0)):
        sums = {}
        for kecamatan, *numbers in counts:
            code = kecamatan[:place] or "ID"
            sums[code] = [a + b for a, b in zip(sums.get(code, (0, 0, 0)), numbers)]
        for code, (required, submitted, on_time) in sums.items():
            share = (on_time * 20_000 + required) // (2 * required) if required else None
            text = "" if share is None else f"{share // 100}.{share % 100:02}"
            late, missing = submitted - on_time, required - submitted
            print(level, code, required, submitted, on_time, late, missing, text, sep=",")
    spark.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
