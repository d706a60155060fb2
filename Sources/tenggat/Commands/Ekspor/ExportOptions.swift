internal import Answers
internal import ArgumentParser
internal import CivilCalendar
internal import ComplianceModel
internal import Exchange
internal import SystemPackage
internal import Workspace
internal import Wording

/// The options of every export: of which time, where to, and as if made when.
struct ExportOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Triwulan kewajiban, misalnya 2026-TW1.", valueName: "triwulan"))
  var triwulan: DutyQuarter?
  @Option(help: ArgumentHelp("Tahun kewajiban.", valueName: "tahun"))
  var tahun: DutyYear?
  @Option(
    help: ArgumentHelp(
      "Berkas tujuan; '-' ke layar; bawaan: folder ekspor/.", valueName: "berkas"))
  var keluaran: String?
  @Option(
    help: ArgumentHelp("Saat pembuatan, misalnya 2026-04-01T08:00:00+08:00.", valueName: "saat"))
  var dibuat: ClockReading?

  /// The duty year or quarter that is asked for; `nil` where none is, or both are.
  private var duty: DutyStatement.Duty? {
    switch (triwulan?.quarter, tahun?.year) {
    case (let quarter?, nil): .quarter(quarter)
    case (nil, let year?): .year(year)
    default: nil
    }
  }

  /// The duty year or quarter.
  ///
  /// - Throws: A ``CommandFailure`` where none is named, or both are.
  var requiredDuty: DutyStatement.Duty {
    get throws {
      guard let duty else {
        throw ArgumentRefusal.oneDuty(
          example: "--triwulan 2026-TW1 atau --tahun 2026")
      }
      return duty
    }
  }

  /// The duty year or quarter; a whole year where none is named.
  func duty(or year: Int) throws -> DutyStatement.Duty {
    triwulan == nil && tahun == nil ? .year(year) : try requiredDuty
  }

  /// The kecamatan that are exported, a file each.
  ///
  /// - Throws: A ``CommandFailure`` where several would go to one file; an `UnitRefusal`.
  func offices(of unit: String?, _ session: Session) throws -> [Kecamatan] {
    let kecamatan = try session.offices(of: unit, having: "ekspor")
    guard keluaran == nil || kecamatan.count == 1 else {
      throw OptionRefusal.onlyFor("--keluaran", .oneOffice, .office(by: "--unit"))
    }
    return kecamatan
  }

  /// When the export is made: now, unless it is said.
  func made(_ session: Session) -> ClockReading { dibuat ?? session.clock.now }

  /// Writes an export to where it is wanted, and says so.
  ///
  /// - Parameters:
  ///   - bytes: The export.
  ///   - name: The name of its file in the folder of exports.
  ///   - purpose: What it is.
  ///   - note: What is said of it beside its size.
  ///   - session: The run.
  /// - Throws: An `OutputRefusal` for a place that is none; a `FileFailure`.
  func write(
    _ bytes: [UInt8], as name: String, for purpose: OutputPlace.Purpose, saying note: String,
    _ session: inout Session
  ) throws {
    var output = try output(as: name, for: purpose, session)
    try output.append(bytes, &session.console)
    try output.finish(saying: note, &session.console)
  }

  /// Begins an export at the place where it is wanted.
  ///
  /// - Parameters:
  ///   - name: The name of its file in the folder of exports.
  ///   - purpose: What it is.
  ///   - session: The run.
  /// - Returns: What takes its bytes.
  /// - Throws: An `OutputRefusal` for a place that is none; a `FileFailure`.
  func output(
    as name: String, for purpose: OutputPlace.Purpose, _ session: Session
  ) throws -> ExportOutput {
    guard keluaran != "-" else { return ExportOutput() }
    let folder = session.workspace.folder
    let path =
      keluaran.map { FilePath($0) } ?? folder.appending(PrintedPages.folder).appending(name)
    let place = try OutputPlace(
      path, for: purpose, in: folder, makingFolders: keluaran == nil)
    return ExportOutput(path, try place.draft())
  }

  /// The folder of exports, for many files of one purpose.
  ///
  /// - Parameters:
  ///   - name: The name of one of them.
  ///   - purpose: What they are.
  ///   - session: The run.
  /// - Returns: The folder.
  /// - Throws: As ``output(as:for:_:)``.
  func folder(
    holding name: String, for purpose: OutputPlace.Purpose, _ session: Session
  ) throws -> OutputFolder {
    let workspace = session.workspace.folder
    return try OutputFolder(
      workspace.appending(PrintedPages.folder), holding: name, for: purpose, in: workspace)
  }
}
