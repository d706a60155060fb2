internal import ArgumentParser
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import LedgerStore
internal import Workspace

struct Kejadian: TenggatCommand {
  static let configuration = CommandConfiguration(
    commandName: "kejadian", abstract: "Mencatat kejadian bertanggal yang dipakai aturan tenggat.",
    discussion: """
      Misalnya pelantikan-kades dan perpanjangan-jabatan-kades (per desa), dan rkpd-ditetapkan. \
      perpanjangan-jabatan-kades: hari keputusan bupati/wali kota yang memperpanjang masa jabatan yang \
      berakhir Februari sampai 24 April 2024 menjadi delapan tahun.
      """, aliases: ["event"])

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
    try requireEffect(code, of: unit, desk, asOf: session.today)
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

  /// Refuses a decision on a term of office where there is no term that it could make longer.
  private func requireEffect(
    _ code: Code, of unit: RegionCode, _ desk: Desk, asOf today: CivilDate
  ) throws {
    let calendar = desk.calendar
    for report in calendar.reports where report.isOwed(by: unit) {
      guard let decision = report.term?.decision, decision.event == code,
        let beginning = report.perEvent
      else { continue }
      let name = desk.kecamatan.displayName(of: unit)
      let span =
        "\(decision.usualEnds.lowerBound.indonesian) sampai \(decision.usualEnds.upperBound.indonesian)"
      guard decision.isPossible(on: tanggal) else {
        throw CommandFailure.usage(
          "\(decision.source.title) belum berlaku pada \(tanggal.indonesian)",
          fix: "tulis tanggal keputusannya, sesudah \(decision.usualEnds.upperBound.indonesian)")
      }
      let judge = desk.judge(asOf: today)
      let facts = judge.history.facts(beginning, of: unit, asOf: today)
      let ended = facts.filter { fact in
        report.term.map { decision.usualEnds.contains($0.usualEnd(of: fact.date)) } ?? false
      }.max { $0.date < $1.date }
      guard let ended else {
        throw CommandFailure.usage(
          "tidak ada masa jabatan \(name) yang tercatat berakhir \(span)",
          fix: "bila pelantikannya belum dicatat, catat dahulu: tenggat kejadian "
            + "\(calendar.codes[beginning]) --unit \(unit) --tanggal TANGGAL")
      }
      if let next = facts.filter({ $0.date > ended.date && $0.date <= tanggal }).map(\.date).min() {
        throw CommandFailure.usage(
          "\(name) sudah memiliki pelantikan baru \(next.indonesian), sebelum keputusan ini",
          fix: "perbaiki tanggalnya, atau batalkan pelantikan yang keliru")
      }
    }
  }
}
