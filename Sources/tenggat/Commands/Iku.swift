internal import Answers
internal import ArgumentParser
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import LedgerStore
internal import PlainText
internal import Workspace

struct Iku: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "iku", abstract: "Kartu skor indikator kinerja (IKU) kantor.",
    discussion: """
      Tanpa subperintah: kartu skor setahun, per jabatan. Indikator yang bersumber dokumen dihitung dari \
      buku; yang lain diukur dan dicatat dengan 'iku ukur' atau 'iku ikm'.
      """,
    subcommands: [IkuTampil.self, IkuUkur.self, IkuIkm.self], defaultSubcommand: IkuTampil.self,
    aliases: ["indicators"])
}

/// The scorecard: what `iku` says without a subcommand.
struct IkuTampil: TenggatCommand {
  static let configuration = CommandConfiguration(
    commandName: "tampil", abstract: "Kartu skor setahun, per jabatan.",
    discussion: """
      Realisasi, target, dan capaian setiap indikator; s.d. triwulan dan setahun. 'Masih bisa' adalah \
      nilai tertinggi yang masih dapat dicapai tahun itu oleh indikator tepat waktu.
      """,
    aliases: ["show"])

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var judging: JudgingOptions
  @Option(help: ArgumentHelp("Tahun; baku: tahun ini.", valueName: "tahun"))
  var tahun: DutyYear?
  @Option(help: ArgumentHelp("Hanya indikator ini, dengan triwulannya.", valueName: "kode"))
  var indikator: String?
  @Option(help: ArgumentHelp("Hanya kartu jabatan ini.", valueName: "jabatan"))
  var untuk: String?
  @Option(help: ArgumentHelp("Hanya kecamatan ini.", valueName: "unit"))
  var unit: String?
  @Flag(
    help: "Bandingkan indikator berkode atau bernama sama antartahun dan antarkecamatan.")
  var banding = false

  private func year(_ day: CivilDate) -> Int { tahun?.year ?? day.year }

  func run(_ session: inout Session) throws {
    let day = judging.per ?? session.today
    session.view(on: day)
    let request = ScorecardRequest(
      year: year(day), day: day, knownThrough: judging.diketahui, unit: unit)
    if banding {
      guard untuk == nil else {
        throw CommandFailure.usage(
          "--untuk tidak dipakai bersama --banding", fix: "hapus salah satunya")
      }
      try compare(request, &session)
    } else {
      try show(request, &session)
    }
  }

  private func show(_ request: ScorecardRequest, _ session: inout Session) throws {
    let offices = try request.offices(session)
    let entries = offices.flatMap { $0.scorecards.flatMap(\.entries) }
    if let indikator,
      !entries.contains(where: { $0.indicator.label.lowercased() == indikator.lowercased() })
    {
      throw try request.unknownIndicator(indikator, session)
    }
    let role = try untuk.map { try knownRole($0, offices) }
    let pages = offices.map { office in
      ScorecardPage(
        kecamatan: office.desk.kecamatan, calendar: office.desk.calendar, year: request.year,
        day: request.day, scorecards: office.scorecards, indicator: indikator, role: role,
        knownThrough: request.knownThrough)
    }.filter { !$0.isEmpty }
    guard !pages.isEmpty else {
      throw CommandFailure.usage(
        "indikator '\(indikator ?? "")' bukan milik jabatan '\(untuk ?? "")'",
        fix: "hapus --untuk atau --indikator")
    }
    if output.json {
      var json = ScorecardPage.json(pages, year: request.year, day: request.day)
      for office in offices { json = office.uncomputed.added(to: json) }
      session.console.raw(json.text())
    } else {
      for (index, page) in pages.enumerated() {
        if index > 0 { session.console.line() }
        page.print(to: &session)
      }
      for line in Set(offices.compactMap(\.uncomputed.line)).sorted() {
        session.console.line(line, .soon)
      }
    }
  }

  private func knownRole(
    _ word: String, _ offices: [ScorecardRequest.Office]
  ) throws -> String {
    let known = offices.flatMap { office in
      office.scorecards.flatMap(\.entries).flatMap { entry in
        [entry.indicator.card, entry.indicator.role].compactMap { role in
          role.map { office.desk.calendar.codes[$0] }
        }
      }
    }
    guard let role = Office.role(written: word, among: known) else {
      let nearest = nearestMatch(to: word, among: Set(known).sorted())
      throw CommandFailure.usage(
        "jabatan '\(word)' tidak memiliki indikator",
        fix: nearest.map { "mungkin maksudnya '\($0)'" }
          ?? "yang ada: \(Set(known).sorted().joined(separator: ", "))")
    }
    return role
  }

  /// Says which years are not compared, those that follow each other as one.
  private func remark(_ years: [Int]) {
    let spans = years.reduce(into: [ClosedRange<Int>]()) { spans, year in
      if let last = spans.last, last.upperBound == year - 1 {
        spans[spans.count - 1] = last.lowerBound...year
      } else {
        spans.append(year...year)
      }
    }
    for span in spans {
      let words = span.count > 1 ? "\(span.lowerBound)-\(span.upperBound)" : "\(span.lowerBound)"
      Console.message(
        "tenggat: peringatan: \(words) tidak dibandingkan: hari libur \(span.lowerBound) "
          + "belum ada; tambahkan berkasnya, atau batalkan baris 'ukur' yang periodenya keliru")
    }
  }

  /// The years from the first that is watched, has a ledger or a measured value, to the one that is
  /// asked for.
  private func compare(_ request: ScorecardRequest, _ session: inout Session) throws {
    var desks = try session.offices(of: unit, having: "indikator").map {
      try session.workspace.desk(of: $0, knownThrough: judging.diketahui)
    }
    let first = desks.flatMap { desk in
      let measured = desk.ledger.events.compactMap { event in
        event.kind == .measured ? event.period?.year : nil
      }
      return [desk.watchedSince(asOf: request.day)] + measured
    }.min()
    var page = ComparisonPage(
      day: request.day,
      filter: ViewFilter(
        knownThrough: request.knownThrough, others: indikator.map { ["indikator \($0)"] } ?? []))
    var gaps: [Int] = []
    for year in min(first ?? request.year, request.year)...request.year {
      let own = ScorecardRequest(
        year: year, day: request.day, knownThrough: request.knownThrough, unit: unit)
      let schedules = try desks.indices.compactMap { index in
        try own.schedule(&desks[index]).map { ($0, desks[index]) }
      }
      // One mistyped period must not keep all other years from being compared.
      let isOptional = year < request.year
      for (schedule, desk) in schedules { try schedule.plan.requireSoundRules(desk.calendar) }
      guard !isOptional || schedules.allSatisfy(\.0.plan.gaps.isEmpty) else {
        gaps.append(year)
        continue
      }
      page.add(year, try schedules.map(own.office))
    }
    remark(gaps)
    if let indikator { page.keep(indikator) }
    guard !page.isEmpty else {
      _ = try request.offices(session)
      throw try request.unknownIndicator(indikator ?? "", session)
    }
    if output.json {
      session.console.raw(page.json.text())
    } else {
      page.print(to: &session)
    }
  }
}
