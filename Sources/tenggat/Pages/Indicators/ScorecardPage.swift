internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import PlainText

/// The scorecards of one kecamatan in a year.
struct ScorecardPage {
  let kecamatan: Kecamatan
  let calendar: ReportCalendar
  let year: Int
  let day: CivilDate
  let scorecards: [Scorecard]
  /// Only the indicator with this code, with its quarters; `nil` for all.
  let indicator: String?
  /// Only this role; `nil` for all.
  let role: String?
  /// The last day of recording that is used; `nil` for all.
  let knownThrough: CivilDate?

  private var words: IndicatorWords { IndicatorWords(calendar: calendar, kecamatan: kecamatan) }

  /// The quarter that has come, in the year that is looked at: the last one where it is over.
  private var quarter: Quarter? {
    Quarter.all(of: year).last { $0.firstDay <= day }
  }

  private func entries(_ scorecard: Scorecard) -> [Scorecard.Entry] {
    // By the words themselves: the codes of one office are not those of another.
    scorecard.entries.filter { entry in
      let roles = [entry.indicator.card, entry.indicator.role].compactMap(\.self)
      return (indicator.map { $0.lowercased() == entry.indicator.label.lowercased() } ?? true)
        && (role.map { role in
          roles.contains { calendar.codes[$0].lowercased() == role.lowercased() }
        } ?? true)
    }
  }

  /// Whether nothing of the office was asked for.
  var isEmpty: Bool { scorecards.allSatisfy { entries($0).isEmpty } }

  // MARK: - For people

  func print(to session: inout Session) {
    // A card may hold what another role, or none, answers for.
    let card = role.map { "jabatan \(Words.role($0.lowercased(), kecamatan.words).lowercased())" }
    let label = scorecards.lazy.flatMap(entries).first.map(\.indicator.label)
    let filter = ViewFilter(
      others: [card, indicator.map { "indikator \(label ?? $0)" }].compactMap(\.self))
    session.console.line(
      "\(filter.who([kecamatan])) · IKU \(year)\(filter.headingEnd([kecamatan]))", .strong)
    session.console.line(
      "Keadaan pada \(Words.day(day))\(Words.knowledge(through: knownThrough))", .faint)
    for scorecard in scorecards where !entries(scorecard).isEmpty {
      printHead(scorecard, to: &session)
      if indicator == nil {
        for card in scorecard.register.cards { printCard(card, scorecard, to: &session) }
      } else {
        for entry in entries(scorecard) { printDetail(entry, scorecard, to: &session) }
      }
    }
    session.console.line()
    session.console.line("Setahun: dari seluruh kewajiban tahun itu.", .faint)
    if quarter != nil {
      session.console.line("s.d. TW: dari kewajiban yang tenggatnya sampai triwulan itu.", .faint)
    }
    session.console.line(
      "Masih bisa: nilai tepat waktu tertinggi yang masih dapat dicapai tahun itu.", .faint)
    session.console.line(
      "Rincian dan sebabnya: tenggat iku --indikator KODE, tenggat jelaskan iku KODE", .faint)
  }

  private func printHead(_ scorecard: Scorecard, to session: inout Session) {
    session.console.line(
      "Register \(scorecard.register.name): \(scorecard.register.title)"
        + (scorecard.validity == .always
          ? "" : ", berlaku \(RuleText.validity(scorecard.validity))"),
      .faint)
  }

  private func printCard(
    _ card: IndicatorRegister.Card, _ scorecard: Scorecard, to session: inout Session
  ) {
    let entries = entries(scorecard).filter { $0.indicator.card == card.role }
    guard !entries.isEmpty else { return }
    let through = quarter.map { Table.Column("s.d. \($0.indonesian)", right: true) }
    var table = Table(
      [.init("Kode"), .init("Indikator", .wrapped)] + [through].compactMap(\.self) + [
        .init("Setahun", right: true), .init("Dari", right: true), .init("Target", right: true),
        .init("Capaian", right: true), .init("Masih bisa", right: true),
      ])
    for entry in entries { table.add(row(entry)) }
    session.console.line()
    session.console.line(card.title, .strong)
    session.console.table(table)
    for note in notes(entries) { session.console.line("  \(note)", .faint) }
  }

  private func row(_ entry: Scorecard.Entry) -> [Table.Cell] {
    func cell(_ text: String?) -> Table.Cell { .init(text ?? "-") }
    let grade = entry.grade.map { " \($0.letters)" } ?? ""
    let through = quarter.map { cell(IndicatorWords.value(entry.cumulative[$0])) }
    return [.init(entry.indicator.label), .init(entry.indicator.wording.name)]
      + [through].compactMap(\.self) + [
        cell(IndicatorWords.value(entry.figure).map { "\($0)\(grade)" }),
        cell(IndicatorWords.fraction(entry.figure)),
        cell(entry.target.map { IndicatorWords.target($0, entry.indicator.kind) }),
        cell(entry.achievement?.percent(separator: ",").map { "\($0)%" }),
        .init(IndicatorWords.value(entry.best) ?? "", style(entry)),
      ]
  }

  /// Whether the target, or all there is, is out of reach.
  private func style(_ entry: Scorecard.Entry) -> Style {
    guard let best = entry.best, let share = best.share, share.denominator > 0 else {
      return .plain
    }
    return share.numerator < share.denominator ? .soon : .good
  }

  /// The other readings and what people should know, below the table: what holds for several
  /// indicators is said once.
  private func notes(_ entries: [Scorecard.Entry]) -> [String] {
    var notes: [(labels: [String], text: String)] = []
    for entry in entries {
      var texts = entry.alternatives.map(alternativeText)
      if let name = entry.count?.reading.name, !texts.isEmpty {
        texts.insert("\(name): \(IndicatorWords.full(entry.figure))", at: 0)
      }
      if entry.indicator.role == nil { texts.append("penanggung jawab kosong dalam dokumen") }
      for text in texts + words.remarks(entry) {
        if let index = notes.firstIndex(where: { $0.text == text }) {
          notes[index].labels.append(entry.indicator.label)
        } else {
          notes.append(([entry.indicator.label], text))
        }
      }
    }
    return notes.map { "\($0.labels.joined(separator: ", ")) \($0.text)" }
  }

  private func alternativeText(_ alternative: Scorecard.Alternative) -> String {
    let best = IndicatorWords.value(alternative.best).map { ", masih bisa \($0)" } ?? ""
    return "\(alternative.count.reading.name ?? ""): "
      + "\(IndicatorWords.full(alternative.figure))\(best)"
  }

  private func printDetail(
    _ entry: Scorecard.Entry, _ scorecard: Scorecard, to session: inout Session
  ) {
    let indicator = entry.indicator
    session.console.line()
    session.console.line("\(indicator.label) \(indicator.wording.name)", .strong)
    session.console.line(
      "  Penanggung jawab: \(owner(indicator, scorecard.register)) · satuan: \(indicator.unit)")
    session.console.line("  Setahun: \(IndicatorWords.full(entry.figure))", .strong)
    if let grade = entry.grade { session.console.line("  Predikat: \(grade.text)") }
    session.console.line(
      "  Target: \(entry.target.map { IndicatorWords.target($0, indicator.kind) } ?? "belum ada")"
        + (entry.achievement?.percent(separator: ",").map { " · capaian: \($0)%" } ?? ""))
    if let direction = IndicatorWords.direction(indicator) {
      session.console.line("  \(direction)", .faint)
    }
    if let best = entry.best {
      session.console.line("  Masih bisa dicapai tahun ini: \(IndicatorWords.full(best))")
    }
    var table = Table([
      .init("Triwulan"), .init("Triwulan itu", right: true), .init("Sampai dengan", right: true),
    ])
    for quarter in Quarter.all(of: year) where quarter.firstDay <= day {
      table.add([
        .init(quarter.indonesian), .init(IndicatorWords.full(entry.quarters[quarter])),
        .init(IndicatorWords.full(entry.cumulative[quarter])),
      ])
    }
    session.console.table(table)
    if let inForce = entry.count.flatMap(words.countedWhileInForce) {
      session.console.line("  \(inForce)", .faint)
    }
    for alternative in entry.alternatives {
      session.console.line("  Bacaan lain, \(alternativeText(alternative))")
    }
    for remark in words.remarks(entry) { session.console.line("  Catatan: \(remark)") }
    if let reading = indicator.reading { session.console.line("  \(reading)", .faint) }
    if let note = indicator.note { session.console.line("  \(note)", .faint) }
  }

  /// Who answers for an indicator, as the register prints the role.
  private func owner(_ indicator: Indicator, _ register: IndicatorRegister) -> String {
    guard let role = indicator.role else { return "kosong dalam dokumen" }
    return register.cards.first { $0.role == role }?.title ?? Words.role(calendar.codes[role])
  }

  // MARK: - JSON

  static func json(_ pages: [ScorecardPage], year: Int, day: CivilDate) -> JSONValue {
    let scorecards = pages.flatMap { page in page.scorecards.map { (page, $0) } }
    // Where one takes the place of another in the year, the one in force on the day is named.
    let first = scorecards.filter { $0.0.kecamatan.code == pages.first?.kecamatan.code }
    let named = first.last { $1.validity.contains(day) } ?? first.last
    return [
      "register": JSONValue(named?.1.register.name),
      "tahun": .integer(year),
      "per": .string(day.description),
      "daftar_register": .array(
        scorecards.map { page, scorecard in
          [
            "register": .string(scorecard.register.name),
            "judul": .string(scorecard.register.title),
            "unit": .string(page.kecamatan.code.description),
            "sejak": JSONValue(scorecard.validity.since),
            "sampai": JSONValue(scorecard.validity.through),
            "sumber": .string(scorecard.register.source.title),
          ]
        }),
      "indikator": .array(
        scorecards.flatMap { page, scorecard in
          page.entries(scorecard).map { page.json($0, scorecard.register) }
        }),
    ]
  }

  private func json(_ entry: Scorecard.Entry, _ register: IndicatorRegister) -> JSONValue {
    let indicator = entry.indicator
    var members = IndicatorJSON.figure(entry.figure)
    members["kode"] = .string(indicator.label)
    members["register"] = .string(register.name)
    members["unit"] = .string(kecamatan.code.description)
    members["jabatan"] = JSONValue(indicator.role.map { calendar.codes[$0] })
    members["kartu"] = .string(calendar.codes[indicator.card])
    members["nama"] = .string(indicator.wording.name)
    members["rincian"] = JSONValue(indicator.wording.detail)
    members["rumus"] = JSONValue(indicator.wording.formula)
    members["rumus_pembilang"] = JSONValue(indicator.wording.numerator)
    members["rumus_penyebut"] = JSONValue(indicator.wording.denominator)
    members["jenis"] = .string(indicator.kind.rawValue)
    members["satuan"] = .string(indicator.unit)
    members["sumber"] = .string(IndicatorWords.source(entry.original))
    members["sama_dengan"] = JSONValue(
      indicator.code == entry.original.code ? nil : entry.original.label)
    members["target"] = IndicatorJSON.target(entry)
    members["capaian"] = JSONValue(entry.achievement?.percent())
    members["predikat"] = JSONValue(entry.grade?.text)
    members["susulan"] = .integer(entry.lateEntries)
    members["keterangan"] = .string(explanation(entry))
    members["tertinggi"] = entry.best.map { .object(IndicatorJSON.figure($0)) } ?? .null
    members["triwulan"] = IndicatorJSON.quarters(entry.quarters)
    members["sd_triwulan"] = IndicatorJSON.quarters(entry.cumulative)
    members["bacaan"] = JSONValue(entry.count?.reading.name)
    members["bacaan_lain"] = .array(entry.alternatives.map(IndicatorJSON.alternative))
    return .object(members)
  }

  /// The remarks, our reading and what is odd, as one text.
  private func explanation(_ entry: Scorecard.Entry) -> String {
    let remarks = words.remarks(entry).joined(separator: "; ")
    return ([remarks] + [entry.indicator.reading, entry.indicator.note].compactMap(\.self))
      .filter { !$0.isEmpty }
      .map { $0.hasSuffix(".") ? String($0.dropLast()) : $0 }.joined(separator: ". ")
  }
}

/// The parts of indicators that every JSON text about them shares.
enum IndicatorJSON {
  /// What an indicator comes to; `persen_rumus` is what a count's own formula gives.
  static func figure(_ figure: IndicatorFigure?) -> [String: JSONValue] {
    let isCount = if case .count? = figure?.value { true } else { false }
    return [
      "pembilang": JSONValue(figure?.numerator),
      "penyebut": JSONValue(figure?.denominator),
      "realisasi": JSONValue(figure?.value?.text()),
      "persen_rumus": JSONValue(isCount ? figure?.share?.percent() : nil),
    ]
  }

  /// A target: two decimals, or a whole number for a count.
  static func target(_ entry: Scorecard.Entry) -> JSONValue {
    JSONValue(
      entry.target.map {
        entry.indicator.kind == .count
          ? "\($0 / 100)" : IndicatorWords.decimal($0, separator: ".")
      })
  }

  /// Values by quarter: `{"2026-TW1": {...}}`.
  static func quarters(_ figures: [Quarter: IndicatorFigure]) -> JSONValue {
    .object(
      Dictionary(
        figures.map { ($0.key.description, .object(figure($0.value))) },
        uniquingKeysWith: { first, _ in first }))
  }

  /// A reading beside the one that holds.
  static func alternative(_ alternative: Scorecard.Alternative) -> JSONValue {
    var members = figure(alternative.figure)
    members["nama"] = JSONValue(alternative.count.reading.name)
    members["tertinggi"] = alternative.best.map { .object(figure($0)) } ?? .null
    return .object(members)
  }
}
