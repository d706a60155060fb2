"""What Scripts/bench holds `kepatuhan --menurut semua --csv` against: the same answer with polars.

negeri_polars.py RUANG TENGGAT.csv, as `Benchmarks tenggat TAHUN RUANG` prints it. The rules are those that the
made-up country needs; no chain is proved.
"""

import sys

import polars as pl

ruang, tabel = sys.argv[1:]
text = dict.fromkeys(
    "dicatat_pada petugas peristiwa unit laporan periode tanggal diterima nilai berkas sha256 catatan rantai".split(),
    pl.String,
)
rows = (
    pl.scan_csv(f"{ruang}/buku/*/*.csv", schema={"urutan": pl.Int64} | text, include_file_paths="file")
    .select("file", "urutan", "peristiwa", "unit", "laporan", "periode", "tanggal", "catatan")
    .collect(engine="streaming")
)
voids = rows.filter(pl.col("peristiwa") == "batal").select(
    "file", urutan=pl.col("catatan").str.extract("#([0-9]+)").cast(pl.Int64)
)
kind = pl.col("peristiwa")
submission = kind == "serah"
states = (
    rows.filter(kind.is_in(["serah", "kembali", "bebas", "perpanjang"]))
    .join(voids, on=["file", "urutan"], how="anti")
    .sort("urutan")
    .group_by("unit", "laporan", "periode")
    .agg(
        exempt=(kind == "bebas").any(),
        is_in=kind.filter(kind.is_in(["serah", "kembali"])).last() == "serah",
        first=pl.col("tanggal").filter(submission).first(),
        extended=pl.col("tanggal").filter(kind == "perpanjang").last(),
    )
)
units = (
    pl.read_csv(f"{ruang}/wilayah.csv", infer_schema=False)
    .filter(
        (pl.col("kode").str.len_bytes() == 8)
        | (pl.col("kode").str.len_bytes() == 13) & pl.col("kode").str.slice(9, 1).is_in(["2", "3"])
    )
    .select(unit="kode", level=pl.when(pl.col("kode").str.len_bytes() == 8).then(pl.lit("k")).otherwise(pl.lit("d")))
)
duties = pl.read_csv(tabel, has_header=False, new_columns=["laporan", "periode", "due", "level"], infer_schema=False)
counted = (
    units.join(duties, on="level")
    .join(states, on=["unit", "laporan", "periode"], how="left")
    .filter(~pl.col("exempt").fill_null(False))
    .select(
        kecamatan=pl.col("unit").str.slice(0, 8),
        is_in=pl.col("is_in").fill_null(False),
        on_time=pl.col("is_in").fill_null(False)
        & (pl.col("first") <= pl.coalesce("extended", "due")).fill_null(False),
    )
)
terms = rows.filter(kind == "kejadian").select(
    kecamatan=pl.col("unit").str.slice(0, 8), is_in=pl.lit(False), on_time=pl.lit(False)
)
every = units.filter(pl.col("level") == "k").select(kecamatan="unit")
counts = (
    pl.concat([counted, terms])
    .group_by("kecamatan")
    .agg(required=pl.len(), submitted=pl.col("is_in").sum(), on_time=pl.col("on_time").sum())
)
counts = every.join(counts, on="kecamatan", how="left").fill_null(0)
print("tingkat,kode,wajib,disampaikan,tepat_waktu,terlambat,belum,persen_tepat_waktu")
for level, code in (
    ("kecamatan", pl.col("kecamatan")),
    ("kabupaten", pl.col("kecamatan").str.slice(0, 5)),
    ("provinsi", pl.col("kecamatan").str.slice(0, 2)),
    ("nasional", pl.lit("ID")),
):
    sums = counts.group_by(code=code).agg(pl.col("required", "submitted", "on_time").sum()).sort("code")
    for name, required, submitted, on_time in sums.rows():
        share = ""
        if required:
            whole = (on_time * 20000 + required) // (2 * required)
            share = f"{whole // 100}.{whole % 100:02}"
        print(level, name, required, submitted, on_time, submitted - on_time, required - submitted, share, sep=",")
