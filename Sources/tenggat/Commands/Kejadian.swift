internal import ArgumentParser
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import LedgerStore
internal import Workspace

struct Kejadian: TenggatCommand {
  static let configuration = CommandConfiguration(
    commandName: "kejadian", abstract: "Mencatat kejadian bertanggal yang dipakai aturan tenggat.",
    discussion: "Misalnya pelantikan-kades (per desa) dan rkpd-ditetapkan.", aliases: ["event"])

  @OptionGroup var global: GlobalOptions
  @Argument(help: "Kode kejadian.")
  var kode: String
  @Argument(help: "Periode yang dituju kejadian itu, bila ada.")
  var periode: Period?
  @Option(help: ArgumentHelp("Tanggal kejadian.", valueName: "tanggal"))
  var tanggal: CivilDate
  @Option(help: ArgumentHelp("Kode atau nama desa; baku: kecamatan.", valueName: "unit"))
  var unit: String?
  @Option(help: ArgumentHelp("Catatan bebas.", valueName: "teks"))
  var catatan: String?
  @Option(help: ArgumentHelp("Siapa yang mencatat; baku: pengguna komputer.", valueName: "nama"))
  var petugas: String?

  func run(_ session: inout Session) throws {
    let unit = try self.unit.map { try session.unit($0) } ?? session.onlyKecamatan().code
    guard let kecamatan = session.workspace.kecamatan.first(where: { $0.code == unit.kecamatan })
    else { throw CommandFailure.usage("unit \(unit) tidak dipantau", fix: "lihat wilayah.csv") }
    var desk = try session.workspace.desk(of: kecamatan)
    let calendar = desk.calendar
    let known = calendar.events.map { calendar.codes[$0.code] }
    guard let code = calendar.codes.code(kode), let event = calendar.event(code) else {
      throw CommandFailure.usage(
        "kejadian '\(kode)' tidak dikenal",
        fix: nearestMatch(to: kode, among: known).map { "mungkin maksudnya '\($0)'" }
          ?? "yang ada: \(known.joined(separator: ", "))")
    }
    let name = kecamatan.displayName(of: unit)
    guard event.isOfVillage == unit.isDesa else {
      throw CommandFailure.usage(
        "\(event.name) bukan kejadian \(name)",
        fix: event.isOfVillage ? "sebut desanya dengan --unit" : "hapus --unit")
    }
    guard tanggal <= session.today else {
      throw CommandFailure.usage(
        "tanggal \(tanggal.indonesian) belum tiba", fix: "catat pada atau sesudah hari itu")
    }
    let entry = LedgerEntry(
      kind: .fact, unit: unit, subject: calendar.codes[code],
      period: periode?.description ?? "", date: tanggal, received: tanggal,
      note: catatan ?? "", recorder: try session.recorder(petugas))
    let receipt = try desk.append(at: session.clock.now) { _, _ in [entry] }
    for remark in receipt.remarks { Console.message(remark.message) }
    session.console.line(
      "Tercatat (baris \(receipt.rows.first?.text ?? "")): \(event.name), \(name), "
        + tanggal.indonesian)
  }
}
