internal import ArgumentParser
internal import CivilCalendar
internal import Deeds
internal import SystemPackage

/// What is said of any measurement that is recorded.
struct MeasurementOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Tanggal ukur atau survei; bawaan: hari ini.", valueName: "tanggal"))
  var tanggal: CivilDate?
  @Option(help: ArgumentHelp("Kecamatan, bila ruang kerja memantau beberapa.", valueName: "unit"))
  var unit: String?
  @Option(help: ArgumentHelp("Catatan bebas.", valueName: "teks"))
  var catatan: String?
  @OptionGroup var recorder: RecorderOptions

  /// What is said of a measurement of a period, with its evidence.
  func terms(
    period: Period, evidence: String?, _ session: Session
  ) throws -> MeasurementTerms {
    MeasurementTerms(
      period: period, unit: unit, date: tanggal, evidence: evidence.map { FilePath($0) },
      note: catatan, recorder: try session.recorder(recorder.petugas))
  }
}
