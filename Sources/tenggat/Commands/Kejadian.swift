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
  @Option(
    help: ArgumentHelp(
      "Kode atau nama desa, boleh diulang; baku: kecamatan.", valueName: "unit"))
  var unit: [String] = []
  @Option(help: ArgumentHelp("Catatan bebas.", valueName: "teks"))
  var catatan: String?
  @Option(
    help: ArgumentHelp("Sebab kejadian yang janggal tetap dicatat.", valueName: "teks"))
  var alasan: String?
  @Option(help: ArgumentHelp("Siapa yang mencatat; baku: pengguna komputer.", valueName: "nama"))
  var petugas: String?

  func run(_ session: inout Session) throws {
    if let alasan, alasan.nonEmpty == nil {
      throw CommandFailure.usage("--alasan kosong", fix: "tulis sebabnya, atau hapus --alasan")
    }
    let units = try unit.isEmpty ? [session.onlyKecamatan().code] : session.actedOn(unit)
    let recorder = try session.recorder(petugas)
    let facts = try CommandFailure.forEach(units) { try fact(of: $0, session) }
    var desks = facts.reduce(into: [Desk]()) { desks, fact in
      if !desks.contains(where: { $0.kecamatan.code == fact.desk.kecamatan.code }) {
        desks.append(fact.desk)
      }
    }
    let places = desks.map(\.kecamatan.code)
    let written = try Desk.append(to: &desks, at: session.clock.now) { place, judge, _ in
      let own = facts.filter { $0.desk.kecamatan.code == places[place] }
      return try CommandFailure.forEach(own) { fact in
        let admission = try admit(fact, judge)
        let note = [catatan, alasan.map { ReasonNote.text($0, admission) }].compactMap(\.self)
        return LedgerEntry(
          kind: .fact, unit: fact.unit, subject: fact.desk.calendar.codes[fact.kind.code],
          period: periode?.description ?? "", date: tanggal, received: tanggal,
          note: note.joined(separator: " "), recorder: recorder)
      }
    }
    for remark in written.flatMap(\.remarks) { Console.message(remark.message) }
    for (place, rows) in zip(places, written.map(\.rows)) {
      let own = facts.filter { $0.desk.kecamatan.code == place }
      for (fact, row) in zip(own, rows) {
        session.console.line(
          "Tercatat (baris \(row.text)): \(fact.kind.name), \(fact.unitName), "
            + tanggal.indonesian)
      }
    }
  }

  /// An event of one unit.
  private struct Fact {
    let desk: Desk
    let kind: EventKind
    let unit: RegionCode

    var unitName: String { desk.kecamatan.displayName(of: unit) }
  }

  private func fact(of unit: RegionCode, _ session: Session) throws -> Fact {
    guard let kecamatan = session.workspace.kecamatan.first(where: { $0.code == unit.kecamatan })
    else { throw CommandFailure.usage("unit \(unit) tidak dipantau", fix: "lihat wilayah.csv") }
    let desk = try session.workspace.desk(of: kecamatan)
    let calendar = desk.calendar
    let known = calendar.events.map { calendar.codes[$0.code] }
    guard let code = calendar.codes.code(kode), let event = calendar.event(code) else {
      throw CommandFailure.usage(
        "kejadian '\(kode)' tidak dikenal",
        fix: nearestMatch(to: kode, among: known).map { "mungkin maksudnya '\($0)'" }
          ?? "yang ada: \(known.joined(separator: ", "))")
    }
    guard event.isOfVillage == unit.isDesa else {
      throw CommandFailure.usage(
        "\(event.name) bukan kejadian \(kecamatan.displayName(of: unit))",
        fix: event.isOfVillage ? "sebut desanya dengan --unit" : "hapus --unit")
    }
    let fact = Fact(desk: desk, kind: event, unit: unit)
    let judge = desk.judge(asOf: session.today)
    _ = try admit(fact, judge)
    try requireEffect(of: fact, judge)
    return fact
  }

  private func admit(_ fact: Fact, _ judge: Judge) throws -> Admission {
    do throws(Refusal) {
      return try judge.admit(
        fact.kind, of: fact.unit, for: periode, on: tanggal, hasReason: alasan != nil)
    } catch {
      let sentence = error.sentence(about: "\(fact.kind.name) \(fact.unitName)")
      throw CommandFailure.usage(sentence.what, fix: sentence.fix.spelled)
    }
  }

  /// Refuses a decision on a term of office where there is no term that it could make longer.
  private func requireEffect(of fact: Fact, _ judge: Judge) throws {
    let calendar = fact.desk.calendar
    for report in calendar.reports where report.isOwed(by: fact.unit) {
      guard let decision = report.term?.decision, decision.event == fact.kind.code,
        let beginning = report.perEvent
      else { continue }
      let name = fact.unitName
      let span =
        "\(decision.usualEnds.lowerBound.indonesian) sampai \(decision.usualEnds.upperBound.indonesian)"
      guard decision.isPossible(on: tanggal) else {
        throw CommandFailure.usage(
          "\(decision.source.title) belum berlaku pada \(tanggal.indonesian)",
          fix: "tulis tanggal keputusannya, sesudah \(decision.usualEnds.upperBound.indonesian)")
      }
      let facts = judge.history.facts(beginning, of: fact.unit, asOf: judge.day)
      let ended = facts.filter { fact in
        report.term.map { decision.usualEnds.contains($0.usualEnd(of: fact.date)) } ?? false
      }.max { $0.date < $1.date }
      guard let ended else {
        throw CommandFailure.usage(
          "tidak ada masa jabatan \(name) yang tercatat berakhir \(span)",
          fix: "bila pelantikannya belum dicatat, catat dahulu: tenggat kejadian "
            + "\(calendar.codes[beginning]) --unit \(fact.unit) --tanggal TANGGAL")
      }
      if let next = facts.filter({ $0.date > ended.date && $0.date <= tanggal }).map(\.date).min() {
        throw CommandFailure.usage(
          "\(name) sudah memiliki pelantikan baru \(next.indonesian), sebelum keputusan ini",
          fix: "perbaiki tanggalnya, atau batalkan pelantikan yang keliru")
      }
    }
  }
}
