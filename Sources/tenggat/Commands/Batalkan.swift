internal import ArgumentParser
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import LedgerStore
internal import Workspace

struct Batalkan: TenggatCommand {
  static let configuration = CommandConfiguration(
    commandName: "batalkan", abstract: "Membatalkan satu baris buku yang keliru.",
    discussion: "Baris lama tetap tertulis; baris baru menyatakannya batal.", aliases: ["void"])

  @OptionGroup var global: GlobalOptions
  @Argument(help: "Nomor baris: '#12', atau '2025#12' untuk buku tahun lain.")
  var baris: String
  @Option(help: ArgumentHelp("Sebab pembatalan.", valueName: "teks"))
  var alasan: String
  @Option(help: ArgumentHelp("Kecamatan pemilik buku.", valueName: "unit"))
  var unit: String?
  @Option(help: ArgumentHelp("Siapa yang mencatat; baku: pengguna komputer.", valueName: "nama"))
  var petugas: String?

  func run(_ session: inout Session) throws {
    let kecamatan =
      try unit == nil
      ? session.onlyKecamatan() : session.kecamatan(of: unit).first ?? session.onlyKecamatan()
    var desk = try session.workspace.desk(of: kecamatan)
    guard let reason = alasan.nonEmpty else {
      throw CommandFailure.usage("pembatalan perlu alasan", fix: "isi --alasan TEKS")
    }
    let target = try rowID(thisYear: session.today.year)
    guard let row = desk.ledger.row(target) else {
      throw CommandFailure.usage(
        "baris \(target.text) tidak ada dalam buku \(kecamatan.displayName(of: kecamatan.code))",
        fix: "periksa nomornya di buku/\(kecamatan.code)/\(target.year).csv")
    }
    guard row.entry.kind != .voided else {
      throw CommandFailure.usage(
        "baris \(target.text) adalah pembatalan", fix: "catat ulang dengan perintah semula")
    }
    let today = session.today
    let mark = target.year == today.year ? "#\(target.number)" : target.text
    let entry = LedgerEntry(
      kind: .voided, unit: row.entry.unit, subject: row.entry.subject, period: row.entry.period,
      date: today, received: today, note: "\(mark) \(reason)",
      recorder: try session.recorder(petugas))
    let receipt = try desk.append(at: session.clock.now) { _, events in
      if let earlier = events.first(where: { $0.voids == target }) {
        throw CommandFailure.usage(
          "baris \(target.text) sudah dibatalkan oleh baris \(earlier.row.text)",
          fix: "tidak perlu dibatalkan lagi")
      }
      return [entry]
    }
    for remark in receipt.remarks { Console.message(remark.message) }
    let what = [row.entry.subject, row.entry.period].compactMap(\.nonEmpty)
    session.console.line(
      "Baris \(target.text) dibatalkan (baris \(receipt.rows.first?.text ?? "")): "
        + "\(Words.noun(row.entry.kind)) \(what.joined(separator: " ")) "
        + kecamatan.displayName(of: row.entry.unit))
    if row.entry.kind == .extended { try tellDue(after: target, kecamatan, &session) }
  }

  /// Says which due date holds again without an extension.
  private func tellDue(
    after target: LedgerEvent.RowID, _ kecamatan: Kecamatan, _ session: inout Session
  ) throws {
    let desk = try session.workspace.desk(of: kecamatan)
    // A report that left the calendar has no due date any more.
    guard let id = desk.ledger.events.first(where: { $0.row == target })?.obligation,
      let obligation = try desk.obligation(id, asOf: session.today),
      let due = desk.judge(asOf: session.today).assess(obligation)?.due
    else { return }
    session.console.line("  tenggat yang berlaku kembali \(due.indonesian)")
  }

  private func rowID(thisYear: Int) throws -> LedgerEvent.RowID {
    let parts = baris.split(separator: "#", omittingEmptySubsequences: false)
    let (year, number): (Int?, Int?) =
      switch parts.count {
      case 1: (thisYear, Int(parts[0]))
      case 2: (parts[0].isEmpty ? thisYear : Int(parts[0]), Int(parts[1]))
      default: (nil, nil)
      }
    guard let year, let number, number > 0 else {
      throw CommandFailure.usage(
        "'\(baris)' bukan nomor baris", fix: "tulis '#12' atau '2025#12', dengan tanda kutip")
    }
    return LedgerEvent.RowID(year: year, number: number)
  }
}
