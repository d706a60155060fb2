internal import Answers
internal import ArgumentParser
internal import CivilCalendar
internal import ComplianceModel
internal import Exchange
internal import PlainText
internal import Spreadsheets
internal import SystemPackage
internal import Workspace
internal import Wording

/// The options of a roll-up that say what is made of it, and where it goes.
struct RollupForm: ParsableArguments {
  @Flag(help: "Keluaran JSON untuk program lain.")
  var json = false
  @Flag(help: "Tabel CSV: satu baris satu kecamatan, kabupaten, provinsi, dan nasional.")
  var csv = false
  @Flag(help: "Rekap sebagai XML, sesuai skema rekap-1.xsd.")
  var xml = false
  @Flag(help: "Rekap sebagai buku kerja Excel.")
  var xlsx = false
  @Option(
    help: ArgumentHelp("--csv, --xml, --xlsx: berkas tujuan; '-' ke layar.", valueName: "berkas"))
  var keluaran: String?
  @Option(help: ArgumentHelp("--xlsx: kertas untuk mencetak.", valueName: "kertas"))
  var kertas: PaperSize?
  @Option(
    help: ArgumentHelp(
      "--xml, --xlsx: saat pembuatan, misalnya 2026-04-01T08:00:00+08:00.", valueName: "saat"))
  var dibuat: ClockReading?

  /// Refuses options that do not go together.
  ///
  /// - Throws: A ``CommandFailure``.
  func requireSense() throws {
    let forms = [(json, "--json"), (csv, "--csv"), (xml, "--xml"), (xlsx, "--xlsx")]
      .filter(\.0).map(\.1)
    guard forms.count <= 1 else { throw OptionRefusal.exclusive(forms) }
    if keluaran != nil, forms.isEmpty || json {
      throw OptionRefusal.onlyBeside(
        "--keluaran", "--csv, --xml, atau --xlsx", .addOneOrRemove("--keluaran"))
    }
    if xlsx, keluaran == nil {
      throw OptionRefusal.needsFile(
        "--xlsx", .example("--keluaran rekap.xlsx"))
    }
    if kertas != nil, !xlsx {
      throw OptionRefusal.onlyBeside("--kertas", "--xlsx", .remove("--kertas"))
    }
    if dibuat != nil, !xml, !xlsx {
      throw OptionRefusal.onlyBeside(
        "--dibuat", "--xml atau --xlsx", .remove("--dibuat"))
    }
  }

  /// Writes the roll-up in the form that is asked for.
  ///
  /// - Returns: Whether a form was asked for.
  /// - Throws: An `OutputRefusal`; a ``KepatuhanExport/Refused`` for XML that its schema does not take.
  func write(_ rollup: Rollup, _ site: RollupSite, to console: inout Console) throws -> Bool {
    let made = dibuat ?? site.now
    let (bytes, purpose, note): ([UInt8], OutputPlace.Purpose, String)
    if csv {
      let grid = rollup.recap.plainGrid(by: .all, in: .code)
      bytes = CSVTable(grid, forOthers: false).bytes
      purpose = .table(opening: grid.headings.prefix(3).map(\.key))
      note = "\(grid.rows.count.indonesian) baris"
    } else if xml {
      bytes = try RekapExport(Session.programData()).bytes(of: rollup, made: made)
      purpose = .recap
      note = "sesuai skema \(RekapWriter.schemaName)"
    } else if xlsx {
      let workbook = RollupWorkbook(rollup, on: (kertas ?? .f4).sheet, made: made).workbook
      let program = Environment.executable
      bytes = try waiting { try await SpreadsheetProgram.file(of: workbook, beside: program) }
      purpose = .workbook(ending: Workbook.mark)
      note = "\(workbook.sheets.count) lembar"
    } else {
      return false
    }
    guard let keluaran, keluaran != "-" else {
      console.raw(bytes)
      return true
    }
    let place = try OutputPlace(
      FilePath(keluaran), for: purpose, in: site.folder, makingFolders: false)
    try place.write(bytes)
    console.line("\(keluaran): \(note), \(bytes.count.indonesian) byte")
    return true
  }
}
