/// What a column of a table that is taken in can mean, by the word that people say it with.
public enum TableColumn: String, CaseIterable, Sendable {
  /// The unit, by code or name.
  case unit
  /// The name of a desa, held against a code beside it.
  case village = "desa"
  /// The kecamatan that the unit lies in.
  case kecamatan
  /// The report; of an event its code, of a measurement the indicator's.
  case report = "laporan"
  /// The covered period, or its year.
  case period = "periode"
  /// The part of the year, beside the year: a quarter, a semester, a month.
  case quarter = "triwulan"
  case semester
  case month = "bulan"
  /// `tanggal`; of an extension the new due date.
  case date = "tanggal"
  /// `diterima`; of an extension the day of the letter.
  case received = "diterima"
  /// What happened; a submission where it is blank.
  case event = "peristiwa"
  /// The value of a measurement.
  case value = "nilai"
  /// The path of the evidence, from the table's folder.
  case evidence = "berkas"
  /// `catatan`.
  case note = "catatan"
  /// Why a row is late, or recorded although something is odd about it.
  case reason = "alasan"
  /// It changes nothing, and is not read.
  case ignored = "abaikan"
}
