internal import ComplianceModel

/// The words of a file's name that say nothing about what is in it.
///
/// The list is closed, since any other word may turn the meaning round: `Permintaan data LPPD` asks for the
/// report, `Rancangan APBDes` is not the document. Each word here tells of the copy (signed, scanned, the
/// last version) and of nothing else, and none is what one desa's name has more than that of another one in
/// its kabupaten. What a report may be called besides is in its calendar entry (`kata_berkas`).
enum HarmlessWords {
  /// Words that stand alone.
  static let plain: Set<String> = [
    "bertandatangan", "doc", "docx", "dokumen", "berkas", "fiks", "file", "hardcopy", "kiriman",
    "lengkap", "pdf", "softcopy", "stempel", "terbaru", "ttd", "upload", "xls", "xlsx",
  ]

  /// Words that may have a number behind them: `revisi 2`, `scan0001`.
  static let counted: Set<String> = [
    "copy", "final", "fix", "perbaikan", "pindaian", "rev", "revisi", "salinan", "scan", "ver",
    "versi",
  ]

  /// Words that belong to a year: `Tahun Anggaran 2026`.
  static let ofYear: Set<String> = ["ta", "th", "thn", "tahun", "tahunanggaran"]

  /// Words that belong to a date: `tgl 30-12-2025`.
  static let ofDate: Set<String> = ["tanggal", "tertanggal", "tgl"]

  /// Words that belong to a part of the year: `Periode TW I 2026`, `Bulan Januari 2026`.
  static let ofPeriod: Set<String> = ["bulan", "periode"]

  /// Words that come before a number with its year, as a law is named.
  static let ofCitation: Set<String> = ["no", "nomor"]
}
